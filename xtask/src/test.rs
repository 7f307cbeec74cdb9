//! `cargo xtask test`: everything a change must pass, the quickest first.

use std::fs;

use anyhow::{Context, Result};

use crate::build::{self, WASM, WASMS};
use crate::lanes::{self, Job};
use crate::step::{cargo, execute, repository, step};
use crate::studio::{self, WASI};
use crate::tools::{self, Tools};
use crate::{engines, language, system};

/// Runs every step; the first that fails ends it.
pub fn run() -> Result<()> {
    eprintln!(
        "test: everything a change must pass, in about twenty minutes; the first time in forty"
    );
    let needs = [system::BROWSER, system::ENGINES_AND_SERVERS].concat();
    let tools = tools::ensure(tools::TEST, &needs, engines::chromium()?, build::hooks())?;
    cargo_step("formatting", &["fmt", "--all", "--", "--check"])?;
    let lints = ["clippy", "--quiet", "--locked"];
    let deny = ["--", "-D", "warnings"];
    let native = ["--workspace", "--all-targets"];
    cargo_step("lints", &[&lints[..], &native, &deny].concat())?;
    let browser = [&["--target", WASM, "--lib"], &WASMS[..]].concat();
    cargo_step(
        "lints for the browser",
        &[&lints[..], &browser, &deny].concat(),
    )?;
    tools::target(WASI)?;
    for (target, name) in [(WASM, "desk"), (WASI, "press")] {
        let one = ["--target", target, "--bin", name];
        cargo_step("lints of the 编辑台", &[&lints[..], &one, &deny].concat())?;
    }
    step("types of the scripts", || scripts(&tools))?;
    // Much of a release build is the work of one processor.
    let mut site = build::trunk(&tools);
    site.args(["build", "--release"]);
    let test = ["test", "--quiet", "--locked"];
    let quick = [
        "--workspace",
        "--lib",
        "--bins",
        "--test",
        "native",
        "--test",
        "draft",
    ];
    let slow = [
        "--test", "delivery", "--test", "browser", "--test", "engines",
    ];
    let mut natively = cargo(&[&test[..], &quick].concat());
    let compile = cargo(&[&["test", "--locked", "--no-run"], &slow[..]].concat());
    lanes::run(vec![
        vec![
            Job::new("native tests", move |at| at.show(&mut natively)),
            Job::command("compile the other tests", compile),
        ],
        vec![
            Job::command("build the site", site),
            studio::desk_job(&tools)?,
        ],
        vec![studio::press_job(&tools)?],
    ])?;
    step("bind the 编辑台", studio::bind)?;
    step("language of the built scripts", || language::check(&tools))?;
    for (name, binary) in [
        ("delivery tests", "delivery"),
        ("browser tests", "browser"),
        ("engines", "engines"),
    ] {
        cargo_step(name, &[&test[..], &["--test", binary]].concat())?;
    }
    Ok(())
}

/// The scripts are plain JavaScript. Those of the site say their types in comments;
/// those of the tests are held to names that are there.
fn scripts(tools: &Tools) -> Result<()> {
    let tests = repository().join("tests");
    let mut stories = vec![tests.join("page.d.ts")];
    language::collect(&tests, &mut stories)?;
    let editors = repository().join("xtask").join("src").join("editors");
    stories.push(editors.join("editors.d.ts"));
    language::collect(&editors, &mut stories)?;
    execute(
        tools
            .command("tsc")
            .args(["--noEmit", "--allowJs", "--checkJs", "--noUnusedLocals"])
            .args(["--target", "es2022", "--lib", "es2023,dom,dom.iterable"])
            .args(stories),
    )?;
    let public = repository().join("public");
    let entries = fs::read_dir(&public).context("cannot list public")?;
    let (workers, pages): (Vec<_>, Vec<_>) = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "js"))
        .partition(|path| path.ends_with("sw.js"));
    let studio = repository().join("studio");
    let current = [
        "--target",
        "es2022",
        "--noEmit",
        "--allowJs",
        "--checkJs",
        "--strict",
    ];
    for (lib, script) in [("dom,dom.iterable", "boot.js"), ("webworker", "press.js")] {
        let mut types = tools.command("tsc");
        types
            .args(current)
            .args(["--lib", &["es2022", lib].join(",")]);
        execute(types.arg(studio.join(script)))?;
    }
    // What a worker sees of the browser is not what a page sees.
    for (lib, scripts) in [("dom,dom.iterable", pages), ("webworker", workers)] {
        execute(
            tools
                .command("tsc")
                .args(["--noEmit", "--allowJs", "--checkJs", "--strict"])
                .args([
                    "--noUnusedLocals",
                    "--noImplicitReturns",
                    "--target",
                    "es2018",
                ])
                .args(["--lib", &["es2018", lib].join(",")])
                .args(scripts),
        )?;
    }
    Ok(())
}

fn cargo_step(name: &str, arguments: &[&str]) -> Result<()> {
    step(name, || execute(&mut cargo(arguments)))
}
