//! Other reports: other chapters, other flows, none. Nothing of the page is
//! made for one report alone.

use std::path::Path;

use serde_json::Value;

use super::{page, publish};
use crate::data;
use crate::folder::{Folder, site};

const COUNTY: &str = include_str!("../../fixtures/county.json");
const NO_FUNNEL: &str = include_str!("../../fixtures/no-funnel.json");

/// What a hint at a contradiction says beside it.
const SHOWN: &str = "网页照原文显示并说明；若是抄写有误，应改正";

/// The page of a published sample that nothing is to be said of.
#[track_caller]
fn published(name: &str, text: &str) -> String {
    published_with(name, text, 0)
}

/// The page of a published sample, of which so many hints are told and nothing else.
#[track_caller]
fn published_with(name: &str, text: &str, hints: usize) -> String {
    let folder = Folder::new(&format!("sample-{name}"));
    let data = folder.file("report.json", text);
    let out = folder.path("out");
    let (code, _, told) = publish(&data, site(), &out, &[]);
    let told: Vec<_> = told.lines().collect();
    assert_eq!((code, told.len()), (0, hints), "{told:#?}");
    assert!(
        told.iter().all(|told| told.contains("：提示：")),
        "{told:#?}"
    );
    assert!(Path::new(&out).join("index.html.br").exists());
    page(&out)
}

/// The page holds every text of the data file, marks for line breaks aside.
#[track_caller]
fn says_everything(page: &str, data: &str) {
    let seen = spoken(page);
    let file: Value = serde_json::from_str(data).expect("JSON");
    let mut missing = Vec::new();
    texts(&file, &mut |key, text| {
        let words: String = text.replace('|', "").split_whitespace().collect();
        let shown = !matches!(
            key,
            "$schema" | "id" | "kind" | "qualifier" | "unit" | "quote"
        );
        if shown && !words.is_empty() && !seen.contains(&words) {
            missing.push(format!("{key}: {words}"));
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

/// Calls `look` with every text that is no reference to something else.
fn texts(value: &Value, look: &mut impl FnMut(&str, &str)) {
    let Value::Object(fields) = value else {
        let entries = value.as_array().into_iter().flatten();
        return entries.for_each(|entry| texts(entry, look));
    };
    for (key, value) in fields {
        // Only where a figure stands large is it labelled.
        if key == "label" && fields.contains_key("phrase") {
            continue;
        }
        let reference = matches!(key.as_str(), "figures" | "headline" | "strip" | "figure");
        match value {
            Value::String(text) if !reference => look(key, text),
            Value::Array(entries) if !reference || entries.iter().any(Value::is_object) => {
                for entry in entries {
                    match entry {
                        Value::String(text) => look(key, text),
                        entry => texts(entry, look),
                    }
                }
            }
            Value::Object(_) => texts(value, look),
            _ => {}
        }
    }
}

/// The text of a page, without tags and white space.
fn spoken(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<').skip(1) {
        text.push_str(piece.split_once('>').map_or("", |(_, words)| words));
    }
    text.split_whitespace().collect()
}

#[test]
fn a_county_with_a_funnel_of_five_stages() {
    let page = published("county", COUNTY);
    says_everything(&page, COUNTY);
    assert!(page.contains("示例数据，并非真实报告"), "a sample says so");
    assert!(page.contains("<title>示例县政协五年工作报告</title>"));
    // Each stage stands in both drawings, in order.
    let stages: Vec<_> = page
        .split("data-stage=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let each = ["received", "screened", "filed", "sent", "concluded"];
    let each = each.map(|stage| format!("stage-{stage}"));
    assert_eq!(stages, [each.clone(), each].concat());
    for words in [
        "data-exit=\"stage-carried\"",
        "data-part=\"part-members\"",
        "占收到",
        "67.9%",
    ] {
        assert!(page.contains(words), "{words}");
    }
    for absent in ["tj-tally", "tj-outcomes", "提交", "市政协"] {
        assert!(!page.contains(absent), "{absent} is of another report");
    }
    // Its first part shows its own heading, so nothing stands over the title.
    for repeated in ["tj-hero__eyebrow", "tj-rail__title"] {
        assert!(!page.contains(repeated), "{repeated} says it twice");
    }
    // The first part has no short name, and where its heading breaks is no
    // letter of it.
    assert!(
        page.replace("<wbr aria-hidden=\"true\">", "")
            .contains("<span>提案从收到到办结走过五道门</span></a>")
    );
}

#[test]
fn a_report_without_funnel_and_first_figures() {
    let page = published("no-funnel", NO_FUNNEL);
    says_everything(&page, NO_FUNNEL);
    for absent in [
        "id=\"funnel\"",
        "data-stage",
        "id=\"figures\"",
        "tj-headline",
        "漏斗</h3>",
    ] {
        assert!(!page.contains(absent), "{absent}");
    }
    assert!(page.contains("tj-hero__eyebrow"), "its chapters' heading");
    // Ticks are told in the unit of what they count.
    assert!(page.contains("一竖一场，每十竖一组"), "the unit of a tick");
}

/// A fixture's page says all of it, tells its flows, and says where the source
/// contradicts itself; its check finds just these hints.
#[track_caller]
fn tells(name: &str, flows: &[&str], said: &[&str], hints: &[&str]) {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a fixture");
    let (problems, found) = data::told(text.as_bytes());
    assert_eq!(
        (problems, found),
        (vec![], hints.iter().map(|hint| hint.to_string()).collect())
    );
    let page = published_with(name, &text, hints.len());
    says_everything(&page, &text);
    let drawn: Vec<_> = page.split("data-flow=\"").skip(1).collect();
    let drawn = drawn.iter().filter_map(|rest| rest.split('"').next());
    assert_eq!(drawn.collect::<Vec<_>>(), flows);
    let seen = spoken(&page);
    for words in said {
        assert!(seen.contains(words), "{words}");
    }
}

#[test]
fn ticks_of_several_units_name_them_all() {
    let page = published("report", data::TEXT);
    assert!(page.contains("一竖一次（项），每十竖一组"));
}

/// Two printed shares and a third that the counts do not give; two flows.
#[test]
fn chongqing_prints_shares_that_its_counts_do_not_give() {
    let hint = |at: &str, words: &str| {
        format!("/parts/0/flows/0/stages/2/splits/{at}/share：{words}，{SHOWN}")
    };
    let hints = [
        hint(
            "1/parts/0",
            "已解决和采纳占交办：原文印作77.1%，按件数计算为75.9%",
        ),
        hint(
            "1/parts/2",
            "留作工作参考占交办：原文印作5.3%，按件数计算为6.5%",
        ),
        hint(
            "2/parts/1",
            "基本满意占交办：原文印作21.2%，按件数计算为21.1%",
        ),
    ];
    tells(
        "chongqing",
        &["proposal-flow", "last-flow"],
        &[
            "已解决和采纳占交办：原文印作77.1%，按件数计算为75.9%",
            "转部门参考或作为社情民意信息",
            "重点提案",
        ],
        &hints.each_ref().map(String::as_str),
    );
}

#[test]
fn kunming_splits_a_part_once_more() {
    let said = ["党群政法系统", "占党群政法系统", "81.31%", "不予立案85件"];
    tells("kunming", &["proposal-flow"], &said, &[]);
}

#[test]
fn shenzhen_counts_replies_and_feedback_apart() {
    let hint = |at: &str, words: &str| {
        format!("/parts/0/flows/0/beside/0/parts/{at}/share：{words}，{SHOWN}")
    };
    let hints = [
        hint(
            "0",
            "已解决或采纳占单位答复：原文印作38.3%，按件数计算为38.4%",
        ),
        hint("1", "列入计划占单位答复：原文印作46.4%，按件数计算为46.2%"),
    ];
    tells(
        "shenzhen",
        &["proposal-flow"],
        &["原文未说明", "773件次", "提交687−立案601"],
        &hints.each_ref().map(String::as_str),
    );
}

#[test]
fn the_national_report_tells_a_session_and_a_term() {
    let said = ["转意见和建议", "29323", "99.8%"];
    tells("national", &["session-flow", "term-flow"], &said, &[]);
}

/// They hold more than a hundred numbers of many kinds: each is a figure, with the
/// words of the report for its name.
#[test]
fn all_numbers_of_governments_are_figures() {
    for (name, figures) in [("hainan", 92), ("guizhou", 44)] {
        let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        assert_eq!(data::told(text.as_bytes()), (vec![], vec![]), "{name}");
        let report: tujie::report::Report = serde_json::from_str(&text).expect("a report");
        assert_eq!(report.figures.len(), figures);
    }
}

#[test]
fn reports_of_governments_have_no_flows() {
    for (name, said) in [
        ("hainan", ["火灾呈现“一降三减”［1］良好态势", "17.78万人"]),
        ("guizhou", ["——民生福祉持续增进。", "23562亿元"]),
    ] {
        let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        let page = published_with(name, &text, 0);
        says_everything(&page, &text);
        assert!(!page.contains("data-flow="));
        for words in said {
            assert!(spoken(&page).contains(words), "{words}");
        }
    }
}
