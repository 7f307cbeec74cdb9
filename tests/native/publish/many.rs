//! Many reports in one site: the programs once, a folder for each, and a list.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{publish, without_breaks};
use crate::data::{TEXT, edited, set};
use crate::folder::{Folder, run, site, tree, tujie};

const COUNTY: &str = include_str!("../../fixtures/county.json");

/// Our report as it would be of another day.
fn dated(day: &str) -> String {
    edited(set("/imprint/published", json!(day)))
}

/// Publishes several data files.
fn publish_all(data: &[&str], out: &str, more: &[&str]) -> (i32, String, String) {
    let mut order = vec!["publish", "--site", site(), "--out", out, "--at", "1"];
    for data in data {
        order.extend(["--data", data]);
    }
    run(tujie(&order).args(more))
}

fn text(out: &str, path: &str) -> String {
    let path = Path::new(out).join(path);
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is there", path.display()))
}

/// Every file that a page names in an attribute, without what it asks for.
fn named(html: &str) -> Vec<String> {
    let attributes = ["src", "href", "data-app", "data-app-wasm", "data-writer"]
        .into_iter()
        .chain(["data-writer-wasm", "data-extras", "data-extras-wasm"])
        .chain(["data-framed", "data-worker"]);
    let mut names = Vec::new();
    for attribute in attributes {
        let start = format!(" {attribute}=\"");
        let values = html.split(&start).skip(1);
        let values = values.filter_map(|rest| rest.split(['"', '?', '#']).next());
        let file = |name: &&str| !name.is_empty() && !name.contains(':');
        names.extend(values.filter(file).map(str::to_owned));
    }
    names
}

#[test]
fn each_report_has_a_folder_and_the_programs_are_there_once() {
    let folder = Folder::new("many");
    let first = folder.file("五届.json", dated("2026年1月15日"));
    let second = folder.file("county.json", COUNTY);
    let out = folder.path("out");
    let more = [
        "--base-url",
        "https://a.example/b",
        "--title",
        "历年“报告”<图解>",
    ];
    let (code, told, errors) = publish_all(&[&first, &second], &out, &more);
    assert_eq!(code, 0, "{errors}");
    assert!(
        told.contains("已发布“五届市政协常委会工作报告图解”"),
        "{told}"
    );
    assert!(told.contains("已发布“示例县政协五年工作报告”"), "{told}");

    let files = tree(&out);
    for (name, data) in [
        ("五届", dated("2026年1月15日")),
        ("county", COUNTY.to_owned()),
    ] {
        let page = text(&out, &format!("{name}/index.html"));
        let stated = format!("<link rel=\"canonical\" href=\"https://a.example/b/{name}/\">");
        assert!(page.contains(&stated), "{stated}");
        let marked = data.replacen('{', "{\n  \"deploy\": 1,", 1);
        let served = text(&out, &format!("{name}/data/report.json"));
        assert_eq!(without_breaks(&served), marked);
        // All that the page names is there, whatever folder it names it from.
        let named = named(&page);
        assert!(named.len() > 12, "{named:?}");
        for name_in_page in &named {
            let path = Path::new(&out).join(name).join(name_in_page);
            assert!(path.exists(), "{name} names {name_in_page}");
        }
        assert!(named.contains(&"sw.js".to_owned()), "{named:?}");
        let worker = text(&out, &format!("{name}/sw.js"));
        let plan = worker.split_once('\n').expect("a plan").0;
        let plan = plan.trim_start_matches("self.tujie=").trim_end_matches(';');
        let plan: Value = serde_json::from_str(plan).expect("JSON");
        let kept = plan["files"].as_object().expect("files");
        for name_in_plan in kept.keys() {
            assert!(name_in_plan.starts_with("../"), "{name_in_plan}");
            assert!(page.contains(name_in_plan), "{name_in_plan}");
        }
        let manifest: Value =
            serde_json::from_str(&text(&out, &format!("{name}/manifest.webmanifest")))
                .expect("JSON");
        assert_eq!(manifest["icons"][0]["src"], "../icon.svg");
        assert!(files.contains_key(&PathBuf::from(format!("{name}/index.html.br"))));
    }

    // The programs are there once, and nothing of a report beside them.
    let programs: Vec<_> = files
        .keys()
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ending == "wasm" || ending == "css")
        })
        .filter(|path| path.components().count() > 1 && !path.starts_with("embed"))
        .collect();
    assert_eq!(programs, Vec::<&PathBuf>::new());
    for gone in [
        "data",
        "share",
        "oembed.json",
        "manifest.webmanifest",
        "manifest.webmanifest.br",
    ] {
        assert!(!Path::new(&out).join(gone).exists(), "{gone}");
    }
    let worker = text(&out, "sw.js");
    assert!(
        !worker.starts_with("self.tujie"),
        "readers of an earlier site are let go"
    );
}

#[test]
fn the_list_tells_title_date_and_figures_without_scripts() {
    let folder = Folder::new("many-list");
    let first = folder.file("a.json", dated("2026年1月15日"));
    let second = folder.file("b.json", COUNTY);
    let out = folder.path("out");
    let (code, _, errors) = publish_all(&[&first, &second], &out, &["--title", "历年“报告”<图解>"]);
    assert_eq!(code, 0, "{errors}");
    let page = text(&out, "index.html");
    assert!(
        page.contains("<title>历年“报告”&lt;图解&gt;</title>"),
        "{page}"
    );
    for words in [
        "<h1 class=\"tj-listing__title\">历年“报告”&lt;图解&gt;</h1>",
        "href=\"a/index.html\" class=\"tj-outward\">五届市政协常委会工作报告图解</a>",
        "href=\"b/index.html\" class=\"tj-outward\">示例县政协五年工作报告</a>",
        "2026年1月15日",
        "示例数据，并非真实报告",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let report: Value = serde_json::from_str(TEXT).expect("JSON");
    let headline = report["headline"].as_array().expect("headline figures");
    let mut shown = 0;
    for figure in report["figures"].as_array().expect("figures") {
        let phrase = figure["phrase"].as_str().expect("a phrase");
        let tag = format!("<dd>{phrase}</dd>");
        if headline.iter().take(3).any(|id| *id == figure["id"]) {
            assert!(page.contains(&tag), "{tag}");
            shown += 1;
        }
    }
    assert_eq!(shown, 3);
    for absent in [
        "<script",
        "data-tujie",
        "id=\"app\"",
        "ArticleTitle",
        "manifest",
    ] {
        assert!(!page.contains(absent), "{absent}");
    }
    for name in named(&page) {
        assert!(
            Path::new(&out).join(&name).exists(),
            "the list names {name}"
        );
    }
    let headers = text(&out, "_headers");
    assert!(
        headers.contains("\n/:report/\n") && headers.contains("\n/:report/sw.js\n"),
        "{headers}"
    );
    // The example for webmasters shows a report, not the list.
    let article = text(&out, "embed/article.html");
    assert!(
        article.contains("src=\"../a/index.html?view=funnel\""),
        "{article}"
    );
    assert!(!article.contains("\"../index.html"), "{article}");
}

/// What the reports say of their site alike, the list says; what they do not, it does not.
#[test]
fn the_list_tells_of_the_site_what_all_reports_do() {
    let folder = Folder::new("many-site");
    let imprint = |code: &str| {
        let home = json!({"text": "某市政协网", "link": "https://zx.example.gov.cn/"});
        let imprint = json!({"home": home, "code": {"text": code}});
        edited(set("/imprint", imprint))
    };
    let first = folder.file("a.json", imprint("1"));
    let second = folder.file("b.json", imprint("2"));
    let out = folder.path("out");
    assert_eq!(publish_all(&[&first, &second], &out, &[]).0, 0);
    let page = text(&out, "index.html");
    assert!(page.contains("<meta name=\"SiteName\" content=\"某市政协网\">"));
    assert!(!page.contains("SiteIDCode"), "{page}");
}

#[test]
fn a_folder_of_reports_is_published_newest_first() {
    let folder = Folder::new("many-folder");
    folder.file("reports/old.json", dated("2025年1月15日"));
    folder.file("reports/recent.json", dated("2026-01-15"));
    folder.file(
        "reports/undated.json",
        COUNTY.replace("\"published\"", "\"$published\""),
    );
    folder.file("reports/report.schema.json", "{}");
    folder.file("reports/说明.txt", "no data file");
    let [out, again] = ["out", "again"].map(|name| folder.path(name));
    let (code, _, errors) = publish_all(&[&folder.path("reports")], &out, &[]);
    assert_eq!(code, 0, "{errors}");
    let page = text(&out, "index.html");
    let place = |name: &str| {
        page.find(&format!("\"{name}/index.html\""))
            .expect("a link")
    };
    assert!(place("recent") < place("old") && place("old") < place("undated"));
    assert_eq!(publish_all(&[&folder.path("reports")], &again, &[]).0, 0);
    assert!(tree(&out) == tree(&again), "two runs differ");
}

#[test]
fn all_problems_of_all_files_are_told_and_nothing_changes() {
    let folder = Folder::new("many-bad");
    let good = folder.file("good.json", TEXT);
    let bad = folder.file("bad.json", edited(set("/title/short", json!("另一份"))));
    let half = folder.file("half.json", &TEXT[..200]);
    let out = folder.path("out");
    assert_eq!(publish_all(&[&good], &out, &[]).0, 0);
    let before = tree(&out);
    let (code, told, errors) = publish_all(&[&bad, &good, &half], &out, &[]);
    assert_eq!((code, told.as_str()), (1, ""), "{errors}");
    for path in [&bad, &half] {
        assert!(
            errors.contains(&format!("{path}：共 1 个问题，没有发布")),
            "{errors}"
        );
    }
    assert!(tree(&out) == before, "the output changed");
}

#[test]
fn names_that_cannot_be_folders_are_refused_in_words() {
    let folder = Folder::new("many-names");
    let plain = folder.file("a.json", TEXT);
    for (name, words) in [
        ("other/A.json", "网站里已经有“A”，应改文件名"),
        ("embed.json", "网站里已经有“embed”"),
        ("a b.json", "“a b”里不能有空格"),
        ("a#b.json", "“a#b”里不能有空格"),
    ] {
        let data = folder.file(name, TEXT);
        let out = folder.path("out");
        let (code, _, told) = publish_all(&[&plain, &data], &out, &[]);
        assert_eq!(code, 2, "{name}: {told}");
        assert!(told.contains(words), "{told}");
        assert!(!Path::new(&out).exists(), "{name}");
    }
}

/// One report may take the place of many and the other way round; but a list has no
/// page that another report could be put into.
#[test]
fn a_site_of_many_is_replaced_and_not_published_from() {
    let folder = Folder::new("many-replaced");
    let [first, second] = ["a.json", "b.json"].map(|name| folder.file(name, TEXT));
    let [out, one] = ["out", "one"].map(|name| folder.path(name));
    assert_eq!(publish_all(&[&first, &second], &out, &[]).0, 0);
    let (code, _, told) = publish(&first, &out, &one, &[]);
    assert_eq!(code, 2);
    assert!(told.contains("这是多份报告的网站"), "{told}");
    assert_eq!(publish_all(&[&first], &one, &[]).0, 0);
    assert_eq!(publish_all(&[&first], &out, &["--keep", &out]).0, 0);
    assert!(tree(&out) == tree(&one), "something of the many stayed");
}
