//! This term beside the last: numbers of an earlier report, and what they differ by.
//!
//! A difference is derived and says so. There is one where both numbers are exact and
//! count the same; all else stands side by side.

use super::number::{Bound, NumberKind, Quantity, read};
use super::{Figure, Id, Report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// 一份较早的报告：同样的数字当时是多少。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierReport {
    /// 写在数字前的称呼，例如“上届”“上年”。
    #[schemars(length(min = 1, max = 20))]
    pub name: String,
    /// 那份报告的标题。
    #[schemars(length(min = 1))]
    pub title: String,
    /// 出处，例如“四届市政协常委会工作报告，2022年1月”。
    #[schemars(length(min = 1))]
    pub source: String,
    /// 当时的数字。
    pub figures: Vec<EarlierFigure>,
}

/// 一个当时的数字。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EarlierFigure {
    /// 那份报告里同一个数字。
    pub figure: Id,
    /// 那份报告的写法，例如“7667件”。
    #[schemars(length(min = 1))]
    pub phrase: String,
}

impl Report {
    /// What a figure was in the earlier report: `上届7667件，少71件（推算）`.
    pub fn before(&self, figure: &Figure) -> Option<String> {
        let earlier = self.earlier.as_ref()?;
        let before = earlier.figures.iter();
        let before = before.clone().find(|before| before.figure == figure.id)?;
        let mut words = [earlier.name.as_str(), &before.phrase].concat();
        if let Some(difference) = difference(&figure.phrase, &before.phrase) {
            words.extend(["，", &difference, "（推算）"]);
        }
        Some(words)
    }
}

impl Report {
    /// How many of the same a figure counted in the earlier report, where both numbers are
    /// exact.
    pub fn count_before(&self, figure: &Figure) -> Option<f64> {
        let before = self.earlier.as_ref()?.figures.iter();
        let mut before = before.filter(|before| before.figure == figure.id);
        let phrase = &before.next()?.phrase;
        difference(&figure.phrase, phrase)?;
        Some(exact(&read(phrase)?.kind)?.value.to_f64())
    }
}

/// By how much a number is more or fewer than the one before: `少71件`. None where the
/// two cannot be compared: about, more than, in another unit.
fn difference(now: &str, before: &str) -> Option<String> {
    let (now, before) = (read(now)?, read(before)?);
    let (now, before) = (exact(&now.kind)?, exact(&before.kind)?);
    if now.unit != before.unit || now.qualifier != before.qualifier {
        return None;
    }
    let (more, fewer, unit) = match now.unit {
        "%" => ("高", "低", "个百分点"),
        "‰" => ("高", "低", "个千分点"),
        unit => ("多", "少", unit),
    };
    let (word, by) = match now.value.cmp(&before.value) {
        Ordering::Equal => return Some("持平".to_owned()),
        Ordering::Greater => (more, now.value.minus(before.value)?),
        Ordering::Less => (fewer, before.value.minus(now.value)?),
    };
    Some([word, &by.to_string(), unit].concat())
}

fn exact<'a, 'b>(kind: &'b NumberKind<'a>) -> Option<&'b Quantity<'a>> {
    match kind {
        NumberKind::Quantity(quantity) => Some(quantity).filter(|one| one.bound == Bound::Exact),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[track_caller]
    fn check(now: &str, before: &str, expected: Option<&str>) {
        assert_eq!(
            difference(now, before).as_deref(),
            expected,
            "{now} {before}"
        );
    }

    #[test]
    fn exact_numbers_of_one_unit_differ_by_a_number() {
        check("7596件", "7667件", Some("少71件"));
        check("7667件", "7596件", Some("多71件"));
        check("12次", "12次", Some("持平"));
        check("1.2万人次", "9800人次", Some("多2200人次"));
        check("98.6%", "97.25%", Some("高1.35个百分点"));
        check("0件", "3件", Some("少3件"));
    }

    #[test]
    fn numbers_that_say_less_stand_side_by_side() {
        check("2000余人次", "1900人次", None);
        check("近20项", "15项", None);
        check("38个", "38次", None);
        check("连续4年", "4年", None);
        check("第2位", "第3位", None);
        check("增长5%", "增长4%", None);
        check("多项", "3项", None);
    }
}
