//! Every reader: what keeps nobody from the report, whatever they read it with.
//!
//! - [`states`]: what a reader may have before them.
//! - `axe`: none of the faults that axe-core knows, in any state and look.
//! - `walk`: the whole page by the keyboard alone.
//! - `tree`: what assistive technology is told.
//! - `forced`: the system's own few colours.
//! - `targets`: what is pressed is large enough.
//! - `reflow`: a window of 320 px.

mod axe;
mod forced;
mod reflow;
mod states;
mod targets;
mod tree;
mod walk;
