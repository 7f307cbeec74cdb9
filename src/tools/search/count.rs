//! How many hits there are, in words for eyes and ears.

/// How many hits a search has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HitCount {
    /// Nothing is searched for.
    #[default]
    Unasked,
    /// The words stand nowhere.
    None,
    /// The words stand somewhere.
    Some {
        /// The number of the current hit, from 1.
        current: usize,
        /// How many there are.
        all: usize,
        /// Whether only those near the current one are marked.
        cut: bool,
    },
}

impl HitCount {
    /// As it is seen.
    pub fn seen(self) -> String {
        self.words("", "／", "")
    }

    /// As it is heard: the number, then the clause that the hit stands in.
    pub fn heard(self, clause: &str) -> String {
        let between = if clause.is_empty() { "" } else { "：" };
        [&self.words("第", "处，共", "处"), between, clause].concat()
    }

    fn words(self, before: &str, between: &str, after: &str) -> String {
        match self {
            HitCount::Unasked => String::new(),
            HitCount::None => "没有找到".to_owned(),
            HitCount::Some { current, all, cut } => {
                let rest = if cut { "，只标出附近的" } else { "" };
                let (current, all) = (current.to_string(), all.to_string());
                [before, &current, between, &all, after, rest].concat()
            }
        }
    }
}
