//! What words of the report mean, and what was wrong in it. Only an editor knows either.

use super::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 一个名词的解释。原文自己没有解释的，须写明出处。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// 编号。
    pub id: Id,
    /// 原文的词，例如“立案”。每段原文中第一次出现时可以就地打开。
    #[schemars(length(min = 1))]
    pub word: String,
    /// 解释。
    #[schemars(length(min = 1))]
    pub text: String,
    /// 出处，例如“《政协全国委员会提案工作条例》第二十条”。
    #[schemars(length(min = 1))]
    pub source: String,
}

/// 一处更正：发布后改正的差错。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Correction {
    /// 日期，例如“2026-03-01”。
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// 更正了什么。
    #[schemars(length(min = 1))]
    pub text: String,
}

impl Correction {
    /// Whether the date is a day, written as one: `2026-03-01`.
    pub fn is_dated(&self) -> bool {
        let pieces: Vec<&str> = self.date.split('-').collect();
        let number = |piece: &str, length: usize| {
            let digits = piece.len() == length && piece.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| piece.parse::<u32>().ok()).flatten()
        };
        let [year, month, day] = pieces.as_slice() else {
            return false;
        };
        let month = number(month, 2).is_some_and(|month| (1..=12).contains(&month));
        let day = number(day, 2).is_some_and(|day| (1..=31).contains(&day));
        number(year, 4).is_some() && month && day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, expected: bool) {
        let correction = Correction {
            date: date.to_owned(),
            text: String::new(),
        };
        assert_eq!(correction.is_dated(), expected, "{date}");
    }

    #[test]
    fn a_day_is_written_as_one() {
        check("2026-03-01", true);
        check("2026-12-31", true);
        for date in [
            "",
            "2026-3-1",
            "2026-13-01",
            "2026-00-01",
            "2026-01-32",
            "26-01-01",
            "2026年3月1日",
        ] {
            check(date, false);
        }
    }
}
