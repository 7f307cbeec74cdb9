//! The funnel: named, walked with the keyboard, and told again as a table.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// Every item in the order of the flow: its attribute, its id, and what its
/// name must say.
const ITEMS: [(&str, &str, &[&str]); 8] = [
    ("data-stage", "submitted", &["提交提案", "7596件"]),
    ("data-exit", "unfiled", &["1359件", "占提交 17.9%"]),
    ("data-stage", "filed", &["立案", "6237件", "占提交 82.1%"]),
    (
        "data-exit",
        "merged",
        &["并案", "951件", "并入同类提案", "占立案 15.2%"],
    ),
    (
        "data-stage",
        "assigned",
        &["交办", "5286件", "占立案 84.8%"],
    ),
    (
        "data-part",
        "member",
        &["委员提案", "4512件", "占交办 85.4%"],
    ),
    (
        "data-part",
        "collective",
        &["集体提案", "774件", "占交办 14.6%"],
    ),
    (
        "data-stage",
        "concluded",
        &["办结", "5286件", "占交办 100%"],
    ),
];

/// What no name says: merged proposals are not lost, so shares of all that was
/// submitted tell nothing of what was assigned.
const MISLEADING: [&str; 4] = ["占提交 69.6%", "占提交 12.5%", "69.6", "59.4"];

/// The attribute and id of the focused item.
const FOCUSED: &str = "
    ['data-stage', 'data-exit', 'data-part']
        .filter((name) => document.activeElement.hasAttribute(name))
        .map((name) => name + ' ' + document.activeElement.getAttribute(name)).join()";

async fn focused(browser: &Browser) -> String {
    browser.eval(FOCUSED).await
}

fn item(index: usize) -> String {
    let (attribute, id, _) = ITEMS[index];
    format!("{attribute} {id}")
}

/// What assistive technology calls an element.
async fn name(browser: &Browser, element: &WebElement) -> String {
    let node = element.cdp_backend_node_id().await.expect("a node");
    let tree = browser
        .tell(
            "Accessibility.getPartialAXTree",
            json!({"backendNodeId": node, "fetchRelatives": false}),
        )
        .await;
    let name = &tree["nodes"][0]["name"]["value"];
    name.as_str().unwrap_or_default().to_owned()
}

/// On a screen of that width, every item is there once, and is named.
fn is_named(width: u32) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(width, 900).await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        for (attribute, id, words) in ITEMS {
            let items = browser
                .driver
                .query(By::Css(format!("figure#funnel [{attribute}='{id}']")))
                .and_displayed()
                .all_from_selector_required()
                .await
                .expect("items");
            let [item] = items.as_slice() else {
                panic!("{} of {attribute} {id} are shown", items.len());
            };
            let name = name(browser, item).await;
            for words in MISLEADING {
                assert!(!name.contains(words), "{attribute} {id} is “{name}”");
            }
            for word in words {
                assert!(name.contains(word), "{attribute} {id} is “{name}”: {word}");
            }
        }
    });
}

#[test]
fn every_item_says_its_numbers_on_a_phone() {
    is_named(390);
}

#[test]
fn every_item_says_its_numbers_on_a_wide_screen() {
    is_named(1440);
}

/// From the last control over the drawing, one Tab leads in and Shift+Tab leads
/// out; inside, the arrows, Home and End lead.
#[test]
fn the_drawing_is_one_tab_stop() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let control = By::Css("#funnel summary");
        let control = browser.driver.find(control).await.expect("a control");
        control.focus().await.expect("the focus");

        browser.press(&Key::Tab).await;
        assert_eq!(focused(browser).await, item(0));
        browser.press_back().await;
        let outside: bool = browser
            .eval("document.activeElement === document.querySelector('#funnel summary')")
            .await;
        assert!(outside, "a second tab stop in the drawing");
        browser.press(&Key::Tab).await;

        let last = ITEMS.len() - 1;
        for index in 0..last {
            assert_eq!(focused(browser).await, item(index));
            browser.press(&[Key::Right, Key::Down][index % 2]).await;
        }
        for (key, index) in [
            (Key::Right, last),
            (Key::Home, 0),
            (Key::Left, 0),
            (Key::End, last),
            (Key::Left, last - 1),
            (Key::Up, last - 2),
        ] {
            browser.press(&key).await;
            assert_eq!(focused(browser).await, item(index), "after {key:?}");
        }

        // The tab stop is where the reader was.
        browser.press(&Key::Tab).await;
        assert_eq!(focused(browser).await, "");
        browser.press_back().await;
        assert_eq!(focused(browser).await, item(last - 2));
    });
}

/// Every chart says what it is and how it is read; the funnel also how its items
/// are reached, where they can be.
#[test]
fn charts_say_how_they_are_read() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("")).await;
        let how =
            "document.querySelector('.tj-funnel__how').checkVisibility({visibilityProperty: true})";
        assert!(
            !browser.eval::<bool>(how).await,
            "nothing can be pressed yet"
        );
        gate.open();
        browser.until_live().await;
        assert!(browser.eval::<bool>(how).await);
        let said: Vec<Vec<String>> = browser
            .eval(
                "[...document.querySelectorAll('main figure > figcaption')]
                    .map((caption) => [...caption.children].map((one) => one.innerText))",
            )
            .await;
        assert!(said.len() > 3, "{said:#?}");
        for caption in &said {
            assert_eq!(caption.len(), 2, "{caption:?}");
            assert!(caption.iter().all(|words| !words.is_empty()), "{caption:?}");
        }
        let funnel = said
            .iter()
            .find(|caption| caption[0] == "所有交办提案均已按时办结");
        let note = &funnel.expect("the funnel")[1];
        for words in ["河宽", "每格1000件", "指、点，或用方向键"] {
            assert!(note.contains(words), "{note}");
        }
    });
}

#[test]
fn the_table_has_the_same_numbers() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser.click("summary", "数据表").await;
        let table = browser
            .driver
            .query(By::Css("#funnel table"))
            .and_displayed();
        table.single().await.expect("one table");
        let rows: Vec<Vec<String>> = browser
            .eval(
                "[...document.querySelectorAll('#funnel tbody tr')]
                    .map((row) => [...row.cells].map((cell) => cell.textContent))",
            )
            .await;
        let cells: Vec<_> = rows.iter().map(|row| row[1..].join(" ")).collect();
        assert_eq!(
            cells,
            [
                "7596件 ",
                "1359件推算 占提交 17.9%",
                "6237件 占提交 82.1%",
                "951件推算 占立案 15.2%",
                "5286件 占立案 84.8%",
                "",
                "4512件 占交办 85.4%",
                "774件 占交办 14.6%",
                "5286件推算 占交办 100%",
            ],
            "{rows:#?}"
        );
    });
}

/// The lines are a drawing of their own, which once lay 64 px above the water.
#[test]
fn the_lines_lie_on_their_river() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [390, 1440] {
            browser.resize(width, 900).await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            let boxes: Vec<[f64; 4]> = browser
                .eval(
                    "[...document.querySelectorAll('.tj-rivers > svg')]
                        .filter((one) => one.checkVisibility())
                        .map((one) => one.getBoundingClientRect())
                        .map(({left, top, width, height}) => [left, top, width, height])",
                )
                .await;
            assert_eq!(boxes.len(), 2, "{width}: {boxes:?}");
            assert_eq!(boxes[0], boxes[1], "{width}");
        }
    });
}
