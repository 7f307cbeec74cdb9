//! Parts of a whole: counts with their whole, or printed shares alone, whose whole is
//! a hundred.

use super::Figure;
use super::drawable::Drawable;
use super::number::Decimal;

/// Figures as parts of a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition<'a> {
    /// The parts.
    pub parts: Vec<&'a Figure>,
    /// The value of each.
    pub values: Vec<f64>,
    /// The whole as the source prints it; of shares there is none.
    pub whole: Option<&'a Figure>,
    /// The value of the whole.
    pub of: f64,
    /// Whether the parts are the whole.
    pub balance: Balance,
}

/// How far the parts make up the whole. The difference is derived, in words.
#[derive(Clone, Debug, PartialEq)]
pub enum Balance {
    /// They are the whole, but for the rounding of shares.
    Whole,
    /// The source leaves a part unexplained.
    Short { by: f64, words: String },
    /// The parts are more than the whole.
    Over { words: String },
}

impl<'a> Composition<'a> {
    /// The figures as parts and, but of shares, last the whole; `None` where they
    /// cannot be added up.
    pub fn of(figures: &[&'a Figure]) -> Option<Composition<'a>> {
        let amounts = figures.iter().map(|figure| Drawable::of(figure));
        let amounts: Vec<Drawable> = amounts.collect::<Option<_>>()?;
        let first = amounts.first()?;
        let (of, parts) = match first.hundred() {
            Some(hundred) => (hundred, amounts.as_slice()),
            None => {
                let (whole, parts) = amounts.split_last()?;
                (whole.value, parts)
            }
        };
        let mut sum = Decimal::default();
        for part in parts {
            sum = sum.plus(part.value)?;
        }
        // Shares are rounded, each by half of its last place at the most.
        let slack = match first.is_share() {
            true => parts.len() as f64 * 0.5 * last_place(parts),
            false => 0.0,
        };
        let rest = of.minus(sum)?;
        let even = rest.to_f64().abs() <= slack + 1e-9;
        let words = |rest: Decimal| words(rest, amounts.last().unwrap_or(first));
        let balance = match rest.to_f64() {
            _ if even => Balance::Whole,
            by if by > 0.0 => Balance::Short {
                by,
                words: words(rest),
            },
            _ => Balance::Over {
                words: words(sum.minus(of)?),
            },
        };
        Some(Composition {
            parts: figures.iter().copied().take(parts.len()).collect(),
            values: parts.iter().map(|part| part.value.to_f64()).collect(),
            whole: figures.get(parts.len()).copied(),
            of: of.to_f64(),
            balance,
        })
    }
}

impl Composition<'_> {
    /// What the whole is called, in words.
    pub fn whole_words(&self) -> String {
        match self.whole {
            Some(whole) => [&whole.label, &*whole.phrase].concat(),
            None => "100%".to_owned(),
        }
    }

    /// That the parts are more than their whole, where they are.
    pub fn excess(&self) -> Option<String> {
        match &self.balance {
            Balance::Over { words } => {
                let whole = self.whole_words();
                Some(["各部分合计比", &whole, "多", words, "，原文如此"].concat())
            }
            _ => None,
        }
    }
}

/// The last place that any of the shares prints: .1 of 38.4%.
fn last_place(shares: &[Drawable]) -> f64 {
    let places = shares.iter().map(|share| {
        let shown = share.value.to_string();
        shown.split_once('.').map_or(0, |(_, after)| after.len())
    });
    let most = places.fold(0, usize::max);
    (0..most).fold(1.0, |place, _| place / 10.0)
}

/// An amount in the scale and the unit of another: 3.21万亿元.
fn words(amount: Decimal, like: &Drawable) -> String {
    const SCALES: [(u32, &str); 3] = [(12, "万亿"), (8, "亿"), (4, "万")];
    let scale = SCALES.into_iter().find(|(tens, _)| *tens == like.scale);
    let scaled = scale.and_then(|(tens, word)| Some((amount.per_power(tens)?, word)));
    let (value, word) = scaled.unwrap_or((amount, ""));
    [&value.to_string(), word, like.unit].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Id;

    #[track_caller]
    fn check(phrases: &[&str], expected: Balance) {
        let figures: Vec<Figure> = phrases
            .iter()
            .map(|phrase| Figure {
                id: Id("one".to_owned()),
                label: "数".to_owned(),
                phrase: (*phrase).to_owned(),
                value: None,
                qualifier: None,
                unit: None,
            })
            .collect();
        let figures: Vec<&Figure> = figures.iter().collect();
        let found = Composition::of(&figures).expect("parts");
        assert_eq!(found.balance, expected, "{phrases:?}");
    }

    fn short(by: f64, words: &str) -> Balance {
        let words = words.to_owned();
        Balance::Short { by, words }
    }

    #[test]
    fn counts_are_held_against_the_printed_whole() {
        check(&["433件", "32件", "5件", "470件"], Balance::Whole);
        check(&["433件", "32件", "470件"], short(5.0, "5件"));
        let words = "3件".to_owned();
        check(&["300件", "173件", "470件"], Balance::Over { words });
        check(
            &["1.1万亿元", "2万亿元", "6.31万亿元"],
            short(3.21e12, "3.21万亿元"),
        );
    }

    /// 38.4 + 10.0 + 7.8 + 31.0 + 12.3 + 0.5 are a hundred; a third three times is not.
    #[test]
    fn shares_are_held_against_a_hundred_but_for_their_rounding() {
        check(
            &["38.4%", "10.0%", "7.8%", "31.0%", "12.3%", "0.5%"],
            Balance::Whole,
        );
        check(&["33.3%", "33.3%", "33.3%"], Balance::Whole);
        check(&["77.1%", "17.6%"], short(5.3, "5.3%"));
        let words = "3%".to_owned();
        check(&["60%", "43%"], Balance::Over { words });
    }
}
