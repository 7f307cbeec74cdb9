//! The service worker: what it keeps for reading without a network, or that it
//! shall go.
//!
//! The code is `public/sw.js`. Here it gets its first line, and the page is told
//! whether to register it. Nothing may change the page or the data afterwards.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde_json::json;

use super::integrity::sha256;
use super::references::REFERENCES;
use super::rewrite::edit;
use super::tree::Files;
use super::{PAGE, data, deploy, names};

/// Where the worker stands, relative to the site: what it may answer for is its
/// own folder.
pub const PATH: &str = "sw.js";

/// How the first line starts that is ours.
const PLAN: &str = "self.tujie=";

/// Lets readers of a report have it from their second visit on, or takes that back from
/// those who have where there is no page to keep. `own` are the files of the report,
/// `programs` those of the site, to which `up` leads from the report's folder; `kept` is
/// the page before it shows the report, which names the same files.
pub fn put(own: &mut Files, programs: &Files, up: &str, kept: Option<&str>) -> Result<()> {
    let plan = match kept {
        Some(page) => format!("{PLAN}{};\n", plan(own, programs, up, page)?),
        None => String::new(),
    };
    let worker = plan + code(programs)?;
    own.put(PATH, worker);
    Ok(())
}

/// The worker that releases whoever had a report where now a list of reports stands.
pub fn release(programs: &mut Files) -> Result<()> {
    let worker = code(programs)?.to_owned();
    programs.put(PATH, worker);
    Ok(())
}

/// The worker without what it shall keep.
fn code(programs: &Files) -> Result<&str> {
    let worker = programs.text(PATH)?;
    Ok(match worker.split_once('\n') {
        Some((first, code)) if first.starts_with(PLAN) => code,
        _ => worker,
    })
}

/// The page, whose loader registers the worker or does not.
pub fn register(html: &str, offline: bool) -> Result<String> {
    let (html, loaders) = edit(html, "script[data-app]", |loader| {
        if offline {
            loader.set_attribute("data-worker", PATH)?;
        } else {
            loader.remove_attribute("data-worker");
        }
        Ok(())
    })?;
    ensure!(
        loaders == 1,
        "the page needs one <script data-app>; it has {loaders}"
    );
    Ok(html)
}

/// What the worker keeps: the files the page names, each with its integrity. Apart are
/// the rest, which few visits load, and the writer's, which only a page needs whose data
/// was replaced by hand. The
/// version tells the bytes of all of it, so that any change is a new worker.
fn plan(own: &Files, programs: &Files, up: &str, html: &str) -> Result<serde_json::Value> {
    let mut all = sha256(own.get(PAGE)?) + &sha256(own.get(data::PATH)?);
    let [mut kept, mut rest, mut writer] = [(); 3].map(|()| BTreeMap::new());
    for reference in REFERENCES.iter().filter(|reference| reference.hashed) {
        for name in reference.names(html)? {
            let path = name.strip_prefix(up).unwrap_or(&name);
            let integrity = sha256(programs.get(path)?);
            all += &integrity;
            match reference.attribute {
                "data-writer" | "data-writer-wasm" => writer.insert(name, integrity),
                _ if reference.first => kept.insert(name, integrity),
                _ => rest.insert(name, integrity),
            };
        }
    }
    let version = names::digest(all.as_bytes());
    let mark = deploy::of_page(html);
    Ok(json!({"version": version, "mark": mark, "files": kept, "rest": rest, "writer": writer}))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE_TEXT: &str = "<link rel=\"stylesheet\" href=\"s.css\">\
        <script src=\"l.js\" data-app=\"g.js\" data-app-wasm=\"w.wasm\" \
        data-writer=\"v.js\" data-writer-wasm=\"v.wasm\" data-framed=\"f.js\"></script>";

    /// The page and the worker after each of these steps on one site.
    fn steps(steps: &[(&str, &str, bool)]) -> Vec<(String, String)> {
        let mut files = Files::from_iter([(PAGE, PAGE_TEXT), (PATH, "(function () {})();\n")]);
        for name in ["s.css", "l.js", "g.js", "w.wasm", "v.js", "v.wasm", "f.js"] {
            files.put(name, "abc");
        }
        let after = steps.iter().map(|(name, bytes, offline)| {
            files.put(*name, *bytes);
            let programs = files.clone();
            let page = register(files.text(PAGE).unwrap(), *offline).unwrap();
            files.put(PAGE, page.as_str());
            let kept = offline.then_some(page.as_str());
            put(&mut files, &programs, "", kept).unwrap();
            let text = |name| files.text(name).unwrap().to_owned();
            (text(PAGE), text(PATH))
        });
        after.collect()
    }

    #[test]
    fn the_worker_keeps_what_the_page_names() {
        let after = steps(&[(data::PATH, "{}", true)]);
        let (page, worker) = &after[0];
        assert!(page.contains("data-worker=\"sw.js\""), "{page}");
        let (plan, code) = worker.split_once('\n').unwrap();
        assert_eq!(code, "(function () {})();\n");
        let plan = plan.strip_prefix(PLAN).unwrap().trim_end_matches(';');
        let plan: serde_json::Value = serde_json::from_str(plan).unwrap();
        // SHA-256 of "abc" from FIPS 180-2, appendix B.1, in base64.
        let abc = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        let files = json!({"s.css": abc, "l.js": abc, "g.js": abc, "w.wasm": abc});
        assert_eq!(plan["files"], files);
        assert_eq!(plan["rest"], json!({"f.js": abc}));
        assert_eq!(plan["writer"], json!({"v.js": abc, "v.wasm": abc}));
    }

    #[test]
    fn any_change_is_a_new_version_and_no_change_is_none() {
        let after = steps(&[
            (data::PATH, "{}", true),
            (data::PATH, "{}", true),
            (data::PATH, "{ }", true),
            ("g.js", "abcd", true),
            ("icon.svg", "abcd", true),
        ]);
        let workers: Vec<_> = after.iter().map(|(_, worker)| worker).collect();
        assert_eq!(workers[0], workers[1]);
        assert_ne!(workers[1], workers[2], "other data");
        assert_ne!(workers[2], workers[3], "another script");
        assert_eq!(workers[3], workers[4], "a file that the page does not name");
    }

    #[test]
    fn without_offline_reading_the_worker_has_nothing_to_keep() {
        let after = steps(&[
            (data::PATH, "{}", true),
            (data::PATH, "{}", false),
            (data::PATH, "{}", true),
        ]);
        assert_eq!(
            after[1],
            (PAGE_TEXT.to_owned(), "(function () {})();\n".to_owned())
        );
        assert_eq!(after[2], after[0]);
    }

    #[test]
    fn a_report_in_a_folder_keeps_what_stands_above_it() {
        let files = ["s.css", "l.js", "g.js", "w.wasm", "v.js", "v.wasm", "f.js"];
        let mut programs: Files = files.into_iter().map(|name| (name, "abc")).collect();
        programs.put(PATH, "self.tujie={};\n(function () {})();\n");
        let page = PAGE_TEXT
            .replace("=\"", "=\"../")
            .replace("../stylesheet", "stylesheet");
        let mut own = Files::from_iter([(PAGE, page.as_str()), (data::PATH, "{}")]);
        let page = register(&page, true).unwrap();
        put(&mut own, &programs, "../", Some(&page)).unwrap();
        let worker = own.text(PATH).unwrap();
        assert!(worker.contains("\"../w.wasm\":\"sha256-"), "{worker}");
        release(&mut programs).unwrap();
        assert_eq!(programs.text(PATH).unwrap(), "(function () {})();\n");
    }
}
