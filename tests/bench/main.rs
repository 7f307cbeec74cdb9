//! What a first visit costs its reader on a slow phone and a slow network, for
//! the report and for larger ones, beside the same page without scripts.
//!
//! `cargo xtask bench` makes the sites and runs this: it prints what it finds
//! and fails nothing, since times are those of one computer at one moment.

#[path = "../browser/browser.rs"]
#[expect(dead_code, reason = "the tests need more of a browser")]
mod browser;
mod frames;
mod keystroke;
#[path = "../browser/server.rs"]
#[expect(dead_code, reason = "the tests need more of a server")]
mod server;
mod visit;

use std::path::{Path, PathBuf};

use visit::{Visit, visit};

/// How often each page is visited; the middle one of all visits counts.
const VISITS: usize = 5;

fn main() {
    let Some(sites) = std::env::var_os("TUJIE_BENCH_SITES").map(PathBuf::from) else {
        eprintln!("the sites are made by: cargo xtask bench");
        std::process::exit(2);
    };
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
    let judge = |what: &str, found: f64, bound: f64, unit: &str| {
        let mark = if found <= bound { "✓" } else { "✗" };
        println!("{mark} {what:<44}{found:>9.2} {unit:<3} of {bound:>9.2} {unit}");
    };
    judge("FCP beside no scripts", one.fcp / still.fcp, 1.05, "");
    judge("LCP beside no scripts", one.lcp / still.lcp, 1.05, "");
    judge("live after FCP", one.live - one.fcp, 1500.0, "ms");
    judge("blocking added", one.blocking - still.blocking, 100.0, "ms");
    judge("layout shift", one.shift, 0.01, "");
    judge("heap and WASM memory", one.heap + one.wasm, 12.0, "MB");
    judge("live with 50 times the report", large.live, 4000.0, "ms");
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
