//! A section of a chapter: its heading opens and closes its points.

use crate::page::again::Again;
use crate::page::link::CopyLink;
use crate::page::wording::{Phrases, Text, stretches};
use crate::report::runs::{Run, RunKind, part_runs};
use crate::report::{self, Point, Report};
use leptos::prelude::*;

/// How many characters of its points a closed section shows below its heading: two
/// lines of a phone.
const PREVIEW: usize = 52;

/// A section as `<details>`.
#[component]
pub fn SectionDetails<'a>(
    /// Where the section's figures are found.
    report: &'a Report,
    /// The section.
    section: &'a report::Section,
    /// Whether it is open from the start.
    open: bool,
) -> impl IntoView {
    view! {
        <details class="tj-section" id=section.id.0.as_str() open=open>
            <summary class="tj-section__summary">
                <h4 class="tj-section__heading">
                    <Phrases report heading=&section.heading.0/>
                </h4>
                <span class="tj-section__mark" aria-hidden="true"></span>
                <span class="tj-preview" aria-hidden="true" hidden="">
                    {stretches(preview(report, &section.points), &[], true)}
                </span>
            </summary>
            <CopyLink id=&section.id/>
            <Points report points=&section.points/>
        </details>
    }
}

/// The first words of a section's points. No figure is cut: neither here, where the room
/// ends, nor where a line does.
fn preview<'a>(report: &'a Report, points: &'a [Point]) -> Vec<Run<'a>> {
    let mut room = PREVIEW;
    let mut shown = Vec::new();
    for point in points {
        for mut run in part_runs(report, &point.text, &point.figures) {
            if let Some((end, _)) = run.text.char_indices().nth(room) {
                run.text = &run.text[..end];
                shown.extend((run.kind == RunKind::Plain).then_some(run));
                shown.push(plain("…"));
                return shown;
            }
            room -= run.text.chars().count();
            shown.push(run);
        }
        shown.push(plain(" · "));
    }
    shown.pop();
    shown
}

/// Words of the preview's own.
fn plain(text: &str) -> Run<'_> {
    Run {
        text,
        kind: RunKind::Plain,
        strong: false,
    }
}

/// Points as a list.
#[component]
pub fn Points<'a>(
    /// Where the points' figures are found.
    report: &'a Report,
    /// The points, in reading order.
    points: &'a [Point],
) -> impl IntoView {
    let points = points.iter();
    let points = points
        .map(|point| {
            view! { <li>
                <Text report point/>
                <Again report point/>
            </li> }
        })
        .collect_view();
    view! { <ul class="tj-points">{points}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = include_str!("../../../public/data/report.json");

    #[track_caller]
    fn check(before: usize, whole: bool) {
        let report: Report = serde_json::from_str(TEXT).unwrap();
        let figure = &report.figures[0];
        let before = "一".repeat(before);
        let point = Point {
            text: format!("{before}{}", figure.phrase),
            figures: vec![figure.id.clone()],
            strong: Vec::new(),
        };
        let points = [point];
        let shown = preview(&report, &points);
        let shown: String = shown.iter().map(|run| run.text).collect();
        let end = if whole { &figure.phrase } else { "…" };
        assert_eq!(shown, format!("{before}{end}"));
    }

    #[test]
    fn a_preview_has_a_figure_whole_or_not_at_all() {
        check(0, true);
        check(PREVIEW - 20, true);
        check(PREVIEW - 1, false);
    }
}
