//! The WASM that writes a whole page, fetched only where the data asks for another
//! page than the served one. Natively there is nothing to it.

#[cfg(target_arch = "wasm32")]
use {js_sys::Promise, tujie::browser::steps::promised, wasm_bindgen::prelude::*};

/// Tells nobody of a crash: the promise is rejected, and the served page stays.
#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Promises the page of a data file: `#app`, in no document yet and without
/// `data-report`; nothing where the file is no good report. Rejected where writing
/// crashes.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn write(data: Vec<u8>) -> Promise {
    promised(async move { tujie::writer::write(&data).await.into() })
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
