//! Every mistake an editor can make is found, at its place, and told in words.
//!
//! Each test edits the real data file in one way.

use serde_json::{Value, json};

use tujie::report::Report;

use crate::data::{Edit, edited, findings, push, remove, set};

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
const STAGES: &str = "/parts/2/funnel/stages";

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
    check(
        set(id, json!("review")),
        id,
        "编号“review”已用在 /parts/0/id",
    );
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
        check(set(other, json!("review")), other, "已用在 /parts/0/id");
    }
}

#[test]
fn stages_and_figures_have_their_own_ids() {
    let source = "/parts/2/funnel/sources/0/id";
    let words = "编号“filed”已用在 /parts/2/funnel/stages/1/id";
    check(set(source, json!("filed")), source, words);
    check(
        set("/figures/3/id", json!("key-tasks")),
        "/figures/3/id",
        "已用在 /figures/1/id",
    );
    // A figure, a stage and a chapter never meet: one word may name all three.
    good(set(&format!("{STAGES}/0/id"), json!("handled")));
    good(set(&format!("{STAGES}/0/id"), json!("people")));
}

#[test]
fn references_lead_to_figures() {
    for place in [
        "/headline/0",
        "/preface/figures/0",
        "/parts/0/chapters/0/strip/0",
        "/parts/0/chapters/1/text/figures/0",
        "/parts/0/chapters/1/graphics/0/figures/0",
        "/parts/2/funnel/stages/0/figure",
        "/parts/2/funnel/sources/0/figure",
    ] {
        let edit: Edit = match place {
            "/preface/figures/0" => set("/preface/figures", json!(["nowhere"])),
            _ => set(place, json!("nowhere")),
        };
        check(
            edit,
            place,
            "找不到数字“nowhere”，应为 figures 里已有的编号",
        );
    }
    only(
        push("/headline", json!("venues")),
        "/headline/6：数字“venues”在这里列了不止一次，应只列一次",
    );
    only(
        set("/parts/0/chapters/0/strip/0", json!("venues")),
        "/parts/0/chapters/0/strip/0：数字“venues”不在本章的原文中，应为本章列出的数字",
    );
}

#[test]
fn every_figure_stands_in_a_text() {
    let point = "/parts/0/chapters/1/sections/1/points/2";
    only(
        remove(&format!("{point}/figures")),
        "/figures/4/id：数字“wellness-years”没有用到，应列在它所在那段原文的 figures 里",
    );
    check(
        set(
            &format!("{point}/text"),
            json!("联合民革中央连续5年举办康养大会"),
        ),
        &format!("{point}/figures/0"),
        "原文中没有“连续4年”",
    );
    good(set(&format!("{point}/text"), json!("举办24年，连续4年")));
}

#[test]
fn a_figure_inside_another_is_not_found() {
    // 21项 stands in the text only as the end of 121项.
    let text = "/parts/0/chapters/0/sections/3/points/0/text";
    check(
        set(text, json!("推进121项重点任务落实")),
        "/parts/0/chapters/0/sections/3/points/0/figures/0",
        "原文中没有单独的“21项”",
    );
    // 4年 stands in the text only as the end of 连续4年, a figure itself.
    let point = "/parts/0/chapters/1/sections/1/points/2";
    let covered: Edit = Box::new(move |file| {
        push(&format!("{point}/figures"), json!("years"))(file);
        let years =
            json!({"id": "years", "label": "届", "phrase": "4年", "value": 4, "unit": "年"});
        push("/figures", years)(file);
    });
    check(
        covered,
        &format!("{point}/figures/1"),
        "原文中没有单独的“4年”",
    );
}

#[test]
fn figures_say_what_the_phrase_says() {
    only(
        set("/figures/22/value", json!(1200)),
        "/figures/22/value：原文写作“1千余个”，应为 1000，这里是 1200",
    );
    only(
        remove("/figures/22/qualifier"),
        "/figures/22/qualifier：原文写作“1千余个”，应为“余”，这里没有写",
    );
    only(
        set("/figures/1/qualifier", json!("余")),
        "/figures/1/qualifier：原文写作“21项”，应省略，这里是“余”",
    );
    only(
        set("/figures/1/unit", json!("件")),
        "/figures/1/unit：原文写作“21项”，应为“项”，这里是“件”",
    );
    let phrase = "/figures/1/phrase";
    check(
        set(phrase, json!("二十一项")),
        phrase,
        "从“二十一项”读不出数目",
    );
    check(
        set("/figures/1/value", json!(-21)),
        "/figures/1/value",
        "应不小于 0，这里是数 -21",
    );
}

#[test]
fn excerpts_are_taken_from_where_they_say() {
    only(
        set("/preface/strong/0", json!("在市委领导下")),
        "/preface/strong/0：原文中没有“在市委领导下”，应为这段原文中的字句",
    );
    let nav = "/parts/0/chapters/0/nav";
    check(set(nav, json!("前进坚定")), nav, "标题中没有“前进坚定”");
    check(
        set("/parts/1/nav", json!("今后")),
        "/parts/1/nav",
        "标题中没有“今后”",
    );
    good(remove("/parts/1/nav"));
    check(
        set("/title/short", json!("政协报告")),
        "/title/short",
        "报告标题中没有“政协报告”",
    );
    check(
        set("/title/seal", json!("报告")),
        "/title/seal",
        "报告标题不以“报告”结尾",
    );
    good(remove("/title/seal"));
    let quote = format!("{STAGES}/1/quote");
    let words = "本部分开头的段落中没有“立案六千件”";
    check(set(&quote, json!("立案六千件")), &quote, words);
    let reason = format!("{STAGES}/1/loss/reason");
    check(
        set(&reason, json!("内容重复")),
        &reason,
        "本部分开头的段落中没有“内容重复”",
    );
    good(set(&reason, json!("经审查")));
}

#[test]
fn nothing_is_blank() {
    for place in [
        TEXT,
        "/title/text",
        "/title/short",
        "/title/seal",
        "/preface/text",
        "/preface/strong/0",
        "/keep/0",
        "/parts/0/heading",
        "/parts/1/nav",
        "/parts/1/stairs/0/text",
        "/parts/0/chapters/0/heading",
        "/parts/0/chapters/0/nav",
        "/parts/0/chapters/0/sections/0/heading",
        "/parts/0/chapters/1/graphics/0/title",
        "/parts/2/funnel/unit",
        "/parts/2/funnel/stages/0/label",
        "/parts/2/funnel/stages/0/short",
        "/parts/2/funnel/stages/0/quote",
        "/parts/2/funnel/stages/1/loss/label",
        "/parts/2/funnel/stages/1/loss/reason",
        "/parts/2/funnel/sources/0/label",
        "/parts/2/measures/heading",
        "/parts/2/measures/groups/0/heading",
        "/parts/2/advice/heading",
        "/parts/2/advice/items/0",
        "/figures/0/label",
        "/figures/0/phrase",
        "/imprint/source",
        "/imprint/published",
        "/imprint/publisher",
    ] {
        check(set(place, json!("")), place, "这里是空的");
        check(set(place, json!(" \u{3000}")), place, "这里是空的");
    }
    check(
        set("/parts/0/heading", json!("|")),
        "/parts/0/heading",
        "这里是空的",
    );
}

#[test]
fn nothing_is_empty_that_is_shown() {
    for place in [
        "/parts",
        "/parts/0/chapters/0/sections/0/points",
        "/parts/2/measures/groups",
        "/parts/2/measures/groups/0/points",
        "/parts/2/advice/items",
        "/parts/0/chapters/1/graphics/0/figures",
    ] {
        check(set(place, json!([])), place, "共有 0 项，应至少有 1 项");
    }
    check(set(STAGES, json!([])), STAGES, "共有 0 项，应至少有 2 项");
    check(
        push("/parts", json!({"id": "more", "heading": "其他"})),
        "/parts/3",
        "只有标题，应有内容",
    );
    let chapter = json!({"id": "more", "heading": "其他", "nav": "其他"});
    check(
        push("/parts/0/chapters", chapter),
        "/parts/0/chapters/6",
        "只有标题，应有内容",
    );
}

#[test]
fn texts_are_printable() {
    for letter in [
        '\u{202E}', '\u{2066}', '\u{0}', '\n', '\t', '\u{200B}', '\u{FEFF}', '\u{FFFD}',
    ] {
        let words = format!("含有不显示的字符 U+{:04X}", u32::from(letter));
        for place in [
            TEXT,
            "/parts/0/heading",
            "/figures/0/label",
            "/imprint/published",
        ] {
            check(set(place, json!(format!("文{letter}字"))), place, &words);
        }
    }
}

#[test]
fn texts_and_lists_end_somewhere() {
    let long = json!("字".repeat(20_001));
    check(
        set(TEXT, long),
        TEXT,
        "共有 20001 个字符，应不超过 20000 个",
    );
    good(set(TEXT, json!("字".repeat(20_000))));
    let heading = "/parts/0/heading";
    check(
        set(heading, json!("字".repeat(501))),
        heading,
        "共有 501 个字符，应不超过 500 个",
    );
    check(
        set("/keep", json!(vec!["字"; 2001])),
        "/keep",
        "共有 2001 项，应不超过 2000 项",
    );
    let figure = json!({"id": "a", "label": "数", "phrase": "1件", "value": 1, "unit": "件"});
    check(
        set("/figures", json!(vec![figure; 2001])),
        "/figures",
        "共有 2001 项，应不超过 2000 项",
    );
}

#[test]
fn graphics_fit_their_figures() {
    let graphic = |kind: &str, figures: Value| {
        let value = json!({"kind": kind, "title": "图", "figures": figures});
        push("/parts/0/chapters/1/graphics", value)
    };
    let figures = "/parts/0/chapters/1/graphics/1/figures";
    good(graphic("share", json!(["reports-adopted", "reports"])));
    good(graphic("linked", json!(["reports"])));
    check(
        graphic("share", json!(["reports"])),
        figures,
        "占比图应有两个数字",
    );
    check(
        graphic("share", json!(["reports", "reports-adopted"])),
        figures,
        "部分 4988 大于整体 325",
    );
    check(
        graphic("share", json!(["key-handled", "reports"])),
        figures,
        "部分的单位是“件”，整体的单位是“篇”",
    );
    check(
        graphic("tally", json!(["studies", "reports"])),
        &format!("{figures}/1"),
        "算筹一竖一次，应为不超过 200 的整数，这里是 4988",
    );
    check(
        graphic("pie", json!(["reports"])),
        "/parts/0/chapters/1/graphics/1/kind",
        "应为“tally”“linked”“share”之一，这里是文字“pie”",
    );
}

#[test]
fn the_funnel_adds_up() {
    let stage = |index: usize, key: &str| format!("{STAGES}/{index}/{key}");
    check(
        set(&stage(1, "count"), json!(8000)),
        &stage(1, "count"),
        "这里是 8000，应不多于上一环节的 7596",
    );
    check(
        set(&stage(1, "count"), json!(6000)),
        &stage(1, "count"),
        "所依据的数字写作“6237件”，应为 6237，这里是 6000",
    );
    only(
        remove(&stage(1, "loss")),
        "/parts/2/funnel/stages/1/loss：从 7596 减少到 6237，应写上减少的部分叫什么，这里没有写",
    );
    only(
        set(&stage(3, "loss"), json!({"label": "未办结"})),
        "/parts/2/funnel/stages/3/loss：从 5286 到 5286 没有减少，应省略",
    );
    only(
        set(&stage(0, "loss"), json!({"label": "未提交"})),
        "/parts/2/funnel/stages/0/loss：第一个环节之前没有别的环节，应省略",
    );
    check(
        set(&stage(3, "count"), json!(5285)),
        "/parts/2/funnel/sources",
        "各来源合计 5286，应等于最后一个环节的 5285",
    );
    good(remove("/parts/2/funnel/sources"));
    check(
        set("/parts/2/funnel/unit", json!("条")),
        &stage(0, "figure"),
        "所依据的数字的单位是“件”，应为漏斗的单位“条”",
    );
    only(
        set(&stage(0, "count"), json!(7596.5)),
        "/parts/2/funnel/stages/0/count：应为整数（不加引号），这里是数 7596.5",
    );
}

#[test]
fn one_funnel_beside_its_text() {
    let again: Edit = Box::new(|file| {
        let funnel = file["parts"][2]["funnel"].clone();
        file["parts"][1]["funnel"] = funnel;
    });
    check(again, "/parts/2/funnel", "前面已有一个漏斗");
    check(
        remove("/parts/2/text"),
        "/parts/2/funnel",
        "本部分没有开头的段落",
    );
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
        ("/parts/2/funnel/stages", json!([])),
        ("/figures/0/id", json!("1")),
        ("/figures/0/label", json!("")),
        ("/figures/0/phrase", json!("")),
        ("/figures/0/value", json!(-20)),
    ] {
        let report: Report =
            serde_json::from_str(&edited(set(place, value))).expect("the right types");
        let problems = tujie::report::check::check(&report);
        let told = problems.iter().any(|problem| problem.pointer == place);
        assert!(told, "{place}: {problems:#?}");
    }
}

#[test]
fn all_problems_are_told_at_once() {
    let (problems, _) = findings(Box::new(|file| {
        file["title"]["short"] = json!("别的");
        file["parts"][0]["chapters"][0]["id"] = json!("main");
        file["parts"][0]["chapters"][0]["sections"][0]["id"] = json!("A");
        file["figures"][22]["value"] = json!(1);
        file["figures"][22]["unit"] = json!("只");
    }));
    assert_eq!(problems.len(), 5, "{problems:#?}");
}
