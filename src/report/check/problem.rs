//! All that can be wrong with a report, as data.
//!
//! Knows no sentences: `explain` writes them from these kinds.

use crate::report::flow::discrepancy::DiscrepancyKind;

/// One thing wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// JSON pointer to the value, for example `/figures/3/value`.
    pub pointer: String,
    /// What is wrong with it.
    pub kind: ProblemKind,
}

/// What is wrong: what was found and, where it is not the same for every
/// report, what was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// No small letter followed by at most 39 small letters, digits, hyphens.
    IdMalformed { found: String },
    /// The page uses this anchor itself.
    IdReserved { found: String },
    /// The id already stands at the pointer `first`.
    IdTaken { found: String, first: String },

    /// No section, group, chapter or part has this id.
    PlaceUnknown { found: String },

    /// No figure has this id.
    FigureUnknown { found: String },
    /// The list names this figure twice.
    FigureRepeated { found: String },
    /// No point of this chapter names the figure.
    FigureElsewhere { found: String },
    /// No point at all names the figure.
    FigureUnused { found: String },

    /// The figure's phrase does not occur in the text.
    PhraseAbsent { phrase: String },
    /// The figure's phrase occurs only inside another number.
    PhraseCovered { phrase: String },
    /// The phrase is no number phrase.
    PhraseUnreadable { phrase: String },
    /// The phrase prints another value.
    Value {
        phrase: String,
        expected: f64,
        found: f64,
    },
    /// The phrase has another qualifier, or none.
    Qualifier {
        phrase: String,
        expected: Option<String>,
        found: Option<String>,
    },
    /// The phrase has another unit.
    Unit {
        phrase: String,
        expected: String,
        found: String,
    },

    /// No day, or not written as one: 2026-03-01.
    DateMalformed { found: String },

    /// The words must be taken from there, and are not.
    NotIn { found: String, within: Within },
    /// No http or https address, and none relative to the page.
    LinkMalformed { found: String },
    /// Nothing but white space.
    Blank,
    /// Holds a character that has no place in a text: controls, invisible
    /// characters, characters that turn the direction of writing.
    Unprintable { found: char },
    /// More characters than bearable.
    TooLong { limit: usize, found: usize },
    /// More entries than bearable.
    TooMany { limit: usize, found: usize },
    /// Fewer entries than can be shown.
    TooFew { least: usize, found: usize },
    /// A part or a chapter of nothing but a heading.
    Hollow,

    /// A share takes two figures: the part and the whole.
    ShareCount { found: usize },
    /// The part is larger than the whole.
    ShareOrder { part: f64, whole: f64 },
    /// The part is counted in another unit than the whole.
    ShareUnits { part: String, whole: String },
    /// One figure became the other: neither is a part of the other.
    ShareOfTimes { part: String, whole: String },
    /// Before and after are two figures.
    PairCount { found: usize },
    /// A rank, a range or a ratio: no kind draws it.
    Undrawable { phrase: String },
    /// The graphic's figures are counted in two units.
    GraphicUnits { one: String, other: String },
    /// The kind draws only what is exact: no 余, no 约.
    Inexact { phrase: String },
    /// What is only said to be less than that has no length.
    BoundAbove { phrase: String },
    /// A percentage is no count.
    ShareCounted { phrase: String },
    /// The kind draws changes, and this is none.
    ChangeWanted { phrase: String },
    /// A change is drawn as a change alone.
    ChangeFound { phrase: String },
    /// One is a change of a year, the other of each of several years.
    ChangeYears { one: String, other: String },
    /// A part is larger than the whole.
    PartsOrder { part: String, whole: String },
    /// The kind draws percentages up to a hundred, and this is none.
    PercentWanted { phrase: String },
    /// A unit chart counts whole things.
    UnitsWhole { phrase: String },
    /// On one scale the smaller would be nothing beside the larger.
    UnitsApart { least: String, most: String },
    /// A tally draws whole numbers up to [`MAX_TALLY`](super::MAX_TALLY) only.
    Tally { found: f64 },

    /// The stage counts more than the one before.
    StageGrows { previous: u64, found: u64 },
    /// The first stage has no figure.
    FirstUncounted,
    /// Neither the stage nor what left before it is counted.
    StageUncounted,
    /// A stage without a figure needs the source's words.
    QuoteMissing,
    /// Nothing can leave before the first stage.
    ExitsBeforeFirst,
    /// The exit is without a figure, and nothing is left for it.
    ExitEmpty,
    /// More than one exit before a stage is without a figure.
    ExitsUncounted,
    /// Only what is transferred goes somewhere.
    ToUnfounded,
    /// A part has neither a figure nor a printed share.
    PartUncounted,
    /// Parts of parts of parts.
    PartsTooDeep,
    /// The share is no percentage, or of nothing.
    ShareUnreadable { found: String },
    /// The figure does not count exactly: 余, a fraction, no number.
    CountInexact { phrase: String },
    /// No figure takes this number of the text.
    NumberUnclaimed { phrase: String },
    /// The phrase says this already.
    CopyNeedless { phrase: String },
    /// A flow of the source contradicts itself.
    Contradiction { found: DiscrepancyKind },
    /// A graphic's parts are more than their whole, by so much.
    Excess { whole: String, by: String },
    /// The figure has another unit than the flow.
    CountUnit { expected: String, found: String },
}

/// Where words must be taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The text of the same point.
    Text,
    /// The heading beside.
    Heading,
    /// The report's title.
    Title,
    /// The very end of the report's title.
    TitleEnd,
    /// Any text of the part.
    PartText,
    /// One of the part's outcomes.
    Outcome,
    /// Any text of the report.
    Report,
    /// One text of the place beside.
    Place,
}
