//! The page's loader (`public/loader.js`), the owner of the page's state.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// A file that was asked for.
    pub type Asked;
    /// What comes, a response.
    #[wasm_bindgen(method, getter)]
    pub fn answer(this: &Asked) -> Promise;
    /// Makes an end of it.
    #[wasm_bindgen(method)]
    pub fn abort(this: &Asked);

    type Loader;
    #[wasm_bindgen(thread_local_v2, js_name = tujie)]
    static LOADER: Loader;
    #[wasm_bindgen(method, js_name = live)]
    fn tell_live(this: &Loader, data: &[u8]);
    #[wasm_bindgen(method, js_name = failed)]
    fn tell_failed(this: &Loader, reason: &str);
    #[wasm_bindgen(method, js_name = failed)]
    fn tell_failed_retry(this: &Loader, reason: &str, retry: &JsValue);
    #[wasm_bindgen(method, js_name = named)]
    fn find_named(this: &Loader, fragment: &str) -> Option<Element>;
    #[wasm_bindgen(method, js_name = extra)]
    fn open_extra(this: &Loader, tool: &str, of: &str);
    #[wasm_bindgen(method, js_name = data)]
    fn ask_for_data(this: &Loader) -> Asked;
}

/// The data file, which the loader asked for beside the app; after that anew.
pub fn data() -> Asked {
    LOADER.with(|loader| loader.ask_for_data())
}

/// The app runs and shows the good report of these bytes.
pub fn live(data: &[u8]) {
    LOADER.with(|loader| loader.tell_live(data));
}

/// Opens a tool of `crate::extra`, once that is fetched. `of` tells what it
/// shall work on, where there is a choice.
pub fn extra(tool: &str, of: &str) {
    LOADER.with(|loader| loader.open_extra(tool, of));
}

/// The app stopped: the page stays readable, its listeners are gone.
pub fn panicked() {
    LOADER.with(|loader| loader.tell_failed("panic"));
}

/// The data could not be had; `retry` is what 重试 does, once.
pub fn no_data(retry: impl FnOnce() + 'static) {
    let retry = Closure::once_into_js(retry);
    LOADER.with(|loader| loader.tell_failed_retry("data", &retry));
}

/// What the address names after `#`, where there is such a thing.
pub fn named(fragment: &str) -> Option<Element> {
    LOADER.with(|loader| loader.find_named(fragment))
}
