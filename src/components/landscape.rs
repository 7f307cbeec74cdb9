//! 山水: mountains, bridge, water and the circles of the report's sections, on
//! the first screen and at the foot. Pure decoration, drawn at build time only:
//! the app adopts the served drawing, so none of it is in the WASM.

use crate::components::arc::drawing;
use crate::components::element::{Element, el};
use crate::layout::arcs::{Rings, lower_half, upper_half};
use crate::layout::landscape::{bridge::bridge, circle, towers::towers, water};
use crate::layout::path::Path;
use crate::layout::point::at;
use crate::layout::ridge::{FOOTER, HERO, Ridge, WATER, WIDTH, contour};

/// The landscape of the first screen; `sections` circles stand over it.
pub fn hero(sections: usize) -> Element {
    let bridge = bridge();
    let [behind, near] = towers();
    let water = water();
    let span = el("g")
        .class("tj-land__bridge")
        .child(stroke("tj-land__stays", &bridge.stays))
        .child(stroke("tj-land__piers", &bridge.piers))
        .child(stroke("tj-land__deck", &bridge.deck))
        .child(stroke("tj-land__pylons", &bridge.pylons).attr("fill-rule", "evenodd"))
        .child(stroke("tj-land__lights", &bridge.lamps));
    let river = el("g")
        .class("tj-land__water")
        .child(stroke("tj-land__teal", &water.teal).attr("stroke", "url(#land-teal)"))
        .child(stroke("tj-land__gold", &water.gold).attr("stroke", "url(#land-gold)"))
        .child(stroke("tj-land__glints", &water.glints));
    let [far, middle, third, fourth] = &HERO;
    drawing("tj-land tj-land--hero", "0 0 1440 700")
        .child(defs(&HERO, "land").children(tides()))
        .child(rings(sections))
        .child(ridge(far, "land", 0, WATER))
        .child(ridge(middle, "land", 1, WATER))
        .child(stroke(
            "tj-land__towers tj-land__towers--far",
            &behind.walls,
        ))
        .child(stroke("tj-land__lights", &behind.windows))
        .child(ridge(third, "land", 2, WATER))
        .child(span)
        .child(stroke("tj-land__towers", &near.walls))
        .child(stroke("tj-land__lights", &near.windows))
        .child(ridge(fourth, "land", 3, WATER))
        .child(river)
}

/// The water scene of the foot: the circles close on the waterline.
pub fn footer(sections: usize) -> Element {
    let line = 240.0;
    let rings = Rings::footer(sections);
    let centre = at(WIDTH / 2.0, line);
    let circles = rings.iter().flat_map(|(index, radius)| {
        let own = index + 1 == rings.count;
        let class = if own { "tj-arc tj-arc--own" } else { "tj-arc" };
        let half = |path: Path| el("path").class(class).attr("d", path.d());
        [
            half(upper_half(centre, radius)).attr("pathLength", "1"),
            half(lower_half(centre, radius))
                .attr("stroke-dasharray", "14 7")
                .attr("stroke-opacity", ".5"),
        ]
    });
    // The two outer layers are the hero's second and last in colour.
    let [far, middle, near] = &FOOTER;
    drawing("tj-land tj-land--footer", "0 0 1440 466")
        .child(defs(&FOOTER, "foot"))
        .child(ridge(far, "foot", 0, line))
        .child(ridge(middle, "foot", 1, line))
        .child(ridge(near, "foot", 2, line))
        .child(el("path").class("tj-land__line").attr("d", "M0 240h1440"))
        .child(el("g").class("tj-land__closing").children(circles))
}

/// The circles over the water, innermost filled: the sun, or the moon.
fn rings(sections: usize) -> Element {
    let rings = Rings::hero(sections);
    el("g")
        .class("tj-land__rings")
        .children(rings.iter().map(|(index, radius)| {
            let class = if index == 0 {
                "tj-land__sun"
            } else if index + 1 == rings.count {
                "tj-land__ring tj-land__ring--own"
            } else {
                "tj-land__ring"
            };
            el("path")
                .class(class)
                .attr("d", circle(radius).d())
                .attr("pathLength", "1")
        }))
}

/// A layer of mountains with its contour lines.
fn ridge(ridge: &Ridge, key: &'static str, index: usize, water: f64) -> Element {
    let name = [key, "-crest", &index.to_string()].concat();
    let lines = ridge.contours.iter().map(|&t| {
        el("use")
            .attr("href", ["#", &name].concat())
            .attr("transform", contour(water, t))
    });
    let crest = el("defs").child(
        el("path")
            .attr("id", name.clone())
            .attr("d", ridge.crest(water).d())
            .attr("vector-effect", "non-scaling-stroke"),
    );
    el("g")
        .child(crest)
        .child(el("path").attr("d", ridge.area(water).d()).attr(
            "fill",
            ["url(#", key, "-fill", &index.to_string(), ")"].concat(),
        ))
        .child(el("g").class("tj-land__contours").children(lines))
}

/// The layers' colours, each fading into the mist towards the water.
fn defs(ridges: &[Ridge], key: &'static str) -> Element {
    let ends = ["50%", "66%", "80%", "100%"];
    let last = ridges.len().saturating_sub(1);
    let fills = (0..ridges.len()).zip(ends).map(|(index, end)| {
        let (peak, foot) = match index {
            _ if index == last => ("tj-land__stop--near", "tj-land__stop--third"),
            0 => ("tj-land__stop--far", "tj-land__stop--paper"),
            1 => ("tj-land__stop--middle", "tj-land__stop--paper"),
            _ => ("tj-land__stop--third", "tj-land__stop--paper"),
        };
        el("linearGradient")
            .attr("id", [key, "-fill", &index.to_string()].concat())
            .attr("x2", "0")
            .attr("y2", "1")
            .child(el("stop").class(peak).attr("offset", "0"))
            .child(el("stop").class(foot).attr("offset", end))
    });
    el("defs").children(fills)
}

/// Two rivers that meet: teal fades to the right, gold to the left.
fn tides() -> [Element; 2] {
    let tide = |id, class, ends: [[&'static str; 2]; 2]| {
        el("linearGradient")
            .attr("id", id)
            .attr("gradientUnits", "userSpaceOnUse")
            .attr("x2", "1440")
            .children(ends.map(|[offset, opacity]| {
                el("stop")
                    .class(class)
                    .attr("offset", offset)
                    .attr("stop-opacity", opacity)
            }))
    };
    [
        tide(
            "land-teal",
            "tj-land__stop--teal",
            [["25%", "1"], ["75%", "0"]],
        ),
        tide(
            "land-gold",
            "tj-land__stop--gold",
            [["35%", "0"], ["80%", "1"]],
        ),
    ]
}

fn stroke(class: &'static str, path: &Path) -> Element {
    el("path").class(class).attr("d", path.d())
}
