//! What the page needs of the browser, one capability a file. WASM only: the
//! native build renders and needs none of it.

pub mod address;
pub mod canvas;
pub mod changes;
pub mod choice;
pub mod clipboard;
pub mod computed_style;
pub mod dom;
pub mod fade;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod json;
pub mod keys;
pub mod listen;
pub mod loader;
pub mod mark;
pub mod marks;
pub mod motion;
pub mod on_paper;
pub mod options;
pub mod pause;
pub mod rove;
pub mod sight;
pub mod system_share;
pub mod tabs;
pub mod texts;
pub mod view;
pub mod voice;
