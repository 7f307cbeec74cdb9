//! From a place of the page to the line of 原文 that it shows.

use serde_json::Value;

use super::manuscript::TextLine;

/// What was pointed at in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PagePlace {
    /// The ids around it, the innermost first.
    pub ids: Vec<String>,
    /// The figure that it is, where it is one.
    pub figure: Option<String>,
    /// The words of the paragraph.
    pub words: String,
}

/// The pointer of the line; none where the page says it in its own words.
pub fn line_of(file: &Value, lines: &[TextLine], place: &PagePlace) -> Option<String> {
    let words = bare(&place.words);
    let around = place.ids.iter().find_map(|id| pointer_of(file, id, ""));
    let around = around.unwrap_or_default();
    let inside = |line: &&TextLine| line.pointer.starts_with(&format!("{around}/"));
    let names = |line: &&TextLine| {
        let id = place.figure.as_deref();
        id.is_some_and(|id| line.figures.iter().any(|figure| figure.id == id))
    };
    let told = |line: &TextLine| {
        let text = bare(&line.text);
        match (text.is_empty(), text == words) {
            (true, _) => 0,
            (_, true) => usize::MAX,
            _ if words.contains(&text) => text.len(),
            _ if text.contains(&words) && !words.is_empty() => words.len(),
            _ => 0,
        }
    };
    // Of lines that say the same, the first.
    let best = |among: &mut dyn Iterator<Item = &TextLine>| {
        let found = among
            .map(|line| (told(line), line))
            .filter(|(told, _)| 0 < *told);
        let found = found.reduce(|best, other| if best.0 < other.0 { other } else { best });
        found.map(|(_, line)| line.pointer.clone())
    };
    // What is told twice is meant where it was clicked.
    let figure = || {
        let near = lines.iter().filter(inside).find(names);
        let line = near.or_else(|| lines.iter().find(names));
        line.map(|line| line.pointer.clone())
    };
    let first = || lines.iter().find(inside).map(|line| line.pointer.clone());
    best(&mut lines.iter().filter(inside))
        .or_else(figure)
        .or_else(|| best(&mut lines.iter()))
        .or_else(|| first().filter(|_| !around.is_empty()))
}

/// Words as they are compared: without what only parts lines.
pub fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '|')
        .collect()
}

/// Where an id stands.
fn pointer_of(value: &Value, id: &str, at: &str) -> Option<String> {
    match value {
        Value::Object(fields) if fields.get("id").is_some_and(|own| own == id) => {
            Some(at.to_owned())
        }
        Value::Object(fields) => fields
            .iter()
            .find_map(|(name, value)| pointer_of(value, id, &format!("{at}/{name}"))),
        Value::Array(entries) => entries
            .iter()
            .enumerate()
            .find_map(|(index, value)| pointer_of(value, id, &format!("{at}/{index}"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::manuscript::lines;
    use crate::studio::sample::{POINT, file};

    #[track_caller]
    fn check(ids: &[&str], figure: Option<&str>, words: &str, expected: Option<&str>) {
        let place = PagePlace {
            ids: ids.iter().map(|id| (*id).to_owned()).collect(),
            figure: figure.map(str::to_owned),
            words: words.to_owned(),
        };
        let file = file();
        assert_eq!(line_of(&file, &lines(&file), &place).as_deref(), expected);
    }

    #[test]
    fn a_paragraph_leads_to_its_line() {
        check(&["s", "c"], None, "视察 11次，提案7件", Some(POINT));
        check(&[], None, "提案7件", Some(POINT));
        check(
            &["s"],
            None,
            "三。四",
            Some("/parts/0/chapters/0/sections/0/heading"),
        );
    }

    #[test]
    fn what_is_no_line_leads_to_its_figure_or_its_heading() {
        check(&[], Some("b"), "7", Some(POINT));
        check(
            &["c"],
            None,
            "（推算）",
            Some("/parts/0/chapters/0/heading"),
        );
        check(&[], None, "分享", None);
    }
}
