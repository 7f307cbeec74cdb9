//! 江流漏斗: the funnel drawn as a river. Where everything stands is
//! [`crate::layout::river`]'s; how much it is, the data's.

mod paint;

use crate::components::element::{Element, el};
use crate::layout::path::number;
use crate::layout::point::Point;
use crate::layout::river::{
    Anchor, Counts, Gauge, Ground, Orientation, Outflow as Kind, River, Words,
};
use crate::report::Funnel;
use crate::report::items::{self, Item};

/// The drawing. Its stations, losses and sources are one tab stop; each is
/// named in a sentence, and what is drawn besides is hidden from assistive
/// technology. The second drawing lies over the first.
pub fn drawings(funnel: &Funnel, orientation: Orientation) -> [Element; 2] {
    let river = River::place(&Counts::of(funnel), orientation);
    let (class, over, key) = match orientation {
        Orientation::Horizontal => (
            "tj-river tj-river--wide",
            "tj-river__streams tj-river--wide",
            "wide",
        ),
        Orientation::Vertical => (
            "tj-river tj-river--tall",
            "tj-river__streams tj-river--tall",
            "tall",
        ),
    };
    let items = funnel.items();
    let items = items.iter().filter_map(|item| place(funnel, item, &river));
    let items: Vec<_> = items.collect();
    let painted = el("g")
        .hidden()
        .child(paint::defs(&river, key))
        .child(paint::water(&river, key))
        .children(paint::passages(&funnel.steps(), &river))
        .children(paint::scale(funnel, &river));
    let drawing = el("svg")
        .class(class)
        .attr("viewBox", river.view_box())
        .attr("role", "group")
        .attr("aria-label", "提案漏斗，用方向键逐项查看")
        .attr("data-rove", "")
        .child(painted)
        .children(items);
    [drawing, paint::streams(&river, over, key)]
}

/// An item in its place in the drawing; a stage with its gauge.
fn place(funnel: &Funnel, item: &Item<'_>, river: &River) -> Option<Element> {
    let branch = |kind| river.branches.iter().find(|branch| branch.kind == kind);
    let (class, words) = match item.kind {
        items::ItemKind::Stage(index, _) => {
            let station = river.stations.get(index)?;
            let class = "tj-river__item tj-river__station";
            let stop = named(funnel, item, class, index == 0)
                .attr("data-count", item.count.to_string())
                .children(gauge(&station.gauge))
                .child(lines(&station.words, funnel, item, Some(river.numeral)));
            return Some(stop);
        }
        items::ItemKind::Loss(index, ..) => {
            let words = &branch(Kind::Loss(index))?.words;
            ("tj-river__item tj-river__loss", words)
        }
        items::ItemKind::Source(0, _) => {
            let mouth = river.mouth.as_ref()?;
            let class = match mouth.ground {
                Ground::River => "tj-river__item tj-river__mouth tj-river__mouth--inside",
                Ground::Paper => "tj-river__item tj-river__mouth",
            };
            (class, &mouth.words)
        }
        items::ItemKind::Source(index, _) => {
            let words = &branch(Kind::Source(index))?.words;
            (
                "tj-river__item tj-river__mouth tj-river__mouth--second",
                words,
            )
        }
    };
    Some(named(funnel, item, class, false).child(lines(words, funnel, item, None)))
}

/// The gauge across the river, from its dot on.
fn gauge(gauge: &Gauge) -> [Element; 4] {
    let (dot, shore, foot) = (gauge.dot, gauge.shore, gauge.foot);
    let path = |class, d: String| el("path").class(class).attr("d", d);
    let circle = el("circle")
        .class("tj-river__dot")
        .attr("cx", number(dot.x))
        .attr("cy", number(dot.y))
        .attr("r", "4");
    [
        path("tj-river__lead", stroke(dot, shore)),
        path("tj-river__gauge", stroke(shore, foot)),
        path("tj-river__gauge", gauge.ticks.d()),
        circle,
    ]
}

/// A named item of the one tab stop.
fn named(funnel: &Funnel, item: &Item<'_>, class: &'static str, first: bool) -> Element {
    let (attribute, id) = item.name();
    let mut sentence = [item.label, " ", &item.count.to_string(), &funnel.unit].concat();
    for (of, rate) in item.rates() {
        sentence.push('，');
        sentence.push_str(&of);
        sentence.push_str(rate);
    }
    el("g")
        .class(class)
        .attr("role", "img")
        .attr("aria-label", sentence)
        .attr("tabindex", if first { "0" } else { "-1" })
        .attr(attribute, id.0.clone())
}

/// The words in their places: label, numeral with unit, and as many rates as
/// have a place.
fn lines(places: &Words, funnel: &Funnel, item: &Item<'_>, size: Option<f64>) -> Element {
    let anchor = match places.anchor {
        Anchor::Start => "start",
        Anchor::End => "end",
    };
    let unit = el("tspan")
        .class("tj-river__unit")
        .attr("dx", "5")
        .child(funnel.unit.as_str());
    let fit = places.fit;
    let numeral = fitted("tj-river__numeral", places.numeral, fit.numeral);
    let numeral = numeral.child(item.count.to_string());
    let numeral = match size {
        Some(size) => numeral.attr("font-size", number(size)),
        None => numeral,
    };
    let rates = places.rates.iter().zip(item.rates());
    let rates = rates.map(|(place, (of, rate))| {
        fitted("tj-river__rates", *place, fit.rates)
            .child(of)
            .child(el("tspan").class("tj-river__percent").child(rate))
    });
    el("g")
        .attr("text-anchor", anchor)
        .child(fitted("tj-river__label", places.label, fit.label).child(item.label))
        .child(numeral.child(unit))
        .children(rates)
}

/// A line in its place.
fn line(class: &'static str, place: Point, words: String) -> Element {
    fitted(class, place, 1.0).child(words)
}

/// A line in its place, drawn at that part of the size that the style sets.
fn fitted(class: &'static str, place: Point, part: f64) -> Element {
    let (x, y) = (number(place.x), number(place.y));
    let text = el("text").class(class);
    if part >= 1.0 {
        return text.attr("x", x).attr("y", y);
    }
    // Rounded down: it has no more room.
    let part = number((part * 100.0).floor() / 100.0);
    text.attr(
        "transform",
        ["translate(", &x, " ", &y, ")scale(", &part, ")"].concat(),
    )
}

fn stroke(from: Point, to: Point) -> String {
    let (a, b) = (number(from.x), number(from.y));
    let (c, d) = (number(to.x), number(to.y));
    ["M", &a, " ", &b, "L", &c, " ", &d].concat()
}
