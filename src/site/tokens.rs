//! The custom properties of a style sheet: which stand where, what they are in a
//! look, and the sheet with all that never change set in.
//!
//! Knows as much CSS as these sheets are written in: rules in rules, and neither
//! braces nor semicolons in a value.

use std::collections::{BTreeMap, BTreeSet};

/// A custom property where it gets a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it stands in, from the outermost: conditions, then the selector.
    pub rule: Vec<&'a str>,
    /// Its name without the dashes.
    pub name: &'a str,
    pub value: &'a str,
}

/// The sheet without its comments.
pub fn uncommented(sheet: &str) -> String {
    let mut pieces = sheet.split("/*");
    let first = pieces.next().unwrap_or_default();
    let rest = pieces.filter_map(|piece| piece.split_once("*/"));
    [first]
        .into_iter()
        .chain(rest.map(|(_, after)| after))
        .collect()
}

/// Every custom property of a sheet without comments, in its order.
pub fn tokens(sheet: &str) -> Vec<Token<'_>> {
    let mut rule = Vec::new();
    let mut found = Vec::new();
    for piece in sheet.split_inclusive(['{', '}', ';']) {
        if let Some(prelude) = piece.strip_suffix('{') {
            rule.push(prelude.trim());
            continue;
        }
        if let Some((name, value)) = token(piece) {
            found.push(Token {
                rule: rule.clone(),
                name,
                value,
            });
        }
        if piece.ends_with('}') {
            rule.pop();
        }
    }
    found
}

/// The tokens where these rules apply, each rule over those before it, with what
/// they name in them filled in. A rule is written as its conditions and its
/// selector, with a space between.
pub fn applied(sheet: &str, rules: &[&str]) -> BTreeMap<String, String> {
    let sheet = uncommented(sheet);
    let all = tokens(&sheet);
    let mut values = BTreeMap::new();
    for rule in rules {
        let of_rule = all.iter().filter(|token| token.rule.join(" ") == *rule);
        values.extend(of_rule.map(|token| (token.name, token.value)));
    }
    values.retain(|_, value| *value != "initial");
    let filled = |value: &&str| fill(value, &values).trim().to_owned();
    values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), filled(value)))
        .collect()
}

/// The text with each `var()` replaced, as CSS does it: by the token's value, else
/// by what stands after the comma, else by nothing.
pub fn fill(text: &str, values: &BTreeMap<&str, &str>) -> String {
    let Some((before, rest)) = text.split_once("var(--") else {
        return text.to_owned();
    };
    let (inner, after) = rest.split_at(closing(rest));
    let (name, fallback) = inner.split_once(',').unwrap_or((inner, ""));
    let value = values.get(name.trim()).copied().unwrap_or(fallback.trim());
    let after = after.strip_prefix(')').unwrap_or(after);
    [before, &fill(value, values), &fill(after, values)].concat()
}

/// The sheet with the tokens set in that have one value in all looks, on all
/// windows and on paper. What is left are those that something changes, and the
/// families, which are long.
pub fn set(sheet: &str) -> String {
    let mut sheet = uncommented(sheet);
    let fixed = fixed(&sheet);
    let names: BTreeSet<_> = fixed.iter().map(|(name, _)| name.as_str()).collect();
    sheet = sheet
        .split_inclusive(['{', '}', ';'])
        .filter(|piece| token(piece).is_none_or(|(name, _)| !names.contains(name)))
        .collect();
    for (name, value) in &fixed {
        sheet = sheet.replace(&format!("var(--{name})"), value);
    }
    sheet
}

/// Name and value of each token that is set once, for every page, and names no
/// token that changes.
fn fixed(sheet: &str) -> Vec<(String, String)> {
    let all = tokens(sheet);
    let mut times = BTreeMap::new();
    for token in &all {
        *times.entry(token.name).or_insert(0) += 1;
    }
    let mut fixed: Vec<_> = all
        .iter()
        .filter(|token| token.rule == [":root"] && times[token.name] == 1)
        .filter(|token| !token.value.contains('"'))
        .map(|token| (token.name.to_owned(), token.value.to_owned()))
        .collect();
    // A token may name a token that stands after it.
    while let Some((name, value)) = fixed
        .iter()
        .find(|(name, value)| {
            !value.contains("var(")
                && fixed
                    .iter()
                    .any(|(_, other)| other.contains(&format!("var(--{name})")))
        })
        .cloned()
    {
        for (_, other) in &mut fixed {
            *other = other.replace(&format!("var(--{name})"), &value);
        }
    }
    fixed.retain(|(_, value)| !value.contains("var("));
    fixed
}

/// Name and value, where a piece of a sheet is a custom property's.
fn token(piece: &str) -> Option<(&str, &str)> {
    let declaration = piece.strip_suffix([';', '}'])?.trim();
    let (name, value) = declaration.strip_prefix("--")?.split_once(':')?;
    Some((name.trim(), value.trim()))
}

/// Where the parenthesis closes that was open before the text.
fn closing(text: &str) -> usize {
    let mut open = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "/* Looks; of { two } */\n\
        :root[data-theme=\"dark\"] {\n  --day: ;\n  --dark: initial;\n}\n\
        :root {\n  --dark: ;\n  --ink: var(--day, #000) var(--dark, #fff);\n  \
        --pen: var(--day, var(--ink)) var(--dark, var(--gold));\n  --gold: #db6;\n  \
        --half: var(--whole);\n  --whole: 8px;\n  --gap: var(--whole);\n}\n\
        @media print {\n  :root {\n    --gap: 0;\n  }\n}\n\
        a {\n  color: var(--ink);\n  margin: var(--half) var(--gap);\n}\n";

    #[track_caller]
    fn check(rules: &[&str], ink: &str, pen: &str) {
        let tokens = applied(SHEET, rules);
        assert_eq!(tokens["ink"], ink);
        assert_eq!(tokens["pen"], pen);
    }

    #[test]
    fn a_look_that_is_on_has_its_value() {
        check(&[":root"], "#000", "#000");
        check(&[":root", ":root[data-theme=\"dark\"]"], "#fff", "#db6");
    }

    #[test]
    fn conditions_are_part_of_a_rule() {
        assert_eq!(applied(SHEET, &[":root"])["gap"], "8px");
        assert_eq!(applied(SHEET, &["@media print :root"])["gap"], "0");
    }

    #[test]
    fn what_never_changes_is_set_in() {
        let set = set(SHEET);
        assert!(set.contains("margin: 8px var(--gap);"), "{set}");
        assert!(set.contains("--gap: 8px;"), "{set}");
        assert!(set.contains("var(--dark, #db6)"), "{set}");
        assert!(set.contains("color: var(--ink);"), "{set}");
        assert!(set.contains("--dark: ;"), "{set}");
        assert!(!set.contains("--half") && !set.contains("--whole"), "{set}");
    }
}
