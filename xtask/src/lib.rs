//! What the tests of the site need to know of `cargo xtask`: where it keeps what
//! they drive.

pub mod cache;
