//! What the page needs of the browser, one capability a file. WASM only: the
//! native build renders and needs none of it.

pub mod address;
pub mod changes;
pub mod choice;
pub mod copy;
pub mod export;
pub mod fade;
pub mod fetch;
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
pub mod share;
pub mod sight;
pub mod steps;
pub mod texts;
pub mod voice;
