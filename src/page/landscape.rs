//! 山水: mountains, bridge, water and the circles of the report's sections, on
//! the first screen and at the foot. Pure decoration, drawn at build time only:
//! in the browser its places stay empty, and the served drawings are adopted.

use leptos::prelude::*;

#[cfg(not(target_os = "unknown"))]
pub mod scene;
#[cfg(target_os = "unknown")]
mod unseen;

#[cfg(not(target_os = "unknown"))]
use scene::{FooterScene, HeroScene};
#[cfg(target_os = "unknown")]
use unseen::{FooterScene, HeroScene};

/// The classes of the places.
pub const PLACES: [&str; 2] = [HERO, FOOTER];

const HERO: &str = "tj-hero__art";
const FOOTER: &str = "tj-footer__art";

/// The place of the first screen's landscape.
#[component]
pub fn HeroArt(
    /// How many circles stand over it.
    sections: usize,
) -> impl IntoView {
    view! { <div class=HERO aria-hidden="true"><HeroScene sections/></div> }
}

/// The place of the water scene at the foot.
#[component]
pub fn FooterArt(
    /// How many circles close on the water.
    sections: usize,
) -> impl IntoView {
    view! { <div class=FOOTER aria-hidden="true"><FooterScene sections/></div> }
}
