//! Figures: what is written in numbers is what the phrase says in words.

use super::location::Location;
use super::{Check, ProblemKind};
use crate::report::{Figure, number};

/// How far two values may be apart, relative to the larger: a few roundings,
/// for `4.35万` need not be exactly 43500 in binary.
const TOLERANCE: f64 = 4.0 * f64::EPSILON;

impl<'a> Check<'a> {
    /// A figure.
    pub fn figure(&mut self, place: Location, figure: &'a Figure) {
        self.figure_id(place.key("id"), &figure.id);
        if self.standing(&figure.id) != Some(&mut true) {
            let found = figure.id.0.clone();
            self.push(place.key("id"), ProblemKind::FigureUnused { found });
        }
        self.line(place.key("label"), &figure.label);
        self.line(place.key("phrase"), &figure.phrase);
        self.reading(place, figure);
    }

    fn reading(&mut self, place: Location, figure: &Figure) {
        if figure.phrase.trim().is_empty() {
            return;
        }
        let phrase = figure.phrase.clone();
        let Some(reading) = number::read(&figure.phrase) else {
            // What cannot be read is written apart.
            if figure.value.is_none() || figure.unit.is_none() {
                let place = place.key("phrase");
                self.push(place, ProblemKind::PhraseUnreadable { phrase });
            }
            return;
        };
        // A range, a ratio or a rank has no one value to compare.
        let Some(reading) = reading.quantity() else {
            return;
        };
        let value = reading.value.to_f64();
        if let Some(found) = figure.value.filter(|&found| !equal(found, value)) {
            let kind = ProblemKind::Value {
                phrase: phrase.clone(),
                expected: value,
                found,
            };
            self.push(place.key("value"), kind);
        }
        if figure.qualifier.is_some() && figure.qualifier.as_deref() != reading.qualifier {
            let kind = ProblemKind::Qualifier {
                phrase: phrase.clone(),
                expected: reading.qualifier.map(str::to_owned),
                found: figure.qualifier.clone(),
            };
            self.push(place.key("qualifier"), kind);
        }
        let wrong = |unit: &&str| *unit != reading.unit;
        if let Some(found) = figure.unit.as_deref().filter(wrong) {
            let kind = ProblemKind::Unit {
                phrase,
                expected: reading.unit.to_owned(),
                found: found.to_owned(),
            };
            self.push(place.key("unit"), kind);
        }
    }
}

/// Whether both are one number.
pub fn equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= TOLERANCE * one.abs().max(other.abs())
}

#[cfg(test)]
mod tests {
    use super::equal;

    #[test]
    fn binary_fractions_do_not_make_a_difference() {
        assert!(equal(57.0, 0.57 * 100.0));
        assert!(equal(0.3, 0.1 + 0.2));
        assert!(!equal(1e15, 1e15 + 1.0));
        assert!(equal(0.0, 0.0));
        assert!(!equal(1000.0, 1001.0));
        assert!(!equal(0.0, 1.0));
        assert!(!equal(f64::NAN, f64::NAN));
    }
}
