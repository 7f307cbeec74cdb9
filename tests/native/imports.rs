//! Imports run one way: `report ← layout ← page ← {writer, site} ← mount`.
//!
//! One crate cannot enforce that, so this reads the sources: every path that
//! starts at `crate::` must lead to a module the table allows. Paths through
//! `super` stay inside a module by the house's habit.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each top-level module with what its files may reach through `crate::`.
const ALLOWED: [(&str, &[&str]); 13] = [
    ("report", &["report"]),
    ("explain", &["explain", "report"]),
    ("layout", &["layout", "report"]),
    ("browser", &["browser"]),
    ("options", &["options"]),
    ("components", &["components", "layout", "options", "report"]),
    ("page", &["page", "layout", "report"]),
    ("writer", &["writer", "browser", "page", "report"]),
    (
        "tools",
        &[
            "tools",
            "browser",
            "components",
            "layout",
            "options",
            "report",
        ],
    ),
    (
        "extra",
        &[
            "extra",
            "browser",
            "components",
            "layout",
            "options",
            "report",
            "tools",
        ],
    ),
    (
        "mount",
        &[
            "mount",
            "app",
            "browser",
            "components",
            "layout",
            "options",
            "page",
            "report",
            "tools",
            "writer",
        ],
    ),
    (
        "site",
        &[
            "site",
            "app",
            "browser",
            "components",
            "explain",
            "layout",
            "options",
            "page",
            "report",
        ],
    ),
    ("command", &["command", "explain", "report", "site"]),
];

/// What the pure modules must not know, whatever the target.
const FRAMEWORK: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net"];

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for (module, path, text) in sources() {
        let allowed = ALLOWED.iter().find(|(name, _)| *name == module);
        let Some((_, allowed)) = allowed else {
            panic!(
                "{}: `{module}` is not in the table of modules",
                path.display()
            );
        };
        for reached in reached(&text) {
            if !allowed.contains(&reached.as_str()) {
                wrong.push(format!("{}: crate::{reached}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn data_and_geometry_know_no_framework() {
    let pure = |module: &str| matches!(module, "report" | "layout" | "options");
    for (_, path, text) in sources().into_iter().filter(|(module, ..)| pure(module)) {
        for name in FRAMEWORK {
            assert!(
                !code(&text).contains(name),
                "{} names {name}",
                path.display()
            );
        }
    }
}

#[test]
fn the_scanner_finds_every_kind_of_path() {
    let text = r#"
        //! See [`crate::hidden`].
        use crate::report::{Report, check};
        use crate::{app, site::{data, html}, layout as geometry};
        use crate::{
            components::{chapter::chapter, words},
            browser,
        };
        pub(in crate::mount) fn run() {
            let number = crate::options::number(1); // crate::hidden
            my_crate::hidden();
            $crate::command!();
        }
    "#;
    let expected = [
        "app",
        "browser",
        "command",
        "components",
        "layout",
        "mount",
        "options",
        "report",
        "site",
    ];
    let found = reached(text);
    assert_eq!(
        found.iter().map(String::as_str).collect::<Vec<_>>(),
        expected
    );
    assert!(reached("use crate::*;").contains("*"));
}

/// The library's files with the top-level module each belongs to. The roots
/// only declare the modules, and the developer tasks are a crate of their own.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let of_module = |path: PathBuf| {
        let inside = path
            .strip_prefix(&root)
            .expect("a file below src")
            .to_owned();
        let first = inside.iter().next()?.to_str()?;
        let module = first.strip_suffix(".rs").unwrap_or(first).to_owned();
        let text = fs::read_to_string(&path).expect("a readable source");
        (!matches!(&*module, "lib" | "main" | "bin")).then_some((module, inside, text))
    };
    let sources: Vec<_> = files.into_iter().filter_map(of_module).collect();
    assert!(sources.len() > 30, "only {} sources found", sources.len());
    sources
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// The top-level modules reached through `crate::`.
fn reached(text: &str) -> BTreeSet<String> {
    let code = code(text);
    let mut modules = BTreeSet::new();
    for (start, root) in code.match_indices("crate::") {
        let named = |letter: char| letter.is_alphanumeric() || letter == '_';
        if code[..start].ends_with(named) {
            continue;
        }
        let path = &code[start + root.len()..];
        match path.strip_prefix('{') {
            Some(group) => modules.extend(entries(group).into_iter().map(first)),
            None => _ = modules.insert(first(path)),
        }
    }
    modules
}

/// The entries of a group up to its closing brace; groups inside stay whole.
fn entries(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut entries) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                entries.push(group[start..at].trim());
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

/// The first name of a path, or the sign that stands in its place.
fn first(path: &str) -> String {
    let end = path.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
    path[..end.unwrap_or(path.len()).max(1)].to_owned()
}

/// The text without line comments.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}
