//! What the reader chose: kept as an attribute of `<html>`, which the style
//! reads, and in storage where there is some (`public/options.js` restores it).

use super::address;
use web_sys::Element;

/// The chosen value; none means the default.
pub fn chosen(name: &str) -> Option<String> {
    root()?.get_attribute(&attribute(name))
}

/// Chooses a value, or the default.
pub fn choose(name: &str, value: Option<&str>) {
    let Some(root) = root() else {
        return;
    };
    let _ = match value {
        Some(value) => root.set_attribute(&attribute(name), value),
        None => root.remove_attribute(&attribute(name)),
    };
    remember(name, value);
    readdress(name, value);
}

/// Whether the page is dark now, by choice or by the system's.
pub fn dark() -> bool {
    match chosen("theme") {
        Some(theme) => theme == "dark",
        None => web_sys::window()
            .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?)
            .is_some_and(|list| list.matches()),
    }
}

fn root() -> Option<Element> {
    web_sys::window()?.document()?.document_element()
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

/// What was remembered under a name.
pub fn remembered(name: &str) -> Option<String> {
    let storage = web_sys::window()?.local_storage().ok()??;
    storage.get_item(&["tujie-", name].concat()).ok()?
}

/// Storage is refused to a frame without an origin; then nothing is remembered.
pub fn remember(name: &str, value: Option<&str>) -> Option<()> {
    let storage = web_sys::window()?.local_storage().ok()??;
    let key = ["tujie-", name].concat();
    match value {
        Some(value) => storage.set_item(&key, value),
        None => storage.remove_item(&key),
    }
    .ok()
}

/// An address that asks for something else asks for the chosen value from now on.
fn readdress(name: &str, value: Option<&str>) -> Option<()> {
    let address = address::now()?;
    let asked = address.search_params();
    if !asked.has(name) {
        return None;
    }
    match value {
        Some(value) => asked.set(name, value),
        None => asked.delete(name),
    }
    address::replace(&address)
}
