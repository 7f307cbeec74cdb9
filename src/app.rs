//! The page as it is served.
//!
//! - [`stamp`]: by which the app knows the page that it would write.

pub mod stamp;
