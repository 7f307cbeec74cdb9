//! 江流漏斗: the funnel drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

use crate::components::element::{Element, svg};
use crate::layout::path::number;
use crate::layout::point::Point;
use crate::layout::river::{
    Anchor, Axis, Branch, Counts, Ground, Kind, Orientation, Passage, River, Station, Words,
};
use crate::report::steps::Step;
use crate::report::{Funnel, Source};

/// The drawing. Its stations, losses and sources are one tab stop; each is
/// named in a sentence, and what is drawn besides is hidden from assistive
/// technology.
pub fn drawing(funnel: &Funnel, orientation: Orientation) -> Element {
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
        items.extend(lost.and_then(|branch| loss(funnel, step, branch)));
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
    let painted = svg("g")
        .hidden()
        .child(defs(&river, key))
        .child(water(&river, key))
        .children(passages(&steps, &river))
        .children(scale(funnel, &river));
    svg("svg")
        .class(class)
        .attr("viewBox", river.view_box())
        .attr("role", "group")
        .attr("aria-label", "提案漏斗，用方向键逐项查看")
        .attr("data-rove", "")
        .child(painted)
        .children(items)
}

/// The colours along the flow, as gradients in the drawing's own units.
fn defs(river: &River, key: &str) -> Element {
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
fn water(river: &River, key: &str) -> Element {
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
fn passages(steps: &[Step<'_>], river: &River) -> Vec<Element> {
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
fn scale(funnel: &Funnel, river: &River) -> Vec<Element> {
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

/// A stage: its gauge across the river and its words.
fn stop(funnel: &Funnel, step: &Step<'_>, station: &Station, size: f64, first: bool) -> Element {
    let (stage, gauge) = (step.stage, &station.gauge);
    let mut rates = Vec::new();
    match (step.previous, step.step_rate()) {
        (Some(previous), Some(rate)) => {
            rates.push(of(&previous.short, rate));
            if !step.rates_coincide() {
                rates.push(of(&step.first.short, step.overall_rate()));
            }
        }
        _ => rates.push(("起点 ".to_owned(), "100%".to_owned())),
    }
    let sentence = Sentence {
        label: &stage.label,
        count: stage.count,
        unit: &funnel.unit,
        rates,
    };
    let (dot, shore, foot) = (gauge.dot, gauge.shore, gauge.foot);
    let path = |class, d: String| svg("path").class(class).attr("d", d);
    let circle = svg("circle")
        .class("tj-river__dot")
        .attr("cx", number(dot.x))
        .attr("cy", number(dot.y))
        .attr("r", "4");
    item("tj-river__item tj-river__station", &sentence, first)
        .attr("data-stage", stage.id.0.clone())
        .child(path("tj-river__lead", stroke(dot, shore)))
        .child(path("tj-river__gauge", stroke(shore, foot)))
        .child(path("tj-river__gauge", gauge.ticks.d()))
        .child(circle)
        .child(lines(&station.words, sentence, Some(size)))
}

/// What leaves on the way to a stage.
fn loss(funnel: &Funnel, step: &Step<'_>, branch: &Branch) -> Option<Element> {
    let (loss, previous, rate) = step.loss()?;
    let sentence = Sentence {
        label: &loss.label,
        count: step.lost(),
        unit: &funnel.unit,
        rates: vec![of(&previous.short, rate)],
    };
    let item = item("tj-river__item tj-river__loss", &sentence, false)
        .attr("data-loss", step.stage.id.0.clone())
        .child(lines(&branch.words, sentence, None));
    Some(item)
}

/// A source of the last stage, at its mouth.
fn origin(funnel: &Funnel, source: &Source, places: &Words, class: &'static str) -> Element {
    let whole = funnel.source_whole().map_or("", |stage| &stage.short);
    let sentence = Sentence {
        label: &source.label,
        count: source.count,
        unit: &funnel.unit,
        rates: vec![of(whole, funnel.source_rate(source))],
    };
    item(class, &sentence, false)
        .attr("data-source", source.id.0.clone())
        .child(lines(places, sentence, None))
}

/// A named item of the one tab stop.
fn item(class: &'static str, sentence: &Sentence<'_>, first: bool) -> Element {
    svg("g")
        .class(class)
        .attr("role", "img")
        .attr("aria-label", sentence.spoken())
        .attr("tabindex", if first { "0" } else { "-1" })
}

/// The words about one item.
struct Sentence<'a> {
    label: &'a str,
    count: u64,
    unit: &'a str,
    /// What each rate is of, and the rate.
    rates: Vec<(String, String)>,
}

impl Sentence<'_> {
    fn spoken(&self) -> String {
        let mut text = [self.label, " ", &self.count.to_string(), self.unit].concat();
        for (of, rate) in &self.rates {
            text.push('，');
            text.push_str(of);
            text.push_str(rate);
        }
        text
    }
}

/// What a rate is of, named so that nobody must guess.
fn of(whole: &str, rate: String) -> (String, String) {
    (["占", whole, " "].concat(), rate)
}

/// The words in their places: label, numeral with unit, rates.
fn lines(places: &Words, sentence: Sentence<'_>, size: Option<f64>) -> Element {
    let anchor = match places.anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    let unit = svg("tspan")
        .class("tj-river__unit")
        .attr("dx", "5")
        .child(sentence.unit);
    let numeral = line(
        "tj-river__numeral",
        places.numeral,
        sentence.count.to_string(),
    );
    let numeral = match size {
        Some(size) => numeral.attr("font-size", number(size)),
        None => numeral,
    };
    let rates = places.rates.iter().zip(sentence.rates);
    let rates = rates.map(|(place, (of, rate))| {
        line("tj-river__rates", *place, of)
            .child(svg("tspan").class("tj-river__percent").child(rate))
    });
    svg("g")
        .attr("text-anchor", anchor)
        .child(line(
            "tj-river__label",
            places.label,
            sentence.label.to_owned(),
        ))
        .child(numeral.child(unit))
        .children(rates)
}

fn line(class: &'static str, place: Point, words: String) -> Element {
    svg("text")
        .class(class)
        .attr("x", number(place.x))
        .attr("y", number(place.y))
        .child(words)
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
