//! Publishing that is ended from outside, or done twice at a time.

use std::fs::File;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Stdio};

use super::{another, page, publish};
use crate::folder::{Folder, copy, site, tree, tujie};

/// Starts to publish, and returns when a file of that name stands in the
/// staging folder.
fn reaching(data: &str, out: &str, file: &Path) -> Child {
    let mut command = tujie(&["publish", "--data", data, "--site", site(), "--out", out]);
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .expect("the command runs");
    while !file.exists() {
        let ended = child.try_wait().expect("a child");
        assert!(
            ended.is_none(),
            "it ended before {} was there",
            file.display()
        );
        std::thread::yield_now();
    }
    child
}

/// The lights go out, once while the site is written and once while it is made: a whole
/// site is there, the old one as long as the new one is not written in full, and the
/// next run works as if nothing had been.
#[test]
fn a_killed_run_leaves_a_whole_site() {
    let folder = Folder::new("interrupted");
    let data = folder.file("report.json", another());
    let (out, fresh) = (folder.path("out"), folder.path("fresh"));
    copy(Path::new(site()), Path::new(&out));
    assert_eq!(publish(&data, site(), &fresh, &[]).0, 0);
    let (old, new) = (tree(&out), tree(&fresh));
    let mut last = None;
    for moment in ["data", ""] {
        let file = folder.0.join(".out.tujie").join(moment);
        let mut child = reaching(&data, &out, &file);
        child.kill().expect("a child to kill");
        let ended = child.wait().expect("a child");
        let found = tree(&out);
        // Writing takes less time than it may take to notice that it has begun.
        assert!(
            found == old || found == new,
            "the output is neither site at {moment}"
        );
        if found == new {
            std::fs::remove_dir_all(&out).expect("a folder to remove");
            copy(Path::new(site()), Path::new(&out));
        }
        last = ended.signal();
    }
    assert_eq!(last, Some(9), "it was done before it was killed");
    assert!(
        folder.0.join(".out.tujie").exists(),
        "what a killed run leaves"
    );
    folder.file(".out.tujie/半个.tmp", "what a killed run leaves");
    assert_eq!(publish(&data, site(), &out, &[]).0, 0);
    assert!(page(&out).contains("另一份"));
    assert!(!folder.0.join(".out.tujie").exists());
    assert!(
        tree(&out) == new,
        "something of the killed runs is in the site"
    );
}

/// Two at a time would mix their files.
#[test]
fn two_runs_do_not_mix() {
    let folder = Folder::new("interrupted-twice");
    let data = folder.file("report.json", another());
    let out = folder.path("out");
    let stage = folder.0.join(".out.tujie");
    std::fs::create_dir(&stage).expect("a folder");
    let held = File::open(&stage).expect("a folder");
    held.lock().expect("a lock");
    let (code, _, told) = publish(&data, site(), &out, &[]);
    assert_eq!(code, 2);
    assert!(told.contains("另一次发布正在写入"), "{told}");
    assert!(!Path::new(&out).exists());
    drop(held);
    assert_eq!(publish(&data, site(), &out, &[]).0, 0);
}
