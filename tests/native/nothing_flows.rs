//! Nothing in a flow, or in a part of it, is told as nothing: it is drawn, named and in
//! the table, and shares of nothing are none.
//!
//! Reported of flow charts: <https://github.com/d3/d3-sankey/issues/121>,
//! <https://github.com/nowthis/sankeymatic/issues/38>.

use serde_json::{Value, json};
use tujie::page::render;
use tujie::report::Report;
use tujie::report::check::check;

/// A flow of two stages, whose second has two parts.
fn page(counts: [&str; 4]) -> String {
    let [submitted, filed, members, groups] = counts;
    let figure = |id: &str, phrase: &str| json!({"id": id, "label": id, "phrase": phrase});
    let stage = |id: &str, label: &str| {
        json!({"id": id, "label": label, "short": label, "figure": format!("n-{id}"),
            "quote": label})
    };
    let mut second = stage("filed", "立案");
    second["splits"] = json!([{"by": "提案者", "parts": [
        {"id": "members", "label": "委员提案", "figure": "n-members"},
        {"id": "groups", "label": "集体提案", "figure": "n-groups"},
    ]}]);
    let data: Value = json!({
        "title": {"text": "示例", "short": "示例"},
        "preface": {"text": "示例。"},
        "parts": [{
            "id": "part",
            "heading": "提案",
            "text": {
                "text": format!(
                    "提交提案{submitted}，立案{filed}，其中委员提案{members}，集体提案{groups}。"
                ),
                "figures": ["n-submitted", "n-filed", "n-members", "n-groups"],
            },
            "flows": [{"id": "flow", "title": "提案", "unit": "件",
                "stages": [stage("submitted", "提交"), second]}],
        }],
        "figures": [figure("n-submitted", submitted), figure("n-filed", filed),
            figure("n-members", members), figure("n-groups", groups)],
    });
    let report: Report = serde_json::from_value(data).expect("a report");
    assert_eq!(check(&report), []);
    render(&report)
}

#[test]
fn a_flow_of_nothing_has_no_shares() {
    let page = page(["0件", "0件", "0件", "0件"]);
    for stage in ["submitted", "filed"] {
        let drawn = page.matches(&format!("data-stage=\"{stage}\"")).count();
        assert!(drawn >= 2, "{stage} in both drawings");
    }
    assert!(
        page.contains("集体提案"),
        "parts of nothing are listed below"
    );
    assert!(!page.contains("100%") && !page.contains("NaN"));
}

#[test]
fn a_part_of_nothing_is_there() {
    let page = page(["10件", "10件", "10件", "0件"]);
    assert!(page.matches("data-part=\"groups\"").count() >= 2);
    assert!(page.contains("0%") && !page.contains("0.0%"));
}
