//! Words: there, printable, bearable, and taken from where they say.

use serde_json::json;

use super::{STAGES, TEXT, check, good, only};
use crate::data::{push, remove, set};

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
    let words = "本部分的原文中没有“立案六千件”";
    check(set(&quote, json!("立案六千件")), &quote, words);
    let reason = format!("{STAGES}/1/exits/0/reason");
    check(
        set(&reason, json!("内容重复")),
        &reason,
        "本部分的原文中没有“内容重复”",
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
        "/parts/2/flows/0/title",
        "/parts/2/flows/0/unit",
        "/parts/2/flows/0/stages/0/label",
        "/parts/2/flows/0/stages/0/short",
        "/parts/2/flows/0/stages/2/quote",
        "/parts/2/flows/0/stages/2/share",
        "/parts/2/flows/0/stages/1/exits/0/label",
        "/parts/2/flows/0/stages/1/exits/0/reason",
        "/parts/2/flows/0/stages/1/exits/0/to",
        "/parts/2/flows/0/stages/2/splits/0/by",
        "/parts/2/flows/0/stages/2/splits/0/parts/0/label",
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
    for list in [STAGES, "/parts/2/flows/0/stages/2/splits/0/parts"] {
        check(set(list, json!([])), list, "共有 0 项，应至少有 1 项");
    }
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
    // What is drawn has the room of the drawing.
    for name in [
        "/parts/2/flows/0/unit",
        "/parts/2/flows/0/stages/1/label",
        "/parts/2/flows/0/stages/1/short",
        "/parts/2/flows/0/stages/1/exits/0/label",
        "/parts/2/flows/0/stages/2/splits/0/by",
        "/parts/2/flows/0/stages/2/splits/0/parts/0/label",
    ] {
        let words = "共有 21 个字符，应不超过 20 个";
        check(set(name, json!("字".repeat(21))), name, words);
    }
    good(set(
        "/parts/2/flows/0/stages/1/label",
        json!("字".repeat(20)),
    ));
    check(
        set("/keep", json!(vec!["字"; 2001])),
        "/keep",
        "共有 2001 项，应不超过 2000 项",
    );
    let figure = json!({"id": "a", "label": "数", "phrase": "1件"});
    check(
        set("/figures", json!(vec![figure; 2001])),
        "/figures",
        "共有 2001 项，应不超过 2000 项",
    );
}
