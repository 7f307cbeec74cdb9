//! Nothing where the drawings are, until the served ones are adopted.

use crate::report::Scenery;
use leptos::prelude::*;

/// An empty first screen.
#[component]
pub fn HeroScene(sections: usize, scenery: Scenery) -> impl IntoView {
    let _ = (sections, scenery);
}

/// An empty foot.
#[component]
pub fn FooterScene(sections: usize) -> impl IntoView {
    let _ = sections;
}
