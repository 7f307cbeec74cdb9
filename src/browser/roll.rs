//! What moves when it is first seen: digits roll, drawings draw themselves.
//!
//! Each key figure's digits turn once, from the printed value round to it. Only
//! what is hidden from assistive technology moves, by transform alone, so
//! nothing else on the page does.

use super::listen::Listener;
use super::pause;
use super::place::find;
use super::sight::Sight;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, IntersectionObserverEntry};

/// What draws itself.
const DRAWINGS: &str =
    ".tj-glyph, .tj-tally__rows, .tj-funnel__river, .tj-stairs, .tj-land__closing";

/// Watches a tree; stops when dropped.
pub struct Rolling {
    _figures: Option<Sight>,
    _drawings: Option<Sight>,
    _finished: Option<Listener>,
}

impl Rolling {
    /// Starts watching. What is in view already is not drawn again before the
    /// reader's eyes; its digits do roll.
    pub fn watch(root: &Element) -> Rolling {
        Rolling {
            _figures: Sight::watch(find(root, ".tj-figure__number"), 0.6, "0px", roll),
            _drawings: draw_when_seen(find(root, DRAWINGS)),
            _finished: Listener::new(root, "animationend", {
                let stopped = Stopped::default();
                move |event| {
                    let target = event.target().and_then(|target| target.dyn_into().ok());
                    let reel = |target: &Element| target.has_attribute("data-reel");
                    if let Some(reel) = target.filter(reel) {
                        stop(&stopped, reel);
                    }
                }
            }),
        }
    }
}

/// Reels that have stopped, and show what is printed under them.
type Stopped = Rc<RefCell<Vec<Element>>>;

/// How long a reel that has stopped waits for others, in ms: each time one goes,
/// the browser lays out and paints what is around it.
const TOGETHER: i32 = 300;

/// Takes a reel away, together with those that stop soon after.
fn stop(stopped: &Stopped, reel: Element) {
    let first = stopped.borrow().is_empty();
    stopped.borrow_mut().push(reel);
    if first {
        let stopped = stopped.clone();
        pause::begin(async move {
            pause::wait(TOGETHER).await;
            for reel in stopped.take() {
                let _ = reel.remove_attribute("data-reel");
            }
        });
    }
}

/// Marks what lies below the window when it is first told of, for the style to
/// draw when it is seen. To ask where it lies would make the browser lay out the
/// page before it has to.
fn draw_when_seen(drawings: Vec<Element>) -> Option<Sight> {
    Sight::follow(drawings, 0.1, "0px", |entries| {
        for entry in entries {
            let drawing = entry.target();
            let waits = drawing.has_attribute("data-draw");
            let state = match entry.is_intersecting() {
                true if waits => "seen",
                false if !waits && below(&entry) => "waiting",
                _ => continue,
            };
            let _ = drawing.set_attribute("data-draw", state);
        }
    })
}

/// Whether it lies below the window, or where nothing has been laid out yet.
fn below(entry: &IntersectionObserverEntry) -> bool {
    let place = entry.bounding_client_rect();
    // To ask the window would make the browser lay out the page; only in another
    // origin's page nothing else tells.
    let told = entry.root_bounds().map(|window| window.bottom());
    let bottom = told.or_else(|| web_sys::window()?.inner_height().ok()?.as_f64());
    place.width() == 0.0 || bottom.is_some_and(|bottom| place.top() > bottom)
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

/// What rolls past, one state a line: all digits carry together, so to the browser
/// a number is one thing that moves.
fn reel(text: &str) -> String {
    let mut lines = String::new();
    for step in 0..=10 {
        if step > 0 {
            lines.push('\n');
        }
        lines.extend(text.chars().map(|letter| match letter {
            '0'..='9' => char::from(b'0' + (letter as u8 - b'0' + step) % 10),
            other => other,
        }));
    }
    lines
}

/// Whether neither the system nor the address asks for stillness.
pub fn motion_wanted(document: &Document) -> bool {
    let still = web_sys::window()
        .and_then(|window| {
            window
                .match_media("(prefers-reduced-motion: reduce)")
                .ok()?
        })
        .is_some_and(|list| list.matches());
    let off = document
        .document_element()
        .is_some_and(|html| html.has_attribute("data-motion"));
    !off && !still
}
