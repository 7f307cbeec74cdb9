//! Ratios and parts: `4.0∶37.7∶58.3`, `2：1以内`, `三分之一`, `1/4`.

use super::Bound;
use super::cursor::Cursor;
use super::decimal::Decimal;
use super::lead::lead;
use super::numeral::numeral;
use super::percent::PARTS;
use super::tail::BEHIND;

/// Numbers that say how much of one there is to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// The numbers as printed, two at least.
    pub terms: Vec<Decimal>,
    /// What they are to each other.
    pub form: RatioForm,
    /// How it bounds what is meant.
    pub bound: Bound,
}

/// What the terms of a ratio are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatioForm {
    /// Each beside the others: `2.9∶1`.
    Beside,
    /// The first a part of the second: `三分之一`, `1/4`. No decimal holds a third,
    /// so it stays what it is.
    Part,
}

/// What stands between the terms of a ratio.
pub const COLONS: [char; 3] = ['∶', ':', '：'];

/// A ratio.
pub fn ratio(cursor: &mut Cursor) -> Option<Ratio> {
    cursor.attempt(|cursor| {
        let lead = lead(cursor)?;
        let (terms, form) = match cursor.attempt(part) {
            Some(terms) => (terms, RatioForm::Part),
            None => (beside(cursor)?, RatioForm::Beside),
        };
        let left = cursor.left();
        let behind = BEHIND.iter().find(|(word, _)| left.starts_with(word));
        let behind = behind.map(|(word, bound)| {
            cursor.pass(word.len());
            *bound
        });
        let before = lead.bound.map(|(bound, _)| bound);
        if before.is_some() && behind.is_some() && before != behind {
            return None;
        }
        let bound = before.or(behind).unwrap_or(Bound::Exact);
        Some(Ratio { terms, form, bound })
    })
}

/// A part of a whole, the part first. `1/12` may be a day, and 百分之 is a percentage.
fn part(cursor: &mut Cursor) -> Option<Vec<Decimal>> {
    if PARTS
        .iter()
        .any(|(word, _)| cursor.left().starts_with(word))
    {
        return None;
    }
    let first = numeral(cursor)?.value;
    let words = cursor.take_one(&["分之"]).is_some();
    if !words {
        cursor.take(|letter| letter == '/')?;
    }
    let second = numeral(cursor)?.value;
    let (part, whole) = if words {
        (second, first)
    } else {
        (first, second)
    };
    let named = words || whole <= Decimal::from(10);
    let goes_on = cursor
        .next()
        .is_some_and(|letter| matches!(letter, '/' | '.' | '-'));
    (part < whole && Decimal::default() < part && named && !goes_on).then(|| vec![part, whole])
}

/// Terms between colons. `9:20` is a time.
fn beside(cursor: &mut Cursor) -> Option<Vec<Decimal>> {
    let start = cursor.at();
    let mut terms = vec![numeral(cursor)?.value];
    while cursor.take(|letter| COLONS.contains(&letter)).is_some() {
        terms.push(numeral(cursor)?.value);
    }
    let written = cursor.since(start);
    (terms.len() > 1 && !is_time(written)).then_some(terms)
}

/// Whether hours and minutes are written there, in any colon but that of ratios.
fn is_time(written: &str) -> bool {
    let mut parts = written.split([':', '：']);
    let (hour, minute) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    hour.len() <= 2
        && minute.len() == 2
        && hour.parse().is_ok_and(|hour: u8| hour < 25)
        && minute.parse().is_ok_and(|minute: u8| minute < 60)
}

#[cfg(test)]
mod tests {
    use super::super::{NumberKind, read};
    use super::*;

    #[track_caller]
    fn check(phrase: &str, terms: &str, form: RatioForm, bound: Bound) {
        let kind = read(phrase).expect("a number phrase").kind;
        let NumberKind::Ratio(ratio) = kind else {
            panic!("{phrase} is {kind:?}")
        };
        let shown: Vec<_> = ratio.terms.iter().map(Decimal::to_string).collect();
        assert_eq!(shown.join(" "), terms);
        assert_eq!((ratio.form, ratio.bound), (form, bound));
    }

    #[test]
    fn terms_stand_beside_each_other() {
        check(
            "4.0∶37.7∶58.3",
            "4 37.7 58.3",
            RatioForm::Beside,
            Bound::Exact,
        );
        check("2.9∶1", "2.9 1", RatioForm::Beside, Bound::Exact);
        check("收窄至2：1以内", "2 1", RatioForm::Beside, Bound::AtMost);
        check("约60:40", "60 40", RatioForm::Beside, Bound::About);
    }

    #[test]
    fn a_part_says_of_how_many_it_is() {
        check("三分之一", "1 3", RatioForm::Part, Bound::Exact);
        check("1/4", "1 4", RatioForm::Part, Bound::Exact);
        check("超过三分之二", "2 3", RatioForm::Part, Bound::MoreThan);
        check("五分之四以上", "4 5", RatioForm::Part, Bound::AtLeast);
    }

    #[track_caller]
    fn refuse(phrase: &str) {
        assert_eq!(read(phrase), None, "{phrase}");
    }

    #[test]
    fn times_and_days_are_no_ratios() {
        refuse("9:20");
        refuse("09:20");
        refuse("12：30");
        refuse("5/12");
        refuse("2026/2/2");
        refuse("4/4");
        refuse("超三分之一以下");
    }
}
