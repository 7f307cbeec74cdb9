//! The page's style for a renderer that knows classes but no variables.
//!
//! Colours and families are those of `style/tokens.css`, as the page has them
//! by day; the drawings' classes are those of the page.

/// Colours, families and sizes by name.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// What is drawn: the page's drawings, and the pictures' own words.
const SHEETS: [&str; 3] = [
    include_str!("../../../style/landscape.css"),
    include_str!("../../../style/river.css"),
    include_str!("poster.css"),
];

/// The style sheet, without variables.
pub fn sheet() -> String {
    let tokens: Vec<_> = tokens().collect();
    // A token may be named by a token.
    resolve(&resolve(&SHEETS.concat(), &tokens), &tokens)
}

/// The families of a typeface of the page, the first choice first, without
/// the generic one.
pub fn families(token: &str) -> Vec<String> {
    let list = tokens().find(|(name, _)| *name == token);
    let names = list.map_or("", |(_, value)| value).split(',');
    names
        .map(|name| name.trim().trim_matches('"'))
        .filter(|name| !matches!(*name, "serif" | "sans-serif"))
        .map(str::to_owned)
        .collect()
}

/// Name and value of each token of the page by day: the first block.
fn tokens() -> impl Iterator<Item = (&'static str, &'static str)> {
    let block = TOKENS.split(['{', '}']).nth(1).unwrap_or_default();
    block.split(';').filter_map(|line| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        Some((name, value.trim()))
    })
}

fn resolve(text: &str, tokens: &[(&str, &str)]) -> String {
    tokens.iter().fold(text.to_owned(), |text, (name, value)| {
        text.replace(&format!("var(--{name})"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_its_value() {
        let sheet = sheet();
        assert!(!sheet.contains("var("), "{sheet}");
        assert!(sheet.contains(".tj-land__ring--own {\n  stroke: #b3321f;"));
    }

    #[test]
    fn families_come_in_their_order() {
        let display = families("display");
        assert_eq!(display[..2], ["Source Han Serif SC", "Noto Serif CJK SC"]);
        assert!(families("body").contains(&"Noto Sans CJK SC".to_owned()));
    }
}
