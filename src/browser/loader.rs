//! The page's loader (`public/loader.js`), the owner of the page's state.

use super::pause::pause;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
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

    /// The WASM of the tools that few readers need.
    pub type Extras;
    /// Opens one of them; see `src/bin/extras.rs`.
    #[wasm_bindgen(method, catch)]
    pub fn open(this: &Extras, tool: &str, of: &str) -> Result<bool, JsValue>;

    /// The WASM that writes pages; see `src/bin/writer.rs`.
    type Writer;
    #[wasm_bindgen(method, catch)]
    fn begin(this: &Writer, data: &Uint8Array) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn step(this: &Writer) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn end(this: &Writer) -> Result<Option<Element>, JsValue>;

    type Loader;
    #[wasm_bindgen(thread_local_v2, js_name = tujie)]
    static LOADER: Loader;
    #[wasm_bindgen(method, js_name = live)]
    fn tell_live(this: &Loader);
    #[wasm_bindgen(method, js_name = failed)]
    fn tell_failed(this: &Loader, reason: &str);
    #[wasm_bindgen(method, js_name = failed)]
    fn tell_failed_retry(this: &Loader, reason: &str, retry: &JsValue);
    #[wasm_bindgen(method, js_name = notice)]
    fn tell_notice(this: &Loader, reason: &str, retry: &JsValue);
    #[wasm_bindgen(method, js_name = named)]
    fn find_named(this: &Loader, fragment: &str) -> Option<Element>;
    #[wasm_bindgen(method, js_name = part)]
    fn fetch_part(this: &Loader, name: &str) -> Promise;
    #[wasm_bindgen(method, js_name = older)]
    fn is_older(this: &Loader, data: &Uint8Array) -> bool;
    #[wasm_bindgen(method, js_name = digest)]
    fn ask_for_digest(this: &Loader, bytes: &Uint8Array) -> Option<Promise>;
    #[wasm_bindgen(method, js_name = data)]
    fn ask_for_data(this: &Loader) -> Asked;
}

/// The data file, which the loader asked for beside the app; after that anew.
pub fn data() -> Asked {
    LOADER.with(|loader| loader.ask_for_data())
}

/// Whether the data tell of an earlier deploy than the served page.
pub fn older(data: &Uint8Array) -> bool {
    LOADER.with(|loader| loader.is_older(data))
}

/// The SHA-256 of bytes, where the browser tells it.
pub async fn digest(bytes: &Uint8Array) -> Option<Vec<u8>> {
    let asked = LOADER.with(|loader| loader.ask_for_digest(bytes))?;
    let digest = JsFuture::from(asked).await.ok()?;
    Some(Uint8Array::new(&digest).to_vec())
}

/// The app runs and shows a good report.
pub fn live() {
    LOADER.with(|loader| loader.tell_live());
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

/// The tools that few readers need could not be had; `retry` is what 重试 does, once.
pub fn no_extras(retry: impl FnOnce() + 'static) {
    let retry = Closure::once_into_js(retry);
    LOADER.with(|loader| loader.tell_notice("extras", &retry));
}

/// What the address names after `#`, where there is such a thing.
pub fn named(fragment: &str) -> Option<Element> {
    LOADER.with(|loader| loader.find_named(fragment))
}

/// The tools that few readers need, fetched and started once; none where they
/// cannot be had now.
pub async fn extras() -> Option<Extras> {
    Some(part("extras").await?.unchecked_into())
}

/// A page made of this data, which is in no document; none where the data is no
/// good report, or the writer cannot be had or fails.
pub async fn write(data: &Uint8Array) -> Option<Element> {
    let writer: Writer = part("writer").await?.unchecked_into();
    if !writer.begin(data).ok()? {
        return None;
    }
    while writer.step().ok()? {
        pause().await;
    }
    writer.end().ok()?
}

async fn part(name: &str) -> Option<JsValue> {
    let part = LOADER.with(|loader| loader.fetch_part(name));
    JsFuture::from(part).await.ok()
}
