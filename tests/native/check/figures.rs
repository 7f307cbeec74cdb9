//! Figures: referred to, standing in a text, and saying what the phrase says.

use serde_json::{Value, json};

use super::{check, good, only};
use crate::data::{Edit, push, remove, set};

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
        "/figures/22/value：原文写作“1千余个”，这里是 1200，应为 1000",
    );
    only(
        remove("/figures/22/qualifier"),
        "/figures/22/qualifier：原文写作“1千余个”，这里没有写，应为“余”",
    );
    only(
        set("/figures/1/qualifier", json!("余")),
        "/figures/1/qualifier：原文写作“21项”，这里是“余”，应省略",
    );
    only(
        set("/figures/1/unit", json!("件")),
        "/figures/1/unit：原文写作“21项”，这里是“件”，应为“项”",
    );
    let phrase = "/figures/1/phrase";
    check(set(phrase, json!("数十项")), phrase, "从“数十项”读不出数目");
    check(
        set("/figures/1/value", json!(-21)),
        "/figures/1/value",
        "这里是数 -21，应不小于 0",
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
        "这里有 1 个数字，占比图应有两个数字",
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
        "这里是 4988，算筹一竖一次，应为不超过 200 的整数",
    );
    check(
        graphic("pie", json!(["reports"])),
        "/parts/0/chapters/1/graphics/1/kind",
        "这里是文字“pie”，应为“tally”“linked”“share”之一",
    );
}
