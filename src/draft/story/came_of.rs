//! What was done, and in the next clause what came of it.

use super::told;
use crate::report::number::find;
use crate::report::{Figure, Id, Part, Point, Sequel};

/// The most of a part.
const MOST: usize = 6;

/// The longest clause that is told, in letters.
const LONGEST: usize = 60;

/// Words with which a clause begins that tells what came of the one before.
const CAME: [&str; 16] = [
    "被",
    "助解",
    "协调解决",
    "推动解决",
    "推动出台",
    "推动建成",
    "推动形成",
    "帮助解决",
    "促成",
    "促进解决",
    "转化为",
    "得到",
    "获",
    "受到",
    "均被",
    "成果转化",
];

/// Words that such a clause holds as well, where it begins with less.
const RESULTS: [&str; 16] = [
    "采用", "采纳", "列为", "列入", "评为", "转化", "批示", "肯定", "表彰", "解决", "助解", "出台",
    "建成", "促成", "好评", "办理",
];

/// Words for a heading, the best first.
const HEADINGS: [&str; 8] = [
    "成果转化",
    "履职成效",
    "履职成果",
    "办理实效",
    "工作成效",
    "成果",
    "成效",
    "实效",
];

/// A heading out of the part's own words.
pub fn heading(part: &Part) -> Option<String> {
    let holds = |word: &&&str| part.texts().any(|text| text.contains(**word));
    HEADINGS.iter().find(holds).map(|word| (*word).to_owned())
}

/// What was done and what came of it, in reading order.
pub fn items(part: &Part, figures: &[Figure]) -> Vec<Sequel> {
    let all = told(part).flat_map(|(at, point)| of(at, point, figures));
    all.take(MOST).collect()
}

fn of(at: &Id, point: &Point, figures: &[Figure]) -> Vec<Sequel> {
    let mut found: Vec<Sequel> = Vec::new();
    for sentence in point.text.split(['。', '；', '！']) {
        let mut clauses = sentence.split('，').map(str::trim);
        let Some(mut before) = clauses.next() else {
            continue;
        };
        for clause in clauses {
            let subject = clause.strip_prefix("履职").unwrap_or(clause);
            if is_result(subject) && says(before) && fits(before) && fits(clause) {
                found.push(Sequel {
                    at: at.clone(),
                    done: before.to_owned(),
                    came: clause.to_owned(),
                    share: share(point, before, clause, figures),
                });
                // What came of it is told once.
                break;
            }
            before = clause;
        }
    }
    found
}

fn is_result(clause: &str) -> bool {
    let begins = CAME.iter().any(|word| clause.starts_with(word));
    begins && RESULTS.iter().any(|word| clause.contains(word))
}

/// Whether a clause tells of something done: it counts or names it.
fn says(clause: &str) -> bool {
    !is_result(clause) && (!find(clause).is_empty() || clause.contains('《'))
}

fn fits(clause: &str) -> bool {
    let whole = [('“', '”'), ('《', '》'), ('（', '）')]
        .iter()
        .all(|&(open, close)| clause.matches(open).count() == clause.matches(close).count());
    (5..=LONGEST).contains(&clause.chars().count()) && whole
}

/// The part and the whole, where some of what was done were taken up.
fn share(point: &Point, done: &str, came: &str, figures: &[Figure]) -> Vec<Id> {
    let of = |clause: &str| {
        let mut own = point.figures.iter().filter_map(|id| {
            let figure = figures.iter().find(|figure| figure.id == *id)?;
            clause.ends_with(&figure.phrase).then_some(figure)
        });
        own.next()
    };
    let (Some(whole), Some(part)) = (of(done), of(came)) else {
        return Vec::new();
    };
    let less = part
        .whole()
        .zip(whole.whole())
        .is_some_and(|(part, whole)| part < whole);
    let taken = came.starts_with('被') && part.unit() == whole.unit();
    if less && taken {
        vec![part.id.clone(), whole.id.clone()]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let point = Point {
            text: text.to_owned(),
            figures: Vec::new(),
            strong: Vec::new(),
        };
        let found = of(&Id("a".to_owned()), &point, &[]);
        let found: Vec<_> = found
            .iter()
            .map(|item| (item.done.as_str(), item.came.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_came_of_it_follows_what_was_done() {
        check(
            "写信120封，被采纳30封，被转发5封。植树3棵，浇水5次。",
            &[("写信120封", "被采纳30封")],
        );
        check(
            "《关于种树的信》，被列为重点",
            &[("《关于种树的信》", "被列为重点")],
        );
        check("大家高兴，获得表彰", &[]);
    }
}
