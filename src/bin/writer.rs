//! The WASM that writes a whole page, fetched only where the data asks for another
//! page than the served one; the app calls it step by step. Natively there is
//! nothing to it.

#[cfg(target_arch = "wasm32")]
use {
    std::cell::RefCell, tujie::writer::Writing, wasm_bindgen::prelude::wasm_bindgen,
    web_sys::Element,
};

#[cfg(target_arch = "wasm32")]
thread_local! {
    static WRITING: RefCell<Option<Writing>> = const { RefCell::new(None) };
}

/// Begins the page of this data. Whether that is a good report.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn begin(data: &[u8]) -> bool {
    let writing = Writing::begin(data);
    let good = writing.is_some();
    WRITING.with(|held| held.replace(writing));
    good
}

/// Writes some more. Whether there is more to write. A step that crashes leaves
/// nothing half written behind.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn step() -> bool {
    let Some(mut writing) = WRITING.with(RefCell::take) else {
        return false;
    };
    let more = writing.step().is_some();
    WRITING.with(|held| held.replace(Some(writing)));
    more
}

/// The page, which is in no document; none where it is not whole.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn end() -> Option<Element> {
    WRITING.with(|held| held.take().and_then(Writing::end))
}

/// A crash is an error in the hands of the app, which keeps the served page.
#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
