//! The drawing as a whole.
