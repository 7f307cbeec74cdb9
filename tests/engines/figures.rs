//! Digits roll when they are first seen, and end on what is printed.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::engine::in_every_engine;
use crate::page::Page;

in_every_engine!(digits_roll_to_what_is_printed);

/// The headline's figures by their id, with what is seen of each: its number,
/// its label.
const SHOWN: &str = "Array.from(document.querySelectorAll('#figures [data-figure]'))
    .reduce((shown, figure) => {
        shown[figure.dataset.figure] = ['number', 'label'].map((part) =>
            figure.querySelector('.tj-figure__' + part).textContent);
        return shown;
    }, {})";

async fn digits_roll_to_what_is_printed(page: &mut Page) {
    page.open_live("").await;
    // Those of the first screen may have rolled before anybody looks.
    let figures = "Array.from(document.querySelectorAll('.tj-tally .tj-figure__number'))";
    page.eval::<()>(
        "void (window.rolled = [], document.addEventListener('animationstart', ({target}) => {
            rolled.push(target.parentElement);
        }, true), document.querySelector('.tj-tally').scrollIntoView({block: 'center'}))",
    )
    .await;
    page.until(&format!(
        "{figures}.length > 0 && {figures}.every((figure) => rolled.includes(figure))"
    ))
    .await;
    page.until("!document.querySelector('.tj-tally [data-reel]')")
        .await;

    let shown: BTreeMap<String, [String; 2]> = page.eval(SHOWN).await;
    assert!(shown.len() >= 6, "{shown:?}");
    let report: Value = serde_json::from_slice(&page.site.read("/data/report.json"))
        .expect("the data file is JSON");
    let figures = report["figures"].as_array().expect("figures");
    for (id, [number, label]) in shown {
        let figure = figures.iter().find(|figure| figure["id"] == id.as_str());
        let figure = figure.unwrap_or_else(|| panic!("no figure {id}"));
        assert_eq!(figure["phrase"], number.as_str());
        assert_eq!(figure["label"], label.as_str());
    }
}
