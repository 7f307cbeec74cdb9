//! Which numbers of the text are figures, and where they are shown.

use std::ops::Range;

use serde_json::{Value, json};

use super::edit::{append, fresh, list, owner, place, remove};
use super::manuscript::words;

/// Makes a number of a line a figure; one with the same phrase and label is the same.
pub fn claim(file: &mut Value, pointer: &str, range: Range<usize>, label: &str) -> Option<String> {
    let phrase = words(file, pointer).get(range)?.to_owned();
    let same = |figure: &&Value| figure["phrase"] == phrase.as_str() && figure["label"] == label;
    let figures = file.get("figures").and_then(Value::as_array);
    let known = figures.into_iter().flatten().find(same);
    let id = match known {
        Some(figure) => words(figure, "/id").to_owned(),
        None => {
            let id = fresh(file, "figure", label);
            let figure = json!({"id": id, "label": label, "phrase": phrase});
            append(file, "/figures", figure)?;
            id
        }
    };
    let named = format!("{}/figures", owner(pointer));
    if !file
        .pointer(&named)
        .and_then(Value::as_array)
        .is_some_and(|all| all.contains(&json!(id)))
    {
        append(file, &named, Value::from(id.as_str()))?;
    }
    Some(id)
}

/// Lets a number of a line be no figure; where no other line has it, it is none at all.
pub fn release(file: &mut Value, pointer: &str, id: &str) -> Option<()> {
    let named = format!("{}/figures", owner(pointer));
    let at = file
        .pointer(&named)?
        .as_array()?
        .iter()
        .position(|other| other == id)?;
    remove(file, &format!("{named}/{at}"))?;
    let mut stays = false;
    each_point(file, &mut |point| {
        let named = point.get("figures").and_then(Value::as_array);
        stays |= named.is_some_and(|all| all.iter().any(|other| other == id));
    });
    if !stays {
        forget(file, id);
    }
    Some(())
}

fn each_point(value: &Value, see: &mut impl FnMut(&Value)) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("text") {
                see(value);
            }
            fields.values().for_each(|value| each_point(value, see));
        }
        Value::Array(entries) => entries.iter().for_each(|value| each_point(value, see)),
        _ => {}
    }
}

/// Takes out what a problem is about, where that is an entry of a list: a figure of a point is
/// released, a figure of the file forgotten.
pub fn take_out(file: &mut Value, pointer: &str) -> Option<()> {
    let (name, _) = place(pointer)?;
    match name.strip_suffix("/figures") {
        Some("") => {
            let id = words(file, &format!("{pointer}/id")).to_owned();
            forget(file, &id);
            Some(())
        }
        Some(point) if file.pointer(&format!("{point}/text")).is_some() => {
            let id = words(file, pointer).to_owned();
            release(file, &format!("{point}/text"), &id)
        }
        _ => remove(file, pointer),
    }
}

/// Releases every figure of a point whose phrase no longer stands in its text.
pub fn take_out_lost(file: &mut Value, point: &str) -> Option<()> {
    let text = words(file, &format!("{point}/text")).to_owned();
    let named = file.pointer(&format!("{point}/figures"))?.as_array()?;
    let figures = file.get("figures")?.as_array()?;
    let lost = named.iter().filter_map(Value::as_str).filter(|id| {
        let figure = figures.iter().find(|figure| figure["id"] == *id);
        figure.is_none_or(|figure| !text.contains(words(figure, "/phrase")))
    });
    let lost: Vec<String> = lost.map(str::to_owned).collect();
    for id in &lost {
        release(file, &format!("{point}/text"), id)?;
    }
    (!lost.is_empty()).then_some(())
}

/// Takes a figure out of the file, wherever it is named.
pub fn forget(file: &mut Value, id: &str) {
    if let Some(figures) = list(file, "/figures") {
        figures.retain(|figure| figure["id"] != id);
    }
    unname(file, id);
}

fn unname(value: &mut Value, id: &str) {
    match value {
        Value::Object(fields) => {
            for name in ["figures", "strip", "headline"] {
                if let Some(Value::Array(all)) = fields.get_mut(name) {
                    all.retain(|other| other != id);
                    if all.is_empty() {
                        fields.shift_remove(name);
                    }
                }
            }
            // A graphic of no figures draws nothing.
            if let Some(Value::Array(all)) = fields.get_mut("graphics") {
                let draws = |graphic: &Value| {
                    let drawn = graphic.get("figures").and_then(Value::as_array);
                    drawn.is_some_and(|all| !all.iter().any(|other| other == id))
                };
                all.retain(draws);
                if all.is_empty() {
                    fields.shift_remove("graphics");
                }
            }
            if fields.get("figure").is_some_and(|other| other == id) {
                fields.shift_remove("figure");
            }
            fields.values_mut().for_each(|value| unname(value, id));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|value| unname(value, id)),
        _ => {}
    }
}

/// Whether a list names an id, turned round.
pub fn toggle(file: &mut Value, name: &str, id: &str) -> Option<()> {
    let at = file.pointer(name).and_then(Value::as_array);
    match at.and_then(|all| all.iter().position(|other| other == id)) {
        Some(at) => remove(file, &format!("{name}/{at}")),
        None => append(file, name, Value::from(id)).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::sample::{POINT, file};

    #[test]
    fn figures_of_words_that_are_gone_go_at_once() {
        let mut file = file();
        let point = "/parts/0/chapters/0/sections/0/points/0";
        *file.pointer_mut(POINT).unwrap() = Value::from("提案7件");
        take_out_lost(&mut file, point).unwrap();
        assert_eq!(file["figures"].as_array().unwrap().len(), 1);
        assert_eq!(take_out_lost(&mut file, point), None);
        take_out(&mut file, &format!("{point}/figures/0")).unwrap();
        assert_eq!((file.get("figures"), file.get("headline")), (None, None));
    }

    #[test]
    fn figures_of_a_chapters_text_go_like_those_of_a_point() {
        let mut file = file();
        let text = json!({"text": "视察11次", "figures": ["a"]});
        file["parts"][0]["chapters"][0]["text"] = text;
        let figure = "/parts/0/chapters/0/text/figures/0";
        take_out(&mut file, figure).unwrap();
        assert_eq!(file.pointer("/parts/0/chapters/0/text/figures"), None);
        let text = json!({"text": "视察", "figures": ["a"]});
        file["parts"][0]["chapters"][0]["text"] = text;
        take_out_lost(&mut file, "/parts/0/chapters/0/text").unwrap();
        assert_eq!(file.pointer("/parts/0/chapters/0/text/figures"), None);
    }

    #[test]
    fn a_figure_that_no_line_has_is_gone_everywhere() {
        let mut file = file();
        release(&mut file, POINT, "a").unwrap();
        assert!(!file.to_string().contains("\"a\""));
        assert_eq!(file.pointer("/parts/0/chapters/0/strip"), None);
        let id = claim(&mut file, POINT, 6..11, "视察").unwrap();
        assert_eq!(words(&file, "/figures/1/phrase"), "11次");
        assert_eq!(words(&file, "/figures/1/id"), id);
    }
}
