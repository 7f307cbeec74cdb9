//! 江流漏斗: the flow drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

use super::line::Line;
use super::water::{Passages, ScaleBar, Streams, Water, WaterColours};
use crate::layout::path::number;
use crate::layout::path::stroke;
use crate::layout::river::{
    Anchor, Counts, Gauge, Ground, Lettering, Orientation, Outflow, River, spot,
};
use crate::report::flow::counted::Counted;
use crate::report::flow::item::{Item, ItemKind};
use leptos::prelude::*;

/// The river that runs this way, and its streams in a drawing of their own that
/// lies over the other.
#[component]
pub fn RiverDrawings<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// Which way it runs.
    orientation: Orientation,
) -> impl IntoView + use<> {
    let river = River::place(&Counts::of(counted), orientation);
    view! {
        <RiverDrawing counted river=&river/>
        <Streams river=&river/>
    }
}

/// The drawing. Its stations, losses and sources are one tab stop; each is
/// named in a sentence, and what is drawn besides is hidden from assistive
/// technology.
#[component]
pub fn RiverDrawing<'a>(
    /// The flow.
    counted: &'a Counted<'a>,
    /// Its places.
    river: &'a River,
) -> impl IntoView + use<> {
    let class = match river.orientation {
        Orientation::Horizontal => "tj-river tj-river--wide",
        Orientation::Vertical => "tj-river tj-river--tall",
    };
    let items = counted.items();
    let items = items.iter();
    let mut parts = 0;
    let items = items
        .map(|item| {
            let index = parts;
            parts += usize::from(matches!(item.kind, ItemKind::Part(_)));
            view! { <RiverItem item index river/> }
        })
        .collect_view();
    view! {
        <svg
            class=class
            viewBox=river.view_box()
            role="group"
            aria-label=[&counted.flow.title, "，用方向键逐项查看"].concat()
            data-rove=""
        >
            <g aria-hidden="true">
                <WaterColours river/>
                <Water river/>
                <Passages counted river/>
                <ScaleBar counted river/>
            </g>
            {items}
        </svg>
    }
}

/// An item in its place, named for the one tab stop; nothing where the drawing has
/// no place for it.
#[component]
fn RiverItem<'a>(
    item: &'a Item<'a>,
    /// Which of the parts it is.
    index: usize,
    river: &'a River,
) -> impl IntoView + use<> {
    place(item, index, river).map(
        |ItemPlace {
             class,
             words,
             gauge,
         }| {
            let first = matches!(item.kind, ItemKind::Stage(0, _));
            let count = gauge.map(|_| item.count.map_or(0, |count| count.value).to_string());
            let size = gauge.map(|_| number(river.numeral));
            view! {
                <g
                    class=class
                    role="img"
                    aria-label=item.sentence()
                    tabindex=if first { "0" } else { "-1" }
                    data-stage=item.named("data-stage")
                    data-exit=item.named("data-exit")
                    data-part=item.named("data-part")
                    data-count=count
                >
                    {gauge.map(|gauge| view! { <GaugeMarks gauge/> })}
                    <ItemWords item words size/>
                </g>
            }
        },
    )
}

/// Where an item stands; a stage with its gauge.
struct ItemPlace<'a> {
    class: &'static str,
    words: &'a Lettering,
    gauge: Option<&'a Gauge>,
}

fn place<'a>(item: &Item<'_>, place: usize, river: &'a River) -> Option<ItemPlace<'a>> {
    let branch = |outflow| {
        let branch = river.branches.iter().find(|branch| branch.kind == outflow);
        branch.map(|branch| &branch.words)
    };
    let (class, words) = match item.kind {
        ItemKind::Stage(index, _) => {
            let station = river.stations.get(index)?;
            return Some(ItemPlace {
                class: "tj-river__item tj-river__station",
                words: &station.words,
                gauge: Some(&station.gauge),
            });
        }
        ItemKind::Exit(index, ..) => (
            "tj-river__item tj-river__loss",
            branch(Outflow::Loss(index))?,
        ),
        ItemKind::Part(_) if place == 0 => {
            let mouth = river.mouth.as_ref()?;
            let class = match mouth.ground {
                Ground::River => "tj-river__item tj-river__mouth tj-river__mouth--inside",
                Ground::Paper => "tj-river__item tj-river__mouth",
            };
            (class, &mouth.words)
        }
        ItemKind::Part(_) => (
            "tj-river__item tj-river__mouth tj-river__mouth--second",
            branch(Outflow::Source(place))?,
        ),
        ItemKind::Rest(_) | ItemKind::Beside(_) => return None,
    };
    Some(ItemPlace {
        class,
        words,
        gauge: None,
    })
}

/// The gauge across the river, from its dot on.
#[component]
fn GaugeMarks<'a>(gauge: &'a Gauge) -> impl IntoView + use<> {
    view! {
        <path class="tj-river__lead" d=stroke(gauge.dot, gauge.shore)></path>
        <path class="tj-river__gauge" d=stroke(gauge.shore, gauge.foot)></path>
        <path class="tj-river__gauge" d=gauge.ticks.d()></path>
        <circle class="tj-river__dot" cx=number(gauge.dot.x) cy=number(gauge.dot.y) r="4"></circle>
    }
}

/// The words in their places: label, numeral with unit, and as many rates as
/// have a place.
#[component]
fn ItemWords<'a>(
    item: &'a Item<'a>,
    words: &'a Lettering,
    /// The size of the numeral, where the style does not set it.
    size: Option<String>,
) -> impl IntoView + use<> {
    let anchor = match words.anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    let numeral = spot(words.numeral, words.fit.numeral);
    let rates = words.rates.iter().zip(&item.rates);
    let rates = rates.map(|(place, rate)| {
        view! {
            <Line class="tj-river__rates" spot=spot(*place, words.fit.rates) words=view! {
                {[&rate.name(), " "].concat()} <tspan class="tj-river__percent">{rate.shown().to_owned()}</tspan>
            }/>
        }
    });
    view! {
        <g text-anchor=anchor>
            <Line
                class="tj-river__label"
                spot=spot(words.label, words.fit.label)
                words=item.label.to_owned()
            />
            <text
                class="tj-river__numeral"
                x=numeral.x
                y=numeral.y
                transform=numeral.transform
                font-size=size
            >
                {item.count.map(|count| count.value.to_string())}
                <tspan class="tj-river__unit" dx="5">{item.unit.to_owned()}</tspan>
            </text>
            {rates.collect_view()}
        </g>
    }
}
