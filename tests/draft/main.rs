//! How well drafts are made: every fixture against the outline and the numbers that were
//! written by hand before there was a parser.
//!
//! `cargo test --test draft -- --nocapture table` prints the table.

#[path = "../each.rs"]
mod each;

mod flow;
mod kinds;
mod measure;
mod mutated;
mod readers;
mod refused;
mod unread;
