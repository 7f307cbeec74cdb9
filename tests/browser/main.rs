//! The built site in a real browser, in one binary.
//!
//! - [`server`]: serves `dist/`, with the faults a test asks for.
//! - [`browser`]: a Chromium for each story, runs scripts, waits.
//! - [`host`]: a page of somebody else's, with the report in it.
//! - [`page`]: the page in the contract's words.
//! - [`large`]: a report of many times the words.
//!
//! The rest are tests, by what a reader meets.

mod browser;
mod host;
#[path = "../large.rs"]
mod large;
mod page;
mod painted;
mod server;

mod access;
mod aloud;
mod apart;
mod card;
mod cases;
mod collection;
mod concern;
mod data;
mod deeplinks;
mod deploy;
mod dialog;
mod digits;
mod embed;
mod export;
mod extra;
mod faults;
mod frame;
mod funnel;
mod guide;
mod hostile;
mod layout;
mod links;
mod looks;
mod malice;
mod motion;
mod offline;
mod overlap;
mod place;
mod provenance;
mod published;
mod search;
mod share;
mod snippet;
mod stable;
mod start;
mod still;
mod studio;
mod translated;
mod typeset;
mod unstyled;
mod views;
mod waiting;
