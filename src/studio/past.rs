//! What was before: undo and redo.

/// The most steps, and the most bytes, that are kept.
const STEPS: usize = 200;
const BYTES: usize = 40 << 20;

/// The file's earlier and later states, each as text.
#[derive(Clone, Debug, Default)]
pub struct Past {
    before: Vec<Step>,
    after: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    text: String,
    /// What was changed: going on with the same is no step of its own.
    deed: String,
}

impl Past {
    /// Remembers what is about to be changed by a deed. Typing on in one line is one deed.
    pub fn remember(&mut self, text: &str, deed: &str) {
        let goes_on = self
            .before
            .last()
            .is_some_and(|last| !deed.is_empty() && last.deed == deed);
        if !goes_on || !self.after.is_empty() {
            self.before.push(Step {
                text: text.to_owned(),
                deed: deed.to_owned(),
            });
        }
        self.after.clear();
        let mut bytes: usize = self.before.iter().map(|step| step.text.len()).sum();
        while self.before.len() > STEPS || bytes > BYTES && self.before.len() > 1 {
            bytes -= self.before.remove(0).text.len();
        }
    }

    /// The state before this one.
    pub fn back(&mut self, now: &str) -> Option<String> {
        let Step { text, deed } = self.before.pop()?;
        let text_now = now.to_owned();
        self.after.push(Step {
            text: text_now,
            deed,
        });
        Some(text)
    }

    /// The state that was taken back.
    pub fn forth(&mut self, now: &str) -> Option<String> {
        let Step { text, deed } = self.after.pop()?;
        let text_now = now.to_owned();
        self.before.push(Step {
            text: text_now,
            deed,
        });
        Some(text)
    }

    /// Whether there is a way back, and forth.
    pub fn ways(&self) -> (bool, bool) {
        (!self.before.is_empty(), !self.after.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_in_one_line_is_one_step_and_comes_back() {
        let mut past = Past::default();
        past.remember("甲", "/a");
        past.remember("甲乙", "/a");
        past.remember("甲乙丙", "/b");
        assert_eq!(past.back("丁").as_deref(), Some("甲乙丙"));
        assert_eq!(past.back("甲乙丙").as_deref(), Some("甲"));
        assert_eq!(past.back("甲"), None);
        assert_eq!(past.forth("甲").as_deref(), Some("甲乙丙"));
        past.remember("甲乙丙", "/a");
        assert_eq!(past.ways(), (true, false));
    }
}
