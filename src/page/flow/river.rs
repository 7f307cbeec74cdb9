//! 江流: the flow drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

use super::FlowScale;
use super::line::WordLine;
use super::water::{ScaleBar, Streams, Water, WaterColours};
use crate::layout::path::{number, stroke};
use crate::layout::river::{
    Anchor, Counts, Gauge, Ground, KeyMark, Lettering, LineKind, Orientation, Passage, Place,
    Placed, River,
};
use crate::report::flow::counted::Counted;
use crate::report::flow::item::Item;
use leptos::either::Either;
use leptos::prelude::*;

/// Both rivers of a flow, each with its streams in a drawing of their own that lies
/// over it. Where the wide one has no room for its words, the tall one stands alone.
#[component]
pub fn RiverDrawings<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// How wide in u each one counted is, wide and tall, where several flows are drawn
    /// at one scale.
    scale: FlowScale,
    /// How many each stage counted in an earlier report, where that is known.
    before: Vec<Option<f64>>,
) -> impl IntoView + use<> {
    let counts = Counts::of(counted);
    let place = |orientation, k| match k {
        Some(k) => River::scaled(&counts, orientation, k),
        None => River::place(&counts, orientation),
    };
    let wide = place(Orientation::Horizontal, scale.map(|(wide, _)| wide));
    let tall = place(Orientation::Vertical, scale.map(|(_, tall)| tall));
    let wide = wide.fits.then(|| {
        view! {
            <RiverDrawing counted river=&wide before=&before/>
            <Streams river=&wide/>
        }
    });
    let alone = wide.is_none();
    view! {
        <div class="tj-rivers" data-alone=alone.then_some("")>
            {wide}
            <RiverDrawing counted river=&tall before=&before/>
            <Streams river=&tall/>
        </div>
    }
}

/// The drawing. What it tells of is one tab stop; each is named in a sentence, and what
/// is drawn besides is hidden from assistive technology.
#[component]
pub fn RiverDrawing<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// Its places.
    river: &'a River,
    /// How many each stage counted in an earlier report, where that is known.
    #[prop(optional)]
    before: &'a [Option<f64>],
) -> impl IntoView + use<> {
    let outline = river.outline(before);
    let outline = (!outline.is_empty())
        .then(|| view! { <path class="tj-river__earlier" d=outline.d()></path> });
    let class = match river.orientation {
        Orientation::Horizontal => "tj-river tj-river--wide",
        Orientation::Vertical => "tj-river tj-river--tall",
    };
    let items = counted.items().into_iter();
    let places = items.filter_map(|item| {
        let place = Counts::place(counted, &item)?;
        Some((item, river.item(place)?))
    });
    let items = places.enumerate().map(|(index, (item, placed))| {
        view! { <RiverItem item=&item placed river first=index == 0/> }
    });
    let rests = river.items.iter().filter(|placed| placed.unstated);
    let rests = rests.map(|placed| {
        let marks = placed.marks.iter().copied();
        view! {
            <g class="tj-river__mouth" role="img" aria-label=placed.words.spoken()>
                <ItemWords words=&placed.words size=None/>
                {marks.map(|mark| view! { <MarkNumber mark/> }).collect_view()}
            </g>
        }
    });
    view! {
        <svg
            class=class
            display="none"
            viewBox=river.view_box()
            role="group"
            aria-label=counted.flow.title.clone()
            data-rove=""
        >
            <g aria-hidden="true">
                <WaterColours river/>
                <Water river/>
                <ScaleBar counted river/>
                {outline}
            </g>
            {items.collect_view()}
            {rests.collect_view()}
        </svg>
    }
}

/// An item in its place, named for the one tab stop.
#[component]
fn RiverItem<'a>(
    item: &'a Item<'a>,
    placed: &'a Placed,
    river: &'a River,
    /// Whether it is where the tab stop begins.
    first: bool,
) -> impl IntoView + use<> {
    let class = match (placed.place, placed.ground) {
        (Place::Stage(_), _) => "tj-river__item tj-river__station",
        (Place::Exit(..), _) => "tj-river__item tj-river__loss",
        (_, Ground::River) => "tj-river__item tj-river__mouth tj-river__mouth--inside",
        (Place::Inflow(index) | Place::Mouth(index), _) if index % 2 == 1 => {
            "tj-river__item tj-river__mouth tj-river__mouth--second"
        }
        _ => "tj-river__item tj-river__mouth",
    };
    let count = item.count.filter(|_| placed.gauge.is_some());
    let size = placed.gauge.as_ref().filter(|_| placed.marks.is_empty());
    let size = size.map(|_| number(river.numeral));
    let marks = placed.marks.iter().copied();
    view! {
        <g
            class=class
            role="img"
            aria-label=item.sentence()
            tabindex=if first { "0" } else { "-1" }
            data-stage=item.named("data-stage")
            data-exit=item.named("data-exit")
            data-part=item.named("data-part")
            data-count=count.map(|count| count.value.to_string())
            data-key=(!placed.marks.is_empty()).then_some("")
        >
            {placed.gauge.as_ref().map(|gauge| view! { <GaugeMarks gauge/> })}
            {placed.leader.as_ref().map(|leader| view! {
                <path class="tj-river__leader" d=leader.line.d()></path>
                <Dot at=leader.dot/>
            })}
            <ItemWords words=&placed.words size/>
            {placed.passage.as_ref().map(|passage| view! { <PassageRate passage/> })}
            {marks.map(|mark| view! { <MarkNumber mark/> }).collect_view()}
        </g>
    }
}

/// The gauge across the river, from its dot on.
#[component]
fn GaugeMarks<'a>(gauge: &'a Gauge) -> impl IntoView + use<> {
    view! {
        <path class="tj-river__lead" d=stroke(gauge.dot, gauge.shore)></path>
        <path class="tj-river__gauge" d=stroke(gauge.shore, gauge.foot)></path>
        <path class="tj-river__gauge" d=gauge.ticks.d()></path>
        <Dot at=gauge.dot/>
    }
}

/// Where words lead to.
#[component]
fn Dot(at: crate::layout::point::Position) -> impl IntoView {
    view! { <circle class="tj-river__dot" cx=number(at.x) cy=number(at.y) r="4"></circle> }
}

/// A rate in the river, on the way to its station.
#[component]
fn PassageRate<'a>(passage: &'a Passage) -> impl IntoView + use<> {
    let ((of, word), (rate, share)) = (passage.word.clone(), passage.rate.clone());
    view! {
        <g class="tj-river__passage">
            <WordLine class="tj-river__word" at=of words=word/>
            <WordLine class="tj-river__rate" at=rate words=share/>
            <path class="tj-river__arrow" d=passage.arrow.d()></path>
        </g>
    }
}

/// A number that stands for words in the key, and before them there.
#[component]
fn MarkNumber(mark: KeyMark) -> impl IntoView {
    let KeyMark { at, number: figure } = mark;
    view! {
        <circle class="tj-river__mark" cx=number(at.x) cy=number(at.y) r="11"></circle>
        <text class="tj-river__figure" x=number(at.x) y=number(at.y + 5.5)>{figure}</text>
    }
}

/// The words in their places, a line each.
#[component]
fn ItemWords<'a>(
    words: &'a Lettering,
    /// The size of the numeral, where the style does not set it.
    size: Option<String>,
) -> impl IntoView + use<> {
    let anchor = match words.anchor {
        Anchor::Start => None,
        Anchor::End => Some("end"),
    };
    let lines = words.lines.iter().map(|line| {
        let (at, words, after) = (line.at, line.words.clone(), line.after.clone());
        match line.kind {
            LineKind::Numeral => Either::Left(view! {
                <text
                    class="tj-river__numeral"
                    x=number(at.x)
                    y=number(at.y)
                    font-size=size.clone()
                >
                    {words}
                    <tspan class="tj-river__unit" dx="5">{after}</tspan>
                </text>
            }),
            LineKind::Label | LineKind::Fate | LineKind::Rate => {
                let class = match line.kind {
                    LineKind::Label => "tj-river__label",
                    _ => "tj-river__rates",
                };
                let gap = if words.is_empty() { "" } else { " " };
                let share = (!after.is_empty())
                    .then(|| view! { {gap} <tspan class="tj-river__percent">{after}</tspan> });
                Either::Right(view! { <WordLine class at words=view! { {words} {share} }/> })
            }
        }
    });
    view! { <g text-anchor=anchor>{lines.collect_view()}</g> }
}
