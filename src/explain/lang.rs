//! The two languages in which an editor is spoken to.
//!
//! Both wordings of a message stand side by side, in one call of [`said!`] or
//! [`told!`]: a message that lacks one does not compile.

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, as the reports are.
    #[default]
    Zh,
    /// English.
    En,
}

/// What is told of one problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// How it may be put right, where that can be guessed.
    pub hint: Option<String>,
}

impl Wording {
    /// The same with a hint.
    pub fn hint(self, hint: Option<String>) -> Wording {
        Wording { hint, ..self }
    }
}

/// A message in a language: `said!(lang, "共有 {n} 项", "there are {n} entries")`.
/// Each wording is a format string over what is in scope.
#[macro_export]
macro_rules! said {
    ($lang:expr, $zh:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::explain::Lang::Zh => format!($zh),
            $crate::explain::Lang::En => format!($en),
        }
    };
}

/// What was found and what was expected, in a language.
macro_rules! told {
    ($lang:expr, [$zh_found:literal, $zh_expected:literal], [$en_found:literal, $en_expected:literal] $(,)?) => {
        $crate::explain::lang::Wording {
            found: $crate::explain::said!($lang, $zh_found, $en_found),
            expected: $crate::explain::said!($lang, $zh_expected, $en_expected),
            hint: None,
        }
    };
}

pub use said;
pub(super) use told;
