//! Digits roll when a key figure is first seen: what is printed turns round to itself.
//! No other number passes, not for a moment: whoever looks, or takes a picture, then
//! sees what is printed. WASM only.
//!
//! Only what is hidden from assistive technology moves, by transform alone, so
//! nothing else on the page does.

use crate::browser::dom::find;
use crate::browser::listen::Listener;
use crate::browser::motion::motion_wanted;
use crate::browser::pause;
use crate::browser::sight::Sight;
use crate::page::mounting::keep;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How long a reel that has stopped waits for others, in ms: each time one goes,
/// the browser lays out and paints what is around it.
const TOGETHER: i32 = 300;

/// Lets digits roll, until the current owner ends. Those in view already do, too.
pub fn attach(root: &Element) {
    keep(Sight::watch(
        find(root, ".tj-figure__number"),
        0.6,
        "0px",
        roll,
    ));
    // Reels that have stopped, and show what is printed under them.
    let stopped = StoredValue::new_local(Vec::new());
    keep(Listener::new(root, "animationend", move |event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let reel = |target: &Element| target.has_attribute("data-reel");
        if let Some(reel) = target.filter(reel) {
            stop(stopped, reel);
        }
    }));
}

/// Takes a reel away, together with those that stop soon after.
fn stop(stopped: StoredValue<Vec<Element>, LocalStorage>, reel: Element) {
    let first = stopped.with_value(Vec::is_empty);
    stopped.update_value(|stopped| stopped.push(reel));
    if first {
        pause::begin(async move {
            pause::wait(TOGETHER).await;
            let reels = stopped.try_update_value(std::mem::take);
            for reel in reels.unwrap_or_default() {
                let _ = reel.remove_attribute("data-reel");
            }
        });
    }
}

/// Sets the digits of figures rolling, once, unless the reader wants or sees no
/// motion. Which is asked first: the browser would lay out what was changed before.
fn roll(figures: Vec<Element>) {
    let document = figures.first().and_then(|figure| figure.owner_document());
    let moves = document.is_some_and(|document| !document.hidden() && motion_wanted(&document));
    for figure in figures {
        if figure.has_attribute("data-seen") {
            continue;
        }
        let _ = figure.set_attribute("data-seen", "");
        if moves {
            for digits in find(&figure, ".tj-digits") {
                let text = digits.text_content().unwrap_or_default();
                let _ = digits.set_attribute("data-reel", &reel(&text));
            }
        }
    }
}

/// How many lines roll past after the first (`--reel`).
const LINES: usize = 10;

/// What rolls past, the same in each line, so to the browser a number is one thing that
/// moves.
fn reel(text: &str) -> String {
    let mut lines = text.to_owned();
    for _ in 0..LINES {
        lines.push('\n');
        lines.push_str(text);
    }
    lines
}
