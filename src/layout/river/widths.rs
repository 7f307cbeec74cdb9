//! How much room the river's words take, in u, at their largest setting.

use super::Outflow;
use super::counts::{Counts, SourceCount, StageCount};

/// Text sizes in u: of labels, numerals, units and rates.
pub struct TypeSizes {
    pub label: f64,
    pub numeral: f64,
    pub unit: f64,
    pub rate: f64,
}

pub const STATION: TypeSizes = TypeSizes {
    label: 20.0,
    numeral: 46.0,
    unit: 20.0,
    rate: 19.0,
};

pub const LOSS: TypeSizes = TypeSizes {
    label: 19.0,
    numeral: 30.0,
    unit: 19.0,
    rate: 19.0,
};

/// Beside a loss of the vertical drawing.
pub const FALL: TypeSizes = TypeSizes {
    label: 19.0,
    numeral: 27.0,
    unit: 19.0,
    rate: 19.0,
};

/// Below the mouths of the vertical drawing.
pub const MOUTH: TypeSizes = TypeSizes {
    label: 19.0,
    numeral: 38.0,
    unit: 19.0,
    rate: 19.0,
};

/// 占 and a space before a rate such as 82.1%, in em, without what it is a rate of.
const RATE: f64 = 1.0 + 6.0 * DIGIT;
/// A digit's width in em: in text, and in the numerals' serif, set tight.
const DIGIT: f64 = 0.62;
const NUMERAL: f64 = 0.58;
/// Between a numeral and its unit, in u.
const SPACE: f64 = 6.0;

/// The widths of some words, in u from where their label begins.
#[derive(Clone, Copy, Debug, Default)]
pub struct Widths {
    pub label: f64,
    pub numeral: f64,
    pub rates: f64,
}

impl Widths {
    /// The widest line.
    pub fn widest(&self) -> f64 {
        self.label.max(self.numeral).max(self.rates)
    }
}

/// The width of stage `index`'s label, numeral and rates from the station on.
pub fn station(counts: &Counts, index: usize) -> f64 {
    stage(&STATION, counts, index).widest()
}

/// The widths of stage `index`'s words in those sizes.
pub fn stage(sizes: &TypeSizes, counts: &Counts, index: usize) -> Widths {
    let Some(stage) = counts.stages.get(index) else {
        return Widths::default();
    };
    let shorts = counts.stages.iter().take(index).map(|stage| stage.short);
    let of = shorts.fold(1.0, f64::max);
    widths(sizes, stage.label, stage.count, counts.unit, of, 12.0)
}

/// The width of the words about what is lost between two stages.
pub fn loss(from: &StageCount, to: &StageCount, unit: f64) -> f64 {
    let lost = from.count - to.count;
    widths(&LOSS, to.loss, lost, unit, from.short, 0.0).widest()
}

/// The width of the words about a source: sized as a loss, or as a mouth.
pub fn source(sizes: &TypeSizes, source: &SourceCount, counts: &Counts) -> f64 {
    let of = counts.stages.last().map_or(0.0, |last| last.short);
    widths(sizes, source.label, source.count, counts.unit, of, 0.0).widest()
}

/// The widths of a strand's words in those sizes.
pub fn strand(sizes: &TypeSizes, kind: Outflow, counts: &Counts) -> Widths {
    let (label, count) = of(kind, counts);
    let whole = match kind {
        Outflow::Loss(to) => counts.stages.get(to.wrapping_sub(1)),
        Outflow::Source(_) => counts.stages.last(),
    };
    let of = whole.map_or(0.0, |whole| whole.short);
    widths(sizes, label, count, counts.unit, of, 0.0)
}

/// The label of a strand in em, and its count.
pub fn of(kind: Outflow, counts: &Counts) -> (f64, f64) {
    match kind {
        Outflow::Loss(to) => {
            let stages = (counts.stages.get(to.wrapping_sub(1)), counts.stages.get(to));
            match stages {
                (Some(from), Some(to)) => (to.loss, from.count - to.count),
                _ => (0.0, 0.0),
            }
        }
        Outflow::Source(index) => match counts.sources.get(index) {
            Some(source) => (source.label, source.count),
            None => (0.0, 0.0),
        },
    }
}

/// The width of `count` in digits of size `numeral`, with its unit.
pub fn numeral(count: f64, numeral: f64, unit: f64) -> f64 {
    let mut digits = 1.0;
    let mut rest = count;
    while rest >= 10.0 && digits < 20.0 {
        rest /= 10.0;
        digits += 1.0;
    }
    digits * NUMERAL * numeral + SPACE + unit
}

fn widths(sizes: &TypeSizes, label: f64, count: f64, unit: f64, of: f64, inset: f64) -> Widths {
    Widths {
        label: label * sizes.label,
        numeral: numeral(count, sizes.numeral, unit * sizes.unit),
        rates: inset + (RATE + of) * sizes.rate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(width: f64, expected: f64) {
        assert!((width - expected).abs() < 0.01, "{width}");
    }

    #[test]
    fn the_widest_line_counts() {
        let counts = Counts::reference();
        check(station(&counts, 0), 132.72); // 7596件
        check(station(&counts, 9), 0.0);
        check(loss(&counts.stages[0], &counts.stages[1], 1.0), 127.68); // 占提交 17.9%
        check(source(&LOSS, &counts.sources[1], &counts), 127.68);
    }

    #[test]
    fn digits_are_counted() {
        check(numeral(0.0, 10.0, 0.0), 11.8);
        check(numeral(9.0, 10.0, 0.0), 11.8);
        check(numeral(10.0, 10.0, 0.0), 17.6);
        check(numeral(9e15, 10.0, 0.0), 98.8);
    }
}
