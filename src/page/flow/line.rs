//! A line of words in the river's drawing.

use crate::layout::river::Spot;
use leptos::prelude::*;

/// A line in its place.
#[component]
pub fn Line<W: IntoView>(
    /// How it is set.
    class: &'static str,
    /// Where it stands.
    spot: Spot,
    /// The words.
    words: W,
) -> impl IntoView {
    view! {
        <text class=class x=spot.x y=spot.y transform=spot.transform>{words}</text>
    }
}
