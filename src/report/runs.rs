//! A text in runs: where its figures, unbreakable words and emphasis stand.
//!
//! Pure and lossless: the runs joined are the text, whatever the lists hold.

use super::find::places;
use super::number::stands;
use super::{Figure, Id, Point, Report, Term};

/// A stretch of text that is set in one way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run<'a> {
    /// The words.
    pub text: &'a str,
    /// How they are set.
    pub kind: RunKind<'a>,
    /// Whether they are emphasised.
    pub strong: bool,
}

/// How a run is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RunKind<'a> {
    /// As running text.
    Plain,
    /// Never broken across lines.
    Keep,
    /// Words that another place of the report says, too.
    Shared,
    /// A word that is explained.
    Term(&'a Term),
    /// A figure of the report, never broken across lines.
    Figure(&'a Figure),
}

/// The point's text in runs. Figures win over unbreakable words, longer words
/// over shorter ones, earlier places over later ones. Figures written alike
/// take their places in the order of the list.
pub fn runs<'a>(report: &'a Report, point: &'a Point) -> Vec<Run<'a>> {
    let marks = Marking {
        figures: &point.figures,
        strong: &point.strong,
        terms: &report.terms,
        ..Marking::default()
    };
    cut(report, &point.text, marks)
}

/// What is told apart in a text, besides unbreakable words.
#[derive(Clone, Copy, Default)]
struct Marking<'a, 'm> {
    figures: &'m [Id],
    strong: &'m [String],
    terms: &'a [Term],
    shared: &'m [String],
}

/// A piece of a text in runs, with the words that another place says, too.
pub fn shared_runs<'a>(
    report: &'a Report,
    text: &'a str,
    figures: &[Id],
    shared: &[String],
) -> Vec<Run<'a>> {
    let marks = Marking {
        figures,
        shared,
        ..Marking::default()
    };
    cut(report, text, marks)
}

/// A piece of a point's text in runs, by the figures of the whole.
pub fn part_runs<'a>(report: &'a Report, text: &'a str, figures: &[Id]) -> Vec<Run<'a>> {
    let marks = Marking {
        figures,
        ..Marking::default()
    };
    cut(report, text, marks)
}

fn cut<'a>(report: &'a Report, text: &'a str, told: Marking<'a, '_>) -> Vec<Run<'a>> {
    let mut marks = Vec::new();
    let figures: Vec<_> = told
        .figures
        .iter()
        .filter_map(|id| report.figure(id))
        .collect();
    for (index, figure) in figures.iter().enumerate() {
        // “10个分党组、10个党支部”: figures of one phrase share out its places.
        let mut later = figures.iter().skip(index + 1);
        let limit = match later.any(|other| other.phrase == figure.phrase) {
            true => 1,
            false => usize::MAX,
        };
        let kind = RunKind::Figure(figure);
        mark(text, &figure.phrase, kind, limit, &mut marks);
    }
    for words in told.shared {
        mark(text, words, RunKind::Shared, usize::MAX, &mut marks);
    }
    for term in told.terms {
        mark(text, &term.word, RunKind::Term(term), 1, &mut marks);
    }
    let mut keep: Vec<&str> = Vec::new();
    for word in report.keep.iter().chain(report.whole()) {
        let longer = keep.partition_point(|other| other.len() >= word.len());
        keep.insert(longer, word);
    }
    for word in keep {
        mark(text, word, RunKind::Keep, usize::MAX, &mut marks);
    }

    let emphasis: Vec<(usize, usize)> = told
        .strong
        .iter()
        .filter_map(|words| Some((places(text, words).next()?, words.len())))
        .map(|(start, length)| (start, start + length))
        .collect();

    let mut out = Vec::new();
    let mut at = 0;
    for mark in marks {
        emphasise(text, (at, mark.start), RunKind::Plain, &emphasis, &mut out);
        emphasise(text, (mark.start, mark.end), mark.kind, &emphasis, &mut out);
        at = mark.end;
    }
    emphasise(text, (at, text.len()), RunKind::Plain, &emphasis, &mut out);
    out
}

/// A marked place in a text: byte offsets on character boundaries.
struct MarkedRange<'a> {
    start: usize,
    end: usize,
    kind: RunKind<'a>,
}

/// Marks, in order, the first `limit` places where the words stand and nothing is marked
/// yet. A figure is found as a whole number phrase only: `3件` does not stand in
/// `13件`, nor `3%` in `11.3%`.
fn mark<'a>(
    text: &str,
    words: &str,
    kind: RunKind<'a>,
    mut limit: usize,
    marks: &mut Vec<MarkedRange<'a>>,
) {
    for start in places(text, words) {
        let end = start + words.len();
        let whole = !matches!(kind, RunKind::Figure(_)) || stands(text, start..end);
        let taken = marks
            .iter()
            .any(|mark| start < mark.end && mark.start < end);
        if limit > 0 && whole && !taken {
            let before = marks.partition_point(|mark| mark.start < start);
            marks.insert(before, MarkedRange { start, end, kind });
            limit -= 1;
        }
    }
}

/// Adds `text[range]` as runs, cut where emphasis begins and ends.
fn emphasise<'a>(
    text: &'a str,
    (start, end): (usize, usize),
    kind: RunKind<'a>,
    emphasis: &[(usize, usize)],
    out: &mut Vec<Run<'a>>,
) {
    let mut at = start;
    while at < end {
        let strong = emphasis.iter().find(|range| range.0 <= at && at < range.1);
        let next = match strong {
            Some(range) => range.1,
            None => emphasis
                .iter()
                .map(|range| range.0)
                .filter(|&begin| begin > at)
                .min()
                .unwrap_or(end),
        };
        let next = next.min(end);
        if let Some(text) = text.get(at..next) {
            let strong = strong.is_some();
            out.push(Run { text, kind, strong });
        }
        at = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Heading, Title};

    fn report(phrases: &[&str], keep: &[&str]) -> Report {
        Report {
            title: Title {
                text: Heading("题".into()),
                short: "题".into(),
                seal: None,
            },
            preface: point("序", &[], &[]),
            headline: vec![],
            topics: vec![],
            terms: vec![],
            corrections: vec![],
            earlier: None,
            keep: keep.iter().map(|word| word.to_string()).collect(),
            parts: vec![],
            figures: phrases
                .iter()
                .map(|phrase| Figure {
                    id: Id(phrase.to_string()),
                    label: "数".into(),
                    phrase: phrase.to_string(),
                    value: None,
                    qualifier: None,
                    unit: None,
                })
                .collect(),
            breaks: vec![],
            imprint: Default::default(),
            scenery: Default::default(),
            sample: false,
        }
    }

    fn point(text: &str, figures: &[&str], strong: &[&str]) -> Point {
        Point {
            text: text.into(),
            figures: figures.iter().map(|id| Id(id.to_string())).collect(),
            strong: strong.iter().map(|words| words.to_string()).collect(),
        }
    }

    /// Runs as text: figures in brackets, kept words in angles, emphasis starred.
    #[track_caller]
    fn check(text: &str, figures: &[&str], keep: &[&str], strong: &[&str], expected: &str) {
        let report = report(figures, keep);
        let point = point(text, figures, strong);
        let runs = runs(&report, &point);
        let joined: String = runs.iter().map(|run| run.text).collect();
        assert_eq!(joined, text, "the runs joined are the text");
        let shown: String = runs
            .iter()
            .map(|run| {
                let star = if run.strong { "*" } else { "" };
                match run.kind {
                    RunKind::Plain => format!("{star}{}{star}", run.text),
                    RunKind::Keep => format!("{star}<{}>{star}", run.text),
                    RunKind::Figure(_) => format!("{star}[{}]{star}", run.text),
                    RunKind::Shared => format!("{star}_{}_{star}", run.text),
                    RunKind::Term(_) => format!("{star}({}){star}", run.text),
                }
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn figures_stand_where_the_phrase_stands() {
        check(
            "协商69次、视察62次",
            &["69次", "62次"],
            &[],
            &[],
            "协商[69次]、视察[62次]",
        );
        check(
            "举办11省市会，住11省市委员",
            &["11省市"],
            &[],
            &[],
            "举办[11省市]会，住[11省市]委员",
        );
    }

    #[test]
    fn a_number_is_not_found_inside_a_longer_one() {
        check("13件和3件", &["3件"], &[], &[], "13件和[3件]");
    }

    #[test]
    fn figures_of_one_phrase_share_out_its_places() {
        let mut report = report(&["10个", "10个"], &[]);
        report.figures[0].id = Id("committees".into());
        report.figures[1].id = Id("branches".into());
        let point = point(
            "10个分党组，10个党支部，共10个",
            &["committees", "branches"],
            &[],
        );
        let named: Vec<_> = runs(&report, &point)
            .iter()
            .filter_map(|run| match run.kind {
                RunKind::Figure(figure) => Some(figure.id.0.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(named, ["committees", "branches", "branches"]);
    }

    #[test]
    fn the_longer_kept_word_wins() {
        check(
            "学习习近平总书记讲话，习近平思想",
            &[],
            &["习近平", "习近平总书记"],
            &[],
            "学习<习近平总书记>讲话，<习近平>思想",
        );
    }

    #[test]
    fn a_term_is_explained_where_it_stands_first() {
        let mut report = report(&[], &[]);
        report.terms.push(Term {
            id: Id("filed".into()),
            word: "立案".into(),
            text: "审查后受理".into(),
            source: "条例".into(),
        });
        let point = point("经审查立案，立案后交办", &[], &[]);
        let runs = runs(&report, &point);
        let explained = runs.iter().map(|run| matches!(run.kind, RunKind::Term(_)));
        assert_eq!(explained.collect::<Vec<_>>(), [false, true, false]);
    }

    #[test]
    fn emphasis_cuts_across_runs() {
        check(
            "在市委领导下，办理69次",
            &["69次"],
            &[],
            &["领导下，办理69"],
            "在市委*领导下，办理**[69]*[次]",
        );
    }

    #[test]
    fn nothing_found_is_plain_text() {
        check("无数字", &["5件"], &["", "没有"], &["", "也无"], "无数字");
        check("", &[], &[], &[], "");
    }
}
