//! This term beside the last: each figure says what it was, in its own words, and what it
//! differs by where the two can be compared.

use serde_json::{Value, json};
use tujie::page::render;
use tujie::report::Report;
use tujie::report::check::check;

use crate::data::TEXT;

fn report(figures: Value) -> Report {
    let mut data: Value = serde_json::from_str(TEXT).expect("JSON");
    data["earlier"] = json!({
        "name": "上届",
        "title": "示例：上届工作报告",
        "source": "示例",
        "figures": figures,
    });
    serde_json::from_value(data).expect("a report")
}

#[test]
fn each_figure_says_what_it_was() {
    let report = report(json!([
        {"figure": "proposals-submitted", "phrase": "7667件"},
        {"figure": "proposals-filed", "phrase": "近6000件"},
    ]));
    assert_eq!(check(&report), []);
    let page = render(&report);
    // Seen and heard at the key figure, in the table, and on the card.
    let words = "上届7667件，少71件（推算）";
    assert!(
        page.matches(words).count() >= 4,
        "{}",
        page.matches(words).count()
    );
    assert!(page.contains("上届近6000件") && !page.contains("上届近6000件，"));
    assert!(page.contains("取自《示例：上届工作报告》，示例"));
    // The flow's first stage had another width; the second can't be compared.
    assert_eq!(page.matches("class=\"tj-river__earlier\"").count(), 2);
    assert!(page.contains("显示上届"), "a switch");
}

#[test]
fn a_report_without_an_earlier_one_says_nothing_of_it() {
    let data: Value = serde_json::from_str(TEXT).expect("JSON");
    let report: Report = serde_json::from_value(data).expect("a report");
    let page = render(&report);
    assert!(!page.contains("__before") && !page.contains("__earlier"));
}

#[test]
fn its_numbers_are_those_of_figures_here() {
    let figures = json!([
        {"figure": "nobody", "phrase": "1件"},
        {"figure": "proposals-submitted", "phrase": ""},
        {"figure": "proposals-submitted", "phrase": "2件"},
    ]);
    let problems = check(&report(figures));
    let pointers: Vec<_> = problems.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(
        pointers,
        [
            "/earlier/figures/0/figure",
            "/earlier/figures/1/phrase",
            "/earlier/figures/2/figure",
        ]
    );
}
