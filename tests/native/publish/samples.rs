//! Other reports: other chapters, another funnel, none. Nothing of the page is
//! made for one report alone.

use std::path::Path;

use serde_json::Value;

use super::{page, publish};
use crate::data;
use crate::folder::{Folder, site};

const COUNTY: &str = include_str!("../../fixtures/county.json");
const NO_FUNNEL: &str = include_str!("../../fixtures/no-funnel.json");

/// The page of a published sample.
#[track_caller]
fn published(name: &str, text: &str) -> String {
    let folder = Folder::new(&format!("sample-{name}"));
    let data = folder.file("report.json", text);
    let out = folder.path("out");
    let (code, _, told) = publish(&data, site(), &out, &[]);
    assert_eq!((code, told.as_str()), (0, ""));
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
    assert_eq!(stages, [each, each].concat());
    for words in [
        "data-loss=\"concluded\"",
        "data-source=\"members\"",
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
    assert!(page.contains(">提案从收到到办结走过五道门</a>"));
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

#[test]
fn ticks_of_several_units_name_them_all() {
    let page = published("report", data::TEXT);
    assert!(page.contains("一竖一次（项），每十竖一组"));
}
