//! The river's paint: water, and colours along the flow. Hidden from assistive
//! technology as a whole. A drawing owns what it shows, since its places are gone when
//! it is written.

use super::line::WordLine;
use crate::layout::path::{Path, number, percentage};
use crate::layout::river::{Axis, Orientation, Paint, River, Strand};
use crate::report::flow::counted::Counted;
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
        ("62%".to_owned(), "tj-river__stop--body", None),
        (fade_out.clone(), "tj-river__stop--body", None),
        ("1".to_owned(), "tj-river__stop--body", Some("0")),
    ];
    let line = [
        ("0".to_owned(), "tj-river__stop--line", Some("0")),
        (fade_in, "tj-river__stop--line", None),
        (fade_out, "tj-river__stop--line", None),
        ("1".to_owned(), "tj-river__stop--line", Some("0")),
    ];
    let strands = river.strands.iter().enumerate();
    let strands = strands.map(|(index, strand)| view! { <StrandColours river strand index/> });
    let hatched = river.strands.iter().any(|one| one.paint == Paint::Unstated);
    let hatch = hatched.then(|| {
        view! {
            <pattern
                id=name(river, "hatch", 0)
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
            >
                <path class="tj-river__hatch" d="M0 1.5h6"></path>
            </pattern>
        }
    });
    view! {
        <defs>
            <Gradient id=name(river, "shade", 0) axis=river.axis stops=shade.into()/>
            <Gradient id=name(river, "line", 0) axis=river.axis stops=line.into()/>
            {strands.collect_view()}
            {hatch}
        </defs>
    }
}

/// The colours of a strand: from the body's to its own, and where it ends.
#[component]
fn StrandColours<'a>(river: &'a River, strand: &'a Strand, index: usize) -> impl IntoView + use<> {
    let stop = |offset: &str, class, opacity| (offset.to_owned(), class, opacity);
    let class = match strand.paint {
        Paint::Second => "tj-river__stop--second",
        Paint::Pending | Paint::Merged => "tj-river__stop--light",
        Paint::Rejected | Paint::Transferred | Paint::Unstated | Paint::Third => {
            "tj-river__stop--loss"
        }
    };
    let merged = strand.paint == Paint::Merged;
    let tint = match merged {
        true => vec![stop("0", class, Some("0")), stop("14%", class, Some(".75"))],
        false => vec![stop("0", class, Some("0")), stop("1", class, None)],
    };
    let end = fades(strand.paint).then(|| {
        let paper = "tj-river__stop--paper";
        let begin = if merged { "30%" } else { "0" };
        let end = vec![stop(begin, paper, Some("0")), stop("1", paper, None)];
        view! { <Gradient id=name(river, "end", index) axis=strand.end stops=end/> }
    });
    view! {
        <Gradient id=name(river, "tint", index) axis=strand.tint stops=tint/>
        {end}
    }
}

/// Whether a strand fades into the paper.
fn fades(paint: Paint) -> bool {
    matches!(
        paint,
        Paint::Rejected | Paint::Merged | Paint::Unstated | Paint::Second | Paint::Third
    )
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

/// The river with everything that joins or leaves it.
#[component]
pub fn Water<'a>(
    /// The flow's places.
    river: &'a River,
) -> impl IntoView + use<> {
    let strands = river.strands.iter().enumerate();
    let strands = strands.map(|(index, strand)| view! { <StrandWater river strand index/> });
    view! {
        <g>
            <Bank river band=&river.body/>
            {strands.collect_view()}
        </g>
    }
}

/// An area of water.
#[component]
fn Bank<'a>(river: &'a River, band: &'a Path) -> impl IntoView + use<> {
    view! { <path class="tj-river__bank" d=band.d() fill=paint(river, "shade", 0)></path> }
}

/// A strand. The stroke of its end covers what the edges beneath leave of their colour.
#[component]
fn StrandWater<'a>(river: &'a River, strand: &'a Strand, index: usize) -> impl IntoView + use<> {
    let band = strand.band.d();
    let stream = strand.stream.as_ref().map(|path| {
        view! { <Stream class="tj-river__stream tj-river__stream--loss" path river/> }
    });
    let hatch = strand.apart.as_ref().map(|apart| {
        let fill = paint(river, "hatch", 0);
        view! { <path class="tj-river__branch" d=apart.d() fill=fill></path> }
    });
    let end = fades(strand.paint).then(|| {
        let end = paint(river, "end", index);
        let stroke = end.clone();
        view! { <path class="tj-river__end" d=band.clone() fill=end stroke=stroke></path> }
    });
    let class = match strand.paint {
        Paint::Pending => "tj-river__shore tj-river__shore--open",
        _ => "tj-river__shore",
    };
    let bank = strand.bank.as_ref();
    let bank = bank.map(|bank| view! { <path class=class d=bank.d()></path> });
    view! {
        <g>
            <Bank river band=&strand.band/>
            <path class="tj-river__branch" d=band.clone() fill=paint(river, "tint", index)></path>
            {hatch}
            {stream}
            {end}
            {bank}
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
        <svg class=class display="none" viewBox=river.view_box() focusable="false" aria-hidden="true">
            {lines.collect_view()}
        </svg>
    }
}

/// A line in the river.
#[component]
fn Stream<'a>(class: &'static str, path: &'a Path, river: &'a River) -> impl IntoView + use<> {
    view! { <path class=class d=path.d() stroke=paint(river, "line", 0)></path> }
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
            <WordLine class="tj-river__rates" at=scale.words words/>
        }
    })
}

/// An id inside the drawing; several drawings stand on one page.
fn name(river: &River, what: &str, index: usize) -> String {
    format!("{}-{what}-{index}", river.name)
}

/// What is painted with a gradient of the drawing.
fn paint(river: &River, what: &str, index: usize) -> String {
    format!("url(#{})", name(river, what, index))
}
