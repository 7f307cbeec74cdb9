//! Figures: referred to, standing in a text, and saying what the phrase says.

use serde_json::{Value, json};

use super::{check, good, only};
use crate::data::{Edit, findings, push, remove, set};

#[test]
fn references_lead_to_figures() {
    for place in [
        "/headline/0",
        "/preface/figures/0",
        "/parts/0/chapters/0/strip/0",
        "/parts/0/chapters/1/text/figures/0",
        "/parts/0/chapters/1/graphics/0/figures/0",
        "/parts/2/flows/0/stages/0/figure",
        "/parts/2/flows/0/stages/2/splits/0/parts/0/figure",
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
    // Another number beside it is no problem.
    let (problems, hints) = findings(set(
        &format!("{point}/text"),
        json!("举办康养大会24年，连续4年"),
    ));
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(hints.len(), 1);
    let hint = format!("{point}/text：“24年”没有列为数字");
    assert!(hints[0].starts_with(&hint), "{hints:?}");
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
        let years = json!({"id": "years", "label": "届", "phrase": "4年"});
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
        set("/figures/22/qualifier", json!("多")),
        "/figures/22/qualifier：原文写作“1千余个”，这里是“多”，应为“余”",
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
    only(
        set("/figures/1/value", json!(-21)),
        "/figures/1/value：原文写作“21项”，这里是 -21，应为 21",
    );
}

/// What the phrase says need not be written again; written, it must be the same.
#[test]
fn copies_that_agree_are_hints() {
    for (key, value) in [
        ("value", json!(1000)),
        ("qualifier", json!("余")),
        ("unit", json!("个")),
    ] {
        let place = format!("/figures/22/{key}");
        let (problems, hints) = findings(set(&place, value));
        assert_eq!(problems, Vec::<String>::new());
        let told = format!("{place}：由“1千余个”已经读得出，可以删去");
        assert_eq!(hints, [told]);
    }
}

/// Only what cannot be read is written apart, and then both its value and its unit.
#[test]
fn what_cannot_be_read_is_written_apart() {
    let words = |file: &mut Value| {
        let text = "/parts/0/chapters/0/sections/3/points/0/text";
        set(text, json!("推进廿一项重点任务落实"))(file);
        set("/figures/1/phrase", json!("廿一项"))(file);
    };
    let with = |fields: &'static [&str]| -> Edit {
        Box::new(move |file| {
            words(file);
            for &field in fields {
                let value = if field == "value" {
                    json!(21)
                } else {
                    json!("项")
                };
                set(&format!("/figures/1/{field}"), value)(file);
            }
        })
    };
    good(with(&["value", "unit"]));
    for fields in [&[] as &[&str], &["value"], &["unit"]] {
        check(with(fields), "/figures/1/phrase", "从“廿一项”读不出数目");
    }
}
