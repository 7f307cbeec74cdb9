//! The two languages in which an editor is spoken to.
//!
//! Both wordings of a message stand side by side, in one call of [`said!`]: a
//! message that lacks one does not compile.

/// A language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Chinese, as the reports are.
    #[default]
    Zh,
    /// English.
    En,
}

/// A message in a language: `said!(lang, "共有 {n} 项", "there are {n} entries")`.
/// Each wording is a format string over what is in scope.
#[macro_export]
macro_rules! said {
    ($lang:expr, $zh:literal, $en:literal $(,)?) => {
        match $lang {
            $crate::report::explain::Lang::Zh => format!($zh),
            $crate::report::explain::Lang::En => format!($en),
        }
    };
}

pub use said;
