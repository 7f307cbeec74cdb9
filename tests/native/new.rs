//! `tujie new`: a data file to start from.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tujie::explain::schema;

use crate::folder::{Folder, run, site, tujie};

#[test]
fn the_new_file_is_good_and_explains_itself() {
    let folder = Folder::new("new");
    let file = folder.path("明年 报告.json");
    let (code, told, err) = run(&mut tujie(&["new", &file]));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(told.contains(&format!("tujie check {file}")), "{told}");

    let (code, told, err) = run(&mut tujie(&["check", &file]));
    assert_eq!((code, err.as_str()), (0, ""), "{told}");
    let beside = fs::read(folder.path("report.schema.json")).expect("the schema");
    let beside: Value = serde_json::from_slice(&beside).expect("JSON");
    assert_eq!(beside, schema());
    let text = fs::read_to_string(&file).expect("the file");
    let report: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["$schema"], "report.schema.json");
    assert_eq!(report["sample"], true, "nobody takes it for a real report");

    // A field that is not in the file could not be learnt from it.
    let defined = schema();
    let groups = defined["$defs"].as_object().expect("definitions");
    let fields = groups
        .values()
        .chain([&defined])
        .filter_map(|group| group["properties"].as_object());
    for field in fields.flat_map(|fields| fields.keys()) {
        let written = text.contains(&format!("\"{field}\":"));
        // Values are written only where a phrase cannot be read, which no beginner
        // should begin with; their descriptions say so.
        let optional = ["reason", "published", "publisher", "value", "qualifier"];
        let optional = optional.contains(&field.as_str());
        assert!(written || optional, "{field} is not shown");
    }

    // What is explained is for the editor alone.
    let out = folder.path("out");
    let order = ["publish", "--data", &file, "--site", site(), "--out", &out];
    assert_eq!(run(&mut tujie(&order)).0, 0);
    let page = fs::read_to_string(Path::new(&out).join("index.html")).expect("a page");
    assert!(page.contains("示例数据，并非真实报告"));
    assert!(!page.contains("$comment") && !page.contains("看过可以删去"));
}

#[test]
fn the_default_name_is_the_one_the_site_uses() {
    let folder = Folder::new("new-default");
    let (code, ..) = run(tujie(&["new"]).current_dir(&folder.0));
    assert_eq!(code, 0);
    assert!(folder.0.join("report.json").exists());
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::new("new-twice");
    let file = folder.file("report.json", "a year's work");
    let (code, _, err) = run(&mut tujie(&["new", &file]));
    assert_eq!(code, 2);
    assert!(
        err.starts_with(&format!("{file}：已经存在，没有改动")),
        "{err}"
    );
    assert_eq!(
        fs::read_to_string(&file).expect("the file"),
        "a year's work"
    );
    assert!(!folder.0.join("report.schema.json").exists());

    // A schema of another version serves another file.
    let schema = folder.file("report.schema.json", "{}");
    let other = folder.path("other.json");
    let (code, _, err) = run(&mut tujie(&["new", &other]));
    assert_eq!(code, 2);
    assert!(err.starts_with(&format!("{schema}：已经存在")), "{err}");
    assert_eq!(fs::read_to_string(&schema).expect("the file"), "{}");
    assert!(!Path::new(&other).exists(), "half of it was written");

    // The same schema serves two files.
    fs::remove_file(&schema).expect("a file to remove");
    for name in ["first.json", "second.json"] {
        assert_eq!(run(&mut tujie(&["new", &folder.path(name)])).0, 0, "{name}");
    }

    let nowhere = folder.path("nowhere/report.json");
    let (code, _, err) = run(&mut tujie(&["new", &nowhere, "--lang", "en"]));
    assert_eq!(code, 2);
    assert!(
        err.contains("cannot be written (there is no such file"),
        "{err}"
    );
}
