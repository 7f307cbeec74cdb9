//! The rules of the house that one crate cannot enforce by itself, read from the
//! sources: imports run one way and in no circle, one name stands for one thing,
//! and what knows nothing of the page stays so.

mod scan;

use std::collections::{BTreeMap, BTreeSet};

use self::scan::{Module, Source, sources};

/// Each top-level module with the others that its files may reach.
const ALLOWED: [(&str, &[&str]); 14] = [
    ("report", &[]),
    ("layout", &["report"]),
    ("charset", &[]),
    ("draft", &["charset", "report"]),
    ("explain", &["charset", "report"]),
    ("browser", &[]),
    ("page", &["browser", "layout", "report"]),
    ("tools", &["browser", "layout", "page", "report"]),
    ("app", &["browser", "page", "report", "tools"]),
    ("writer", &["browser", "page", "report"]),
    ("extras", &["browser", "page", "report", "tools"]),
    ("site", &["charset", "explain", "layout", "page", "report"]),
    (
        "studio",
        &["browser", "draft", "explain", "page", "report", "site"],
    ),
    (
        "command",
        &["charset", "draft", "explain", "report", "site"],
    ),
];

/// What modules must not know, by the words that would name it.
const UNKNOWN: [(&str, &[&str]); 6] = [
    ("report", &["leptos", "web_sys", "js_sys", "wasm_bindgen"]),
    ("layout", &["leptos", "web_sys", "js_sys", "wasm_bindgen"]),
    (
        "explain",
        &["leptos", "web_sys", "js_sys", "clap", "anyhow", "fs", "env"],
    ),
    ("browser", &["leptos"]),
    ("charset", &["leptos", "web_sys", "js_sys", "fs", "env"]),
    (
        "draft",
        &["leptos", "web_sys", "js_sys", "clap", "anyhow", "fs", "env"],
    ),
];

#[test]
fn imports_run_one_way() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (module, source) in sources {
        let top = &module[0];
        let allowed = ALLOWED.iter().find(|(name, _)| name == top);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("`{top}` is not in the table"));
        for path in &source.paths {
            let reached = path.first().map_or("*", String::as_str);
            if reached != top && !allowed.contains(&reached) {
                wrong.push(format!("{} → {}", module.join("::"), path.join("::")));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A module and what is inside it may know each other; no others may.
#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = sources();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = sources
        .iter()
        .map(|(module, source)| (module, files_reached(module, source, sources)))
        .collect();
    let circles: Vec<String> = sources
        .keys()
        .filter(|module| leads_to(module, module, &reached))
        .map(|module| module.join("::"))
        .collect();
    assert_eq!(circles, Vec::<String>::new());
}

/// A module's own file, as `river.rs` beside `river/`, is known by the whole of its
/// path; any other is spoken of by its name.
#[test]
fn no_two_files_share_a_name() {
    let sources = sources();
    let holds = |module: &Module| {
        let inside = |other: &Module| other.len() > module.len() && other.starts_with(module);
        sources.keys().any(inside)
    };
    let mut named: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for module in sources.keys().filter(|module| !holds(module)) {
        let name = module.last().map_or("", String::as_str);
        named.entry(name).or_default().push(module.join("::"));
    }
    named.retain(|_, modules| modules.len() > 1);
    named.remove("tests");
    assert_eq!(named, BTreeMap::new());
}

/// So do types; what a trait names of each of its kind does not count.
#[test]
fn no_two_types_share_a_name() {
    let mut named: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (module, source) in sources() {
        for name in &source.types {
            named.entry(name).or_default().push(module.join("::"));
        }
    }
    named.retain(|_, modules| modules.len() > 1);
    assert_eq!(named, BTreeMap::new());
}

#[test]
fn modules_know_only_what_they_are_for() {
    let mut wrong = Vec::new();
    for (module, source) in sources() {
        for (_, unknown) in UNKNOWN.iter().filter(|(name, _)| *name == module[0]) {
            let known = unknown.iter().filter(|word| source.words.contains(**word));
            wrong.extend(known.map(|word| format!("{} knows {word}", module.join("::"))));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The site's core takes files and gives files; only these know folders, and of
/// them one the clock and the environment.
#[test]
fn the_site_is_made_without_folders_and_clocks() {
    const SHELL: [&str; 3] = ["folder", "publish", "failure"];
    let mut wrong = Vec::new();
    for (module, source) in sources().iter().filter(|(module, _)| module[0] == "site") {
        let shell = module.get(1).is_some_and(|name| SHELL.contains(&&**name));
        // When a site is made, the folder's shell asks the clock, or the environment.
        let unknown: &[&str] = if module.get(1).is_some_and(|name| name == "folder") {
            &["Instant"]
        } else if shell {
            &["SystemTime", "Instant"]
        } else {
            &["fs", "Path", "PathBuf", "SystemTime", "Instant", "var_os"]
        };
        let known = unknown.iter().filter(|word| source.words.contains(**word));
        wrong.extend(known.map(|word| format!("{} knows {word}", module.join("::"))));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// What a browser offers is used by many pages; ours has its classes and ids elsewhere.
#[test]
fn the_browser_knows_no_class_and_no_id_of_the_page() {
    let mut wrong = Vec::new();
    for (module, source) in sources()
        .iter()
        .filter(|(module, _)| module[0] == "browser")
    {
        let named = |text: &str| {
            let id = text.trim_start_matches('"').strip_prefix('#');
            id.is_some_and(|id| id.starts_with(|letter: char| letter.is_ascii_lowercase()))
        };
        let ours = |text: &&String| text.contains("tj-") || named(text);
        let found = source.texts.iter().filter(ours);
        wrong.extend(found.map(|text| format!("{}: {text}", module.join("::"))));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The files that a file reaches, but for itself, those above it and those inside it.
fn files_reached<'a>(
    module: &Module,
    source: &Source,
    sources: &'a BTreeMap<Module, Source>,
) -> BTreeSet<&'a Module> {
    let file = |path: &Module| {
        let mut prefixes = (1..=path.len()).rev().map(|length| &path[..length]);
        prefixes.find_map(|prefix| sources.get_key_value(prefix))
    };
    let reached = source.paths.iter().filter_map(file);
    reached
        .map(|(reached, _)| reached)
        .filter(|reached| !reached.starts_with(module) && !module.starts_with(reached))
        .collect()
}

/// Whether imports lead from one file to the other.
fn leads_to(from: &Module, to: &Module, reached: &BTreeMap<&Module, BTreeSet<&Module>>) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        for next in reached.get(module).into_iter().flatten() {
            if *next == to {
                return true;
            }
            if seen.insert(*next) {
                open.push(next);
            }
        }
    }
    false
}
