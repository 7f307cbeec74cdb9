//! How far the work reaches: places from near to far, each in a clause of its own.

use super::told;
use crate::report::{Extent, Heading, Id, Part, Ring};

/// Fewer rings make no picture.
const FEWEST: usize = 4;

/// The longest clause that is told, in letters.
const LONGEST: usize = 40;

/// What a text must say for circles to stand for it.
const CIRCLE: &str = "同心圆";

/// Names of places, from near to far; of each the longer ones first.
const PLACES: [&[&str]; 6] = [
    &["村（社区）", "村社区", "社区"],
    &["镇（街道）", "镇街", "乡镇", "街道"],
    &["县（市、区）", "县市区", "区县", "县区"],
    &["全市", "全县", "全区"],
    &["全省", "省区市", "省市", "省区"],
    &["全国"],
];

/// The reach of a part, if its text speaks of circles.
pub fn extent(part: &Part) -> Option<Extent> {
    let heading = heading(part)?;
    let mut rings: Vec<Ring> = Vec::new();
    for names in PLACES {
        let ring = told(part).find_map(|(at, point)| {
            let clauses = point
                .text
                .split(['，', '。', '；', '！', '：'])
                .map(str::trim);
            let mut fitting = clauses.filter(|clause| fits(clause));
            fitting.find_map(|clause| {
                let name = names.iter().find(|name| clause.contains(**name))?;
                let own = rings.iter().all(|ring| ring.phrase != clause);
                own.then(|| Ring {
                    name: (*name).to_owned(),
                    phrase: clause.to_owned(),
                    at: at.clone(),
                })
            })
        });
        rings.extend(ring);
    }
    (rings.len() >= FEWEST).then(|| Extent {
        id: Id(String::new()),
        heading: Heading(heading),
        rings,
    })
}

fn fits(clause: &str) -> bool {
    let whole = [('“', '”'), ('《', '》'), ('（', '）')]
        .iter()
        .all(|&(open, close)| clause.matches(open).count() == clause.matches(close).count());
    (6..=LONGEST).contains(&clause.chars().count()) && whole
}

/// The words in which the part speaks of circles, from the verb on.
fn heading(part: &Part) -> Option<String> {
    let headings = part.chapters.iter().map(|chapter| chapter.heading.text());
    let texts = part.texts().map(str::to_owned);
    headings.chain(texts).find_map(|text| {
        let end = text.find(CIRCLE)? + CIRCLE.len();
        let before = text.get(..end)?;
        let clause = before.rsplit(['，', '。', '；', '、', '“', '！']).next()?;
        let start = clause.rfind(['画', '绘', '扩']).unwrap_or(0);
        let words = clause.get(start..)?.trim();
        (words.chars().count() <= 16).then(|| words.to_owned())
    })
}
