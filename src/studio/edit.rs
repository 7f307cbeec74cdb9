//! What an editor does to a manuscript: pure functions on a report's file.
//!
//! Each tells where the editor goes on, by pointer, or nothing where it cannot be done;
//! then the file is as it was. Words are never lost.

use serde_json::{Map, Value, json};

use super::manuscript::words;
use crate::draft::naming::Naming;
use crate::report::Id;

/// The list and the place in it that a pointer ends with.
pub fn place(pointer: &str) -> Option<(&str, usize)> {
    let (list, at) = pointer.rsplit_once('/')?;
    Some((list, at.parse().ok()?))
}

/// The entry that a line's text belongs to: its point, or the heading itself.
pub fn owner(pointer: &str) -> &str {
    pointer.strip_suffix("/text").unwrap_or(pointer)
}

/// The list at a pointer, to change.
pub fn list<'a>(file: &'a mut Value, pointer: &str) -> Option<&'a mut Vec<Value>> {
    file.pointer_mut(pointer)?.as_array_mut()
}

/// Writes a value there, or takes it out where it says nothing. Groups on the way are made
/// where they are missing.
pub fn set(file: &mut Value, pointer: &str, value: Value) -> Option<()> {
    let nothing = match &value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    let (parent, name) = pointer.rsplit_once('/')?;
    if !parent.is_empty() && file.pointer(parent).is_none() {
        if nothing {
            return Some(());
        }
        set(file, parent, json!({"": 0}))?;
        file.pointer_mut(parent)?.as_object_mut()?.clear();
    }
    match file.pointer_mut(parent)? {
        Value::Object(fields) if nothing => {
            fields.shift_remove(name);
            let empty = fields.is_empty() && !parent.is_empty();
            // A group that holds nothing any more goes with its last field.
            if empty && place(parent).is_none() {
                set(file, parent, Value::Null)?;
            }
        }
        Value::Object(fields) => {
            fields.insert(name.to_owned(), value);
        }
        Value::Array(entries) => *entries.get_mut(name.parse::<usize>().ok()?)? = value,
        _ => return None,
    }
    Some(())
}

/// Writes the words of a line. A heading that is emptied stays, to be filled.
pub fn write(file: &mut Value, pointer: &str, text: &str) -> Option<String> {
    let before = words(file, pointer).to_owned();
    *file.pointer_mut(pointer)? = Value::from(text);
    follow(file, pointer, &before, text);
    Some(pointer.to_owned())
}

/// Short names are words of what they stand for: one that was all of it stays so.
fn follow(file: &mut Value, pointer: &str, before: &str, text: &str) {
    let bare = |text: &str| text.replace('|', "");
    let (owner, name) = pointer.rsplit_once('/').unwrap_or_default();
    let short = match (owner, name) {
        ("/title", "text") => "/title/short".to_owned(),
        (_, "heading") => format!("{owner}/nav"),
        _ => return,
    };
    let now = words(file, &short);
    if !now.is_empty() && (now == bare(before) || !bare(text).contains(now)) {
        let _ = set(file, &short, Value::from(bare(text)));
    }
}

/// Parts a line at a byte: the rest is a line of its own below.
pub fn split(file: &mut Value, pointer: &str, at: usize) -> Option<String> {
    let text = words(file, pointer).to_owned();
    let (first, rest) = text.split_at_checked(at)?;
    let (first, rest) = (first.trim_end(), rest.trim_start());
    let owner = owner(pointer).to_owned();
    // At its end a line of a list gets an empty one below.
    if first.is_empty() || rest.is_empty() && place(&owner).is_none() {
        return None;
    }
    let point = file.pointer(&owner)?.clone();
    let (mut upper, mut lower) = (point.clone(), json!({"text": rest}));
    if point.is_object() {
        upper["text"] = Value::from(first);
        share(file, &mut upper, &mut lower);
    }
    let next = if let Some((name, at)) = place(&owner) {
        let below = if point.is_object() {
            lower
        } else {
            Value::from(rest)
        };
        let entries = list(file, name)?;
        entries.insert(at + 1, below);
        *entries.get_mut(at)? = if point.is_object() {
            upper
        } else {
            Value::from(first)
        };
        format!("{name}/{}", at + 1)
    } else {
        // A heading with its text in one line; an opening paragraph.
        let (group, field) = owner.rsplit_once('/')?;
        let points = match field {
            "heading" if place(group).is_some_and(|(name, _)| is_sections(name)) => {
                format!("{group}/points")
            }
            "text" => {
                let sections = format!("{group}/sections");
                if file.pointer(&sections).is_none_or(|all| all == &json!([])) {
                    let id = fresh(file, "section", rest);
                    set(
                        file,
                        &sections,
                        json!([{"id": id, "heading": "", "points": [0]}]),
                    )?;
                    list(file, &format!("{sections}/0/points"))?.clear();
                }
                format!("{sections}/0/points")
            }
            _ => return None,
        };
        if file.pointer(&points).is_none() {
            set(file, &points, json!([0]))?;
            list(file, &points)?.clear();
        }
        list(file, &points)?.insert(0, lower);
        match point.is_object() {
            true => *file.pointer_mut(&owner)? = upper,
            false => drop(write(file, pointer, first)),
        }
        format!("{points}/0")
    };
    Some(if pointer.ends_with("/text") || next.contains("/points/") {
        format!("{next}/text")
    } else {
        next
    })
}

fn is_sections(name: &str) -> bool {
    name.ends_with("/sections") || name.ends_with("/groups")
}

/// Gives each half of a point the figures and the emphasis that stand in it.
fn share(file: &Value, upper: &mut Value, lower: &mut Value) {
    for field in ["figures", "strong"] {
        let Some(all) = upper.get(field).and_then(Value::as_array).cloned() else {
            continue;
        };
        let phrase = |entry: &Value| {
            let word = entry.as_str().unwrap_or_default();
            match field {
                "figures" => phrase_of(file, word),
                _ => word.to_owned(),
            }
        };
        for half in [&mut *upper, &mut *lower] {
            let text = words(half, "/text").to_owned();
            let own: Vec<Value> = all
                .iter()
                .filter(|entry| text.contains(&phrase(entry)))
                .cloned()
                .collect();
            let _ = set(half, &format!("/{field}"), Value::Array(own));
        }
    }
}

fn phrase_of(file: &Value, id: &str) -> String {
    let figures = file.get("figures").and_then(Value::as_array);
    let figure = figures
        .into_iter()
        .flatten()
        .find(|figure| figure["id"] == id);
    figure
        .map_or("", |figure| words(figure, "/phrase"))
        .to_owned()
}

/// Puts a line at the end of the one before it in its list.
pub fn join(file: &mut Value, pointer: &str) -> Option<String> {
    let owner = owner(pointer);
    let (name, at) = place(owner)?;
    let before = at.checked_sub(1)?;
    let entries = list(file, name)?;
    let joined = format!(
        "{}{}",
        text_of(entries.get(before)?)?,
        text_of(entries.get(at)?)?
    );
    let removed = entries.remove(at);
    match entries.get_mut(before)? {
        Value::String(text) => *text = joined,
        point => {
            point["text"] = Value::from(joined);
            for field in ["figures", "strong"] {
                unite(point, &removed, field);
            }
        }
    }
    Some(pointer.replacen(owner, &format!("{name}/{before}"), 1))
}

fn text_of(entry: &Value) -> Option<&str> {
    entry.as_str().or_else(|| entry.get("text")?.as_str())
}

fn unite(point: &mut Value, other: &Value, field: &str) {
    let more = other
        .get(field)
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let mut all = point
        .get(field)
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    for entry in more {
        if !all.contains(&entry) {
            all.push(entry);
        }
    }
    let _ = set(point, &format!("/{field}"), Value::Array(all));
}

/// Moves what a line heads, or the line, one place up or down in its list.
pub fn shift(file: &mut Value, pointer: &str, down: bool) -> Option<String> {
    let owner = owner(pointer);
    let owner = owner.strip_suffix("/heading").unwrap_or(owner);
    let (name, at) = place(owner)?;
    let entries = list(file, name)?;
    let other = if down { at + 1 } else { at.checked_sub(1)? };
    if other >= entries.len() {
        return None;
    }
    entries.swap(at, other);
    Some(pointer.replacen(owner, &format!("{name}/{other}"), 1))
}

/// Takes an entry out of its list.
pub fn remove(file: &mut Value, pointer: &str) -> Option<()> {
    let (name, at) = place(pointer)?;
    let entries = list(file, name)?;
    if at >= entries.len() {
        return None;
    }
    entries.remove(at);
    if entries.is_empty() {
        set(file, name, Value::Null)?;
    }
    Some(())
}

/// Puts an entry at the end of a list, which is made where it is missing.
pub fn append(file: &mut Value, name: &str, entry: Value) -> Option<String> {
    if file.pointer(name).is_none() {
        set(file, name, json!([0]))?;
        list(file, name)?.clear();
    }
    let entries = list(file, name)?;
    entries.push(entry);
    Some(format!("{name}/{}", entries.len() - 1))
}

/// An id for the words that nothing in the file has.
pub fn fresh(file: &Value, of: &str, text: &str) -> String {
    let mut naming = Naming::default();
    ids(file, &mut naming);
    naming.id(of, text).0
}

fn ids(value: &Value, naming: &mut Naming) {
    match value {
        Value::Object(fields) => {
            take(fields, naming);
            fields.values().for_each(|value| ids(value, naming));
        }
        Value::Array(entries) => entries.iter().for_each(|value| ids(value, naming)),
        _ => {}
    }
}

fn take(fields: &Map<String, Value>, naming: &mut Naming) {
    if let Some(id) = fields.get("id").and_then(Value::as_str) {
        naming.take(&Id(id.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::sample::{POINT, file};

    #[test]
    fn each_half_of_a_point_keeps_its_own_figures() {
        let mut file = file();
        let there = split(&mut file, POINT, "视察11次，".len()).unwrap();
        assert_eq!(words(&file, &there), "提案7件");
        let points = "/parts/0/chapters/0/sections/0/points";
        assert_eq!(
            file.pointer(points).unwrap()[0],
            json!({"text": "视察11次，", "figures": ["a"]})
        );
        assert_eq!(
            file.pointer(points).unwrap()[1],
            json!({"text": "提案7件", "figures": ["b"]})
        );
        let back = join(&mut file, &there).unwrap();
        assert_eq!(file, self::file());
        assert_eq!(back, POINT);
    }

    #[test]
    fn what_stands_in_no_list_is_parted_into_one() {
        let mut file = file();
        let heading = "/parts/0/chapters/0/sections/0/heading";
        let there = split(&mut file, heading, "三。".len()).unwrap();
        assert_eq!(
            (words(&file, heading), words(&file, &there)),
            ("三。", "四")
        );
        let text = "/parts/0/chapters/0/text/text";
        let there = split(&mut file, text, "概述。".len()).unwrap();
        assert_eq!(
            (words(&file, text), words(&file, &there)),
            ("概述。", "细说。")
        );
        assert_eq!(there, POINT);
    }

    #[test]
    fn the_first_and_the_last_stay_where_they_are() {
        let mut file = file();
        assert_eq!(join(&mut file, POINT), None);
        assert_eq!(shift(&mut file, POINT, false), None);
        assert_eq!(shift(&mut file, "/title/text", true), None);
        assert_eq!(file, self::file());
        let there = shift(&mut file, POINT, true).unwrap();
        assert_eq!(words(&file, &there), "视察11次，提案7件");
    }

    #[test]
    fn a_short_name_follows_what_it_is_the_whole_of() {
        let mut file = file();
        write(&mut file, "/title/text", "工作|报告书").unwrap();
        assert_eq!(words(&file, "/title/short"), "工作报告书");
        set(&mut file, "/title/short", Value::from("报告书")).unwrap();
        write(&mut file, "/title/text", "新的工作报告书").unwrap();
        assert_eq!(words(&file, "/title/short"), "报告书");
        write(&mut file, "/title/text", "年报").unwrap();
        assert_eq!(words(&file, "/title/short"), "年报");
    }

    #[test]
    fn a_field_that_is_emptied_takes_its_group_with_it() {
        let mut file = file();
        set(&mut file, "/imprint/icp/text", Value::from("某ICP备1号")).unwrap();
        assert_eq!(file["imprint"], json!({"icp": {"text": "某ICP备1号"}}));
        set(&mut file, "/imprint/icp/text", Value::from("")).unwrap();
        assert_eq!(file, self::file());
    }
}
