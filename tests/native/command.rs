//! The command line: what it prints, where, and the exit code.

use serde_json::{Value, json};

use crate::data::{TEXT, edited, set, told};
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
    let (problems, hints) = told(broken.as_bytes());
    assert_eq!((problems.len(), hints.len()), (3, 1));

    let (code, out, err) = check(&[&file]);
    assert_eq!((code, out.as_str()), (1, ""));
    let hints = hints.iter().map(|hint| format!("{file}：提示：{hint}"));
    let problems = problems.iter().map(|problem| format!("{file}：{problem}"));
    let last = format!("{file}：共 3 个问题");
    let expected: Vec<_> = hints.chain(problems).chain([last]).collect();
    assert_eq!(err.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_hint_is_no_problem() {
    let folder = Folder::new("hint");
    let file = folder.file("report.json", edited(set("/note", json!("草稿"))));
    let (code, out, err) = check(&[&file]);
    assert_eq!(code, 0);
    assert!(out.contains("没有问题"), "{out}");
    assert!(err.contains("提示：/note：没有这样的字段"), "{err}");
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
    assert!(err.contains(&format!("{bad}：第 1 行")), "{err}");
    assert!(out.contains("没有问题"), "{out}");
}

#[test]
fn the_schema_is_printed() {
    let (code, out, _) = run(&mut tujie(&["schema"]));
    assert_eq!(code, 0);
    let printed: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(printed, tujie::report::explain::schema());
}
