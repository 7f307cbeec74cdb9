//! A step of the outlook, told by its emphasised words.

use super::Point;
use super::find::around;

/// A step's text in its pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// What is emphasised, and what leads to it.
    pub emphasis: Option<Emphasis<'a>>,
    /// What follows, or all of it.
    pub rest: &'a str,
}

/// The emphasised words of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Emphasis<'a> {
    /// What stands before them.
    pub lead: &'a str,
    /// The words.
    pub strong: &'a str,
    /// The comma after them, where there is one.
    pub comma: Option<&'a str>,
}

impl Point {
    /// The step, cut at its first emphasised words.
    pub fn outcome(&self) -> Outcome<'_> {
        let found = self.strong.first().and_then(|strong| {
            let (lead, rest) = around(&self.text, strong)?;
            Some((lead, strong.as_str(), rest))
        });
        let Some((lead, strong, rest)) = found else {
            return Outcome {
                emphasis: None,
                rest: &self.text,
            };
        };
        let after = rest.strip_prefix('，');
        let emphasis = Emphasis {
            lead,
            strong,
            comma: after.map(|_| "，"),
        };
        Outcome {
            emphasis: Some(emphasis),
            rest: after.unwrap_or(rest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_cut_at_its_emphasised_words() {
        let point = |strong: &[&str]| Point {
            text: "使大局，更稳，更好".to_owned(),
            figures: Vec::new(),
            strong: strong.iter().map(|&words| words.to_owned()).collect(),
        };
        let step = point(&["更稳"]);
        let emphasis = Emphasis {
            lead: "使大局，",
            strong: "更稳",
            comma: Some("，"),
        };
        let expected = Outcome {
            emphasis: Some(emphasis),
            rest: "更好",
        };
        assert_eq!(step.outcome(), expected);
        let whole = Outcome {
            emphasis: None,
            rest: "使大局，更稳，更好",
        };
        assert_eq!(point(&[]).outcome(), whole);
        assert_eq!(point(&["没有"]).outcome(), whole);
    }
}
