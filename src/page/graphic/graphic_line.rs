//! A graphic as lines: what each says, and what is drawn of it. The page, the long
//! picture and the downloads show the same lines.

use crate::layout::bars::{Bar, BarEnd, Valued};
use crate::layout::growth::{ChangeBar, ChangeScale};
use crate::layout::ticks::Tally;
use crate::layout::units::UnitRow;
use crate::layout::{bars, growth, ticks, units};
use crate::report::Figure;
use crate::report::drawable::Drawable;
use crate::report::number::Bound;

/// A line of a graphic.
pub struct GraphicLine<'a> {
    /// The figure that it shows; what is derived has none.
    pub figure: Option<&'a Figure>,
    /// What is counted.
    pub name: String,
    /// How many, in the source's words.
    pub phrase: String,
    /// What is drawn of it.
    pub drawing: Option<Drawing>,
}

/// What is drawn of a figure.
#[derive(Clone)]
pub enum Drawing {
    /// Ticks, and the width of the longest row, in u.
    Ticks(Tally, f64),
    /// A length.
    Length(Bar, Role),
    /// Up or down from a line.
    Change(ChangeBar, ChangeScale),
    /// Marks.
    Units(UnitRow),
}

/// What a length is in its graphic.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A part over its whole.
    Share,
    /// One of several parts, or what is now.
    Part,
    /// What was before.
    Before,
    /// What the source leaves unexplained.
    Rest,
}

impl<'a> GraphicLine<'a> {
    /// The line of a figure.
    pub fn of(figure: &'a Figure, drawing: impl Into<Option<Drawing>>) -> GraphicLine<'a> {
        GraphicLine {
            figure: Some(figure),
            name: figure.label.clone(),
            phrase: figure.phrase.clone(),
            drawing: drawing.into(),
        }
    }
}

impl Drawing {
    /// How large it is drawn, in u; one without a width takes all there is.
    pub fn size(&self) -> (Option<f64>, f64) {
        match self {
            Drawing::Ticks(..) => (None, ticks::TENTH),
            Drawing::Length(..) => (None, bars::THICK),
            Drawing::Change(..) => (None, growth::HEIGHT),
            Drawing::Units(row) => (Some(units::WIDTH), row.height),
        }
    }
}

/// The figures' values, each with its end; what has none is nothing.
pub fn valued(figures: &[&Figure]) -> Vec<Valued> {
    let values = figures.iter().map(|figure| match Drawable::of(figure) {
        Some(amount) => (amount.signed(), end(amount.bound)),
        None => (0.0, BarEnd::Sharp),
    });
    values.collect()
}

fn end(bound: Bound) -> BarEnd {
    match bound {
        Bound::Exact => BarEnd::Sharp,
        Bound::MoreThan | Bound::AtLeast => BarEnd::Open,
        Bound::About | Bound::AtMost | Bound::LessThan => BarEnd::Soft,
    }
}

/// The figures' units, those after the first in brackets: 次（项）.
pub fn units(figures: &[&Figure]) -> String {
    let mut units: Vec<&str> = Vec::new();
    for figure in figures {
        if !units.contains(&figure.unit()) {
            units.push(figure.unit());
        }
    }
    match units.split_first() {
        Some((first, [])) => (*first).to_owned(),
        Some((first, others)) => [first, "（", &others.join("、"), "）"].concat(),
        None => String::new(),
    }
}

/// Which of the source's words an end that fades stands for; nothing where none does.
pub fn fading(figures: &[&Figure]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for amount in figures.iter().filter_map(|figure| Drawable::of(figure)) {
        let word = amount.qualifier.filter(|_| !amount.is_exact());
        words.extend(word.filter(|word| !words.contains(word)));
    }
    match words.as_slice() {
        [] => String::new(),
        words => ["，淡出处是原文的“", &words.join("”“"), "”"].concat(),
    }
}
