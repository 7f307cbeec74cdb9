//! Makes a heading of a text, a text of a heading, and another heading of a heading.
//!
//! What stood below goes with it, as in a document: the lines keep their order.

use serde_json::{Value, json};

use super::edit::{append, fresh, list, owner, place, remove, set};
use super::manuscript::{TextLineKind, words};
use crate::draft::naming::short;

/// What a line of that kind may become.
pub fn choices(kind: TextLineKind) -> &'static [TextLineKind] {
    match kind {
        TextLineKind::SectionPoint => &[TextLineKind::SectionHeading],
        TextLineKind::GroupPoint => &[TextLineKind::GroupHeading],
        TextLineKind::SectionHeading => &[TextLineKind::ChapterHeading, TextLineKind::SectionPoint],
        TextLineKind::GroupHeading => &[TextLineKind::GroupPoint],
        TextLineKind::ChapterHeading => &[TextLineKind::PartHeading, TextLineKind::SectionHeading],
        TextLineKind::PartHeading => &[TextLineKind::ChapterHeading],
        _ => &[],
    }
}

/// Makes a line another kind; where it goes on, or nothing where it cannot be done.
pub fn retype(
    file: &mut Value,
    pointer: &str,
    from: TextLineKind,
    to: TextLineKind,
) -> Option<String> {
    match (from, to) {
        (TextLineKind::SectionPoint, TextLineKind::SectionHeading)
        | (TextLineKind::GroupPoint, TextLineKind::GroupHeading) => point_to_section(file, pointer),
        (TextLineKind::SectionHeading, TextLineKind::SectionPoint)
        | (TextLineKind::GroupHeading, TextLineKind::GroupPoint) => section_to_point(file, pointer),
        (TextLineKind::SectionHeading, TextLineKind::ChapterHeading) => {
            section_to_chapter(file, pointer)
        }
        (TextLineKind::ChapterHeading, TextLineKind::SectionHeading) => {
            chapter_to_section(file, pointer)
        }
        (TextLineKind::ChapterHeading, TextLineKind::PartHeading) => chapter_to_part(file, pointer),
        (TextLineKind::PartHeading, TextLineKind::ChapterHeading) => part_to_chapter(file, pointer),
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
    let below = list(file, points)?
        .split_off(at)
        .into_iter()
        .skip(1)
        .collect::<Vec<_>>();
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
    let mut new = json!({"id": id, "heading": heading, "nav": short(&heading.replace('|', ""))});
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
    move_entries(file, &chapter, &before, &["sections", "graphics"])?;
    remove(file, entry)?;
    Some(format!("{first}/heading"))
}

/// Puts the entries of an object's lists at the end of the lists of another place.
fn move_entries(file: &mut Value, from: &Value, to: &str, fields: &[&str]) -> Option<()> {
    for field in fields {
        let entries = from.get(field).and_then(Value::as_array);
        for entry in entries.into_iter().flatten() {
            append(file, &format!("{to}/{field}"), entry.clone())?;
        }
    }
    Some(())
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
    let part = file.pointer(entry)?.clone();
    let known = [
        "id", "heading", "nav", "text", "chapters", "flows", "stairs",
    ];
    if part
        .as_object()?
        .keys()
        .any(|field| !known.contains(&field.as_str()))
    {
        return None;
    }
    let heading = words(file, pointer).to_owned();
    let mut chapter =
        json!({"id": part["id"], "heading": heading, "nav": short(&heading.replace('|', ""))});
    if let Some(text) = part.get("text") {
        chapter["text"] = text.clone();
    }
    let first = append(file, &format!("{before}/chapters"), chapter)?;
    move_entries(file, &part, &before, &["chapters", "flows", "stairs"])?;
    remove(file, entry)?;
    Some(format!("{first}/heading"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::manuscript::lines;

    fn file() -> Value {
        json!({"parts": [
            {"id": "p", "heading": "部分一", "chapters": [
                {"id": "c", "heading": "章一", "nav": "章一", "sections": [
                    {"id": "s", "heading": "节一", "points": [{"text": "甲"}, {"text": "乙"}, {"text": "丙"}]},
                    {"id": "t", "heading": "节二", "points": [{"text": "丁"}, {"text": "戊"}]},
                ]},
                {"id": "d", "heading": "章二", "nav": "章二", "text": {"text": "己"}},
            ]},
            {"id": "q", "heading": "部分二", "text": {"text": "庚"}},
        ]})
    }

    /// Makes the line of these words that kind: all words stay, in their order.
    #[track_caller]
    fn check(of: &str, to: TextLineKind, possible: bool) {
        let mut file = file();
        let read = |file: &Value| -> Vec<String> {
            let lines = lines(file).into_iter().map(|line| line.text);
            lines.filter(|text| !text.is_empty()).collect()
        };
        let before = read(&file);
        let line = lines(&file)
            .into_iter()
            .find(|line| line.text == of)
            .expect("a line");
        let there = retype(&mut file, &line.pointer, line.kind, to);
        assert_eq!(there.is_some(), possible);
        assert_eq!(read(&file), before);
        if let Some(there) = there {
            let line = lines(&file).into_iter().find(|line| line.pointer == there);
            let line = line.expect("a line to go on in");
            assert_eq!(line.kind, to);
            assert!(line.text == of || line.text.is_empty());
        }
    }

    #[test]
    fn a_chapter_that_comes_back_has_its_short_name() {
        let bytes = std::fs::read("tests/fixtures/draft/seed-headings.docx").unwrap();
        let draft = crate::draft::draft(&bytes, "a.docx", None).unwrap();
        let mut file = serde_json::to_value(&draft.report).unwrap();
        let before = file.clone();
        let at = "/parts/0/chapters/2/heading";
        let (chapter, section) = (TextLineKind::ChapterHeading, TextLineKind::SectionHeading);
        let there = retype(&mut file, at, chapter, section).unwrap();
        let back = retype(&mut file, &there, section, chapter).unwrap();
        assert_eq!(back, at);
        let names = |file: &Value| -> Vec<String> {
            let chapters = file.pointer("/parts/0/chapters").unwrap().as_array();
            let name = |chapter: &Value| words(chapter, "/nav").to_owned();
            chapters.unwrap().iter().map(name).collect()
        };
        assert_eq!(names(&file), names(&before));
    }

    #[test]
    fn words_stay_in_their_order() {
        check("乙", TextLineKind::SectionHeading, true);
        check("丙", TextLineKind::SectionHeading, true);
        check("节二", TextLineKind::SectionPoint, true);
        check("节二", TextLineKind::ChapterHeading, true);
        check("章二", TextLineKind::SectionHeading, true);
        check("章二", TextLineKind::PartHeading, true);
        check("部分二", TextLineKind::ChapterHeading, true);
    }

    #[test]
    fn what_has_nothing_above_it_stays() {
        check("节一", TextLineKind::SectionPoint, false);
        check("章一", TextLineKind::SectionHeading, false);
        check("章一", TextLineKind::PartHeading, false);
        check("部分一", TextLineKind::ChapterHeading, false);
        check("甲", TextLineKind::ChapterHeading, false);
    }
}
