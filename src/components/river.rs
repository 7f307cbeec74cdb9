//! 江流漏斗: the funnel drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

mod paint;

use crate::components::element::{Element, svg};
use crate::layout::path::number;
use crate::layout::point::Point;
use crate::layout::river::{
    Anchor, Branch, Counts, Ground, Kind, Orientation, River, Station, Words,
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
        .child(paint::defs(&river, key))
        .child(paint::water(&river, key))
        .children(paint::passages(&steps, &river))
        .children(paint::scale(funnel, &river));
    svg("svg")
        .class(class)
        .attr("viewBox", river.view_box())
        .attr("role", "group")
        .attr("aria-label", "提案漏斗，用方向键逐项查看")
        .attr("data-rove", "")
        .child(painted)
        .children(items)
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
        .attr("data-count", stage.count.to_string())
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
