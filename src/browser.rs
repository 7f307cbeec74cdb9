//! What the page needs of the browser, one capability a file. WASM only: the
//! native build renders and needs none of it.

pub mod address;
pub mod canvas;
pub mod changes;
pub mod choice;
pub mod clipboard;
pub mod computed_style;
pub mod fade;
pub mod fetch;
pub mod files;
pub mod json;
pub mod listen;
pub mod loader;
pub mod mark;
pub mod marks;
pub mod options;
pub mod pause;
pub mod place;
pub mod print;
pub mod reading;
pub mod roll;
pub mod rove;
pub mod sections;
pub mod sight;
pub mod steps;
pub mod system_share;
pub mod texts;
pub mod voice;
