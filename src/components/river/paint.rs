//! The river's paint: water, colours along the flow, and what is written on it.
//! Hidden from assistive technology as a whole.

use super::{fitted, line};
use crate::components::element::{Element, el};
use crate::layout::path::{Path, number};
use crate::layout::river::{Axis, Outflow as Kind, Passage, River};
use crate::report::Funnel;
use crate::report::steps::Step;
use std::borrow::Cow;

/// The colours along the flow, as gradients in the drawing's own units. What
/// fades does so in its own colours or into the paper's, without masks, which
/// browsers paint anew for every frame in which anything under them moves.
pub fn defs(river: &River, key: &str) -> Element {
    let (fade_in, fade_out) = (share(river.fade.0), share(river.fade.1));
    let shade = [
        stop("0", "tj-river__stop--source").attr("stop-opacity", "0"),
        stop(fade_in.clone(), "tj-river__stop--source"),
        stop(share(river.shade), "tj-river__stop--body"),
        stop(fade_out.clone(), "tj-river__stop--body"),
        stop("1", "tj-river__stop--body").attr("stop-opacity", "0"),
    ];
    let line = [
        stop("0", "tj-river__stop--line").attr("stop-opacity", "0"),
        stop(fade_in, "tj-river__stop--line"),
        stop(fade_out, "tj-river__stop--line"),
        stop("1", "tj-river__stop--line").attr("stop-opacity", "0"),
    ];
    let defs = el("defs")
        .child(gradient(name(key, "shade", 0), river.axis).children(shade))
        .child(gradient(name(key, "line", 0), river.axis).children(line));
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
                stop("0", class).attr("stop-opacity", "0"),
                stop(turn, class),
            ];
            let end = [
                stop("78%", "tj-river__stop--paper").attr("stop-opacity", "0"),
                stop("1", "tj-river__stop--paper"),
            ];
            defs.child(gradient(name(key, "tint", index), branch.axis).children(tint))
                .child(gradient(name(key, "end", index), branch.axis).children(end))
        })
}

fn stop(offset: impl Into<Cow<'static, str>>, class: &'static str) -> Element {
    el("stop").class(class).attr("offset", offset)
}

fn gradient(id: String, axis: Axis) -> Element {
    el("linearGradient")
        .attr("id", id)
        .attr("gradientUnits", "userSpaceOnUse")
        .attr("x1", number(axis.from.x))
        .attr("y1", number(axis.from.y))
        .attr("x2", number(axis.to.x))
        .attr("y2", number(axis.to.y))
}

/// The river with everything that leaves it.
pub fn water(river: &River, key: &str) -> Element {
    let shade = url(&name(key, "shade", 0));
    let bank = |path: &Path| shape("tj-river__bank", path).attr("fill", shade.clone());
    let branches = river.branches.iter().enumerate().map(|(index, branch)| {
        let class = match branch.kind {
            Kind::Loss(_) => "tj-river__branch",
            Kind::Source(_) => "tj-river__branch tj-river__branch--second",
        };
        let (tint, end) = (name(key, "tint", index), url(&name(key, "end", index)));
        let lost = "tj-river__stream tj-river__stream--loss";
        el("g")
            .child(bank(&branch.band))
            .child(shape(class, &branch.band).attr("fill", url(&tint)))
            .children(branch.stream.as_ref().map(|path| stream(lost, path, key)))
            // Its stroke covers what the edges beneath leave of their colour.
            .child(
                shape("tj-river__end", &branch.band)
                    .attr("fill", end.clone())
                    .attr("stroke", end),
            )
    });
    el("g").child(bank(&river.body)).children(branches)
}

/// The lines in the river, which drift when it is first seen: a drawing of their
/// own over the other, because browsers move a whole drawing without painting
/// it anew, and not what stands in one.
pub fn streams(river: &River, class: &'static str, key: &str) -> Element {
    let lines = river.streams.iter();
    el("svg")
        .class(class)
        .attr("viewBox", river.view_box())
        .attr("focusable", "false")
        .hidden()
        .children(lines.map(|path| stream("tj-river__stream", path, key)))
}

fn stream(class: &'static str, path: &Path, key: &str) -> Element {
    shape(class, path).attr("stroke", url(&name(key, "line", 0)))
}

fn shape(class: &'static str, path: &Path) -> Element {
    el("path").class(class).attr("d", path.d())
}

/// The rates in the river, on the way from stage to stage.
pub fn passages(steps: &[Step<'_>], river: &River) -> Vec<Element> {
    let ways = steps.iter().skip(1).zip(&river.passages);
    ways.filter_map(|(step, passage)| {
        let passage = passage.as_ref()?;
        let Passage {
            word, rate, arrow, ..
        } = passage;
        let passage = el("g")
            .class("tj-river__passage")
            .child(fitted("tj-river__word", *word, passage.fit).child(step.stage.short.as_str()))
            .child(line("tj-river__rate", *rate, step.step_rate()?))
            .child(el("path").class("tj-river__arrow").attr("d", arrow.d()));
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
        el("path").class("tj-river__scale").attr("d", scale.bar.d()),
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
