//! The river's paint: water, colours along the flow, and what is written on it.
//! Hidden from assistive technology as a whole. A drawing owns what it shows, since
//! its places are gone when it is written.

use super::line::Line;
use crate::layout::path::{Path, number, percentage};
use crate::layout::river::{Axis, Branch, Orientation, Outflow, River, spot};
use crate::report::flow::counted::Counted;
use crate::report::rate::percent;
use leptos::prelude::*;

/// The colours along the flow, as gradients in the drawing's own units. What
/// fades does so in its own colours or into the paper's, without masks, which
/// browsers paint anew for every frame in which anything under them moves.
#[component]
pub fn WaterColours<'a>(
    /// The flow's places.
    river: &'a River,
) -> impl IntoView + use<> {
    let (fade_in, fade_out) = (percentage(river.fade.0), percentage(river.fade.1));
    let shade = [
        ("0".to_owned(), "tj-river__stop--source", Some("0")),
        (fade_in.clone(), "tj-river__stop--source", None),
        (percentage(river.shade), "tj-river__stop--body", None),
        (fade_out.clone(), "tj-river__stop--body", None),
        ("1".to_owned(), "tj-river__stop--body", Some("0")),
    ];
    let line = [
        ("0".to_owned(), "tj-river__stop--line", Some("0")),
        (fade_in, "tj-river__stop--line", None),
        (fade_out, "tj-river__stop--line", None),
        ("1".to_owned(), "tj-river__stop--line", Some("0")),
    ];
    let branches = river.branches.iter().enumerate();
    let branches = branches.map(|(index, branch)| {
        let (turn, class) = match branch.kind {
            Outflow::Loss(_) => ("52%", "tj-river__stop--loss"),
            Outflow::Source(_) => ("36%", "tj-river__stop--second"),
        };
        let tint = [
            ("0".to_owned(), class, Some("0")),
            (turn.to_owned(), class, None),
        ];
        let end = [
            ("78%".to_owned(), "tj-river__stop--paper", Some("0")),
            ("1".to_owned(), "tj-river__stop--paper", None),
        ];
        view! {
            <Gradient id=name(river, "tint", index) axis=branch.axis stops=tint.into()/>
            <Gradient id=name(river, "end", index) axis=branch.axis stops=end.into()/>
        }
    });
    view! {
        <defs>
            <Gradient id=name(river, "shade", 0) axis=river.axis stops=shade.into()/>
            <Gradient id=name(river, "line", 0) axis=river.axis stops=line.into()/>
            {branches.collect_view()}
        </defs>
    }
}

/// Colours along a line.
#[component]
fn Gradient(
    id: String,
    axis: Axis,
    /// Where along the line, in which colour, and how opaque.
    stops: Vec<(String, &'static str, Option<&'static str>)>,
) -> impl IntoView + use<> {
    let stops = stops.into_iter().map(|(offset, class, opacity)| {
        view! { <stop class=class offset=offset stop-opacity=opacity></stop> }
    });
    view! {
        <linearGradient
            id=id
            gradientUnits="userSpaceOnUse"
            x1=number(axis.from.x)
            y1=number(axis.from.y)
            x2=number(axis.to.x)
            y2=number(axis.to.y)
        >
            {stops.collect_view()}
        </linearGradient>
    }
}

/// The river with everything that leaves it.
#[component]
pub fn Water<'a>(
    /// The flow's places.
    river: &'a River,
) -> impl IntoView + use<> {
    let branches = river.branches.iter().enumerate();
    let branches = branches.map(|(index, branch)| view! { <Leaving river branch index/> });
    view! {
        <g>
            <Bank river band=&river.body/>
            {branches.collect_view()}
        </g>
    }
}

/// An area of water.
#[component]
fn Bank<'a>(river: &'a River, band: &'a Path) -> impl IntoView + use<> {
    view! { <path class="tj-river__bank" d=band.d() fill=paint(river, "shade", 0)></path> }
}

/// A strand that leaves the river. The stroke of its end covers what the edges
/// beneath leave of their colour.
#[component]
fn Leaving<'a>(river: &'a River, branch: &'a Branch, index: usize) -> impl IntoView + use<> {
    let class = match branch.kind {
        Outflow::Loss(_) => "tj-river__branch",
        Outflow::Source(_) => "tj-river__branch tj-river__branch--second",
    };
    let stream = branch.stream.as_ref().map(|path| {
        view! { <Stream class="tj-river__stream tj-river__stream--loss" path river/> }
    });
    let end = paint(river, "end", index);
    view! {
        <g>
            <Bank river band=&branch.band/>
            <path class=class d=branch.band.d() fill=paint(river, "tint", index)></path>
            {stream}
            <path class="tj-river__end" d=branch.band.d() fill=end.clone() stroke=end></path>
        </g>
    }
}

/// The lines in the river, which drift when it is first seen: a drawing of their
/// own over the other, because browsers move a whole drawing without painting
/// it anew, and not what stands in one.
#[component]
pub fn Streams<'a>(
    /// The flow's places.
    river: &'a River,
) -> impl IntoView + use<> {
    let class = match river.orientation {
        Orientation::Horizontal => "tj-river__streams tj-river--wide",
        Orientation::Vertical => "tj-river__streams tj-river--tall",
    };
    let lines = river.streams.iter();
    let lines = lines.map(|path| view! { <Stream class="tj-river__stream" path river/> });
    view! {
        <svg class=class viewBox=river.view_box() focusable="false" aria-hidden="true">
            {lines.collect_view()}
        </svg>
    }
}

/// A line in the river.
#[component]
fn Stream<'a>(class: &'static str, path: &'a Path, river: &'a River) -> impl IntoView + use<> {
    view! { <path class=class d=path.d() stroke=paint(river, "line", 0)></path> }
}

/// The rates in the river, on the way from stage to stage.
#[component]
pub fn Passages<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// Its places.
    river: &'a River,
) -> impl IntoView + use<> {
    let steps = counted.stages.windows(2).zip(&river.passages);
    let passages = steps.filter_map(|(step, passage)| {
        let passage = passage.as_ref()?;
        let [before, stage] = step else { return None };
        let rate = percent(stage.count.value, before.count.value);
        Some(view! {
            <g class="tj-river__passage">
                <Line
                    class="tj-river__word"
                    spot=spot(passage.word, passage.fit)
                    words=stage.stage.short.clone()
                />
                <Line class="tj-river__rate" spot=spot(passage.rate, 1.0) words=rate/>
                <path class="tj-river__arrow" d=passage.arrow.d()></path>
            </g>
        })
    });
    passages.collect_view()
}

/// How wide one step of the gauges is.
#[component]
pub fn ScaleBar<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// Its places.
    river: &'a River,
) -> impl IntoView + use<> {
    river.scale.as_ref().map(|scale| {
        let words = format!("{}{} 河宽", number(scale.count), counted.flow.unit);
        view! {
            <path class="tj-river__scale" d=scale.bar.d()></path>
            <Line class="tj-river__rates" spot=spot(scale.words, 1.0) words/>
        }
    })
}

/// An id inside the drawing; both drawings stand on one page.
fn name(river: &River, what: &str, index: usize) -> String {
    let drawing = match river.orientation {
        Orientation::Horizontal => "wide",
        Orientation::Vertical => "tall",
    };
    format!("river-{drawing}-{what}-{index}")
}

/// What is painted with a gradient of the drawing.
fn paint(river: &River, what: &str, index: usize) -> String {
    format!("url(#{})", name(river, what, index))
}
