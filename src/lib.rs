//! tujie 图解: a work report told as an interactive infographic.
//!
//! The static page is the product and WASM an enhancement: the same components
//! are rendered natively into `dist/index.html` and mounted by the browser.
//!
//! The modules, in reading order; imports run one way:
//! `report ← layout ← components ← {app, tools} ← {mount, extras, site} ← main`, with
//! `browser` as a leaf.
//!
//! - [`report`]: the data model, what makes a report valid, number phrases.
//! - [`layout`]: pure geometry; knows no DOM and no leptos.
//! - `browser` (WASM only): the only home of observers, storage, fetch.
//! - [`components`]: one component a file; they do no arithmetic.
//! - [`page`]: the page, a feature a file.
//! - `tools` (WASM only): what the page offers once it runs, one tool a file.
//! - `extras` (WASM only): opens the tools that few readers need, in a WASM of their own.
//! - `mount` (WASM only): fetch, check, keep the served page or swap a new one in.
//! - [`explain`]: what check found, in an editor's words.
//! - `site` (native only): prerender and finish the built site.
//! - `command` (native only): the command line.

// A page is one view of many, and each nests its type.
#![recursion_limit = "256"]

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
pub mod components;
pub mod explain;
#[cfg(target_arch = "wasm32")]
pub mod extras;
pub mod layout;
#[cfg(target_arch = "wasm32")]
pub mod mount;
pub mod page;
pub mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
#[cfg(target_arch = "wasm32")]
pub mod tools;
#[cfg(target_arch = "wasm32")]
pub mod writer;
