//! A line of words in the river's drawing.

use crate::layout::path::number;
use crate::layout::point::Position;
use leptos::prelude::*;

/// A line in its place.
#[component]
pub fn WordLine<W: IntoView>(
    /// How it is set.
    class: &'static str,
    /// Where it stands.
    at: Position,
    /// The words.
    words: W,
) -> impl IntoView {
    view! {
        <text class=class x=number(at.x) y=number(at.y)>{words}</text>
    }
}
