//! What cannot be published, and that nothing then changes.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;
use std::{fs, io};

use serde_json::json;

use super::{another, publish};
use crate::data::{TEXT, edited, set};
use crate::folder::{Folder, copy, run, site, tree};

/// Publishes into a folder that holds a site, which must stay as it is.
#[track_caller]
fn refuse(folder: &Folder, data: &str, from: &str, code: i32, words: &str) {
    let out = folder.path("out");
    copy(Path::new(site()), Path::new(&out));
    let before = tree(&out);
    let (found, told, errors) = publish(data, from, &out, &[]);
    assert_eq!((found, told.as_str()), (code, ""), "{errors}");
    assert!(errors.contains(words), "expected {words}\nfound {errors}");
    assert!(tree(&out) == before, "the output changed");
    assert!(
        !Path::new(&folder.path(".out.tujie")).exists(),
        "the staging folder is left"
    );
}

#[test]
fn a_report_with_problems() {
    let folder = Folder::new("refused-data");
    let data = folder.file("report.json", edited(set("/figures/22/value", json!(1200))));
    let words = "原文写作“1千余个”，这里是 1200，应为 1000";
    refuse(&folder, &data, site(), 1, words);
    refuse(&folder, &data, site(), 1, "共 1 个问题，没有发布");
    for (name, bytes) in [
        ("empty.json", vec![]),
        ("half.json", TEXT.as_bytes()[..TEXT.len() / 2].to_vec()),
        ("latin.json", b"{\"title\": \"\xff\"}".to_vec()),
        ("large.json", vec![b' '; 3 << 20]),
        ("deep.json", vec![b'['; 10_000]),
        ("binary.json", vec![0; 5]),
    ] {
        let data = folder.file(name, bytes);
        refuse(&folder, &data, site(), 1, "没有发布");
    }
    // Nothing ends there.
    refuse(&folder, "/dev/zero", site(), 1, "应不超过 2097152 字节");
}

#[test]
fn files_that_are_not_there() {
    let folder = Folder::new("refused-missing");
    let data = folder.file("report.json", TEXT);
    let missing = folder.path("没有 这个.json");
    let words = format!("{missing}：读不到（没有这个文件或文件夹）");
    refuse(&folder, &missing, site(), 2, &words);
    fs::create_dir(folder.path("空的")).expect("a folder");
    let empty = folder.path("空的");
    refuse(&folder, &empty, site(), 2, "里面没有数据文件");
    refuse(&folder, &data, &missing, 2, &words);
}

#[test]
fn a_folder_that_is_no_site() {
    let folder = Folder::new("refused-site");
    let data = folder.file("report.json", TEXT);
    fs::create_dir(folder.path("empty")).expect("a folder");
    folder.file("foreign/index.html", "<title>别的网站</title>");
    for from in ["empty", "foreign", "report.json"] {
        refuse(&folder, &data, &folder.path(from), 2, "不是 tujie 网站");
    }
    let here = folder.path("older");
    copy(Path::new(site()), Path::new(&here));
    let html = fs::read_to_string(folder.path("older/index.html")).expect("a page");
    let version = format!("tujie {}", env!("CARGO_PKG_VERSION"));
    folder.file("older/index.html", html.replace(&version, "tujie 0.0.1"));
    refuse(&folder, &data, &here, 2, "这个网站是 tujie 0.0.1 的");

    let here = folder.path("partial");
    copy(Path::new(site()), Path::new(&here));
    for entry in fs::read_dir(&here).expect("a folder").flatten() {
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "wasm")
        {
            fs::remove_file(entry.path()).expect("a file to remove");
        }
    }
    refuse(
        &folder,
        &data,
        &here,
        2,
        "没有发布成功：没有这个文件或文件夹",
    );
}

/// A link could bring anything of this computer into the site.
#[test]
fn links_in_the_site() {
    let folder = Folder::new("refused-links");
    let data = folder.file("report.json", another());
    let here = folder.path("site");
    copy(Path::new(site()), Path::new(&here));
    let link = folder.path("site/链接");
    symlink("/etc/passwd", &link).expect("a link");
    let words = format!("{link}：是链接或特殊文件");
    refuse(&folder, &data, &here, 2, &words);
    fs::remove_file(&link).expect("a link to remove");
    symlink(".", &link).expect("a link");
    refuse(&folder, &data, &here, 2, &words);
    fs::remove_file(&link).expect("a link to remove");
    // Opening a pipe would wait forever.
    let made = Command::new("mkfifo").arg(&link).status();
    assert!(made.expect("mkfifo runs").success());
    refuse(&folder, &data, &here, 2, &words);
}

#[test]
fn files_that_may_not_be_read() {
    let folder = Folder::new("refused-rights");
    let data = folder.file("report.json", TEXT);
    copy(Path::new(site()), &folder.0.join("site"));
    let out = folder.path("out");
    let shut = |path: &str| fs::set_permissions(path, fs::Permissions::from_mode(0o000));
    let order = |data: &str| {
        let mut command = unprivileged();
        let site = folder.path("site");
        command.args(["publish", "--data", data, "--site", &site, "--out", &out]);
        run(&mut command)
    };
    assert_eq!(order(&data).0, 0);
    let before = tree(&out);

    let icon = folder.path("site/icon.svg");
    shut(&icon).expect("rights to change");
    let (code, _, told) = order(&data);
    assert_eq!(code, 2);
    assert!(
        told.contains(&format!("{icon}：读不到（没有权限）")),
        "{told}"
    );

    shut(&data).expect("rights to change");
    let (code, _, told) = order(&data);
    assert_eq!(code, 2);
    assert!(
        told.contains(&format!("{data}：读不到（没有权限）")),
        "{told}"
    );
    assert!(tree(&out) == before, "the output changed");
}

/// The command without the privilege to read what may not be read, which root has.
fn unprivileged() -> Command {
    let id = Command::new("id").arg("-u").output().expect("id runs");
    let command = env!("CARGO_BIN_EXE_tujie");
    if id.stdout != b"0\n" {
        return Command::new(command);
    }
    let mut as_root = Command::new("setpriv");
    as_root.args(["--inh-caps", "-all", "--bounding-set"]);
    as_root.args(["-dac_override,-dac_read_search", command]);
    as_root
}

/// A limit on the size of files makes writing fail half-way, as a full disk does.
#[test]
fn no_space_left() {
    let folder = Folder::new("refused-space");
    let data = folder.file("report.json", another());
    let out = folder.path("out");
    copy(Path::new(site()), Path::new(&out));
    let before = tree(&out);
    let mut limited = Command::new("sh");
    let script = "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\"";
    limited.args(["-c", script, env!("CARGO_BIN_EXE_tujie"), "publish"]);
    let (code, _, told) = run(limited.args(["--data", &data, "--site", site(), "--out", &out]));
    assert_eq!(code, 2);
    assert!(told.contains("磁盘空间不足"), "{told}");
    assert!(tree(&out) == before, "the output changed");
    assert!(!Path::new(&folder.path(".out.tujie")).exists());
}

#[test]
fn a_disk_that_cannot_be_written() {
    let folder = Folder::new("refused-disk");
    let data = folder.file("report.json", TEXT);
    // The kernel's own files take nothing from anybody.
    let (code, _, told) = publish(&data, site(), "/proc/tujie/out", &[]);
    assert_eq!(code, 2);
    assert!(told.contains("不能写入"), "{told}");
    let error = fs::create_dir("/proc/tujie").expect_err("no folder there");
    assert_ne!(error.kind(), io::ErrorKind::AlreadyExists);
}
