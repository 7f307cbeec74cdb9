//! The outlook as stairs: one step an outcome, rising.

use crate::components::arc::{drawing, half_arcs};
use crate::components::element::{Element, el};
use crate::layout::arcs::Rings;
use crate::report::find::around;
use crate::report::{Point, Report};

/// The steps in order; nothing where there are none. `arcs` half-circles stand
/// on the last step.
pub fn stairs(report: &Report, steps: &[Point], arcs: usize) -> Option<Element> {
    let last = steps.len().checked_sub(1)?;
    let items = steps.iter().enumerate().map(|(index, step)| {
        let crown = (index == last).then(|| {
            let rings = Rings::stairs(arcs);
            drawing("tj-stairs__crown", "-130 -130 260 131").children(half_arcs(rings, rings.count))
        });
        el("li")
            .class("tj-stairs__step")
            .children(crown)
            .child(words(report, step))
    });
    Some(el("ol").class("tj-stairs").children(items))
}

/// The outcome in three lines: what leads to it, the emphasised words, the
/// rest. The comma between the last two is where a line ends.
fn words(report: &Report, step: &Point) -> Element {
    let line = |class, text: &str| {
        el("span").class(class).text(
            report,
            &Point {
                text: text.to_owned(),
                figures: step.figures.clone(),
                strong: Vec::new(),
            },
        )
    };
    let text = step.text.as_str();
    let parts = step
        .strong
        .first()
        .and_then(|strong| Some((strong, around(text, strong)?)));
    let Some((strong, (lead, rest))) = parts else {
        return el("p").child(line("tj-stairs__rest", text));
    };
    let comma = el("span").class("tj-stairs__comma");
    let (comma, rest) = match rest.strip_prefix('，') {
        Some(rest) => (comma.child("，"), rest),
        None => (comma, rest),
    };
    el("p")
        .child(line("tj-stairs__lead", lead))
        .child(
            el("strong")
                .class("tj-stairs__strong")
                .child(strong.as_str()),
        )
        .child(comma)
        .child(line("tj-stairs__rest", rest))
}
