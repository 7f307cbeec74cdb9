//! Finding, focusing and seeing; being taken apart.

pub use super::dom::{details, find};
pub use super::focus::{focus, focus_for_now};
pub use super::view::in_view;
