//! The pieces of the page, one a file.
//!
//! Each is a function from the report's data to a view, rendered alike by the
//! browser and at build time. They do no arithmetic: numbers come from
//! [`crate::report`], places from [`crate::layout`]. Nothing here touches the
//! browser; behaviour that needs it is wired up once the page stands.

pub mod arc;
pub mod chapter;
pub mod columns;
pub mod credit;
pub mod element;
pub mod figure;
pub mod footer;
pub mod funnel;
pub mod graphic;
pub mod hero;
#[cfg(not(target_arch = "wasm32"))]
pub mod landscape;
pub mod link;
pub mod nav;
pub mod part;
pub mod river;
pub mod section;
pub mod stairs;
pub mod tally;
pub mod words;
