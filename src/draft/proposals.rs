//! What became of proposals: from counts in a text to a flow.
//!
//! Knows the field's words (提交, 立案, 并案, 交办, 办结 …). Every name of a stage, an
//! exit or a part is taken from the text; counts that the text does not give are left to
//! follow from the others.
//!
//! - [`told_counts`]: counts and what they tell of; [`stage_words`]: what things are called.
//! - [`flow_reading`], [`begun`], [`flow_ending`]: from counts to a flow.

use super::doubt::Doubt;
use super::labels::Occurrence;
use super::naming::Naming;
use crate::report::{Figure, Flow};

use self::flow_reading::FlowReading;
use self::told_counts::counts;

pub use self::told_counts::tells;

mod begun;
mod flow_ending;
mod flow_reading;
mod stage_words;
mod told_counts;

/// A text with the figures in it.
pub struct ToldText<'a> {
    /// The text.
    pub text: &'a str,
    /// Its figures.
    pub places: &'a [Occurrence],
}

/// The most flows of a part.
const MOST: usize = 20;

/// The flows of a part, read from its texts. What becomes of proposals may be told over
/// paragraphs that follow each other.
pub fn flows<'a>(
    told: &[ToldText<'a>],
    figures: &'a [Figure],
    title: &str,
    naming: &mut Naming,
    doubts: &mut Vec<Doubt>,
) -> Vec<Flow> {
    let mut reading = FlowReading::new(naming, doubts);
    let mut next = None;
    for (at, told) in told.iter().enumerate() {
        let counts = counts(told, figures);
        if next != Some(at) || !reading.goes_on(told.text, &counts) {
            reading.finish(title);
            if !reading.begins(told.text, &counts) {
                continue;
            }
        }
        next = Some(at + 1);
        reading.read(told.text, counts);
    }
    reading.finish(title);
    let mut flows = reading.found;
    flows.truncate(MOST);
    flows
}
