//! The report's own words: texts with their figures, and headings that break
//! only where the data allows.

use crate::components::element::{Child, Element, el};
use crate::components::figure::pieces;
use crate::report::runs::{Run, RunKind, runs, words};
use crate::report::{Heading, Point, Report};

impl Element {
    /// Adds a text with its figures, unbreakable words and emphasis.
    pub fn text(self, report: &Report, point: &Point) -> Element {
        runs(report, point).into_iter().fold(self, add)
    }

    /// Adds a heading: each phrase in one piece where the line has room for it.
    pub fn heading(self, report: &Report, heading: &Heading) -> Element {
        self.children(heading.phrases().map(|phrase| {
            let piece = el("span").class("tj-phrase");
            words(report, phrase).into_iter().fold(piece, add)
        }))
    }
}

fn add(holder: Element, run: Run<'_>) -> Element {
    let words: Child = match run.kind {
        RunKind::Plain => run.text.into(),
        RunKind::Keep => el("span").class("tj-keep").child(run.text).into(),
        RunKind::Figure(figure) => el("span")
            .class("tj-mention")
            .attr("data-mention", figure.id.0.clone())
            .children(pieces(figure))
            .into(),
    };
    if run.strong {
        holder.child(el("strong").child(words))
    } else {
        holder.child(words)
    }
}
