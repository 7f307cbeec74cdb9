//! What can be tested without a browser, in one binary.

mod check;
mod data;
mod source;
