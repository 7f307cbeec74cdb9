//! Starts the app in the browser.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The page's loader, the owner of the page's state.
    type Loader;
    #[wasm_bindgen(thread_local_v2, js_name = tujie)]
    static LOADER: Loader;
    #[wasm_bindgen(method)]
    fn live(this: &Loader);
    #[wasm_bindgen(method)]
    fn failed(this: &Loader, reason: &str);
}

/// Runs when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| LOADER.with(|loader| loader.failed("panic"))));
    let hash = leptos::prelude::window()
        .location()
        .search()
        .unwrap_or_default();
    assert!(!hash.contains("stub-panic"), "stub");
    LOADER.with(Loader::live);
}
