//! Exact decimal numbers of at most 18 digits.
//!
//! Numbers of phrases are summed, scaled by powers of ten, compared and printed, and
//! nothing else. A crate for decimals brings all of arithmetic in 96 bits along, and
//! this goes into the WASM of every first visit.

use std::cmp::Ordering;
use std::fmt;

/// The most digits that surely fit.
const MOST: u32 = 18;

/// A decimal number: an integer, and how many of its digits stand after the point.
/// Always in lowest terms, so equal numbers are equal values: 4.0 is 4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i64,
    places: u32,
}

impl Decimal {
    /// The integer, with the last `places` of its digits after the point. `None`
    /// where more places than digits can be held.
    pub fn new(digits: i64, places: u32) -> Option<Self> {
        (places <= MOST).then(|| Self { digits, places }.lowest())
    }

    fn lowest(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }

    /// Ten times as much, so many times; `None` where that is too much.
    pub fn scaled(self, tens: u32) -> Option<Self> {
        let places = self.places.saturating_sub(tens);
        let power = 10_i64.checked_pow(tens - (self.places - places))?;
        Self::new(self.digits.checked_mul(power)?, places)
    }

    /// How often ten to that power is in it: 1500 is .15 of 10⁴. `None` where that
    /// has more places than can be held.
    pub fn per_power(self, tens: u32) -> Option<Self> {
        Self::new(self.digits, self.places.checked_add(tens)?)
    }

    /// The sum; `None` where it is too much.
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let sum = self.at(places)?.checked_add(other.at(places)?)?;
        Self::new(sum, places)
    }

    /// The difference; `None` where it is too much.
    pub fn minus(self, other: Self) -> Option<Self> {
        let negative = Self {
            digits: other.digits.checked_neg()?,
            places: other.places,
        };
        self.plus(negative)
    }

    /// The digits with so many places.
    fn at(self, places: u32) -> Option<i64> {
        let power = 10_i64.checked_pow(places.checked_sub(self.places)?)?;
        self.digits.checked_mul(power)
    }

    /// The number where it is whole and not below zero.
    pub fn whole(self) -> Option<u64> {
        if self.places > 0 {
            return None;
        }
        u64::try_from(self.digits).ok()
    }

    /// The nearest binary number: what `4.35` is in a program's text.
    pub fn to_f64(self) -> f64 {
        // Up to 15 digits both are exact, and one division rounds once.
        let power = (0..self.places).fold(1.0, |power, _| power * 10.0);
        self.digits as f64 / power
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let at = |one: &Self, places| i128::from(one.digits) * 10_i128.pow(places);
        at(self, other.places).cmp(&at(other, self.places))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<u32> for Decimal {
    fn from(whole: u32) -> Self {
        Self {
            digits: whole.into(),
            places: 0,
        }
    }
}

/// In plain digits, without separators and without zeros at the end.
impl fmt::Display for Decimal {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.unsigned_abs();
        let power = 10_u64.pow(self.places);
        let sign = if self.digits < 0 { "-" } else { "" };
        write!(text, "{sign}{}", digits / power)?;
        if self.places == 0 {
            return Ok(());
        }
        let width = self.places as usize;
        write!(text, ".{:0width$}", digits % power)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(digits: i64, places: u32) -> Decimal {
        Decimal::new(digits, places).expect("a number")
    }

    #[track_caller]
    fn check(number: Option<Decimal>, expected: &str) {
        let shown = number.map_or_else(|| "none".to_owned(), |number| number.to_string());
        assert_eq!(shown, expected);
    }

    #[test]
    fn scales_and_sums_are_exact() {
        check(decimal(11266, 1).scaled(8), "112660000000");
        check(decimal(1458, 2).scaled(1), "145.8");
        check(decimal(1500, 0).per_power(4), "0.15");
        check(decimal(32_100_000_000_000, 0).per_power(12), "32.1");
        check(decimal(1, 18).per_power(1), "none");
        check(decimal(-175, 1).scaled(0), "-17.5");
        check(decimal(1, 1).plus(decimal(2, 1)), "0.3");
        check(decimal(40, 1).plus(decimal(377, 1)), "41.7");
        check(decimal(771, 1).minus(decimal(759, 1)), "1.2");
        check(decimal(5, 3).minus(decimal(5, 2)), "-0.045");
    }

    #[test]
    fn what_does_not_fit_is_none() {
        check(decimal(i64::MAX, 0).scaled(1), "none");
        check(decimal(i64::MAX, 0).plus(decimal(1, 0)), "none");
        check(Decimal::new(1, 19), "none");
        check(decimal(1, 0).scaled(40), "none");
    }

    #[test]
    fn equal_numbers_are_equal_and_all_are_in_order() {
        assert_eq!(decimal(40, 1), decimal(4, 0));
        assert!(decimal(45, 1) < decimal(5, 0));
        assert!(decimal(-5, 0) < decimal(0, 0));
    }

    #[test]
    fn binary_numbers_are_the_nearest() {
        assert_eq!(decimal(435, 2).to_f64(), 4.35);
        assert_eq!(decimal(-1, 1).to_f64(), -0.1);
        assert_eq!(decimal(7596, 0).whole(), Some(7596));
        assert_eq!(decimal(25, 1).whole(), None);
        assert_eq!(decimal(-1, 0).whole(), None);
    }
}
