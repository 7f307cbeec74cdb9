//! A day as a report prints it, and as search engines read it.

use crate::report::Report;

/// The day on which a report was published, where its imprint tells it.
pub fn of(report: &Report) -> Option<PrintedDay> {
    read(report.imprint.published.as_deref()?)
}

/// A day, and the time of it where that is printed: `2026年1月15日`,
/// `2026-01-15 09:30`. None where the words are not just that.
pub fn read(words: &str) -> Option<PrintedDay> {
    let words = words.trim();
    let (year, rest) = number(words)?;
    let (month, rest) = number(rest.strip_prefix(['年', '-', '/', '.'])?)?;
    let (day, rest) = number(rest.strip_prefix(['月', '-', '/', '.'])?)?;
    let rest = rest.strip_prefix('日').unwrap_or(rest).trim_start();
    let time = match rest {
        "" => None,
        _ => {
            let (hour, rest) = number(rest)?;
            let (minute, rest) = number(rest.strip_prefix([':', '：'])?)?;
            // Seconds are more than anybody is told.
            let told = rest.is_empty() || rest.starts_with([':', '：']);
            (told && hour < 24 && minute < 60).then_some(())?;
            Some((hour, minute))
        }
    };
    let there = (1900..=2999).contains(&year) && (1..=days(year, month)?).contains(&day);
    there.then_some(PrintedDay {
        year,
        month,
        day,
        time,
    })
}

/// A day of the calendar, and its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PrintedDay {
    year: u32,
    month: u32,
    day: u32,
    /// Hour and minute.
    time: Option<(u32, u32)>,
}

impl PrintedDay {
    /// `2026-01-15`, or `2026-01-15 09:30` with `between` a space.
    pub fn text(&self, between: &str) -> String {
        let PrintedDay {
            year, month, day, ..
        } = self;
        let date = format!("{year:04}-{month:02}-{day:02}");
        match self.time {
            Some((hour, minute)) => format!("{date}{between}{hour:02}:{minute:02}"),
            None => date,
        }
    }
}

/// The number that the words start with, of four digits at most, and the rest.
fn number(words: &str) -> Option<(u32, &str)> {
    let digits = words.find(|letter: char| !letter.is_ascii_digit());
    let (number, rest) = words.split_at(digits.unwrap_or(words.len()));
    (number.len() <= 4).then_some(())?;
    Some((number.parse().ok()?, rest))
}

/// How many days the month has.
fn days(year: u32, month: u32) -> Option<u32> {
    let every = |years: u32| year.is_multiple_of(years);
    let leap = every(4) && (!every(100) || every(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<&str>) {
        let text = read(words).map(|day| day.text(" "));
        assert_eq!(text.as_deref(), expected, "{words}");
    }

    #[test]
    fn a_day_is_read_as_it_is_printed() {
        check("2026年1月15日", Some("2026-01-15"));
        check("2026-01-15", Some("2026-01-15"));
        check("2026/1/5 9:05", Some("2026-01-05 09:05"));
        check("2026年12月31日 23：59", Some("2026-12-31 23:59"));
        check("2024-02-29 08:00:30", Some("2024-02-29 08:00"));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for words in [
            "",
            "2026年",
            "2026年1月",
            "2026年1月15日印发",
            "2026-02-29",
            "2026-13-01",
            "2026-00-01",
            "2026-01-00",
            "0001-01-01",
            "20260115",
            "2026-01-15 24:00",
            "二〇二六年一月十五日",
            "99999999999-1-1",
        ] {
            check(words, None);
        }
    }
}
