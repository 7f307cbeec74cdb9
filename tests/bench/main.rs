//! What has bounds, measured: what searching and publishing take, and what a
//! first visit costs its reader on a slow phone and a slow network, for the
//! report and for larger ones, beside the same page without scripts.
//!
//! `cargo xtask bench` builds the site and the command and runs this: it prints
//! what it finds and fails no bound, since times are those of one computer at one
//! moment.
//!
//! - [`search`], [`publish`]: measured here; [`visit`], [`frames`], [`keystroke`]:
//!   in the browser.
//! - [`sites`]: what is visited; [`row`]: how a measurement is told.

#[path = "../browser/browser.rs"]
#[expect(dead_code, reason = "the tests need more of a browser")]
mod browser;
mod frames;
mod keystroke;
#[path = "../large.rs"]
mod large;
mod publish;
mod row;
mod search;
#[path = "../browser/server.rs"]
#[expect(dead_code, reason = "the tests need more of a server")]
mod server;
mod sites;
mod visit;

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
    rows.iter().for_each(Row::print);

    println!();
    let sites = sites::make(&command, &folder)?;
    println!("a first visit: 390 px, 4× slower processor, 1.6 Mbit/s, 150 ms; median of {VISITS}");
    println!(
        "{:<24}{:>8}{:>8}{:>8}{:>8}{:>9}{:>9}{:>9}{:>9}",
        "ms and MB", "FCP", "LCP", "live", "CLS", "blocking", "longest", "heap", "WASM"
    );
    // The first visit of all finds the computer cold.
    let _ = visit(&sites.join("still"));
    let still = row("1×, no scripts", &sites.join("still"));
    let one = row("1×", &sites.join("1"));
    row("10×", &sites.join("10"));
    let large = row("50×", &sites.join("50"));

    println!();
    let judge = |what: &str, found: f64, bound: f64, unit: &'static str| {
        Row::new(what, found, bound, unit).print();
    };
    judge("FCP beside no scripts", one.fcp / still.fcp, 1.05, "");
    judge("LCP beside no scripts", one.lcp / still.lcp, 1.05, "");
    judge("live after FCP", one.live - one.fcp, 1200.0, "ms");
    judge("the longest task", one.longest, 50.0, "ms");
    judge("blocking added", one.blocking - still.blocking, 50.0, "ms");
    judge("layout shift", one.shift, 0.01, "");
    judge("heap and WASM memory", one.heap + one.wasm, 3.0, "MB");
    judge("live with 50 times the report", large.live, 3000.0, "ms");
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
        "{name:<24}{:>8.0}{:>8.0}{:>8.0}{:>8.4}{:>9.0}{:>9.0}{:>9.1}{:>9.1}",
        one.fcp, one.lcp, one.live, one.shift, one.blocking, one.longest, one.heap, one.wasm
    );
    one
}
