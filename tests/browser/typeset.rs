//! Chinese set as a book designer would: at every width no line parts a number from its
//! unit, breaks a word of what is not running text, ends a text with one letter, or begins
//! or ends with a sign that may not stand there.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use serde_json::{Value, json};
use tujie::report::number::unbroken;
use tujie::site::segment::Segmenter;

use crate::browser::{Browser, browse};
use crate::published::sample;
use crate::server::Site;

const SCRIPT: &str = include_str!("typeset.js");

/// Every width that a window may have.
const WIDTHS: [u32; 3] = [320, 2560, 10];

/// What lays out lines of its own.
#[derive(Deserialize)]
struct Block {
    text: String,
}

/// A line that ends where it should not.
#[derive(Clone, Debug, Deserialize)]
struct Fault {
    kind: String,
    /// The lines of the text.
    shown: String,
    running: bool,
    /// The class of what shows it.
    at: String,
}

/// Looks at all widths, with all sections open.
async fn sweep(browser: &Browser, address: &str, [from, to, step]: [u32; 3]) -> Vec<(u32, Fault)> {
    let still = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
    browser.tell("Emulation.setEmulatedMedia", still).await;
    browser.open(address).await;
    browser.until_live().await;
    browser
        .run::<()>(
            "for (const details of document.querySelectorAll('#app details')) details.open = true;",
            Vec::new(),
        )
        .await;
    browser.call::<()>(SCRIPT, Vec::new()).await;
    let blocks: Vec<Block> = browser.eval("typeset.collect()").await;
    assert!(blocks.len() > 20, "{} blocks", blocks.len());
    let words = Segmenter::known().expect("the dictionary");
    let ranges: Vec<Value> = blocks
        .iter()
        .map(|block| {
            let text = block.text.as_str();
            let numbers = unbroken(text);
            json!({"words": places(text, words.of(text)), "numbers": places(text, numbers)})
        })
        .collect();
    browser
        .run::<()>("typeset.given(arguments[0]);", vec![json!(ranges)])
        .await;
    let mut found = Vec::new();
    for width in (from..=to).step_by(step as usize) {
        browser.resize(width, 900).await;
        let faults: Vec<Fault> = browser.eval("typeset.look()").await;
        found.extend(faults.into_iter().map(|fault| (width, fault)));
    }
    found
}

/// Ranges in bytes as ranges of a script's letters.
fn places(text: &str, ranges: Vec<Range<usize>>) -> Vec<[usize; 2]> {
    let place = |at: usize| text.get(..at).unwrap_or_default().encode_utf16().count();
    let ranges = ranges.into_iter();
    ranges
        .map(|range| [place(range.start), place(range.end)])
        .collect()
}

/// How often each kind was found, and where.
fn table(found: &[(u32, Fault)]) -> String {
    let mut kinds: BTreeMap<(&str, bool), usize> = BTreeMap::new();
    let mut shown: BTreeMap<(&str, &str, &str), Vec<u32>> = BTreeMap::new();
    for (width, fault) in found {
        *kinds.entry((&fault.kind, fault.running)).or_default() += 1;
        let lines = (fault.kind.as_str(), fault.at.as_str(), fault.shown.as_str());
        shown.entry(lines).or_default().push(*width);
    }
    let kinds = kinds.iter().map(|((kind, running), count)| {
        let text = if *running { "running" } else { "display" };
        format!("{count:6} {kind} in {text} text\n")
    });
    let shown = shown.iter().map(|((kind, at, lines), widths)| {
        format!(
            "{kind} {at} {:?}..{:?}: {lines}\n",
            widths.first(),
            widths.last()
        )
    });
    kinds.chain(shown).collect()
}

/// Sweeps the page of a site in one size of type.
async fn ends_well(browser: &Browser, site: &Site, address: &str, widths: [u32; 3]) {
    let found = sweep(browser, &site.page(address), widths).await;
    assert!(found.is_empty(), "{address}\n{}", table(&found));
}

#[test]
fn lines_end_where_they_may() {
    browse(async |browser| {
        let site = Site::built().await;
        ends_well(browser, &site, "", WIDTHS).await;
    });
}

#[test]
fn large_lines_end_where_they_may() {
    browse(async |browser| {
        let site = Site::built().await;
        ends_well(browser, &site, "?size=elder", WIDTHS).await;
    });
}

#[test]
fn lines_of_other_reports_end_where_they_may() {
    browse(async |browser| {
        for name in ["chongqing", "national"] {
            let site = Site::of(sample(name)).await;
            for address in ["", "?size=elder"] {
                ends_well(browser, &site, address, [320, 2560, 160]).await;
            }
        }
    });
}

/// What is copied is the source's words: no sign stands in them for a line's sake.
#[test]
fn copies_are_clean() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let copied: String = browser
            .run(
                "getSelection().selectAllChildren(document.querySelector('main'));
                return getSelection().toString();",
                Vec::new(),
            )
            .await;
        assert!(copied.contains("助推高质量发展之路越走越宽广"), "{copied}");
        let signs = ['\u{AD}', '\u{200B}', '\u{2060}', '|'];
        assert!(!copied.contains(signs), "{copied}");
    });
}
