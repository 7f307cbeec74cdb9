//! Data of an earlier deploy than the served page: a cache between host and reader, or one
//! server of several, is late. The served page is the newer one and stays.

use js_sys::{JSON, Reflect, Uint8Array};
use web_sys::Element;

/// The attribute of `#app` that tells when the page was made, in seconds (the site writes
/// it, `src/site/deploy.rs`), and the member of the data that tells it of them.
const PAGE: &str = "data-deploy";
const DATA: &str = "deploy";

/// Whether the data tell that they are older than the page. Without a mark they were
/// replaced by hand, and are newer.
pub fn is_older(served: &Element, data: &Uint8Array) -> bool {
    mark(data)
        .zip(made(served))
        .is_some_and(|(data, page)| data < page)
}

fn made(served: &Element) -> Option<u64> {
    served.get_attribute(PAGE)?.parse().ok()
}

fn mark(data: &Uint8Array) -> Option<u64> {
    let text = String::from_utf8(data.to_vec()).ok()?;
    let data = JSON::parse(&text).ok()?;
    let mark = Reflect::get(&data, &DATA.into()).ok()?.as_f64()?;
    // Past this, numbers of JSON are not whole.
    (0.0..9e15).contains(&mark).then_some(mark as u64)
}
