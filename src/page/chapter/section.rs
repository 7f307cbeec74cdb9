//! A section of a chapter: its heading opens and closes its points.

use crate::page::again::Again;
use crate::page::link::CopyLink;
use crate::page::wording::{Phrases, Text, stretches};
use crate::report::runs::{Run, RunKind, part_runs};
use crate::report::{self, Point, Report};
use leptos::prelude::*;

/// How many characters of its points a closed section shows below its heading at most:
/// two lines of a phone, and some.
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

/// The first words of a section's points, as many whole clauses as there is room for.
fn preview<'a>(report: &'a Report, points: &'a [Point]) -> Vec<Run<'a>> {
    let mut room = PREVIEW;
    let mut shown = Vec::new();
    for point in points {
        let beyond = point.text.char_indices().nth(room);
        let end = match beyond {
            None => point.text.len(),
            // A clause that just fits ends with the sign behind it.
            Some((end, sign)) => match whole_clauses(&point.text[..end + sign.len_utf8()]) {
                0 if shown.is_empty() => end,
                clauses => clauses,
            },
        };
        if !shown.is_empty() && end > 0 {
            shown.push(plain("\u{a0}· "));
        }
        shown.extend(until(part_runs(report, &point.text, &point.figures), end));
        // More than the sign that the last clause ends with.
        if point.text[end..].chars().nth(1).is_some() {
            shown.push(plain("…"));
            return shown;
        }
        room = room.saturating_sub(point.text.chars().count());
    }
    shown
}

/// Where the last clause of a beginning ends, outside of quotation marks and brackets.
fn whole_clauses(beginning: &str) -> usize {
    let mut open = 0_usize;
    let mut end = 0;
    for (at, letter) in beginning.char_indices() {
        match letter {
            '“' | '《' | '（' => open += 1,
            '”' | '》' | '）' => open = open.saturating_sub(1),
            '，' | '；' | '。' if open == 0 => end = at,
            _ => {}
        }
    }
    end
}

/// The runs up to a place of their text; a figure is there whole or not at all.
fn until<'a>(runs: Vec<Run<'a>>, end: usize) -> impl Iterator<Item = Run<'a>> {
    let mut done = 0;
    runs.into_iter().filter_map(move |mut run| {
        let room = end.saturating_sub(done);
        done += run.text.len();
        if run.text.len() > room {
            let cut = run.kind == RunKind::Plain && room > 0;
            run.text = run.text.get(..room).filter(|_| cut)?;
        }
        Some(run)
    })
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

    /// A preview that the room ended said 坚定维护“一….
    #[test]
    fn a_preview_ends_with_a_clause() {
        let mut report: Report = serde_json::from_str(TEXT).unwrap();
        report.figures.clear();
        let points = |texts: &[&str]| -> Vec<Point> {
            let point = |text: &&str| Point {
                text: (*text).to_owned(),
                figures: Vec::new(),
                strong: Vec::new(),
            };
            texts.iter().map(point).collect()
        };
        let check = |texts: &[&str], expected: &str| {
            let points = points(texts);
            let shown = preview(&report, &points);
            let shown: String = shown.iter().map(|run| run.text).collect();
            assert_eq!(shown, expected);
        };
        let long = "一".repeat(PREVIEW - 10);
        check(&["一，二", "三"], "一，二\u{a0}· 三");
        check(
            &[&long, "引导委员，坚定维护“一国两制”"],
            &format!("{long}\u{a0}· 引导委员…"),
        );
        check(
            &[&long, "引导“委员，坚定”维护一国两制"],
            &format!("{long}…"),
        );
        check(&[&format!("一，{long}二二二二二二二二二二")], "一…");
        let fits = format!("一，{}", "二".repeat(PREVIEW - 2));
        check(&[&format!("{fits}。")], &fits);
    }

    #[test]
    fn a_preview_has_a_figure_whole_or_not_at_all() {
        check(0, true);
        check(PREVIEW - 20, true);
        check(PREVIEW - 1, false);
    }
}
