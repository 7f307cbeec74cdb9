//! What is out of sight waits to be laid out (`data-waits`), since the whole page at once
//! would keep a slow device from answering: at a first visit until the app runs, and
//! where much opens at once. WASM only.

use crate::browser::dom::find;
use crate::browser::options::framed;
use crate::browser::pause::wait;
use crate::browser::view::{WAITS, is_seen};
use crate::page::chapter::FAR;
use web_sys::Element;

/// How long the browser has for each, in ms.
const EACH: i32 = 20;

/// Of more, what is far stays so until the reader comes near.
const MOST: usize = 100;

/// What the mark says of what waits no more, of what the browser lays out when the reader
/// comes near, and of what waits even then.
const NEAR: &str = "near";
const ON_SIGHT: &str = "";
const LATER: &str = "later";

/// What the page says where some wait for the reader.
const FOR_SIGHT: &str = "for-sight";

fn page() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn marked(root: &Element) -> Vec<Element> {
    find(root, &["[", FAR, "]"].concat())
}

/// Lets one after the other be laid out, so that the page has its length and
/// everything in it its place.
pub async fn lay_out() {
    let Some(root) = page().filter(|root| root.has_attribute(WAITS)) else {
        return;
    };
    let far = marked(&root);
    let many = far.len() > MOST;
    // From what the reader sees on, then what lies before it.
    let seen = far.iter().position(is_seen).unwrap_or_default();
    let (before, after) = far.split_at(seen);
    for far in [after, before] {
        for one in far {
            if many {
                let _ = one.set_attribute(FAR, ON_SIGHT);
            } else {
                wait(EACH).await;
                let _ = one.set_attribute(FAR, NEAR);
            }
        }
    }
    let _ = match many {
        true => root.set_attribute(WAITS, FOR_SIGHT),
        false => root.remove_attribute(WAITS),
    };
}

/// Before much opens: what is out of sight waits again. Tells what is in sight. Not in a
/// frame, which is as high as its page.
pub fn wait_again() -> Vec<Element> {
    let Some(root) = page().filter(|_| !framed()) else {
        return Vec::new();
    };
    let far = marked(&root);
    let many = far.len() > MOST;
    // All are looked at before the first is changed, or the browser would lay out the page
    // for each.
    let (seen, hidden): (Vec<_>, Vec<_>) = far.into_iter().partition(is_seen);
    for one in &seen {
        let _ = one.set_attribute(FAR, NEAR);
    }
    if !many {
        for one in hidden {
            let _ = one.set_attribute(FAR, LATER);
        }
    }
    let _ = root.set_attribute(WAITS, if many { FOR_SIGHT } else { "" });
    seen
}
