//! What the address asks for after its `?`.

use wasm_bindgen::JsValue;
use web_sys::{Url, Window};

/// The value that the address gives a name; none where it has none.
pub fn asked(name: &str) -> Option<String> {
    url(&web_sys::window()?)?.search_params().get(name)
}

/// Gives a name a value in the address, or takes it out; the history stays as
/// long as it was.
pub fn ask(name: &str, value: Option<&str>) {
    let _ = readdress(name, value);
}

fn readdress(name: &str, value: Option<&str>) -> Option<()> {
    let window = web_sys::window()?;
    let url = url(&window)?;
    let asked = url.search_params();
    match value {
        Some(value) => asked.set(name, value),
        None => asked.delete(name),
    }
    let history = window.history().ok()?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&url.href()))
        .ok()
}

fn url(window: &Window) -> Option<Url> {
    Url::new(&window.location().href().ok()?).ok()
}
