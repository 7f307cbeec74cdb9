//! The WASM of the tools that few readers need. Natively there is nothing to it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
fn main() {
    tujie::extras::start();
}

/// Opens a tool, of which `of` tells what it shall work on. Whether there is such a
/// tool.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn open(tool: &str, of: &str) -> bool {
    tujie::extras::open(tool, of).is_some()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
