//! What can be tested without a browser, in one binary.

mod data;
mod source;
