//! 山水: the scenery that the report asks for, and the circles of its sections, on
//! the first screen and at the foot. Pure decoration, drawn at build time only:
//! in the browser its places stay empty, and the served drawings are adopted.

use crate::report::{Report, Scenery};
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
pub fn HeroArt<'a>(
    /// Whose scenery and circles are drawn.
    report: &'a Report,
) -> impl IntoView {
    let (sections, scenery) = (report.circles(), report.scenery);
    (scenery != Scenery::None).then(|| {
        view! { <div class=HERO aria-hidden="true"><HeroScene sections scenery/></div> }
    })
}

/// The place of the water scene at the foot.
#[component]
pub fn FooterArt<'a>(
    /// Whose circles close on the water.
    report: &'a Report,
) -> impl IntoView {
    let sections = report.sections();
    (report.scenery != Scenery::None).then(|| {
        view! { <div class=FOOTER aria-hidden="true"><FooterScene sections/></div> }
    })
}
