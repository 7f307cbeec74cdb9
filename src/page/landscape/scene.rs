//! The drawings of the landscape. Where everything stands is [`crate::layout`]'s.

use crate::layout::arcs::{Rings, lower_half, upper_half};
use crate::layout::landscape::{
    CLOSING, bridge::bridge, circle, houses::houses, towers::towers, water,
};
use crate::layout::ridge::{FOOTER, HERO, PLAIN, Ridge, WATER, contour};
use crate::report::Scenery;
use leptos::either::Either;
use leptos::prelude::*;

/// The landscape of the first screen.
#[component]
pub fn HeroScene(
    /// How many circles stand over it.
    sections: usize,
    /// What is drawn.
    scenery: Scenery,
) -> impl IntoView {
    let (mists, land) = match scenery {
        Scenery::Hills => (&HERO[..], Either::Left(view! { <Hills/> })),
        Scenery::Plain | Scenery::None => (&PLAIN[..], Either::Right(view! { <Plain/> })),
    };
    view! {
        <svg class="tj-land tj-land--hero" display="none" viewBox="0 0 1440 700" focusable="false" aria-hidden="true">
            <defs>
                <Mists ridges=mists key="land"/>
                <Tides/>
            </defs>
            <Circles sections/>
            {land}
            <Rivers/>
        </svg>
    }
}

/// 山城: mountains, a bridge before them, towers between.
#[component]
fn Hills() -> impl IntoView {
    let [behind, near] = towers();
    let [far, middle, third, fourth] = &HERO;
    view! {
        <Mountains ridge=far key="land" index=0 water=WATER/>
        <Mountains ridge=middle key="land" index=1 water=WATER/>
        <Shape class="tj-land__towers tj-land__towers--far" d=behind.walls.d()/>
        <Shape class="tj-land__lights" d=behind.windows.d()/>
        <Mountains ridge=third key="land" index=2 water=WATER/>
        <Span/>
        <Shape class="tj-land__towers" d=near.walls.d()/>
        <Shape class="tj-land__lights" d=near.windows.d()/>
        <Mountains ridge=fourth key="land" index=3 water=WATER/>
    }
}

/// 平川: low hills, and houses by the water.
#[component]
fn Plain() -> impl IntoView {
    let [far, middle, near] = &PLAIN;
    view! {
        <Mountains ridge=far key="land" index=0 water=WATER/>
        <Mountains ridge=middle key="land" index=1 water=WATER/>
        <Shape class="tj-land__towers tj-land__towers--far" d=houses().d()/>
        <Mountains ridge=near key="land" index=2 water=WATER/>
    }
}

/// The water scene of the foot: the circles close on the waterline. Its two
/// outer layers are the hero's second and last in colour.
#[component]
pub fn FooterScene(
    /// How many circles close.
    sections: usize,
) -> impl IntoView {
    let [far, middle, near] = &FOOTER;
    let water = CLOSING.y;
    let rings = Rings::footer(sections);
    let circles = rings.iter().map(|(index, radius)| {
        let class = match index + 1 == rings.count {
            true => "tj-arc tj-arc--own",
            false => "tj-arc",
        };
        view! {
            <path class=class d=upper_half(CLOSING, radius).d() pathLength="1"></path>
            <path
                class=class
                d=lower_half(CLOSING, radius).d()
                stroke-dasharray="14 7"
                stroke-opacity=".5"
            ></path>
        }
    });
    view! {
        <svg class="tj-land tj-land--footer" display="none" viewBox="0 0 1440 466" focusable="false" aria-hidden="true">
            <defs>
                <Mists ridges=&FOOTER key="foot"/>
            </defs>
            <Mountains ridge=far key="foot" index=0 water/>
            <Mountains ridge=middle key="foot" index=1 water/>
            <Mountains ridge=near key="foot" index=2 water/>
            <path class="tj-land__line" d="M0 240h1440"></path>
            <g class="tj-land__closing">{circles.collect_view()}</g>
        </svg>
    }
}

/// The circles over the water, innermost filled: the sun, or the moon.
#[component]
fn Circles(sections: usize) -> impl IntoView {
    let rings = Rings::hero(sections);
    let circles = rings.iter().map(|(index, radius)| {
        let class = if index == 0 {
            "tj-land__sun"
        } else if index + 1 == rings.count {
            "tj-land__ring tj-land__ring--own"
        } else {
            "tj-land__ring"
        };
        view! { <path class=class d=circle(radius).d() pathLength="1"></path> }
    });
    view! { <g class="tj-land__rings">{circles.collect_view()}</g> }
}

/// A layer of mountains with its contour lines.
#[component]
fn Mountains(ridge: &'static Ridge, key: &'static str, index: usize, water: f64) -> impl IntoView {
    let name = format!("{key}-crest{index}");
    let lines = ridge.contours.iter().map(|&t| {
        view! { <use href=format!("#{name}") transform=contour(water, t)></use> }
    });
    view! {
        <g>
            <defs>
                <path id=name.clone() d=ridge.crest(water).d() vector-effect="non-scaling-stroke"></path>
            </defs>
            <use href=format!("#{name}") fill=format!("url(#{key}-fill{index})")></use>
            <g class="tj-land__contours">{lines.collect_view()}</g>
        </g>
    }
}

/// The layers' colours, each fading into the mist towards the water.
#[component]
fn Mists(ridges: &'static [Ridge], key: &'static str) -> impl IntoView {
    let ends = ["50%", "66%", "80%", "100%"];
    let last = ridges.len().saturating_sub(1);
    let fills = (0..ridges.len()).zip(ends).map(|(index, end)| {
        let (peak, foot) = match index {
            _ if index == last => ("tj-land__stop--near", "tj-land__stop--third"),
            0 => ("tj-land__stop--far", "tj-land__stop--paper"),
            1 => ("tj-land__stop--middle", "tj-land__stop--paper"),
            _ => ("tj-land__stop--third", "tj-land__stop--paper"),
        };
        view! {
            <linearGradient id=format!("{key}-fill{index}") x2="0" y2="1">
                <stop class=peak offset="0"></stop>
                <stop class=foot offset=end></stop>
            </linearGradient>
        }
    });
    fills.collect_view()
}

/// Two rivers that meet: teal fades to the right, gold to the left.
#[component]
fn Tides() -> impl IntoView {
    view! {
        <linearGradient id="land-teal" gradientUnits="userSpaceOnUse" x2="1440">
            <stop class="tj-land__stop--teal" offset="25%" stop-opacity="1"></stop>
            <stop class="tj-land__stop--teal" offset="75%" stop-opacity="0"></stop>
        </linearGradient>
        <linearGradient id="land-gold" gradientUnits="userSpaceOnUse" x2="1440">
            <stop class="tj-land__stop--gold" offset="35%" stop-opacity="0"></stop>
            <stop class="tj-land__stop--gold" offset="80%" stop-opacity="1"></stop>
        </linearGradient>
    }
}

/// The bridge.
#[component]
fn Span() -> impl IntoView {
    let bridge = bridge();
    view! {
        <g class="tj-land__bridge">
            <Shape class="tj-land__stays" d=bridge.stays.d()/>
            <Shape class="tj-land__piers" d=bridge.piers.d()/>
            <Shape class="tj-land__deck" d=bridge.deck.d()/>
            <path class="tj-land__pylons" d=bridge.pylons.d() fill-rule="evenodd"></path>
            <Shape class="tj-land__lights" d=bridge.lamps.d()/>
        </g>
    }
}

/// The two rivers.
#[component]
fn Rivers() -> impl IntoView {
    let water = water();
    view! {
        <g class="tj-land__water">
            <path class="tj-land__teal" d=water.teal.d() stroke="url(#land-teal)"></path>
            <path class="tj-land__gold" d=water.gold.d() stroke="url(#land-gold)"></path>
            <path class="tj-land__glints" d=water.glints.d()></path>
        </g>
    }
}

/// A path in the style of its class.
#[component]
fn Shape(class: &'static str, d: String) -> impl IntoView {
    view! { <path class=class d=d></path> }
}
