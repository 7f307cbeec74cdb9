//! The built site in a real browser, in one binary.
//!
//! - [`server`]: serves `dist/`, with the faults a test asks for.
//! - [`browser`]: starts and ends Chromium, runs scripts, waits.
//! - [`page`]: the page in the contract's words.
//! - [`large`]: a report of many times the words.
//!
//! The rest are tests, by what a reader meets.

mod browser;
#[path = "../large.rs"]
mod large;
mod page;
mod server;

mod aloud;
mod broken;
mod data;
mod deploy;
mod digits;
mod frame;
mod funnel;
mod layout;
mod links;
mod looks;
mod offline;
mod overlap;
mod place;
mod published;
mod share;
mod start;
mod still;
mod stopped;
