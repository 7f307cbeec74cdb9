//! mount
pub fn start() {}
