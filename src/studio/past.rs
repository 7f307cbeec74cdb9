//! What was before: undo and redo.

use serde::{Deserialize, Serialize};

/// The most steps, and the most bytes, that are kept.
const STEPS: usize = 200;
const BYTES: usize = 40 << 20;

/// The file as text, and which choice each doubt was settled by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PastState {
    /// The file.
    pub text: String,
    /// The choices.
    pub settled: Vec<Settled>,
}

/// How a doubt stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Which of its choices was taken.
    #[serde(rename = "settled")]
    pub choice: Option<usize>,
    /// Whether that waits for the editor's own hand.
    #[serde(default)]
    pub by_hand: bool,
    /// Whether it changed the file: undo takes it back, and nothing else.
    #[serde(default)]
    pub done: bool,
}

impl Settled {
    /// Whether nothing is left to do.
    pub fn is_over(self) -> bool {
        self.choice.is_some() && !self.by_hand
    }
}

/// The earlier and later states.
#[derive(Clone, Debug, Default)]
pub struct Past {
    before: Vec<Step>,
    after: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    state: PastState,
    /// What was changed: going on with the same is no step of its own.
    deed: String,
}

impl Past {
    /// Remembers what is about to be changed by a deed. Typing on in one line is one deed.
    pub fn remember(&mut self, state: &PastState, deed: &str) {
        let goes_on = self
            .before
            .last()
            .is_some_and(|last| !deed.is_empty() && last.deed == deed);
        if !goes_on || !self.after.is_empty() {
            self.before.push(Step {
                state: state.clone(),
                deed: deed.to_owned(),
            });
        }
        self.after.clear();
        let mut bytes: usize = self.before.iter().map(|step| step.state.text.len()).sum();
        while self.before.len() > STEPS || bytes > BYTES && self.before.len() > 1 {
            bytes -= self.before.remove(0).state.text.len();
        }
    }

    /// The state before this one.
    pub fn back(&mut self, now: PastState) -> Option<PastState> {
        let Step { state, deed } = self.before.pop()?;
        self.after.push(Step { state: now, deed });
        Some(state)
    }

    /// The state that was taken back.
    pub fn forth(&mut self, now: PastState) -> Option<PastState> {
        let Step { state, deed } = self.after.pop()?;
        self.before.push(Step { state: now, deed });
        Some(state)
    }

    /// Whether there is a way back, and forth.
    pub fn ways(&self) -> (bool, bool) {
        (!self.before.is_empty(), !self.after.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(text: &str) -> PastState {
        PastState {
            text: text.to_owned(),
            settled: Vec::new(),
        }
    }

    #[test]
    fn typing_in_one_line_is_one_step_and_comes_back() {
        let mut past = Past::default();
        past.remember(&state("甲"), "/a");
        past.remember(&state("甲乙"), "/a");
        past.remember(&state("甲乙丙"), "/b");
        assert_eq!(past.back(state("丁")), Some(state("甲乙丙")));
        assert_eq!(past.back(state("甲乙丙")), Some(state("甲")));
        assert_eq!(past.back(state("甲")), None);
        assert_eq!(past.forth(state("甲")), Some(state("甲乙丙")));
        past.remember(&state("甲乙丙"), "/a");
        assert_eq!(past.ways(), (true, false));
    }
}
