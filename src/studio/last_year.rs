//! Last year's file beside this one: which of its figures tell the same.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::manuscript::words;
use crate::report::number::read;

/// What stands before last year's numbers, until the editor says it otherwise.
const BEFORE: &str = "上一份报告";

/// A figure of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SameFigure {
    /// Its id in this year's file.
    pub id: String,
    pub label: String,
    /// The phrases: last year's and this year's.
    pub then: String,
    pub now: String,
}

/// The figures of both: of the same id, or else of the same label and unit.
pub fn same_figures(file: &Value, earlier: &Value) -> Vec<SameFigure> {
    let of = |file: &'_ Value| file.get("figures").and_then(Value::as_array).cloned();
    let before = of(earlier).unwrap_or_default();
    let now = of(file).unwrap_or_default();
    let ids: HashSet<&str> = now.iter().map(|figure| words(figure, "/id")).collect();
    let pair = |figure: &Value| {
        let same = |field| move |old: &&Value| words(old, field) == words(figure, field);
        let by_label = |old: &&Value| {
            same("/label")(old) && unit(old) == unit(figure) && !ids.contains(words(old, "/id"))
        };
        let old = before.iter().find(same("/id"));
        let old = old.or_else(|| before.iter().find(by_label))?;
        Some(SameFigure {
            id: words(figure, "/id").to_owned(),
            label: words(figure, "/label").to_owned(),
            then: words(old, "/phrase").to_owned(),
            now: words(figure, "/phrase").to_owned(),
        })
    };
    now.iter().filter_map(pair).collect()
}

fn unit(figure: &Value) -> String {
    let read = read(words(figure, "/phrase"));
    let quantity = read.as_ref().and_then(|number| number.quantity());
    quantity.map_or("", |quantity| quantity.unit).to_owned()
}

/// What the report tells of last year's: `earlier`, with these figures.
pub fn told_beside(earlier: &Value, same: &[SameFigure]) -> Value {
    let title = words(earlier, "/title/text").replace('|', "");
    let source = match words(earlier, "/imprint/source") {
        "" => title.clone(),
        source => source.to_owned(),
    };
    let figures = same
        .iter()
        .map(|one| json!({"figure": one.id, "phrase": one.then}));
    let figures: Vec<Value> = figures.collect();
    json!({"name": BEFORE, "title": title, "source": source, "figures": figures})
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::sample::file;

    #[test]
    fn the_same_figure_is_known_by_its_id_or_by_its_label_and_unit() {
        let earlier = json!({"title": {"text": "去年|报告"}, "figures": [
            {"id": "a", "label": "调研", "phrase": "9次"},
            {"id": "z", "label": "提案", "phrase": "6件"},
            {"id": "y", "label": "提案", "phrase": "6条"},
        ]});
        let same = same_figures(&file(), &earlier);
        let told: Vec<_> = same
            .iter()
            .map(|one| (one.id.as_str(), one.then.as_str()))
            .collect();
        assert_eq!(told, [("a", "9次"), ("b", "6件")]);
        let told = told_beside(&earlier, &same);
        assert_eq!(told["source"], "去年报告");
        assert_eq!(told["figures"][1], json!({"figure": "b", "phrase": "6件"}));
    }
}
