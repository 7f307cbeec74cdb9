//! Data space: how many proposals, and how long the words about them are.

use crate::layout::text::em;
use crate::report::flow::counted::Counted;

/// What the river is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Counts {
    /// The stages, in order of the flow.
    pub stages: Vec<StageCount>,
    /// What the last stage is made of; the first flows on as the main mouth.
    pub sources: Vec<SourceCount>,
    /// The width of the unit (件), in em.
    pub unit: f64,
}

/// A stage of the funnel. Words are widths in em, see [`em`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StageCount {
    pub count: f64,
    /// Its label.
    pub label: f64,
    /// Its short name, as rates mention it.
    pub short: f64,
    /// What is lost on the way to this stage.
    pub loss: f64,
}

/// A source of the last stage. Words are widths in em.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SourceCount {
    pub count: f64,
    /// Its label.
    pub label: f64,
}

impl Counts {
    /// The counts and words of a flow.
    pub fn of(counted: &Counted<'_>) -> Counts {
        let stages = counted.stages.iter().map(|stage| StageCount {
            count: stage.count.value as f64,
            label: em(&stage.stage.label),
            short: em(&stage.stage.short),
            loss: stage
                .exits
                .first()
                .map_or(0.0, |exit| exit.exit.map_or(5.0, |exit| em(&exit.label))),
        });
        let sources = counted.stages.iter().flat_map(|stage| &stage.splits);
        let sources = sources.take(1).flat_map(|split| &split.parts);
        let sources = sources.map(|part| SourceCount {
            count: part.count.map_or(0.0, |count| count.value as f64),
            label: em(&part.part.label),
        });
        Counts {
            stages: stages.collect(),
            sources: sources.collect(),
            unit: em(&counted.flow.unit),
        }
    }

    /// The same with counts that can be drawn: finite, none negative, no stage
    /// above the one before, no sources beyond the last stage, and words of at
    /// most 40 em.
    pub(super) fn drawable(&self) -> Counts {
        let mut counts = self.clone();
        let mut most = MOST;
        for stage in &mut counts.stages {
            stage.count = within(stage.count, most);
            stage.label = within(stage.label, LONGEST);
            stage.short = within(stage.short, LONGEST);
            stage.loss = within(stage.loss, LONGEST);
            most = stage.count;
        }
        if counts.stages.is_empty() {
            most = 0.0;
        }
        for source in &mut counts.sources {
            source.count = within(source.count, most);
            source.label = within(source.label, LONGEST);
            most -= source.count;
        }
        counts.unit = within(counts.unit, LONGEST);
        counts
    }
}

/// Where a count stops being one: integers are exact up to here.
const MOST: f64 = 9e15;
const LONGEST: f64 = 40.0;

/// What is less is nothing: no finite factor would make a width of it.
const LEAST: f64 = 1e-9;

fn within(value: f64, most: f64) -> f64 {
    if value.is_finite() && value >= LEAST {
        value.clamp(0.0, most.max(0.0))
    } else {
        0.0
    }
}

#[cfg(test)]
impl Counts {
    /// Stages and sources of these counts, with words as in this report.
    pub(in crate::layout) fn sample(stages: &[f64], sources: &[f64]) -> Counts {
        let labels = ["提交提案", "立案", "并案后交办", "全部按时办结"];
        let losses = ["", "经审查未立案", "并案"];
        Counts {
            stages: (0..)
                .zip(stages)
                .map(|(index, &count)| StageCount {
                    count,
                    label: em(labels[index % 4]),
                    short: 2.0,
                    loss: em(losses[index % 3]),
                })
                .collect(),
            sources: sources
                .iter()
                .map(|&count| SourceCount { count, label: 4.0 })
                .collect(),
            unit: 1.0,
        }
    }

    /// The report this house was built for.
    pub(in crate::layout) fn reference() -> Counts {
        Counts::sample(&[7596.0, 6237.0, 5286.0, 5286.0], &[4512.0, 774.0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stages: &[f64], sources: &[f64], expected: (&[f64], &[f64])) {
        let counts = Counts::sample(stages, sources).drawable();
        let stages: Vec<f64> = counts.stages.iter().map(|stage| stage.count).collect();
        let sources: Vec<f64> = counts.sources.iter().map(|source| source.count).collect();
        assert_eq!((&*stages, &*sources), expected);
    }

    #[test]
    fn good_counts_stay() {
        check(
            &[7596.0, 5286.0],
            &[4512.0, 774.0],
            (&[7596.0, 5286.0], &[4512.0, 774.0]),
        );
    }

    #[test]
    fn impossible_counts_become_drawable() {
        check(&[5.0, 9.0], &[], (&[5.0, 5.0], &[]));
        check(&[f64::NAN, 9.0], &[1.0], (&[0.0, 0.0], &[0.0]));
        check(&[5.0, -1.0], &[], (&[5.0, 0.0], &[]));
        check(&[1e-309, 1e-309], &[], (&[0.0, 0.0], &[]));
        check(&[5.0], &[4.0, 4.0, 4.0], (&[5.0], &[4.0, 1.0, 0.0]));
        check(&[], &[3.0], (&[], &[0.0]));
    }
}
