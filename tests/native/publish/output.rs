//! Where the output may stand: no files are lost to a slip of the keyboard.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use super::{another, page, publish};
use crate::data::TEXT;
use crate::folder::{Folder, copy, site, tree};

#[track_caller]
fn refuse(data: &str, site: &str, out: &str, words: &str) {
    let (code, told, errors) = publish(data, site, out, &[]);
    assert_eq!((code, told.as_str()), (2, ""), "{errors}");
    assert!(errors.contains(words), "expected {words}\nfound {errors}");
}

#[test]
fn an_output_in_the_site_or_around_it() {
    let folder = Folder::new("output-entangled");
    let data = folder.file("report.json", TEXT);
    let site_folder = folder.path("a/site");
    copy(Path::new(site()), Path::new(&site_folder));
    let before = tree(&folder.0);
    symlink(&site_folder, folder.path("link")).expect("a link");
    for out in [
        "a/site",
        "a/site/out",
        "a/site/b/../c",
        "a",
        "link",
        "link/out",
        "a/../a/site/x",
    ] {
        let (code, _, told) = publish(&data, &site_folder, &folder.path(out), &[]);
        assert_eq!(code, 2, "{out}");
        let refused = told.contains("重叠") || told.contains("没有这个文件或文件夹");
        assert!(refused, "{out}: {told}");
    }
    fs::remove_file(folder.path("link")).expect("a link to remove");
    assert!(tree(&folder.0) == before, "something changed");
    assert!(!folder.0.join("a/site/b").exists());
}

/// Publishing from the data file of the site that is to be replaced would take
/// the file with it.
#[test]
fn an_output_around_the_data() {
    let folder = Folder::new("output-data");
    let out = folder.path("out");
    copy(Path::new(site()), Path::new(&out));
    let data = folder.file("out/草稿/report.json", TEXT);
    refuse(&data, site(), &out, "重叠，应另选一个文件夹");
    assert!(Path::new(&data).exists());
}

#[test]
fn an_output_that_holds_something_else() {
    let folder = Folder::new("output-foreign");
    let data = folder.file("report.json", TEXT);
    let precious = folder.file("home/论文.txt", "一字千金");
    refuse(
        &data,
        site(),
        &folder.path("home"),
        "不是 tujie 网站，为免丢失",
    );
    assert_eq!(fs::read_to_string(precious).expect("the file"), "一字千金");
    let file = folder.file("file", "一字千金");
    refuse(&data, site(), &file, "这是文件，不是文件夹");
    refuse(&data, site(), &format!("{file}/out"), "不能写入");
    let dangling = folder.path("dangling");
    symlink("nowhere", &dangling).expect("a link");
    refuse(&data, site(), &dangling, "不能写入");
}

#[test]
fn an_earlier_site_is_replaced_whole() {
    let folder = Folder::new("output-replaced");
    let data = folder.file("report.json", another());
    let out = folder.path("out");
    copy(Path::new(site()), Path::new(&out));
    folder.file("out/旧.txt", "of the earlier site");
    let closed = fs::Permissions::from_mode(0o750);
    fs::set_permissions(&out, closed.clone()).expect("rights to change");
    assert_eq!(publish(&data, site(), &out, &[]).0, 0);
    assert!(page(&out).contains("另一份"));
    assert!(!Path::new(&out).join("旧.txt").exists());
    let rights = fs::metadata(&out).expect("a folder").permissions();
    assert_eq!(rights.mode() & 0o777, closed.mode(), "who may enter");
    let beside: Vec<_> = fs::read_dir(&folder.0)
        .expect("a folder")
        .flatten()
        .collect();
    assert_eq!(
        beside.len(),
        2,
        "only the data file and the site: {beside:?}"
    );

    // Empty folders, folders yet to be made and links to folders will do.
    fs::create_dir(folder.path("empty")).expect("a folder");
    symlink(folder.path("empty"), folder.path("link")).expect("a link");
    for out in ["link", "a/b c/网站"] {
        assert_eq!(publish(&data, site(), &folder.path(out), &[]).0, 0, "{out}");
        assert!(page(&folder.path(out)).contains("另一份"));
    }
    assert!(folder.0.join("link").is_symlink());
    assert!(folder.0.join("empty/index.html").exists());
}
