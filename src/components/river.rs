//! 江流漏斗: the funnel drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

use crate::layout::path::number;
use crate::layout::point::Point;
use crate::layout::river::{
    Anchor, Axis, Branch, Counts, Ground, Kind, Orientation, Passage, River, Station, Words,
};
use crate::report::steps::Step;
use crate::report::{Funnel, Source};
use leptos::prelude::*;

/// The drawing. Its stations, losses and sources are one tab stop; each is
/// named in a sentence, and what is drawn besides is hidden from assistive
/// technology.
pub fn drawing(funnel: &Funnel, orientation: Orientation) -> AnyView {
    let river = River::place(&Counts::of(funnel), orientation);
    let steps = funnel.steps();
    let (class, key) = match orientation {
        Orientation::Horizontal => ("tj-river tj-river--wide", "wide"),
        Orientation::Vertical => ("tj-river tj-river--tall", "tall"),
    };
    let mut items = Vec::new();
    for (index, (step, station)) in steps.iter().zip(&river.stations).enumerate() {
        let lost = river
            .branches
            .iter()
            .find(|branch| branch.kind == Kind::Loss(index));
        if let Some(branch) = lost {
            items.push(loss(funnel, step, branch));
        }
        items.push(stop(funnel, step, station, river.numeral, index == 0));
    }
    if let (Some(source), Some(mouth)) = (funnel.sources.first(), &river.mouth) {
        let class = match mouth.ground {
            Ground::River => "tj-river__item tj-river__mouth tj-river__mouth--inside",
            Ground::Paper => "tj-river__item tj-river__mouth",
        };
        items.push(origin(funnel, source, &mouth.words, class));
    }
    for branch in &river.branches {
        if let Kind::Source(index) = branch.kind
            && let Some(source) = funnel.sources.get(index)
        {
            let class = "tj-river__item tj-river__mouth tj-river__mouth--second";
            items.push(origin(funnel, source, &branch.words, class));
        }
    }
    view! {
        <svg class=class viewBox=river.view_box() role="group" aria-label="提案漏斗：方向键逐项查看" data-rove="">
            <g aria-hidden="true">
                {defs(&river, key)}
                {water(&river, key)}
                {passages(&steps, &river)}
                {scale(funnel, &river)}
            </g>
            {items}
        </svg>
    }
    .into_any()
}

/// The colours along the flow, as gradients in the drawing's own units.
fn defs(river: &River, key: &'static str) -> AnyView {
    let branches: Vec<_> = river
        .branches
        .iter()
        .enumerate()
        .map(|(index, branch)| {
            let (id, axis) = (name(key, "branch", index), branch.axis);
            let (turn, middle) = match branch.kind {
                Kind::Loss(_) => ("0.52", "tj-river__stop--loss"),
                Kind::Source(_) => ("0.36", "tj-river__stop--second"),
            };
            let stops = view! {
                <stop class="tj-river__stop--body" offset="0"/>
                <stop class=middle offset=turn/>
                <stop class=middle offset="0.78"/>
                <stop class=middle offset="1" stop-opacity="0"/>
            };
            gradient(id, axis, stops.into_any())
        })
        .collect();
    let (fade_in, fade_out) = (share(river.fade.0), share(river.fade.1));
    let fade = view! {
        <stop offset="0" stop-color="#fff" stop-opacity="0"/>
        <stop offset=fade_in stop-color="#fff"/>
        <stop offset=fade_out stop-color="#fff"/>
        <stop offset="1" stop-color="#fff" stop-opacity="0"/>
    };
    let shade = view! {
        <stop class="tj-river__stop--source" offset="0"/>
        <stop class="tj-river__stop--body" offset="1"/>
    };
    let fill = url(&name(key, "fade", 0));
    view! {
        <defs>
            {gradient(name(key, "shade", 0), river.shade, shade.into_any())}
            {gradient(name(key, "fade", 0), river.axis, fade.into_any())}
            {branches}
            <mask id=name(key, "mask", 0) maskUnits="userSpaceOnUse" x="-100" y="-100" width="9999" height="9999">
                <rect x="-100" y="-100" width="9999" height="9999" fill=fill/>
            </mask>
        </defs>
    }
    .into_any()
}

fn gradient(id: String, axis: Axis, stops: AnyView) -> AnyView {
    let Axis { from, to } = axis;
    view! {
        <linearGradient id=id gradientUnits="userSpaceOnUse" x1=number(from.x) y1=number(from.y) x2=number(to.x) y2=number(to.y)>
            {stops}
        </linearGradient>
    }
    .into_any()
}

/// The river with everything that leaves it.
fn water(river: &River, key: &'static str) -> AnyView {
    let streams: Vec<_> = river
        .streams
        .iter()
        .map(|path| view! { <path class="tj-river__stream" d=path.d()/> })
        .collect();
    let branches: Vec<_> = river
        .branches
        .iter()
        .enumerate()
        .map(|(index, branch)| {
            let stream = branch.stream.as_ref().map(
                |path| view! { <path class="tj-river__stream tj-river__stream--loss" d=path.d()/> },
            );
            let fill = url(&name(key, "branch", index));
            view! { <path class="tj-river__branch" d=branch.band.d() fill=fill/>{stream} }
        })
        .collect();
    let (mask, fill) = (url(&name(key, "mask", 0)), url(&name(key, "shade", 0)));
    view! {
        <g class="tj-river__water">
            <g mask=mask>
                <path class="tj-river__bank" d=river.body.d() fill=fill/>
                {streams}
            </g>
            {branches}
        </g>
    }
    .into_any()
}

/// The rates in the river, on the way from stage to stage.
fn passages(steps: &[Step<'_>], river: &River) -> AnyView {
    let ways = steps.iter().skip(1).zip(&river.passages);
    ways.filter_map(|(step, passage)| {
        let Passage { word, rate, arrow } = passage.as_ref()?;
        let (short, percent) = (step.stage.short.clone(), step.step_rate()?);
        Some(view! {
            <g class="tj-river__passage">
                {line("tj-river__word", *word, short)}
                {line("tj-river__rate", *rate, percent)}
                <path class="tj-river__arrow" d=arrow.d()/>
            </g>
        })
    })
    .collect::<Vec<_>>()
    .into_any()
}

fn scale(funnel: &Funnel, river: &River) -> AnyView {
    let Some(scale) = &river.scale else {
        return ().into_any();
    };
    let words = [&number(scale.count), funnel.unit.as_str(), " 河宽"].concat();
    view! {
        <path class="tj-river__scale" d=scale.bar.d()/>
        {line("tj-river__rates", scale.words, words)}
    }
    .into_any()
}

/// A stage: its gauge across the river and its words.
fn stop(funnel: &Funnel, step: &Step<'_>, station: &Station, size: f64, first: bool) -> AnyView {
    let (stage, gauge) = (step.stage, &station.gauge);
    let rates = match (step.previous, step.step_rate()) {
        (Some(previous), Some(rate)) => {
            let mut rates = vec![of(&previous.short, rate)];
            if !step.rates_coincide() {
                rates.push(of(&step.first.short, step.overall_rate()));
            }
            rates
        }
        _ => vec![("起点 ".to_owned(), "100%".to_owned())],
    };
    let spoken = spoken(&stage.label, stage.count, &funnel.unit, &rates);
    let words = Sentence {
        label: stage.label.clone(),
        count: stage.count,
        unit: funnel.unit.clone(),
        rates,
    };
    let tab = if first { "0" } else { "-1" };
    let (dot, shore, foot) = (gauge.dot, gauge.shore, gauge.foot);
    view! {
        <g class="tj-river__item tj-river__station" data-stage=stage.id.0.clone() role="img" aria-label=spoken tabindex=tab>
            <path class="tj-river__lead" d=stroke(dot, shore)/>
            <path class="tj-river__gauge" d=stroke(shore, foot)/>
            <path class="tj-river__gauge" d=gauge.ticks.d()/>
            <circle class="tj-river__dot" cx=number(dot.x) cy=number(dot.y) r="4"/>
            {lines(&station.words, words, Some(size))}
        </g>
    }
    .into_any()
}

/// What leaves on the way to a stage.
fn loss(funnel: &Funnel, step: &Step<'_>, branch: &Branch) -> AnyView {
    let Some((loss, previous, rate)) = step.loss() else {
        return ().into_any();
    };
    let rates = vec![of(&previous.short, rate)];
    let spoken = spoken(&loss.label, step.lost(), &funnel.unit, &rates);
    let words = Sentence {
        label: loss.label.clone(),
        count: step.lost(),
        unit: funnel.unit.clone(),
        rates,
    };
    view! {
        <g class="tj-river__item tj-river__loss" data-loss=step.stage.id.0.clone() role="img" aria-label=spoken tabindex="-1">
            {lines(&branch.words, words, None)}
        </g>
    }
    .into_any()
}

/// A source of the last stage, at its mouth.
fn origin(funnel: &Funnel, source: &Source, places: &Words, class: &'static str) -> AnyView {
    let whole = funnel.source_whole().map_or("", |stage| &stage.short);
    let rates = vec![of(whole, funnel.source_rate(source))];
    let spoken = spoken(&source.label, source.count, &funnel.unit, &rates);
    let words = Sentence {
        label: source.label.clone(),
        count: source.count,
        unit: funnel.unit.clone(),
        rates,
    };
    view! {
        <g class=class data-source=source.id.0.clone() role="img" aria-label=spoken tabindex="-1">
            {lines(places, words, None)}
        </g>
    }
    .into_any()
}

/// The words about one item.
struct Sentence {
    label: String,
    count: u64,
    unit: String,
    /// What each rate is of, and the rate.
    rates: Vec<(String, String)>,
}

/// What a rate is of, named so that nobody must guess.
fn of(whole: &str, rate: String) -> (String, String) {
    (["占", whole, " "].concat(), rate)
}

fn spoken(label: &str, count: u64, unit: &str, rates: &[(String, String)]) -> String {
    let mut text = [label, " ", &count.to_string(), unit].concat();
    for (of, rate) in rates {
        text.push('，');
        text.push_str(of);
        text.push_str(rate);
    }
    text
}

/// The words in their places: label, numeral with unit, rates.
fn lines(places: &Words, words: Sentence, size: Option<f64>) -> AnyView {
    let anchor = match places.anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    let rates: Vec<_> = places
        .rates
        .iter()
        .zip(words.rates)
        .map(|(place, (of, rate))| {
            view! {
                <text class="tj-river__rates" x=number(place.x) y=number(place.y)>
                    {of}<tspan class="tj-river__percent">{rate}</tspan>
                </text>
            }
        })
        .collect();
    let numeral = places.numeral;
    view! {
        <g text-anchor=anchor>
            {line("tj-river__label", places.label, words.label)}
            <text class="tj-river__numeral" x=number(numeral.x) y=number(numeral.y) font-size=size.map(number)>
                {words.count}<tspan class="tj-river__unit" dx="5">{words.unit}</tspan>
            </text>
            {rates}
        </g>
    }
    .into_any()
}

fn line(class: &'static str, place: Point, words: String) -> AnyView {
    view! { <text class=class x=number(place.x) y=number(place.y)>{words}</text> }.into_any()
}

fn stroke(from: Point, to: Point) -> String {
    let (a, b) = (number(from.x), number(from.y));
    let (c, d) = (number(to.x), number(to.y));
    ["M", &a, " ", &b, "L", &c, " ", &d].concat()
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
