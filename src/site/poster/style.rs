//! The page's style for a renderer that knows classes but no variables.
//!
//! Colours and families are those of `style/tokens.css`, as the page has them
//! by day; the drawings' classes are those of the page.

use std::collections::BTreeMap;

use crate::site::tokens;

/// Colours, families and sizes by name.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// What is drawn: the page's drawings, and the pictures' own words.
const SHEETS: [&str; 4] = [
    include_str!("../../../style/drawing.css"),
    include_str!("../../../style/landscape.css"),
    include_str!("../../../style/river.css"),
    include_str!("poster.css"),
];

/// The style sheet, without variables.
pub fn sheet() -> String {
    let tokens = by_day();
    let values = tokens
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    tokens::fill(&SHEETS.concat(), &values)
}

/// The families of a typeface of the page, the first choice first, without
/// the generic one.
#[cfg(not(target_arch = "wasm32"))]
pub fn families(token: &str) -> Vec<String> {
    let tokens = by_day();
    let names = tokens.get(token).map_or("", String::as_str).split(',');
    names
        .map(|name| name.trim().trim_matches('"'))
        .filter(|name| !matches!(*name, "serif" | "sans-serif"))
        .map(str::to_owned)
        .collect()
}

/// Each token of the page by day.
fn by_day() -> BTreeMap<String, String> {
    tokens::applied(TOKENS, &[":root"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_its_value() {
        let tokens = by_day();
        for named in SHEETS.concat().split("var(--").skip(1) {
            let (name, _) = named.split_once(')').expect("its end");
            assert!(tokens.contains_key(name), "{name}");
        }
        let sheet = sheet();
        assert!(sheet.contains(".tj-land__ring--own {\n  stroke: #b3321f;"));
    }

    #[test]
    fn families_come_in_their_order() {
        let display = families("display");
        assert_eq!(display[..2], ["Source Han Serif SC", "Noto Serif CJK SC"]);
        assert!(families("body").contains(&"Noto Sans CJK SC".to_owned()));
    }
}
