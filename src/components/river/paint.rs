//! The river's paint: water, colours along the flow, and what is written on it.
//! Hidden from assistive technology as a whole.

use super::line;
use crate::components::element::{Element, svg};
use crate::layout::path::number;
use crate::layout::river::{Axis, Kind, Passage, River};
use crate::report::Funnel;
use crate::report::steps::Step;

/// The colours along the flow, as gradients in the drawing's own units.
pub fn defs(river: &River, key: &str) -> Element {
    let shade = [
        stop_at("0", "tj-river__stop--source"),
        stop_at("1", "tj-river__stop--body"),
    ];
    let (fade_in, fade_out) = river.fade;
    let ends = [
        faded("0"),
        shown(share(fade_in)),
        shown(share(fade_out)),
        faded("1"),
    ];
    let defs = svg("defs")
        .child(gradient(name(key, "shade", 0), river.shade).children(shade))
        .child(gradient(name(key, "fade", 0), river.axis).children(ends))
        .child(mask(key, "fade", 0));
    river
        .branches
        .iter()
        .enumerate()
        .fold(defs, |defs, (index, branch)| {
            let (turn, class) = match branch.kind {
                Kind::Loss(_) => ("52%", "tj-river__stop--loss"),
                Kind::Source(_) => ("36%", "tj-river__stop--second"),
            };
            let tint = [
                stop_at("0", class).attr("stop-opacity", "0"),
                stop_at(turn, class),
            ];
            let end = [shown("78%".to_owned()), faded("1")];
            defs.child(gradient(name(key, "tint", index), branch.axis).children(tint))
                .child(gradient(name(key, "end", index), branch.axis).children(end))
                .child(mask(key, "end", index))
        })
}

fn stop_at(offset: &'static str, class: &'static str) -> Element {
    svg("stop").class(class).attr("offset", offset)
}

/// A mask shows what is white.
fn shown(offset: String) -> Element {
    svg("stop")
        .attr("offset", offset)
        .attr("stop-color", "#fff")
}

fn faded(offset: &'static str) -> Element {
    shown(offset.to_owned()).attr("stop-opacity", "0")
}

fn gradient(id: String, axis: Axis) -> Element {
    svg("linearGradient")
        .attr("id", id)
        .attr("gradientUnits", "userSpaceOnUse")
        .attr("x1", number(axis.from.x))
        .attr("y1", number(axis.from.y))
        .attr("x2", number(axis.to.x))
        .attr("y2", number(axis.to.y))
}

/// A mask over the whole drawing, painted with the gradient of that name.
fn mask(key: &str, what: &str, index: usize) -> Element {
    let all = |tag| {
        svg(tag)
            .attr("x", "-99")
            .attr("y", "-99")
            .attr("width", "9999")
            .attr("height", "9999")
    };
    let paint = all("rect").attr("fill", url(&name(key, what, index)));
    all("mask")
        .attr("id", name(key, ["mask-", what].concat().as_str(), index))
        .attr("maskUnits", "userSpaceOnUse")
        .child(paint)
}

/// The river with everything that leaves it.
pub fn water(river: &River, key: &str) -> Element {
    let shade = url(&name(key, "shade", 0));
    let path = |class, d: String| svg("path").class(class).attr("d", d);
    let body = svg("g")
        .attr("mask", url(&name(key, "mask-fade", 0)))
        .child(path("tj-river__bank", river.body.d()).attr("fill", shade.clone()))
        .children(
            river
                .streams
                .iter()
                .map(|stream| path("tj-river__stream", stream.d())),
        );
    let branches = river.branches.iter().enumerate().map(|(index, branch)| {
        let tint = url(&name(key, "tint", index));
        let class = match branch.kind {
            Kind::Loss(_) => "tj-river__branch",
            Kind::Source(_) => "tj-river__branch tj-river__branch--second",
        };
        // The line comes from the river's source, and fades in with the river.
        let stream = branch.stream.as_ref().map(|stream| {
            svg("g")
                .attr("mask", url(&name(key, "mask-fade", 0)))
                .child(path("tj-river__stream tj-river__stream--loss", stream.d()))
        });
        svg("g")
            .attr("mask", url(&name(key, "mask-end", index)))
            .child(path("tj-river__bank", branch.band.d()).attr("fill", shade.clone()))
            .child(path(class, branch.band.d()).attr("fill", tint))
            .children(stream)
    });
    svg("g")
        .class("tj-river__water")
        .child(body)
        .children(branches)
}

/// The rates in the river, on the way from stage to stage.
pub fn passages(steps: &[Step<'_>], river: &River) -> Vec<Element> {
    let ways = steps.iter().skip(1).zip(&river.passages);
    ways.filter_map(|(step, passage)| {
        let Passage { word, rate, arrow } = passage.as_ref()?;
        let passage = svg("g")
            .class("tj-river__passage")
            .child(line("tj-river__word", *word, step.stage.short.clone()))
            .child(line("tj-river__rate", *rate, step.step_rate()?))
            .child(svg("path").class("tj-river__arrow").attr("d", arrow.d()));
        Some(passage)
    })
    .collect()
}

/// How wide one step of the gauges is.
pub fn scale(funnel: &Funnel, river: &River) -> Vec<Element> {
    let Some(scale) = &river.scale else {
        return Vec::new();
    };
    let words = [&number(scale.count), funnel.unit.as_str(), " 河宽"].concat();
    vec![
        svg("path")
            .class("tj-river__scale")
            .attr("d", scale.bar.d()),
        line("tj-river__rates", scale.words, words),
    ]
}

/// An id inside the drawing; both drawings stand on one page.
fn name(key: &str, what: &str, index: usize) -> String {
    ["river", key, what, &index.to_string()].join("-")
}

fn url(id: &str) -> String {
    ["url(#", id, ")"].concat()
}

/// A ratio as a gradient offset.
fn share(ratio: f64) -> String {
    [&number(ratio * 100.0), "%"].concat()
}
