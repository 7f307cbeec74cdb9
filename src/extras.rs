//! Opens the tools that few readers need: 朗读, 分享, 下载, 嵌入. WASM only, and
//! a WASM of its own (`src/bin/extras.rs`): it is fetched when the first of them
//! is asked for, so that the first visit does without.
//!
//! Knows the report by the page as it stands in the document. Shares no memory with
//! the app, only the page.

use crate::browser::loader;
use crate::tools::{aloud, download, embed, share};
use any_spawner::Executor;

/// Called once, when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| loader::panicked()));
    let _ = Executor::init_wasm_bindgen();
}

/// Opens a tool. `of` is what it shall work on, where there is a choice. Whether
/// there is such a tool.
pub fn open(tool: &str, of: &str) -> Option<()> {
    let root = web_sys::window()?.document()?.get_element_by_id("app")?;
    match tool {
        "aloud" => aloud::turn(root),
        "share" => share::open(),
        "embed" => embed::open(root),
        "export" => download::open(root, of),
        _ => None,
    }
}
