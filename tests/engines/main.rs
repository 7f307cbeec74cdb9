//! The built site in engines of other makes and of another time, in one binary:
//! the same stories in each. What only one engine needs to tell is told by
//! `tests/browser`.
//!
//! - [`engine`]: the engines, and a story told in each.
//! - [`page`]: what a story does: opens, presses, types, waits.
//! - [`devtools`]: Chromium, driven through a pipe.
//! - [`webdriver`]: Firefox and WebKitGTK, each driven by its driver.
//! - [`process`], [`screen`], [`folder`]: what they run in.
//! - [`key`]: keys, as each way of driving has them.
//! - [`server`]: the browser tests' own, with its faults.
//!
//! The rest are stories, by what a reader does.

mod devtools;
mod engine;
mod folder;
mod key;
mod page;
mod process;
mod screen;
#[allow(dead_code, reason = "the browser tests ask for more of it")]
#[path = "../browser/server.rs"]
mod server;
mod webdriver;

mod dialog;
mod figures;
mod funnel;
mod layout;
mod opaque;
mod search;
mod sections;
mod size;
mod start;
mod studio;
