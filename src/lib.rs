//! tujie 图解: a work report told as an interactive infographic.
//!
//! The static page is the product and WASM an enhancement: the same components
//! are rendered natively into `dist/index.html` and mounted by the browser.
//!
//! The modules, in reading order; imports run one way:
//! `report ← layout ← page ← tools ← {app, extras}`, `page ← {writer, site}`,
//! `site ← command`, `report ← draft ← command`, `{draft, explain, site} ← studio`, with `browser` and `charset` as leaves.
//!
//! - [`report`]: the data model, what makes a report valid, number phrases.
//! - [`charset`]: from bytes to letters.
//! - [`draft`]: from a document to a report.
//! - [`explain`]: what check found, in an editor's words.
//! - [`layout`]: pure geometry; knows no DOM and no leptos.
//! - [`page`]: the pieces of the page, a feature a file; beside each, what it does
//!   once the app runs (WASM only).
//! - `browser` (WASM only): what a browser offers, one capability a file.
//! - `tools` (WASM only): the reader's tools.
//! - `app`, `writer`, `extras` (WASM only): what the three WASMs do.
//! - `site` (not in a page): from a report to the files of a site.
//! - [`studio`]: the 编辑台.
//! - `command` (native only): the command line.

// A page is one view of many, and each nests its type.
#![recursion_limit = "256"]

/// Each WASM of the page carries its own; the standard library's is 7 KB.
#[cfg(target_os = "unknown")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_os = "unknown")]
pub mod app;
#[cfg(target_os = "unknown")]
pub mod browser;
pub mod charset;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod draft;
pub mod explain;
#[cfg(target_os = "unknown")]
pub mod extras;
pub mod layout;
pub mod page;
pub mod report;
#[cfg(not(target_os = "unknown"))]
pub mod site;
pub mod studio;
#[cfg(target_os = "unknown")]
pub mod tools;
#[cfg(target_os = "unknown")]
pub mod writer;
