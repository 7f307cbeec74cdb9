//! “Did you mean”: known names that are written nearly like the one found.

use strsim::osa_distance;

use super::lang::{Lang, said};
use super::shown::quoted;

/// The most names that are offered.
const MOST: usize = 3;

/// The names nearest to the found one, nearest first; none where all are far.
pub fn near<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    // Comparing takes as long as both names together are, and names are short.
    if found.len() > 100 {
        return Vec::new();
    }
    let found = found.to_lowercase();
    let reach = (found.chars().count() / 3).max(1);
    let mut near: Vec<_> = known
        .into_iter()
        .filter_map(|name| {
            let within = name.contains(&found) || found.contains(name);
            let distance = osa_distance(&found, name);
            (distance <= reach || within && name.len() > 2 && found.len() > 2)
                .then_some((distance, name))
        })
        .collect();
    near.sort();
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// Asks whether one of them was meant; nothing where there is none.
pub fn meant(names: &[&str], lang: Lang) -> Option<String> {
    let (last, before) = names.split_last()?;
    let last = quoted(last);
    if before.is_empty() {
        return Some(said!(lang, "是不是{last}？", "did you mean {last}?"));
    }
    let comma = said!(lang, "、", ", ");
    let before: Vec<_> = before.iter().map(|name| quoted(name)).collect();
    let before = before.join(&comma);
    Some(said!(
        lang,
        "是不是{before}或{last}？",
        "did you mean {before} or {last}?"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        let known = ["label", "phrase", "value", "unit"];
        assert_eq!(near("lable", known), ["label"]);
        assert_eq!(near("Label", known), ["label"]);
        assert_eq!(near("labels", known), ["label"]);
        assert_eq!(near("colour", known), [""; 0]);
        assert_eq!(near("", known), [""; 0]);
        assert_eq!(near("key-task", ["key-tasks", "handled"]), ["key-tasks"]);
        assert_eq!(
            near("reports", ["reports-adopted", "venues"]),
            ["reports-adopted"]
        );
    }

    #[test]
    fn the_question_names_them_all() {
        assert_eq!(meant(&[], Lang::Zh), None);
        assert_eq!(meant(&["a"], Lang::Zh).unwrap(), "是不是“a”？");
        let both = meant(&["a", "b", "c"], Lang::En).unwrap();
        assert_eq!(both, "did you mean “a”, “b” or “c”?");
    }
}
