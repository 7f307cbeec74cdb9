//! Every mistake an editor can make is found, at its place, and told in words.
//!
//! Each test edits the real data file in one way.

mod figures;
mod flows;
mod graphics;
mod words;

use serde_json::json;

use tujie::report::Report;

use crate::data::{Edit, edited, findings, set};

/// The edited file has a problem at that place, told in those words.
#[track_caller]
fn check(edit: Edit, pointer: &str, words: &str) {
    let (problems, _) = findings(edit);
    let place = format!("{pointer}：");
    let told = problems
        .iter()
        .filter_map(|problem| problem.strip_prefix(&place))
        .any(|text| text.contains(words));
    assert!(told, "expected {place}…{words}…\nfound {problems:#?}");
}

/// The edited file has that problem and no other.
#[track_caller]
fn only(edit: Edit, expected: &str) {
    let (problems, _) = findings(edit);
    assert_eq!(problems, [expected]);
}

/// The edited file is still good.
#[track_caller]
fn good(edit: Edit) {
    let (problems, hints) = findings(edit);
    assert_eq!((problems, hints), (vec![], vec![]));
}

const TEXT: &str = "/parts/0/chapters/0/sections/0/points/0/text";
const FLOW: &str = "/parts/2/flows/0";
const STAGES: &str = "/parts/2/flows/0/stages";

#[test]
fn the_report_itself_is_good() {
    good(Box::new(|_| {}));
}

#[test]
fn ids_are_well_formed_and_unique() {
    let id = "/parts/0/chapters/1/id";
    check(set(id, json!("Growth 1")), id, "应以小写英文字母开头");
    check(set(id, json!("")), id, "应以小写英文字母开头");
    check(set(id, json!("a".repeat(41))), id, "应以小写英文字母开头");
    check(set(id, json!("review")), id, "编号“review”已用于第一部分");
    for reserved in ["app", "notice", "main", "funnel", "figures", "top"] {
        let words = format!("编号“{reserved}”是网页自己要用的");
        check(set(id, json!(reserved)), id, &words);
    }
    for other in [
        "/parts/0/chapters/1/sections/0/id",
        "/parts/2/measures/id",
        "/parts/2/measures/groups/0/id",
        "/parts/2/advice/id",
    ] {
        check(set(other, json!("review")), other, "已用于第一部分");
    }
}

/// An address names each of them in the same way.
#[test]
fn whatever_can_be_linked_to_has_an_id_of_its_own() {
    for (place, taken, first) in [
        ("/parts/0/chapters/1/graphics/0/id", "review", "第一部分"),
        ("/parts/2/flows/0/id", "review", "第一部分"),
        ("/parts/2/flows/0/stages/0/id", "review", "第一部分"),
        ("/parts/2/flows/0/stages/1/exits/0/id", "review", "第一部分"),
        (
            "/parts/2/flows/0/stages/2/id",
            "filed",
            "第三部分·第1股流程·第2个环节",
        ),
        (
            "/parts/2/flows/0/stages/2/splits/0/parts/0/id",
            "filed",
            "第三部分·第1股流程·第2个环节",
        ),
        ("/figures/3/id", "key-tasks", "数字“推进落实重点任务”"),
        ("/figures/3/id", "review", "第一部分"),
    ] {
        let words = format!("编号“{taken}”已用于{first}");
        check(set(place, json!(taken)), place, &words);
    }
    // What the page makes of ids, it keeps for itself.
    for reserved in [
        "filed-data",
        "filed-more",
        "filed-rest",
        "filed-unstated",
        "river-1",
    ] {
        let words = format!("编号“{reserved}”是网页自己要用的");
        let place = format!("{STAGES}/1/id");
        check(set(&place, json!(reserved)), &place, &words);
    }
}

/// The browser has no schema: what the schema would find, the checks find too.
#[test]
fn the_checks_need_no_schema() {
    let id = "/parts/0/chapters/0/id";
    for (place, value) in [
        (id, json!("A")),
        (id, json!("")),
        (TEXT, json!("")),
        ("/parts", json!([])),
        ("/parts/0/heading", json!("")),
        ("/parts/0/chapters/0/sections/0/points", json!([])),
        ("/parts/0/chapters/1/graphics/0/figures", json!([])),
        ("/parts/2/measures/groups", json!([])),
        ("/parts/2/advice/items", json!([])),
        ("/parts/2/flows/0/stages", json!([])),
        ("/parts/2/flows/0/stages/2/splits/0/parts", json!([])),
        ("/figures/0/id", json!("1")),
        ("/figures/0/label", json!("")),
        ("/figures/0/phrase", json!("")),
        ("/figures/0/value", json!(-20)),
        ("/figures/1/value", json!(22)),
    ] {
        let report: Report =
            serde_json::from_str(&edited(set(place, value))).expect("the right types");
        let problems = tujie::report::check::check(&report);
        let told = problems.iter().any(|problem| problem.pointer == place);
        assert!(told, "{place}: {problems:#?}");
    }
}

/// A list passes for a group whose fields it holds in order; what was wrong in
/// it was then told of fields that stand nowhere.
#[test]
fn a_list_for_a_group_is_told_where_it_stands() {
    let part = "/parts/2";
    let list = json!(["", ""]);
    check(set(part, list.clone()), part, "这里是有 2 项的列表");
    let (problems, _) = findings(set(part, list));
    let below = problems.iter().find(|told| told.starts_with("/parts/2/"));
    assert_eq!(below, None);
}

#[test]
fn all_problems_are_told_at_once() {
    let (problems, _) = findings(Box::new(|file| {
        file["title"]["short"] = json!("别的");
        file["parts"][0]["id"] = json!("main");
        file["parts"][0]["chapters"][0]["sections"][0]["id"] = json!("A");
        file["figures"][22]["value"] = json!(1);
        file["figures"][22]["unit"] = json!("只");
    }));
    assert_eq!(problems.len(), 5, "{problems:#?}");
}
