//! A number that is written anew in its line is the same figure with another phrase: its
//! label and its places stay.

use std::ops::Range;

use serde_json::Value;

use super::manuscript::{TextLine, numbers, words};
use crate::report::number;

/// The figures of a line as it was when writing began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiguresBegun {
    text: String,
    figures: Vec<(Range<usize>, String)>,
}

impl FiguresBegun {
    /// Those of a line.
    pub fn of(line: &TextLine) -> FiguresBegun {
        let figures = numbers(line).into_iter();
        let figures = figures.filter(|number| number.figure.is_some());
        FiguresBegun {
            text: line.text.clone(),
            figures: figures.map(|number| (number.range, number.id)).collect(),
        }
    }

    /// Lets the figures follow what the line says now.
    pub fn follow(&self, file: &mut Value, now: &str) {
        for (range, id) in &self.figures {
            if let Some(phrase) = self.phrase(range, now)
                && named(file, id) == 1
            {
                rephrase(file, id, &phrase, now);
            }
        }
    }

    /// What stands now where a number stood, if that is one number.
    fn phrase(&self, range: &Range<usize>, now: &str) -> Option<String> {
        let own = number::find(&self.text);
        own.iter().find(|one| one.range == *range)?;
        let alike = |(one, other): &(char, char)| one == other;
        let length = |letters: Vec<(char, char)>| {
            letters
                .iter()
                .map(|(letter, _)| letter.len_utf8())
                .sum::<usize>()
        };
        let ahead = length(
            self.text
                .chars()
                .zip(now.chars())
                .take_while(alike)
                .collect(),
        );
        let behind = self.text.chars().rev().zip(now.chars().rev());
        let behind = length(behind.take_while(alike).collect());
        // Only this number was written anew: what is the same reaches up to it from both sides.
        let after = self.text.len() - range.end;
        if ahead < range.start || behind < after {
            return None;
        }
        let (from, to) = (range.start, now.len().checked_sub(after)?);
        let mut inside = number::find(now)
            .into_iter()
            .filter(|one| one.range.start < to && from < one.range.end);
        let (one, None) = (inside.next()?, inside.next()) else {
            return None;
        };
        now.get(one.range).map(str::to_owned)
    }
}

/// In how many lines a figure is.
fn named(value: &Value, id: &str) -> usize {
    match value {
        Value::Object(fields) => {
            let own = fields.get("figures").and_then(Value::as_array);
            let own = own.filter(|_| fields.contains_key("text"));
            let own = own.is_some_and(|all| all.iter().any(|other| other == id));
            usize::from(own) + fields.values().map(|value| named(value, id)).sum::<usize>()
        }
        Value::Array(entries) => entries.iter().map(|value| named(value, id)).sum(),
        _ => 0,
    }
}

/// Gives a figure another phrase. What was said of the old one is read anew; what quotes
/// the line says it, too.
fn rephrase(file: &mut Value, id: &str, phrase: &str, now: &str) -> Option<()> {
    let figures = file.get_mut("figures")?.as_array_mut()?;
    let figure = figures.iter_mut().find(|figure| figure["id"] == id)?;
    let before = words(figure, "/phrase").to_owned();
    if before == phrase {
        return None;
    }
    let fields = figure.as_object_mut()?;
    fields.insert("phrase".to_owned(), Value::from(phrase));
    for reading in ["value", "qualifier", "unit"] {
        fields.shift_remove(reading);
    }
    requote(file, &before, phrase, now);
    Some(())
}

/// What quotes the text: a flow's stage, what was done and what came of it, a ring.
const QUOTES: [&str; 4] = ["quote", "done", "came", "phrase"];

fn requote(value: &mut Value, before: &str, phrase: &str, now: &str) {
    match value {
        Value::Object(fields) => {
            // A figure has a phrase, too, and quotes no line.
            let figure = fields.contains_key("label") && !fields.contains_key("quote");
            for name in QUOTES.iter().filter(|_| !figure) {
                if let Some(Value::String(quote)) = fields.get_mut(*name) {
                    let other = |at: usize| {
                        let (ahead, rest) = quote.split_at_checked(at)?;
                        let other = [ahead, phrase, rest.strip_prefix(before)?].concat();
                        now.contains(&other).then_some(other)
                    };
                    let said = now.contains(quote.as_str());
                    let places = quote.match_indices(before).map(|(at, _)| at);
                    let other = places.filter(|_| !said).filter_map(other).next();
                    if let Some(other) = other {
                        *quote = other;
                    }
                }
            }
            let inner = fields.values_mut();
            inner.for_each(|value| requote(value, before, phrase, now));
        }
        Value::Array(entries) => entries
            .iter_mut()
            .for_each(|value| requote(value, before, phrase, now)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    use crate::studio::edit::write;
    use crate::studio::manuscript::lines;
    use crate::studio::sample::{POINT, file};

    fn written(steps: &[&str]) -> Value {
        let mut file = file();
        let lines = lines(&file);
        let line = lines.iter().find(|line| line.pointer == POINT).unwrap();
        let begun = FiguresBegun::of(line);
        for text in steps {
            write(&mut file, POINT, text).unwrap();
            begun.follow(&mut file, text);
        }
        file
    }

    fn phrases(file: &Value) -> [&str; 2] {
        ["/figures/0/phrase", "/figures/1/phrase"].map(|pointer| words(file, pointer))
    }

    #[test]
    fn a_digit_that_is_put_right_stays_the_figure() {
        let file = written(&["视察1次，提案7件", "视察12次，提案7件"]);
        assert_eq!(phrases(&file), ["12次", "7件"]);
        let file = written(&["视察11次，提案件", "视察11次，提案8件"]);
        assert_eq!(phrases(&file), ["11次", "8件"]);
    }

    #[test]
    fn what_quotes_the_line_says_it_too() {
        let mut file = file();
        file["parts"][0]["sequels"] = json!({"items": [{"done": "视察11次", "came": "提案7件"}]});
        let lines = lines(&file);
        let line = lines.iter().find(|line| line.pointer == POINT).unwrap();
        let now = "视察12次，提案7件";
        write(&mut file, POINT, now).unwrap();
        FiguresBegun::of(line).follow(&mut file, now);
        let item = &file["parts"][0]["sequels"]["items"][0];
        assert_eq!(*item, json!({"done": "视察12次", "came": "提案7件"}));
    }

    #[test]
    fn words_around_it_change_nothing() {
        let file = written(&["共视察11次、提出提案7件，办结5件"]);
        assert_eq!(phrases(&file), ["11次", "7件"]);
    }

    #[test]
    fn a_line_that_is_another_keeps_no_number() {
        let file = written(&["提案9件"]);
        assert_eq!(phrases(&file), ["11次", "7件"]);
    }

    #[test]
    fn a_number_that_is_gone_is_no_other() {
        let file = written(&["视察，提案7件"]);
        assert_eq!(phrases(&file), ["11次", "7件"]);
    }

    #[test]
    fn what_two_lines_say_is_left_to_the_editor() {
        let mut file = file();
        let later = file
            .pointer_mut("/parts/0/chapters/0/sections/0/points/1")
            .unwrap();
        *later = json!({"text": "再说视察11次", "figures": ["a"]});
        let lines = lines(&file);
        let line = lines.iter().find(|line| line.pointer == POINT).unwrap();
        FiguresBegun::of(line).follow(&mut file, "视察12次，提案7件");
        assert_eq!(phrases(&file), ["11次", "7件"]);
    }
}
