//! Nothing where the drawings are, until the served ones are adopted.

use leptos::prelude::*;

/// An empty first screen.
#[component]
pub fn HeroScene(sections: usize) -> impl IntoView {
    let _ = sections;
}

/// An empty foot.
#[component]
pub fn FooterScene(sections: usize) -> impl IntoView {
    let _ = sections;
}
