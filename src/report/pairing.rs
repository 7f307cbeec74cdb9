//! What is hoped for takes up what was done: an outcome and the chapter whose words it
//! says again.

use super::find::holds;
use super::{Chapter, Id, Part, Point, Report};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 一处呼应：展望中的一项和一章的标题说到同样的话。没有共同的字句，就不写。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Pairing {
    /// 哪一章。
    pub chapter: Id,
    /// 两处共同的字句，例如“全过程人民民主”：这一章的标题和展望中的一项都须有。
    #[schemars(length(min = 1))]
    pub words: Vec<String>,
}

/// An outcome that takes up a chapter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Onward<'a> {
    /// The part that the outcome stands in.
    pub part: &'a Part,
    /// The outcome's place in the part, from 0.
    pub index: usize,
    /// The outcome.
    pub step: &'a Point,
    /// The words that both say.
    pub words: &'a [String],
}

impl Pairing {
    /// Whether the outcome says all of the words.
    pub fn is_of(&self, step: &Point) -> bool {
        self.words.iter().all(|words| holds(&step.text, words))
    }
}

impl Part {
    /// The outcome of a pairing, with its place.
    pub fn paired(&self, pairing: &Pairing) -> Option<(usize, &Point)> {
        let mut steps = self.stairs.iter().enumerate();
        steps.find(|(_, step)| pairing.is_of(step))
    }

    /// The id of the outcome at a place, from 0.
    pub fn step_id(&self, index: usize) -> String {
        format!("step-{}-{}", self.id.0, index + 1)
    }
}

impl Report {
    /// The outcomes that take up a chapter, in reading order.
    pub fn onward<'a>(&'a self, chapter: &'a Chapter) -> impl Iterator<Item = Onward<'a>> {
        self.parts.iter().flat_map(move |part| {
            let pairs = part.pairs.iter();
            let pairs = pairs.filter(move |pairing| pairing.chapter == chapter.id);
            pairs.filter_map(move |pairing| {
                let (index, step) = part.paired(pairing)?;
                let words = &pairing.words;
                Some(Onward {
                    part,
                    index,
                    step,
                    words,
                })
            })
        })
    }

    /// The chapters that an outcome of a part takes up, each with its number and the
    /// words that both say.
    pub fn taken_up<'a>(
        &'a self,
        part: &'a Part,
        index: usize,
    ) -> impl Iterator<Item = (usize, &'a Chapter, &'a [String])> {
        let pairs = part.pairs.iter();
        let pairs = pairs.filter(move |pairing| {
            let paired = part.paired(pairing);
            paired.is_some_and(|(place, _)| place == index)
        });
        pairs.filter_map(|pairing| {
            let (number, chapter) = self
                .chapters()
                .find(|(_, chapter)| chapter.id == pairing.chapter)?;
            Some((number, chapter, pairing.words.as_slice()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report")
    }

    #[track_caller]
    fn check(index: usize, expected: &[usize]) {
        let report = report();
        let part = &report.parts[1];
        let found: Vec<_> = report
            .taken_up(part, index)
            .map(|(number, ..)| number)
            .collect();
        assert_eq!(found, expected);
        for (_, chapter, _) in report.taken_up(part, index) {
            assert!(report.onward(chapter).any(|onward| onward.index == index));
        }
    }

    #[test]
    fn outcomes_take_up_the_chapters_whose_words_they_say() {
        check(0, &[1]);
        check(1, &[2]);
        // It shares no words with any chapter's heading.
        check(2, &[]);
        check(3, &[5]);
        check(4, &[3]);
        check(5, &[6]);
    }
}
