//! What a drawing may take from a figure: one value, what it is counted in, how it
//! bounds what is counted, and where it went.

use super::Figure;
use super::number::{Bound, Decimal, NumberKind, Trend, read};

/// A figure's value as it can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawable<'a> {
    /// The value as printed; of a fall, how far.
    pub value: Decimal,
    /// How it bounds what is counted.
    pub bound: Bound,
    /// The word that says so: 余, 近.
    pub qualifier: Option<&'a str>,
    /// How many tens the scale words multiply by, as 12 for 万亿.
    pub scale: u32,
    /// The counter or unit. 持平 has none.
    pub unit: &'a str,
    /// Where it went, where it is a change.
    pub trend: Option<Trend>,
}

impl<'a> Drawable<'a> {
    /// The amount of a figure; a range, a ratio or a rank has none.
    pub fn of(figure: &'a Figure) -> Option<Drawable<'a>> {
        let Some(reading) = read(&figure.phrase) else {
            return Drawable::written(figure);
        };
        let (quantity, trend) = match reading.kind {
            NumberKind::Quantity(quantity) => (quantity, None),
            NumberKind::Change {
                trend,
                by: Some(by),
            } => (by, Some(trend)),
            NumberKind::Change { trend, by: None } => {
                return Some(Drawable {
                    value: Decimal::default(),
                    bound: Bound::Exact,
                    qualifier: None,
                    scale: 0,
                    unit: "",
                    trend: Some(trend),
                });
            }
            NumberKind::Range { .. } | NumberKind::Ratio(_) | NumberKind::Rank(_) => return None,
        };
        Some(Drawable {
            value: quantity.value,
            bound: quantity.bound,
            qualifier: quantity.qualifier,
            scale: quantity.scale,
            unit: quantity.unit,
            trend,
        })
    }

    /// Of a phrase that cannot be read, what is written apart.
    fn written(figure: &'a Figure) -> Option<Drawable<'a>> {
        const PLACES: u32 = 3;
        let thousandths = figure.value?.max(0.0) * 1e3;
        let fits = (0.0..=9e18).contains(&thousandths);
        Some(Drawable {
            value: Decimal::new(fits.then_some(thousandths.round() as i64)?, PLACES)?,
            bound: match figure.qualifier.as_deref() {
                None => Bound::Exact,
                Some("余" | "多" | "超") => Bound::MoreThan,
                Some(_) => Bound::About,
            },
            qualifier: figure.qualifier.as_deref(),
            scale: 0,
            unit: figure.unit.as_deref()?,
            trend: None,
        })
    }

    /// Whether it is a part of a hundred or of a thousand.
    pub fn is_share(&self) -> bool {
        self.hundred().is_some()
    }

    /// The whole that it is a share of.
    pub fn hundred(&self) -> Option<Decimal> {
        match self.unit {
            "%" => Some(Decimal::from(100)),
            "‰" => Some(Decimal::from(1000)),
            "‱" => Some(Decimal::from(10_000)),
            _ => None,
        }
    }

    /// Whether it is the number itself.
    pub fn is_exact(&self) -> bool {
        self.bound == Bound::Exact
    }

    /// The value with its sign: what falls is below zero.
    pub fn signed(&self) -> f64 {
        let value = self.value.to_f64();
        match self.trend {
            Some(Trend::Down) => -value,
            _ => value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Id;

    fn figure(phrase: &str) -> Figure {
        Figure {
            id: Id("one".to_owned()),
            label: "数".to_owned(),
            phrase: phrase.to_owned(),
            value: None,
            qualifier: None,
            unit: None,
        }
    }

    #[track_caller]
    fn check(phrase: &str, expected: Option<(f64, &str, Bound)>) {
        let figure = figure(phrase);
        let amount = Drawable::of(&figure);
        let found = amount.map(|amount| (amount.signed(), amount.unit, amount.bound));
        assert_eq!(found, expected, "{phrase}");
    }

    #[test]
    fn one_value_can_be_drawn() {
        check("11.37万亿元", Some((11.37e12, "元", Bound::Exact)));
        check("3千余件", Some((3000.0, "件", Bound::MoreThan)));
        check("下降8.3%", Some((-8.3, "%", Bound::Exact)));
        check("持平", Some((0.0, "", Bound::Exact)));
        check("第2位", None);
        check("4.5%—5%", None);
        check("4.0∶37.7∶58.3", None);
    }

    #[test]
    fn what_cannot_be_read_is_written_apart() {
        let mut apart = figure("好些场");
        apart.value = Some(103.0);
        apart.unit = Some("场".to_owned());
        let amount = Drawable::of(&apart).expect("an amount");
        assert_eq!((amount.signed(), amount.unit), (103.0, "场"));
        apart.value = Some(f64::NAN);
        assert_eq!(
            Drawable::of(&apart).map(|amount| amount.signed()),
            Some(0.0)
        );
    }
}
