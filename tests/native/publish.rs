//! `tujie publish`: another report in a finished site, all of it or nothing.

mod imprint;
mod interrupted;
mod many;
mod output;
mod refused;
mod samples;

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::data::{TEXT, edited, set};
use crate::folder::{Folder, copy, run, site, tree, tujie};

/// A report that differs from the one in the site.
fn another() -> String {
    edited(set(
        "/preface/text",
        json!("在市委坚强领导下，“另一份”<报告>。其余。"),
    ))
}

/// When all is published here.
const AT: &str = "1893456000";

/// Publishes with whatever else is asked for; exit code, output and errors.
fn publish(data: &str, site: &str, out: &str, more: &[&str]) -> (i32, String, String) {
    let order = [
        "publish", "--data", data, "--site", site, "--out", out, "--at", AT,
    ];
    run(tujie(&order).args(more))
}

/// Served data without the places where lines may break, which are found while the site
/// is made.
fn without_breaks(served: &str) -> String {
    let (before, rest) = served.split_once("\n  \"breaks\": [").expect("breaks");
    let (_, after) = rest.split_once("],").expect("an end");
    [before, after].concat()
}

/// The page of a published site.
fn page(out: &str) -> String {
    fs::read_to_string(Path::new(out).join("index.html")).expect("a page")
}

#[test]
fn a_report_becomes_a_site() {
    let folder = Folder::new("publish");
    let data = folder.file("报告 2031.json", another());
    let out = folder.path("网站 新");
    let (code, told, _) = publish(&data, site(), &out, &[]);
    assert_eq!(code, 0);
    assert!(
        told.contains("已发布“五届市政协常委会工作报告图解”"),
        "{told}"
    );
    assert!(told.contains("38 个数字，26 节"), "{told}");

    let page = page(&out);
    assert!(
        page.contains("“另一份”&lt;报告&gt;。"),
        "the words stand in the page"
    );
    assert!(page.contains("data-tujie=\"static\""));
    assert!(page.contains("<meta property=\"og:title\" content=\"五届市政协常委会工作报告图解\">"));
    assert!(!page.contains("canonical"), "no address was told");

    // What is not the report's stays, and what is, is the report's throughout.
    let (old, new) = (tree(site()), tree(&out));
    let marked = another().replacen('{', &format!("{{\n  \"deploy\": {AT},"), 1);
    let served = String::from_utf8_lossy(&new[Path::new("data/report.json")]);
    assert_eq!(without_breaks(&served), marked);
    assert!(page.contains(&format!("data-deploy=\"{AT}\"")));
    let changed: Vec<_> = new
        .iter()
        .filter(|(name, bytes)| old.get(*name) != Some(bytes))
        .map(|(name, _)| name.to_str().expect("UTF-8"))
        .collect();
    for name in ["data/report.json", "index.html"] {
        for ending in ["", ".br", ".gz"] {
            let name = format!("{name}{ending}");
            assert!(changed.contains(&name.as_str()), "{name} in {changed:?}");
        }
    }
    let hashed = |name: &&&str| name.contains("tujie") || name.contains("style");
    assert_eq!(changed.iter().find(hashed), None, "the app is the same");
    for name in old.keys() {
        assert!(new.contains_key(name), "{} is lost", name.display());
    }
}

/// A deployment is compared by its bytes; a time or a random name in it would
/// make every one look new.
#[test]
fn the_same_order_gives_the_same_bytes() {
    let folder = Folder::new("publish-twice");
    let data = folder.file("report.json", another());
    let [first, second, again] = ["first", "second", "again"].map(|name| folder.path(name));
    assert_eq!(publish(&data, site(), &first, &[]).0, 0);
    assert_eq!(publish(&data, site(), &second, &[]).0, 0);
    assert!(tree(&first) == tree(&second), "two runs differ");
    // A published site is a site to publish from, and gives the same again.
    assert_eq!(publish(&data, &first, &again, &[]).0, 0);
    assert!(tree(&first) == tree(&again), "a site of a site differs");
}

#[test]
fn the_address_is_told_where_it_is_known() {
    let folder = Folder::new("publish-address");
    let data = folder.file("report.json", TEXT);
    let out = folder.path("out");
    let address = "https://example.org/zx/tujie";
    let (code, ..) = publish(&data, site(), &out, &["--base-url", address]);
    assert_eq!(code, 0);
    let page = page(&out);
    for tag in [
        "<link rel=\"canonical\" href=\"https://example.org/zx/tujie/\">",
        "<meta property=\"og:url\" content=\"https://example.org/zx/tujie/\">",
    ] {
        assert!(page.contains(tag), "{tag}");
    }
    let out = folder.path("other");
    let (code, _, told) = publish(&data, site(), &out, &["--base-url", "example.org"]);
    assert_eq!(code, 2);
    assert!(told.contains("应为网站文件夹的网址"), "{told}");
}

/// Offline reading is the default, and whoever publishes may do without.
#[test]
fn reading_offline_is_the_publishers_choice() {
    let folder = Folder::new("publish-offline");
    let data = folder.file("report.json", TEXT);
    let [with, without, again] = ["with", "without", "again"].map(|name| folder.path(name));
    assert_eq!(publish(&data, site(), &with, &[]).0, 0);
    assert!(page(&with).contains("data-worker"));
    assert_eq!(publish(&data, &with, &without, &["--no-offline"]).0, 0);
    assert!(!page(&without).contains("data-worker"));
    assert_eq!(publish(&data, &without, &again, &[]).0, 0);
    assert!(tree(&with) == tree(&again), "the choice leaves traces");
}

/// Whoever opened the page yesterday still has its address of the app: where
/// that is gone, the page they have open ends.
#[test]
fn yesterdays_app_stays_reachable() {
    let folder = Folder::new("publish-keep");
    let data = folder.file("report.json", TEXT);
    let out = folder.path("public");
    let keep = ["--keep", out.as_str()];
    let (code, _, told) = publish(&data, site(), &out, &keep);
    assert_eq!(code, 0, "the first time there is nothing to keep: {told}");

    // SHA-256 of "abc", and a file that is not what its name says.
    folder.file("public/tujie-ba7816bf8f01cfea.js", "abc");
    folder.file("public/embed/old-ba7816bf8f01cfea.css", "abc");
    folder.file("public/tujie-0123456789abcdef.js", "abc");
    folder.file("public/说明.txt", "abc");
    assert_eq!(publish(&data, site(), &out, &keep).0, 0);
    let files = tree(&out);
    let kept = |name: &str| files.contains_key(Path::new(name));
    assert!(kept("tujie-ba7816bf8f01cfea.js") && kept("tujie-ba7816bf8f01cfea.js.br"));
    assert!(kept("embed/old-ba7816bf8f01cfea.css"));
    assert!(!kept("tujie-0123456789abcdef.js"), "its name lies");
    assert!(!kept("说明.txt"), "no part of a deployment");

    assert_eq!(publish(&data, site(), &out, &[]).0, 0);
    assert!(!tree(&out).contains_key(Path::new("tujie-ba7816bf8f01cfea.js")));

    let nowhere = folder.path("nowhere");
    let (code, _, told) = publish(&data, site(), &out, &["--keep", &nowhere]);
    assert_eq!(code, 2);
    assert!(
        told.contains(&format!("{nowhere}：读不到（没有这个文件或文件夹）")),
        "{told}"
    );
}

/// A card of last year's report beside this year's page would mislead.
#[test]
fn drawings_of_another_report_do_not_stay() {
    let folder = Folder::new("publish-drawn");
    let data = folder.file("report.json", TEXT);
    copy(Path::new(site()), &folder.0.join("site"));
    folder.file("site/share/old.png", "of another report");
    let out = folder.path("out");
    assert_eq!(publish(&data, &folder.path("site"), &out, &[]).0, 0);
    assert!(!Path::new(&out).join("share/old.png").exists());
}

#[test]
fn everything_is_said_in_english_as_well() {
    let folder = Folder::new("publish-english");
    let data = folder.file("report.json", TEXT);
    let out = folder.path("out");
    let (code, told, _) = publish(&data, site(), &out, &["--lang", "en"]);
    assert_eq!(code, 0);
    assert!(told.contains(": published “") && told.contains("(figures: 38, sections: 26)"));
    let (_, _, told) = publish(&data, &folder.path("no"), &out, &["--lang", "en"]);
    assert!(
        told.ends_with("cannot be read (there is no such file or folder)\n"),
        "{told}"
    );
}
