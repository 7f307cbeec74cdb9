//! What the page offers once it runs: the reading tools. WASM only, since none
//! of them works without it; the served page keeps the toolbar's place free.
//!
//! A tool is one file: its state as signals, its elements, and the browser's
//! capabilities it needs. [`toolbar`] shows the tools, [`dialog`] is the window
//! that some of them open. Of the tools that few readers need the app has the
//! buttons, in [`on_demand`]; what they do is part of a WASM of its own
//! (`crate::extras`): [`aloud`], [`share`], [`embed`] and [`download`].

pub mod aloud;
pub mod dialog;
pub mod download;
pub mod embed;
pub mod links;
mod look;
pub mod on_demand;
mod print;
pub mod sandbox;
pub mod search;
mod sections;
pub mod share;
pub mod toast;
mod tool;
pub mod toolbar;
