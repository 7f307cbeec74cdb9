//! What is out of sight at a first visit waits to be laid out (`data-waits`), since
//! the whole page at once would keep a slow device from answering. Once the app
//! runs, that ends.

use crate::browser::dom::find;
use crate::browser::pause::wait;
use crate::browser::view::WAITS;
use crate::page::chapter::FAR;

/// In how many steps that ends, at most, and how long the browser has for each,
/// in ms.
const STEPS: usize = 40;
const EACH: i32 = 20;

/// Lets one after the other be laid out, so that the page has its length and
/// everything in it its place.
pub async fn lay_out() {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    let Some(root) = root.filter(|root| root.has_attribute(WAITS)) else {
        return;
    };
    let far = find(&root, &["[", FAR, "]"].concat());
    for some in far.chunks(far.len() / STEPS + 1) {
        wait(EACH).await;
        for one in some {
            let _ = one.remove_attribute(FAR);
        }
    }
    let _ = root.remove_attribute(WAITS);
}
