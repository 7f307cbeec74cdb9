//! The command line: what it prints, where, and the exit code.

use serde_json::{Value, json};
use tujie::explain;

use crate::data::{TEXT, edited, set};
use crate::folder::{Folder, run, tujie};

/// Checks the files; exit code, standard output and standard error.
fn check(files: &[&str]) -> (i32, String, String) {
    run(tujie(&["check"]).args(files))
}

#[test]
fn a_good_file_is_told_in_one_line() {
    let folder = Folder::new("good");
    let file = folder.file("report.json", TEXT);
    let line = format!("{file}：没有问题（38 个数字，26 节）\n");
    assert_eq!(check(&[&file]), (0, line, String::new()));
}

#[test]
fn every_problem_is_a_line_of_its_own() {
    let folder = Folder::new("bad");
    let broken = edited(Box::new(|file| {
        file["title"]["short"] = json!("别的");
        file["parts"][0]["id"] = json!("top");
        file["figures"][22]["value"] = json!(1200);
        file["colour"] = json!("red");
    }));
    let file = folder.file("report.json", &broken);
    let checked = explain::validate(broken.as_bytes(), explain::Lang::Zh);
    let (problems, hints) = (checked.problems, checked.hints);
    assert_eq!((problems.len(), hints.len()), (3, 1));
    // The place comes first, in words; the pointer last.
    let places = [
        "标题·简称：报告标题中没有“别的”，应为标题中的字句（/title/short）",
        "第一部分·编号：编号“top”是网页自己要用的，应换一个（/parts/0/id）",
        "数字“在镇街建立议事场所”·数值：原文写作“1千余个”，这里是 1200，应为 1000（/figures/22/value）",
    ];
    let problems: Vec<_> = problems.iter().map(|one| one.to_string()).collect();
    assert_eq!(problems, places);

    let (code, out, err) = check(&[&file]);
    assert_eq!((code, out.as_str()), (1, ""));
    // Each line leads to its place, as many programs understand it.
    let spots = ["\"colour\"", "\"别的\"", "\"top\"", "1200"].map(|words| {
        let before = broken.split(words).next().expect("a beginning");
        format!("1:{}", before.chars().count() + 1)
    });
    let texts = hints
        .iter()
        .map(|hint| format!("提示：{hint}"))
        .chain(problems);
    let lines = texts
        .zip(spots)
        .map(|(text, spot)| format!("{file}:{spot}：{text}"));
    let expected: Vec<_> = lines.chain([format!("{file}：共 3 个问题")]).collect();
    assert_eq!(err.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_hint_is_no_problem() {
    let folder = Folder::new("hint");
    let file = folder.file("report.json", edited(set("/note", json!("草稿"))));
    let (code, out, err) = check(&[&file]);
    assert_eq!(code, 0);
    assert!(out.contains("没有问题"), "{out}");
    assert!(err.contains("提示：“note”：没有这样的字段"), "{err}");
}

#[test]
fn broken_and_large_files_are_problems() {
    let folder = Folder::new("broken");
    for (name, bytes) in [
        ("empty.json", vec![]),
        ("truncated.json", TEXT.as_bytes()[..TEXT.len() / 2].to_vec()),
        ("latin.json", b"{\"title\": \"\xff\"}".to_vec()),
        ("large.json", vec![b' '; 3 << 20]),
        ("deep.json", vec![b'['; 10_000]),
    ] {
        let file = folder.file(name, bytes);
        let (code, out, err) = check(&[&file]);
        assert_eq!((code, out.as_str()), (1, ""), "{name}");
        assert!(err.starts_with(&file), "{err}");
    }
}

#[test]
fn the_highest_exit_code_wins() {
    let folder = Folder::new("several");
    let good = folder.file("good.json", TEXT);
    let bad = folder.file("bad.json", "{");
    let missing = format!("{good}.missing");
    let this = folder.0.to_str().expect("a path in UTF-8");
    assert_eq!(check(&[&good, &good]).0, 0);
    assert_eq!(check(&[&bad, &good]).0, 1);
    assert_eq!(check(&[&missing]).0, 2);
    assert_eq!(check(&[this]).0, 2, "a folder cannot be read");

    // The files after an unreadable one are checked all the same.
    let (code, out, err) = check(&[&missing, &bad, &good]);
    assert_eq!(code, 2);
    assert!(err.contains(&format!("{missing}：读不到")), "{err}");
    assert!(err.contains(&format!("{bad}:1:1：文件在这里中断")), "{err}");
    assert!(out.contains("没有问题"), "{out}");
}

#[test]
fn the_schema_is_printed() {
    let (code, out, _) = run(&mut tujie(&["schema"]));
    assert_eq!(code, 0);
    let printed: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(printed, explain::schema());
}

/// Whoever has never seen JSON is led to the place, and to the cause.
#[test]
fn slips_of_the_pen_are_shown_where_they_are() {
    let folder = Folder::new("slips");
    let quote = TEXT.replacen("\"short\": \"", "\"short\": “", 1);
    let comma = TEXT.replacen("\"seal\": \"图解\"", "\"seal\": \"图解\" \"note\": 1", 1);
    let note = TEXT.replacen("  \"title\"", "  // 标题\n  \"title\"", 1);
    for (text, place, excerpt, hint) in [
        (
            quote,
            "5:14",
            "\"short\": ▶“常委会",
            "中文符号 “，应换成英文的 \"",
        ),
        (
            comma,
            "6:18",
            "\"seal\": \"图解\" ▶\"note\"",
            "可能前一项末尾少了逗号",
        ),
        (note, "3:3", "▶// 标题", "JSON 文件里不能写注释"),
    ] {
        let file = folder.file("report.json", text);
        let (code, _, err) = check(&[&file]);
        assert_eq!(code, 1);
        assert!(err.starts_with(&format!("{file}:{place}：")), "{err}");
        assert!(err.contains(&format!("\n    {excerpt}")), "{err}");
        assert!(err.contains("\n    建议：") && err.contains(hint), "{err}");
    }
}

#[test]
fn what_was_meant_is_guessed() {
    let folder = Folder::new("meant");
    for (edit, pointer, hint) in [
        (
            set("/headline/0", json!("proposal-submitted")),
            "/headline/0",
            "是不是“proposals-submitted”或“proposals-filed”？",
        ),
        (
            set("/parts/0/chapters/1/graphics/0/kind", json!("taly")),
            "/parts/0/chapters/1/graphics/0/kind",
            "是不是“tally”？",
        ),
        (
            set("/figures/0/value", json!("20")),
            "/figures/0/value",
            "写成 20",
        ),
        (
            set("/parts/2/text", json!("五年")),
            "/parts/2/text",
            "写成 {\"text\": \"五年\"}",
        ),
        (
            set("/parts/0/id", json!("outlook")),
            "/parts/1/id",
            "例如“outlook-2”",
        ),
    ] {
        let file = folder.file("report.json", edited(edit));
        let (_, _, err) = check(&[&file]);
        let lines: Vec<_> = err.lines().collect();
        let told = lines.windows(2).any(|pair| {
            pair[0].ends_with(&format!("（{pointer}）")) && pair[1] == format!("    建议：{hint}")
        });
        assert!(told, "{pointer} {hint}\n{err}");
    }
}

/// The field is told where it stands, with the fields that may stand there.
#[test]
fn a_misspelt_field_is_recognized() {
    let folder = Folder::new("misspelt");
    let text = TEXT.replacen("\"label\": \"学习大会精神活动\"", "\"lable\": \"学习\"", 1);
    let line = text.lines().position(|line| line.contains("lable"));
    let line = line.expect("the field") + 1;
    let file = folder.file("report.json", text);
    let (_, _, err) = check(&[&file]);
    let expected = [
        format!(
            "{file}:{line}:7：提示：数字“近20项”·“lable”：没有这样的字段，网页不会用到；若是写错了字段名，应改正（/figures/0/lable）"
        ),
        "    建议：是不是“label”？".to_owned(),
        format!(
            "{file}:{}:5：数字“近20项”·名称：缺少这一项，应写上（/figures/0/label）",
            line - 2
        ),
        "    建议：是不是把“label”写成了“lable”？".to_owned(),
        format!("{file}：共 1 个问题"),
    ];
    assert_eq!(err.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn machines_are_told_in_json() {
    let folder = Folder::new("json");
    let good = folder.file("good.json", TEXT);
    let bad = folder.file("bad.json", edited(set("/figures/22/value", json!(1200))));
    let missing = folder.path("missing.json");
    let order = ["check", "--format", "json", &good, &bad, &missing];
    let (code, out, err) = run(&mut tujie(&order));
    assert_eq!((code, err.as_str()), (2, ""));
    let told: Value = serde_json::from_str(&out).expect("JSON");
    let files = told["files"].as_array().expect("files");
    assert_eq!(files.len(), 3);
    assert_eq!(
        files[0],
        json!({"file": good, "good": true, "problems": [], "notes": []})
    );
    let problem = &files[1]["problems"][0];
    assert_eq!(problem["pointer"], "/figures/22/value");
    assert_eq!(problem["place"], "数字“在镇街建立议事场所”·数值");
    assert_eq!(problem["line"], 1);
    assert!(problem["column"].as_u64().is_some_and(|column| column > 1));
    assert_eq!(problem["found"], "原文写作“1千余个”，这里是 1200");
    assert_eq!(problem["expected"], "应为 1000");
    assert_eq!(files[2]["good"], false);
    assert!(
        files[2]["error"]
            .as_str()
            .is_some_and(|error| error.contains("读不到"))
    );
}

/// No word of Chinese is left but the report's own.
#[test]
fn english_is_complete() {
    let folder = Folder::new("english");
    let ours = |text: &str| {
        text.replace(|letter: char| "“”–…▶·".contains(letter), "")
            .is_ascii()
    };
    let ascii = edited(Box::new(|file| {
        *file = json!({
            "title": {"text": "A", "short": "B", "seal": 1},
            "preface": "x", "keep": {}, "sample": 0, "headline": ["a", "a"],
            "parts": [{"id": "A", "heading": "", "funnel": {}, "nav": 3}],
            "figures": [{"id": "a", "label": "", "phrase": "1x", "value": -1, "unit": "x"}],
            "colour": 1,
        });
    }));
    for (name, bytes) in [
        ("types.json", ascii.into_bytes()),
        ("broken.json", b"{\"a\" 1}".to_vec()),
        ("comma.json", b"[1,]".to_vec()),
        ("empty.json", vec![]),
        ("latin.json", b"{\"title\": \"\xff\"}".to_vec()),
        ("bom.json", b"\xef\xbb\xbf{}".to_vec()),
        ("large.json", vec![b' '; 3 << 20]),
        (
            "twice.json",
            b"{\"title\": {\"text\": \"a\", \"text\": \"b\"}}".to_vec(),
        ),
    ] {
        let file = folder.file(name, bytes);
        let (code, _, err) = run(&mut tujie(&["check", "--lang", "en", &file]));
        assert_eq!(code, 1);
        assert!(ours(&err), "{err}");
        assert!(
            err.contains("; expected") || err.contains("expected"),
            "{err}"
        );
    }
    let (_, out, _) = run(&mut tujie(&[
        "check",
        "--lang",
        "en",
        &folder.file("good.json", TEXT),
    ]));
    assert!(
        out.ends_with(": no problems (figures: 38, sections: 26)\n"),
        "{out}"
    );
    let (_, _, err) = run(&mut tujie(&["--lang", "en", "check", "no/such"]));
    assert_eq!(
        err,
        "no/such: cannot be read (there is no such file or folder)\n"
    );
}
