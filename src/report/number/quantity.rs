//! A quantity: a number with what bounds it and what it counts.
//!
//! Knows nothing of how it is written.

use super::Bound;
use super::decimal::Decimal;
use super::numeral::Numeral;

/// A number with what bounds it and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity<'a> {
    /// The value as printed, scale words multiplied: 余, 多 and 近 add nothing.
    pub value: Decimal,
    /// How the value bounds what is counted.
    pub bound: Bound,
    /// How many digits are printed after the point: 1 in `4.0`.
    pub decimals: u32,
    /// How many tens the scale words multiply by: 4 for 万, 8 for 亿, 1
    /// for 成, a tenth in percent.
    pub scale: u32,
    /// The counter or unit; `%` in either width is `%`, as are 百分之 and 成.
    pub unit: &'a str,
    /// 余, 多, 近, 连续 …, where the phrase has one: first what bounds the number.
    pub qualifier: Option<&'a str>,
}

impl Quantity<'_> {
    /// The count, where it is whole, exact and not below zero.
    pub fn whole(&self) -> Option<u64> {
        self.value.whole().filter(|_| self.bound == Bound::Exact)
    }
}

impl<'a> Quantity<'a> {
    /// Exactly a numeral of a scale; `None` where that is too much.
    pub fn new(numeral: Numeral, scale: u32, unit: &'a str) -> Option<Self> {
        Some(Self {
            value: numeral.value.scaled(scale)?,
            bound: Bound::Exact,
            decimals: numeral.decimals,
            scale,
            unit,
            qualifier: None,
        })
    }

    /// Bounds it by a word; `None` where another word bounds it otherwise.
    pub fn bound(&mut self, bound: Bound, word: &'a str) -> Option<()> {
        let free = self.bound == Bound::Exact || self.bound == bound;
        self.bound = bound;
        self.qualifier.get_or_insert(word);
        free.then_some(())
    }
}
