//! Pure geometry: from counts to points and paths.
//!
//! Knows neither DOM nor leptos, and does no IO. Every function is total:
//! whatever the counts, it clamps, and gives finite coordinates and widths
//! that are not negative. Coordinates are SVG units (u) of the drawing's own
//! view box; they are rounded only when [`path`] writes them.
//!
//! - [`point`], [`path`]: places and outlines.
//! - [`arcs`]: the concentric circles that stand for the report's sections.
//! - [`ticks`]: 算筹, one tick a time; [`units`]: marks for as many each; [`bars`]: bars
//!   from zero; [`growth`]: up and down from a line; [`proportion`]: a part of a whole.
//! - [`ridge`], [`landscape`]: 山水, behind the title and in the footer.
//! - [`river`]: 江流漏斗, the proposals from filing to conclusion; [`popover`]: where
//!   the card with an item's details stands.
//! - [`panel`]: a graphic's lines where no page sets them.
//! - [`rail`]: the way along the page; [`qr`]: an address for cameras; [`caption`]:
//!   the words around a drawing that leaves the page.

pub mod arcs;
pub mod bars;
pub mod caption;
pub mod growth;
pub mod landscape;
pub mod panel;
pub mod path;
pub mod point;
pub mod popover;
pub mod proportion;
pub mod qr;
pub mod rail;
pub mod ridge;
pub mod river;
pub mod stepped;
pub mod text;
pub mod ticks;
pub mod units;
