//! The 编辑台: from a document to a site, in a browser and nothing else.
//!
//! It is two WASMs, since leptos writes HTML in one build and lives in a page in another:
//! the desk, which the editor sees, and the press, a program of WASI in a worker, that
//! drafts, checks, renders and makes sites. They exchange errands.
//!
//! - [`manuscript`]: the lines of a report's file; [`edit`], [`retype`], [`claims`],
//!   [`rephrase`]: what an editor does to it, [`settle`] what she chooses of a doubt; [`past`]: and takes back.
//! - [`named`], [`last_year`]: what a file names, and what it shares with last year's.
//! - [`form`]: what may stand at a place of the file; [`source_place`]: which line a place of
//!   the page comes from.
//! - `desk`: what the editor sees (in a page only).
//! - [`errand`]: what the desk asks of the press, and what it is answered.
//! - `press`: does the errands (not in a page).
//! - `archive`: many files as one, as a zip (not in a page).
//! - `binding`: the 编辑台 as one file (native only).

pub mod claims;
#[cfg(target_os = "unknown")]
pub mod desk;
pub mod edit;
pub mod errand;
pub mod form;
pub mod last_year;
pub mod manuscript;
pub mod named;
pub mod past;
pub mod rephrase;
pub mod retype;
#[cfg(test)]
mod sample;
pub mod settle;
pub mod source_place;

#[cfg(not(target_os = "unknown"))]
pub mod archive;
#[cfg(not(target_arch = "wasm32"))]
pub mod binding;
#[cfg(not(target_os = "unknown"))]
pub mod press;
