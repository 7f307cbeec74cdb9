//! The page's address, which follows the reader without filling the history.

use wasm_bindgen::JsValue;
use web_sys::Url;

/// The address as it is.
pub fn now() -> Option<Url> {
    Url::new(&web_sys::window()?.location().href().ok()?).ok()
}

/// What the address asks for under a name, without what messengers append to an
/// address: `table?from=timeline`.
pub fn asked(name: &str) -> Option<String> {
    let value = now()?.search_params().get(name)?;
    let own = match value.split_once('?') {
        Some((own, appended)) if appended.contains('=') => own,
        _ => &value,
    };
    Some(own.to_owned())
}

/// Makes a step of the history of where the reader is, who goes back to it by the
/// browser's own Back. Refused to frames without an origin.
pub fn step() -> Option<()> {
    let history = web_sys::window()?.history().ok()?;
    let state = history.state().unwrap_or(JsValue::NULL);
    history.push_state(&state, "").ok()
}

/// Replaces the address; nothing is loaded, scrolled or told. Refused to frames
/// without an origin, and by some browsers to pages that do it often.
pub fn replace(address: &Url) -> Option<()> {
    let history = web_sys::window()?.history().ok()?;
    let state = history.state().unwrap_or(JsValue::NULL);
    history
        .replace_state_with_url(&state, "", Some(&address.href()))
        .ok()
}
