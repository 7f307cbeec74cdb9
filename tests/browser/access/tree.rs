//! What assistive technology is told: the figures, the funnel, the table, the
//! headings and the landmarks, as Chromium hands them on.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use super::states::{enter, give_voice, leave, open};
use crate::browser::{Browser, browse};
use crate::server::Site;

/// A node of the tree.
#[derive(Clone, Debug)]
struct Node {
    role: String,
    name: String,
    properties: BTreeMap<String, Value>,
    parent: Option<String>,
    /// Whether it is there for others only.
    ignored: bool,
}

/// The nodes by their ids, and the ids in the order of reading.
struct Tree {
    nodes: BTreeMap<String, Node>,
    order: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    node_id: String,
    ignored: bool,
    role: Option<Value>,
    name: Option<Value>,
    #[serde(default)]
    properties: Vec<Value>,
    parent_id: Option<String>,
    #[serde(default)]
    child_ids: Vec<String>,
}

impl Tree {
    async fn of(browser: &Browser) -> Tree {
        let answer = browser.tell("Accessibility.getFullAXTree", json!({})).await;
        let told: Vec<Told> = serde_json::from_value(answer["nodes"].clone()).expect("a tree");
        let words = |value: &Option<Value>| {
            let value = value.as_ref().and_then(|value| value["value"].as_str());
            value.unwrap_or_default().to_owned()
        };
        let children: BTreeMap<_, _> = told
            .iter()
            .map(|one| (one.node_id.clone(), one.child_ids.clone()))
            .collect();
        let mut order = Vec::new();
        let mut next = vec![told[0].node_id.clone()];
        while let Some(id) = next.pop() {
            next.extend(children.get(&id).into_iter().flatten().rev().cloned());
            order.push(id);
        }
        let nodes = told.into_iter().map(|one| {
            let properties = one.properties.iter().filter_map(|property| {
                let name = property["name"].as_str()?.to_owned();
                Some((name, property["value"]["value"].clone()))
            });
            let node = Node {
                role: words(&one.role),
                name: words(&one.name),
                properties: properties.collect(),
                parent: one.parent_id,
                ignored: one.ignored,
            };
            (one.node_id, node)
        });
        Tree {
            nodes: nodes.collect(),
            order,
        }
    }

    /// The nodes that are told, in the order of reading.
    fn read(&self) -> impl Iterator<Item = (&String, &Node)> {
        let nodes = self.order.iter().map(|id| (id, &self.nodes[id]));
        nodes.filter(|(_, node)| !node.ignored)
    }

    /// The nodes that are told and stand in one, whatever is ignored between.
    fn inside(&self, holder: &str) -> Vec<&Node> {
        let held = |node: &Node| {
            let mut parent = node.parent.as_deref();
            while let Some(id) = parent.filter(|id| *id != holder) {
                let next = &self.nodes[id];
                parent = next
                    .parent
                    .as_deref()
                    .filter(|_| next.ignored || next.role == "generic");
            }
            parent.is_some()
        };
        let inside = self.read().map(|(_, node)| node);
        inside.filter(|node| held(node)).collect()
    }

    /// The nodes of these roles.
    fn of_role(&self, role: &'static str) -> impl Iterator<Item = &Node> {
        self.read()
            .map(|(_, node)| node)
            .filter(move |node| node.role == role)
    }

    /// The texts that a node is made of.
    fn texts(&self, id: &str) -> Vec<&str> {
        let texts = self.inside(id).into_iter();
        let texts = texts.filter(|node| node.role == "StaticText");
        texts.map(|node| node.name.as_str()).collect()
    }
}

fn report() -> Value {
    serde_json::from_str(include_str!("../../../public/data/report.json")).expect("the report")
}

/// Every figure that is a link is heard as its label and the source's own
/// phrase, in one piece.
#[test]
fn figures_are_heard_in_one_piece() {
    browse(async |browser| {
        let site = Site::built().await;
        open(browser, &site, "", 1440).await;
        enter(browser, "open").await;
        let tree = Tree::of(browser).await;
        let report = report();
        let figures: Vec<_> = report["figures"]
            .as_array()
            .expect("figures")
            .iter()
            .collect();
        let ids: Vec<String> = browser
            .eval("[...document.querySelectorAll('[data-figure]')].map(({dataset}) => dataset.figure)")
            .await;
        assert!(ids.len() > 20, "{ids:?}");
        for id in ids {
            let figure = figures
                .iter()
                .find(|one| one["id"] == *id)
                .expect("a figure");
            let word = |name: &str| figure[name].as_str().expect("words").to_owned();
            let name = format!("{} {}", word("label"), word("phrase"));
            let heard: Vec<_> = tree
                .read()
                .filter(|(_, node)| node.role == "link" && node.name == name)
                .map(|(id, _)| tree.texts(id))
                .collect();
            assert!(!heard.is_empty(), "no link is heard as “{name}”");
            for texts in heard {
                assert_eq!(texts, [name.as_str()]);
            }
        }
    });
}

/// The funnel's items, in the order of the flow.
const ITEMS: [&str; 8] = [
    "提交提案 7596件",
    "经审查未立案 1359件，占提交 17.9%",
    "立案 6237件，占提交 82.1%",
    "并案 951件，并入同类提案，占立案 15.2%",
    "并案后交办 5286件，占立案 84.8%",
    "委员提案 4512件，占交办 85.4%",
    "集体提案 774件，占交办 14.6%",
    "全部按时办结 5286件，占交办 100%",
];

#[test]
fn the_funnel_is_heard_in_sentences() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [1440, 390] {
            open(browser, &site, "", width).await;
            let tree = Tree::of(browser).await;
            let groups = tree.read().filter(|(_, node)| {
                node.role == "group" && node.name.starts_with("所有交办提案均已按时办结")
            });
            let groups: Vec<_> = groups.collect();
            let [(id, _)] = groups.as_slice() else {
                panic!("{groups:#?}");
            };
            let heard: Vec<_> = tree
                .inside(id)
                .into_iter()
                .map(|node| {
                    assert_eq!(node.role, "button", "{}", node.name);
                    assert!(!node.properties.contains_key("expanded"), "{}", node.name);
                    node.name.as_str()
                })
                .collect();
            assert_eq!(heard, ITEMS, "at {width} px");
        }
    });
}

/// Head cells over every column and before every row, and a name for the whole.
#[test]
fn the_table_has_its_heads() {
    browse(async |browser| {
        let site = Site::built().await;
        open(browser, &site, "?funnel=table", 390).await;
        let tree = Tree::of(browser).await;
        let names =
            |role| -> Vec<_> { tree.of_role(role).map(|node| node.name.as_str()).collect() };
        assert_eq!(names("table"), ["各环节、去向和构成的数目和比例"]);
        assert_eq!(names("columnheader"), ["环节", "件数", "比例"]);
        assert_eq!(
            names("rowheader"),
            [
                "提交提案",
                "经审查未立案",
                "立案",
                "并案（并入同类提案）",
                "并案后交办",
                "按提案者",
                "委员提案",
                "集体提案",
                "全部按时办结",
            ]
        );
        assert_eq!(names("cell").len(), 16);
    });
}

/// One first heading, and none that skips a level.
fn outline(tree: &Tree) {
    let headings: Vec<_> = tree
        .of_role("heading")
        .map(|node| (node.properties["level"].as_u64().unwrap_or(0), &node.name))
        .collect();
    assert_eq!(headings[0].0, 1, "{headings:#?}");
    for pair in headings.windows(2) {
        let [(before, _), (after, name)] = pair else {
            continue;
        };
        assert!(
            *after > 1 && *after <= before + 1 && !name.is_empty(),
            "{name} of level {after} after one of level {before}"
        );
    }
}

/// Of each kind one, or each with a name of its own.
fn landmarks(tree: &Tree) {
    for (role, named) in [
        ("banner", false),
        ("main", false),
        ("contentinfo", false),
        ("navigation", true),
        ("search", true),
        ("region", true),
    ] {
        let names: Vec<_> = tree.of_role(role).map(|node| node.name.as_str()).collect();
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(names.len(), different.len(), "{role}: {names:?}");
        if named {
            assert!(
                names.iter().all(|name| !name.is_empty()),
                "{role}: {names:?}"
            );
        } else {
            assert_eq!(names.len(), 1, "{role}: {names:?}");
        }
    }
    let ways = tree.of_role("navigation");
    let ways: Vec<_> = ways.map(|node| node.name.as_str()).collect();
    // The rail stands on wide screens, and a search in the place of the bar.
    let known = ["目录", "我关心的", "章节"];
    let ways: BTreeSet<_> = ways.into_iter().collect();
    assert!(ways.contains("我关心的"), "{ways:?}");
    assert!(
        ways.is_subset(&known.into()),
        "ways through the report: {ways:?}"
    );
}

#[test]
fn headings_and_landmarks_are_in_order() {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        for width in [1440, 390] {
            open(browser, &site, "", width).await;
            for state in ["closed", "open", "搜索", "朗读", "卡片"] {
                enter(browser, state).await;
                let tree = Tree::of(browser).await;
                outline(&tree);
                landmarks(&tree);
                let sections = tree.of_role("heading").count();
                assert!(sections > 12, "{sections} headings, {state} at {width} px");
                leave(browser, state).await;
            }
        }
    });
}

/// What is heard before the app runs, and where it never does.
#[test]
fn the_served_page_is_heard_as_well() {
    browse(async |browser| {
        let site = Site::built().await;
        let off = json!({"value": true});
        browser
            .tell("Emulation.setScriptExecutionDisabled", off)
            .await;
        browser.open(&site.page("")).await;
        browser.until("document.readyState === 'complete'").await;
        let tree = Tree::of(browser).await;
        outline(&tree);
        landmarks(&tree);
        for item in ITEMS {
            let heard = tree.read().any(|(_, node)| node.name == item);
            assert!(heard, "{item}");
        }
    });
}
