//! Files that are broken before they are a report: told, and never a panic.

use std::time::{Duration, Instant};

use serde_json::json;
use tujie::report::MAX_BYTES;

use crate::data::{TEXT, edited, findings, remove, set, told};

/// The bytes have exactly this one problem, which starts with those words.
#[track_caller]
fn refuse(bytes: impl AsRef<[u8]>, words: &str) {
    let (problems, _) = told(bytes.as_ref());
    assert!(
        problems.len() == 1 && problems[0].starts_with(words),
        "expected {words}…\nfound {problems:#?}"
    );
}

#[test]
fn no_json_at_all() {
    refuse("", "文件是空的");
    refuse(" \n", "文件是空的");
    refuse("报告", "第 1 行第 1 个字符：这里应有一个值");
    refuse("null", "第 1 行第 1 个字符：这里是空值 null，应为一组 {…}");
    refuse(
        "[]",
        "第 1 行第 1 个字符：这里是有 0 项的列表 […]，应为一组 {…}",
    );
}

/// A save that stops half-way leaves any beginning of the file.
#[test]
fn every_beginning_of_the_file_is_refused() {
    let file = TEXT.trim_end();
    for end in (0..file.len()).step_by(97) {
        let (problems, _) = told(&file.as_bytes()[..end]);
        assert_eq!(problems.len(), 1, "the first {end} bytes");
    }
    let last = file.lines().count();
    refuse(
        &file[..file.len() - 1],
        &format!("第 {last} 行第 1 个字符：文件在这里中断"),
    );
}

#[test]
fn other_encodings_are_named() {
    refuse(
        b"{\"title\": \"\xff\xbc\"}",
        "第 11 字节（从 0 数起）处的文字不是 UTF-8 编码",
    );
    let wide: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, name) in [
        (format!("\u{FEFF}{TEXT}").into_bytes(), "UTF-8 BOM"),
        ([&b"\xFF\xFE"[..], &wide].concat(), "UTF-16 LE"),
        (wide, "UTF-16 LE"),
        (encoding_rs::GB18030.encode(TEXT).0.into_owned(), "GB 18030"),
    ] {
        let (problems, hints) = told(&bytes);
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(hints.len(), 1);
        assert!(
            hints[0].contains(&format!("文件是 {name} 编码")),
            "{hints:?}"
        );
    }
}

#[test]
fn the_file_may_be_two_mebibytes_and_no_more() {
    let padding = |size: usize| format!("{TEXT}{}", " ".repeat(size - TEXT.len()));
    assert_eq!(told(padding(MAX_BYTES).as_bytes()), (vec![], vec![]));
    refuse(
        padding(MAX_BYTES + 1),
        "文件有 2097153 字节，应不超过 2097152 字节",
    );
    refuse(vec![b'['; 3 << 20], "文件有 3145728 字节");
}

/// Recursion without a bound once ended such readers with a stack overflow.
#[test]
fn deep_nesting_is_refused() {
    let words = "第 1 行第 128 个字符：嵌套太深";
    refuse("[".repeat(10_000), words);
    refuse(["[".repeat(10_000), "]".repeat(10_000)].concat(), words);
    let deep = format!("{}{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    assert_eq!(told(deep.as_bytes()).0.len(), 1);
}

#[test]
fn a_field_written_twice_is_refused() {
    let twice = TEXT.replacen("\"headline\": [", "\"headline\": [],\n\"headline\": [", 1);
    refuse(
        twice,
        "第 16 行第 10 个字符：同一个字段写了两次，应只写一次：headline",
    );
}

#[test]
fn wrong_types_are_told_with_both_types() {
    let (problems, _) = findings(Box::new(|file| {
        file["figures"][0]["value"] = json!("20");
        file["figures"][1]["label"] = json!(["标签"]);
        file["parts"][2]["text"] = json!("五年");
        file["parts"][2]["flows"][0]["stages"][0]["figure"] = json!(7);
        file["sample"] = json!(0);
        file["keep"] = json!({});
        file["title"]["seal"] = json!(1);
    }));
    let expected = [
        "/figures/0/value：这里是文字“20”，应为数（不加引号）",
        "/figures/1/label：这里是有 1 项的列表 […]，应为文字（用英文引号括起）",
        "/keep：这里是一组 {…}，应为列表 […]",
        "/parts/2/flows/0/stages/0/figure：这里是数 7，应为文字（用英文引号括起）",
        "/parts/2/text：这里是文字“五年”，应为一组 {…}",
        "/sample：这里是数 0，应为是非值 true 或 false",
        "/title/seal：这里是数 1，应为文字（用英文引号括起）",
    ];
    let mut problems = problems;
    problems.sort();
    assert_eq!(problems, expected);
}

/// Only a figure that cannot be read has a number of its own.
#[test]
fn a_value_is_a_number_that_json_can_write() {
    let place = "/figures/0/value";
    let text = edited(set(place, json!("▣")));
    let written = |value: &str| text.replacen("\"▣\"", value, 1);
    let (problems, _) = told(written("\"20\"").as_bytes());
    let words = format!("{place}：这里是文字“20”，应为数（不加引号）");
    assert_eq!(problems, [words]);
    let (problems, _) = told(written("1e30").as_bytes());
    assert!(problems[0].starts_with(place), "{problems:?}");
    refuse(written("1e999"), "第 ");
}

#[test]
fn missing_fields_are_named_at_their_place() {
    for place in [
        "/title",
        "/title/short",
        "/preface",
        "/parts",
        "/parts/0/id",
        "/parts/0/chapters/0/nav",
        "/parts/0/chapters/1/text/text",
        "/parts/2/flows/0/unit",
        "/parts/2/flows/0/stages/1/exits/0/label",
        "/parts/2/flows/0/stages/1/exits/0/kind",
        "/parts/2/flows/0/stages/2/splits/0/parts",
        "/parts/2/measures/groups",
        "/figures/0/phrase",
    ] {
        let (problems, _) = findings(remove(place));
        assert_eq!(problems, [format!("{place}：缺少这一项，应写上")]);
    }
}

/// The page ignores what it does not know, so a newer file stays readable.
#[test]
fn unknown_fields_are_hints() {
    for place in [
        "/colour",
        "/parts/0/chapters/0/note",
        "/parts/2/flows/0/stages/1/exits/0/note",
        "/parts/2/flows/0/stages/1/count",
        "/imprint/a~1b",
    ] {
        let (parent, key) = place.rsplit_once('/').expect("a pointer");
        let parent = parent.to_owned();
        let key = key.replace("~1", "/");
        let (problems, hints) = findings(Box::new(move |file| {
            file.pointer_mut(&parent).expect("a parent")[key] = json!(1);
        }));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(hints.len(), 1);
        assert!(
            hints[0].starts_with(&format!("{place}：没有这样的字段")),
            "{hints:?}"
        );
    }
}

/// A misspelt name is a missing field and a hint in one.
#[test]
fn a_misspelt_field_is_told_twice() {
    let (problems, hints) = findings(Box::new(|file| {
        let label = file["figures"][0]["label"].take();
        file["figures"][0]["lable"] = label;
        let fields = file["figures"][0].as_object_mut().expect("a figure");
        fields.remove("label");
    }));
    assert_eq!(problems, ["/figures/0/label：缺少这一项，应写上"]);
    assert_eq!(hints.len(), 1);
}

#[test]
fn the_schema_and_the_checks_tell_a_thing_once() {
    for (place, value) in [
        ("/figures/0/label", json!("")),
        ("/parts/2/advice/items", json!([])),
    ] {
        let (problems, _) = findings(set(place, value));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
    let (problems, _) = findings(set("/keep/1", json!("")));
    assert_eq!(problems, ["/keep/1：这里是空的，应写上文字"]);
}

#[test]
fn the_largest_good_numbers_are_summed() {
    let (problems, hints) = findings(Box::new(|file| {
        assert_eq!(file["figures"][36]["id"], "proposals-member");
        assert_eq!(file["figures"][37]["id"], "proposals-collective");
        let text = &mut file["parts"][2]["text"];
        let words = text["text"].as_str().expect("a text");
        let words = words.replace("4512件", "999999999999999件");
        text["text"] = json!(words.replace("774件", "999999999999999件"));
        for figure in [36, 37] {
            file["figures"][figure]["phrase"] = json!("999999999999999件");
        }
    }));
    assert_eq!(problems, Vec::<String>::new());
    let sum = "/parts/2/flows/0/stages/2/splits/0/parts：交办共5286，按提案者分，各部分合计1999999999999998，多于总数";
    assert!(hints.len() == 1 && hints[0].starts_with(sum), "{hints:#?}");
}

/// Each entry is held against others, which once grew with the square of the
/// length: a list of 150,000 references took minutes.
#[test]
fn long_lists_and_texts_are_refused_quickly() {
    let start = Instant::now();
    let ids: Vec<_> = (0..150_000).map(|index| format!("a{index}")).collect();
    let (problems, _) = findings(set("/headline", json!(ids)));
    assert!(problems[0].starts_with("/headline：共有 150000 项"));

    let (problems, _) = findings(Box::new(|file| {
        let point = &mut file["parts"][0]["chapters"][0]["sections"][1]["points"][1];
        point["text"] = json!("近20项".repeat(200_000));
    }));
    assert!(problems[0].contains("共有 800000 个字符"), "{problems:?}");

    let section = |index| json!({"id": format!("s{index}"), "heading": "节", "points": []});
    let sections: Vec<_> = (0..20_000).map(section).collect();
    let (problems, _) = findings(set("/parts/0/chapters/0/sections", json!(sections)));
    assert!(problems.len() > 20_000);
    assert!(start.elapsed() < Duration::from_secs(60));
}

/// A number in quotes once hid every problem of another kind until it was put
/// right.
#[test]
fn types_and_sums_are_told_at_once() {
    let (problems, _) = findings(Box::new(|file| {
        file["figures"][1]["value"] = json!("21");
        file["figures"][22]["value"] = json!(1200);
        file["parts"][0]["chapters"][1]["graphics"][0]["kind"] = json!("Tally");
        file["parts"][2]["flows"][0]["stages"][2]["figure"] = json!("proposals-submitted");
        file["headline"][0] = json!("nowhere");
        let label = file["figures"][3]["label"].take();
        let figure = file["figures"][3].as_object_mut().expect("a figure");
        figure.remove("label");
        figure.insert("lable".into(), label);
    }));
    let mut places: Vec<_> = problems
        .iter()
        .filter_map(|problem| Some(problem.split_once('：')?.0))
        .collect();
    places.sort_unstable();
    places.dedup();
    let expected = [
        "/figures/1/value",
        "/figures/22/value",
        "/figures/3/label",
        "/headline/0",
        "/parts/0/chapters/1/graphics/0/kind",
        "/parts/2/flows/0/stages/2/figure",
    ];
    assert_eq!(places, expected, "{problems:#?}");
}

/// What follows only from a blank in place of a wrong value is not told: it
/// would go away with its cause.
#[test]
fn no_problem_is_told_for_the_sake_of_another() {
    for (place, value) in [
        ("/figures/0/id", json!(7)),
        ("/figures/0/phrase", json!(["近20项"])),
        ("/figures/0", json!("近20项")),
        ("/figures", json!({})),
        ("/parts/2/text", json!(5)),
        ("/parts/2/text/text", json!(null)),
        ("/parts/2/flows/0/stages/0/figure", json!(-1)),
        ("/parts/2/flows/0/stages/1/exits/0/kind", json!(1)),
        ("/parts/2/flows/0/stages/2", json!([])),
        ("/parts/2/flows", json!({})),
        ("/parts/0/chapters", json!("章")),
        ("/parts/1/heading", json!(false)),
        ("/title", json!("图解")),
    ] {
        let (problems, _) = findings(set(place, value));
        assert_eq!(problems.len(), 1, "{place}: {problems:#?}");
        assert!(
            problems[0].starts_with(&format!("{place}：")),
            "{problems:?}"
        );
    }
}
