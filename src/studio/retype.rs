//! Makes a heading of a text, a text of a heading, and another heading of a heading.
//!
//! What stood below goes with it, as in a document: the lines keep their order.

use serde_json::{Value, json};

use super::edit::{append, fresh, list, owner, place, remove, set};
use super::manuscript::{LineKind, words};

/// What a line of that kind may become.
pub fn choices(kind: LineKind) -> &'static [LineKind] {
    match kind {
        LineKind::SectionPoint => &[LineKind::SectionHeading],
        LineKind::GroupPoint => &[LineKind::GroupHeading],
        LineKind::SectionHeading => &[LineKind::ChapterHeading, LineKind::SectionPoint],
        LineKind::GroupHeading => &[LineKind::GroupPoint],
        LineKind::ChapterHeading => &[LineKind::PartHeading, LineKind::SectionHeading],
        LineKind::PartHeading => &[LineKind::ChapterHeading],
        _ => &[],
    }
}

/// Makes a line another kind; where it goes on, or nothing where it cannot be done.
pub fn retype(file: &mut Value, pointer: &str, from: LineKind, to: LineKind) -> Option<String> {
    match (from, to) {
        (LineKind::SectionPoint, LineKind::SectionHeading)
        | (LineKind::GroupPoint, LineKind::GroupHeading) => point_to_section(file, pointer),
        (LineKind::SectionHeading, LineKind::SectionPoint)
        | (LineKind::GroupHeading, LineKind::GroupPoint) => section_to_point(file, pointer),
        (LineKind::SectionHeading, LineKind::ChapterHeading) => section_to_chapter(file, pointer),
        (LineKind::ChapterHeading, LineKind::SectionHeading) => chapter_to_section(file, pointer),
        (LineKind::ChapterHeading, LineKind::PartHeading) => chapter_to_part(file, pointer),
        (LineKind::PartHeading, LineKind::ChapterHeading) => part_to_chapter(file, pointer),
        _ => None,
    }
}

/// The entry that a heading heads, with its list and its place there.
fn headed(pointer: &str) -> Option<(&str, &str, usize)> {
    let entry = pointer.strip_suffix("/heading")?;
    let (name, at) = place(entry)?;
    Some((entry, name, at))
}

fn taken(file: &mut Value, pointer: &str) -> Vec<Value> {
    let taken = list(file, pointer).map(std::mem::take).unwrap_or_default();
    let _ = set(file, pointer, Value::Null);
    taken
}

fn point_to_section(file: &mut Value, pointer: &str) -> Option<String> {
    let (points, at) = place(owner(pointer))?;
    let section = points.strip_suffix("/points")?.to_owned();
    let (sections, section_at) = place(&section)?;
    let text = words(file, pointer).to_owned();
    let id = fresh(file, "section", &text);
    let below = list(file, points)?.split_off(at).into_iter().skip(1).collect::<Vec<_>>();
    let new = json!({"id": id, "heading": text, "points": below});
    list(file, sections)?.insert(section_at + 1, new);
    Some(format!("{sections}/{}/heading", section_at + 1))
}

/// Its heading and its points go on where the section before ends.
fn section_to_point(file: &mut Value, pointer: &str) -> Option<String> {
    let (entry, sections, at) = headed(pointer)?;
    let before = at.checked_sub(1)?;
    let heading = words(file, pointer).replace('|', "");
    let below = taken(file, &format!("{entry}/points"));
    remove(file, entry)?;
    let points = format!("{sections}/{before}/points");
    let first = append(file, &points, json!({"text": heading}))?;
    list(file, &points)?.extend(below);
    Some(format!("{first}/text"))
}

/// The sections below it go with it. Of its points the first is the chapter's text.
fn section_to_chapter(file: &mut Value, pointer: &str) -> Option<String> {
    let (entry, sections, at) = headed(pointer)?;
    let chapter = sections.strip_suffix("/sections")?;
    let (chapters, chapter_at) = place(chapter)?;
    let heading = words(file, pointer).to_owned();
    let id = words(file, &format!("{entry}/id")).to_owned();
    let mut points = taken(file, &format!("{entry}/points"));
    let rest = points.split_off(points.len().min(1));
    let below = list(file, sections)?.split_off(at).into_iter().skip(1);
    let mut new = json!({"id": id, "heading": heading, "nav": heading.replace('|', "")});
    if let Some(text) = points.pop() {
        new["text"] = text;
    }
    let mut own = Vec::new();
    if !rest.is_empty() {
        let id = fresh(file, "section", &heading);
        own.push(json!({"id": id, "heading": "", "points": rest}));
    }
    own.extend(below);
    set(&mut new, "/sections", Value::Array(own))?;
    if at == 0 {
        set(file, sections, Value::Null)?;
    }
    list(file, chapters)?.insert(chapter_at + 1, new);
    Some(format!("{chapters}/{}/heading", chapter_at + 1))
}

/// It and its sections go on in the chapter before.
fn chapter_to_section(file: &mut Value, pointer: &str) -> Option<String> {
    let (entry, chapters, at) = headed(pointer)?;
    let before = format!("{chapters}/{}", at.checked_sub(1)?);
    let chapter = file.pointer(entry)?.clone();
    let mut section = json!({"id": chapter["id"], "heading": chapter["heading"]});
    if let Some(text) = chapter.get("text") {
        section["points"] = json!([text]);
    }
    let first = append(file, &format!("{before}/sections"), section)?;
    for field in ["sections", "graphics"] {
        for entry in chapter.get(field).and_then(Value::as_array).into_iter().flatten() {
            append(file, &format!("{before}/{field}"), entry.clone())?;
        }
    }
    remove(file, entry)?;
    Some(format!("{first}/heading"))
}

/// A part begins with the chapter; its heading is left for the editor to write.
fn chapter_to_part(file: &mut Value, pointer: &str) -> Option<String> {
    let (_, chapters, at) = headed(pointer)?;
    let part = chapters.strip_suffix("/chapters")?.to_owned();
    let (_, part_at) = place(&part)?;
    if at == 0 {
        return None;
    }
    let id = fresh(file, "part", words(file, pointer));
    let below = list(file, chapters)?.split_off(at);
    let new = json!({"id": id, "heading": "", "chapters": below});
    list(file, "/parts")?.insert(part_at + 1, new);
    Some(format!("/parts/{}/heading", part_at + 1))
}

/// The part goes on in the one before: its heading and text are a chapter there.
fn part_to_chapter(file: &mut Value, pointer: &str) -> Option<String> {
    let (entry, parts, at) = headed(pointer)?;
    let before = format!("{parts}/{}", at.checked_sub(1)?);
    let part = file.pointer(entry)?.as_object()?.clone();
    let known = ["id", "heading", "nav", "text", "chapters", "flows", "stairs"];
    if part.keys().any(|field| !known.contains(&field.as_str())) {
        return None;
    }
    let heading = words(file, pointer).to_owned();
    let mut chapter = json!({"id": part["id"], "heading": heading, "nav": heading.replace('|', "")});
    if let Some(text) = part.get("text") {
        chapter["text"] = text.clone();
    }
    let first = append(file, &format!("{before}/chapters"), chapter)?;
    for field in ["chapters", "flows", "stairs"] {
        for entry in part.get(field).and_then(Value::as_array).into_iter().flatten() {
            append(file, &format!("{before}/{field}"), entry.clone())?;
        }
    }
    remove(file, entry)?;
    Some(format!("{first}/heading"))
}
