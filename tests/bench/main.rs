//! What has bounds, measured: what searching, publishing and drafting take, and what a
//! first visit costs its reader on a slow phone and a slow network, for the
//! report and for larger ones, beside a plain page of the same words.
//!
//! `cargo xtask bench` builds the site and the command and runs this: it prints
//! what it finds and fails no bound, since times are those of one computer at one
//! moment.
//!
//! - [`search`], [`publish`], [`drafting`]: measured here, the command by what is
//!   [`spent`]; [`visit`], [`opening`], [`frames`], [`keystroke`]: in the browser.
//! - [`sites`]: what is visited; [`yardstick`]: what the report is compared to;
//!   [`row`]: how a measurement is told.

#[path = "../browser/browser.rs"]
#[expect(dead_code, reason = "the tests need more of a browser")]
mod browser;
mod drafting;
mod frames;
mod keystroke;
#[path = "../large.rs"]
mod large;
mod opening;
mod publish;
mod row;
mod search;
#[path = "../browser/server.rs"]
#[expect(dead_code, reason = "the tests need more of a server")]
mod server;
mod sites;
mod spent;
mod visit;
mod yardstick;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use row::Row;
use visit::{Visit, visit};

/// How often each page is visited; the middle one of all visits counts.
const VISITS: usize = 5;

fn main() -> Result<()> {
    let [command, folder] = ["TUJIE_COMMAND", "TUJIE_BENCH_FOLDER"].map(std::env::var_os);
    let command = PathBuf::from(command.context("this is run by: cargo xtask bench")?);
    let folder = PathBuf::from(folder.context("this is run by: cargo xtask bench")?);
    let mut rows = search::rows()?;
    rows.extend(publish::rows(&command, &folder)?);
    rows.extend(drafting::rows(&command, &folder)?);
    rows.iter().for_each(Row::print);

    println!();
    let sites = sites::make(&command, &folder)?;
    println!("a first visit: 390 px, 4× slower processor, 1.6 Mbit/s, 150 ms; median of {VISITS}");
    println!(
        "{:<12}{:>8}{:>8}{:>12}{:>8}{:>8}{:>9}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}",
        "ms, MB, KB",
        "FCP",
        "LCP",
        "interactive",
        "live",
        "CLS",
        "blocking",
        "longest",
        "heap",
        "WASM",
        "sent",
        "kept",
        "again"
    );
    let plain = sites.join(yardstick::FOLDER);
    // The first visit of all finds the computer cold.
    let _ = visit(&plain);
    let yard = row("plain HTML", &plain);
    let one = row("1×", &sites.join("1"));
    row("10×", &sites.join("10"));
    let large = row("50×", &sites.join("50"));

    println!();
    let judge = |what: &str, found: f64, bound: f64, unit: &'static str| {
        Row::new(what, found, bound, unit).print();
    };
    judge("FCP beside plain HTML", one.fcp / yard.fcp, 1.2, "");
    judge("LCP beside plain HTML", one.lcp / yard.lcp, 1.2, "");
    let interactive = one.interactive / yard.interactive;
    judge("interactive beside plain HTML", interactive, 1.15, "");
    let blocking = one.blocking / yard.blocking.max(1.0);
    judge("blocking beside plain HTML", blocking, 1.2, "");
    judge(
        "FCP again beside plain HTML",
        one.again / yard.again,
        1.0,
        "",
    );
    judge("a kept visit", one.kept, 140.0, "KB");
    judge("live after FCP", one.live - one.fcp, 1200.0, "ms");
    judge("the longest task", one.longest, 50.0, "ms");
    judge("layout shift", one.shift, 0.01, "");
    judge("heap and WASM memory", one.heap + one.wasm, 3.0, "MB");
    judge("live with 50 times the report", large.live, 3000.0, "ms");
    let often = |measure: &dyn Fn() -> f64| median((0..VISITS).map(|_| measure()).collect());
    let yard = often(&|| opening::section(&plain));
    judge("a section opens, plain HTML", yard, 50.0, "ms");
    for times in ["1", "50"] {
        let site = sites.join(times);
        let section = often(&|| opening::section(&site));
        judge(&format!("a section opens, {times}×"), section, 50.0, "ms");
        judge("… beside plain HTML", section / yard, 1.2, "");
        let all = often(&|| opening::all(&site));
        judge(&format!("all sections open, {times}×"), all, 60.0, "ms");
    }
    for (name, drawing, duration) in frames::DRAWINGS {
        let shares = (0..VISITS).map(|_| frames::dropped(&sites.join("1"), drawing, duration));
        let share = median(shares.collect());
        judge(&format!("frames dropped by {name}"), share, 5.0, "%");
    }
    for (name, site, bound) in [("1×", "1", 10.0), ("50×", "50", 50.0)] {
        let [middle, longest] = keystroke::keystrokes(&sites.join(site));
        judge(&format!("a key in the search, {name}"), middle, bound, "ms");
        judge(&format!("the slowest key, {name}"), longest, bound, "ms");
    }
    Ok(())
}

/// The middle one.
fn median(mut all: Vec<f64>) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// Visits a site, prints the medians and gives them.
fn row(name: &str, site: &Path) -> Visit {
    let visits: Vec<Visit> = (0..VISITS).map(|_| visit(site)).collect();
    let one = Visit::median(&visits);
    println!(
        "{name:<12}{:>8.0}{:>8.0}{:>12.0}{:>8.0}{:>8.4}{:>9.0}{:>8.0}{:>8.1}{:>8.1}{:>8.1}{:>8.1}{:>8.0}",
        one.fcp,
        one.lcp,
        one.interactive,
        one.live,
        one.shift,
        one.blocking,
        one.longest,
        one.heap,
        one.wasm,
        one.sent,
        one.kept,
        one.again
    );
    one
}
