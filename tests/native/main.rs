//! What can be tested without a browser, in one binary.

mod bytes;
mod check;
mod data;
mod source;
