//! What holds whatever the case: each property is tried with many.

#[path = "../each.rs"]
mod each;

mod export;
mod geometry;
mod graphics;
mod number;
mod parser;
mod report;
mod search;
mod speech;
