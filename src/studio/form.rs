//! A form for any place of a report's file, made of the data format itself: what may stand
//! there, what it is called, and what an empty one is. Knows no field by name.

use serde_json::{Map, Value};

use super::edit::fresh;
use crate::explain::{choices, meant};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// An id of its own; it is given and not asked for.
    OwnId,
    /// The id of a figure, and of a part, chapter or section.
    FigureId,
    PlaceId,
    Words,
    Number,
    Switch,
    /// One of these: each as the file calls it, and what it means.
    Choice(Vec<(String, String)>),
    Group,
    List,
}

/// A field of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// As the file calls it.
    pub name: String,
    /// What it is, in a sentence.
    pub told: String,
    pub kind: FieldKind,
    /// Whether it may be missing.
    pub optional: bool,
}

impl FormField {
    /// What it is called in the form: its sentence up to the first pause.
    pub fn label(&self) -> &str {
        let end = self.told.find(['，', '：', '；', '。', '、', '（']);
        self.told
            .get(..end.unwrap_or(self.told.len()))
            .unwrap_or_default()
    }

    /// The rest of its sentence; empty where there is none.
    pub fn advice(&self) -> &str {
        let rest = self.told.strip_prefix(self.label()).unwrap_or_default();
        rest.trim_start_matches(['，', '：', '；', '。'])
    }
}

/// The fields of the group at a pointer, in the order of the format.
pub fn fields(schema: &Value, pointer: &str) -> Vec<FormField> {
    let Some(group) = node(schema, pointer) else {
        return Vec::new();
    };
    let group = meant(schema, group);
    let names = group["properties"].as_object().into_iter().flatten();
    names
        .map(|(name, node)| field(schema, group, name, node))
        .collect()
}

/// What an entry of the list at a pointer is.
pub fn entry(schema: &Value, list: &str) -> Option<FormField> {
    let node = node(schema, list)?;
    let items = meant(schema, node).get("items")?;
    let mut entry = field(schema, &Value::Null, "", items);
    // Ids are told about where the list is.
    entry.told = told(schema, node);
    entry.kind = kind(schema, items, "", &entry.told);
    Some(entry)
}

/// What stands at a pointer where an editor adds it: what must be there, empty.
pub fn blank(schema: &Value, pointer: &str, file: &Value) -> Value {
    let node = node(schema, pointer).unwrap_or(&Value::Null);
    let of = pointer
        .rsplit('/')
        .find(|step| step.parse::<usize>().is_err());
    let of = of.map_or("", |name| name.trim_end_matches('s'));
    empty(schema, node, of, file)
}

fn empty(schema: &Value, node: &Value, of: &str, file: &Value) -> Value {
    match kind(schema, node, "", "") {
        FieldKind::Group => {
            let group = meant(schema, node);
            let names = group["properties"].as_object().into_iter().flatten();
            let needed = names.filter(|(name, _)| needs(group, name));
            let filled = needed.map(|(name, node)| {
                let value = match name.as_str() {
                    "id" => Value::from(fresh(file, of, "")),
                    name => empty(schema, node, name.trim_end_matches('s'), file),
                };
                (name.clone(), value)
            });
            Value::Object(filled.collect::<Map<String, Value>>())
        }
        FieldKind::List => {
            let list = meant(schema, node);
            let least = list["minItems"].as_u64().unwrap_or_default();
            let entry = || empty(schema, &list["items"], of, file);
            Value::Array((0..least.min(1)).map(|_| entry()).collect())
        }
        FieldKind::Choice(all) => Value::from(all.first().map_or("", |(value, _)| value.as_str())),
        FieldKind::Switch => Value::from(false),
        _ => Value::from(""),
    }
}

/// What the format says of a place, before references are followed.
fn node<'a>(schema: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut steps = pointer.split('/').skip(1);
    steps.try_fold(schema, |node, step| {
        let node = meant(schema, node);
        node["properties"].get(step).or_else(|| node.get("items"))
    })
}

fn field(schema: &Value, group: &Value, name: &str, node: &Value) -> FormField {
    let told = told(schema, node);
    FormField {
        name: name.to_owned(),
        kind: kind(schema, node, name, &told),
        told,
        optional: !needs(group, name),
    }
}

fn needs(group: &Value, name: &str) -> bool {
    let needed = group["required"].as_array().into_iter().flatten();
    needed.into_iter().any(|other| other == name)
}

fn told(schema: &Value, node: &Value) -> String {
    let own = node["description"].as_str();
    own.or_else(|| meant(schema, node)["description"].as_str())
        .unwrap_or_default()
        .replace('`', "")
}

fn kind(schema: &Value, node: &Value, name: &str, told: &str) -> FieldKind {
    let refers = |node: &Value| node["$ref"] == "#/$defs/Id";
    if refers(node) || refers(&node["anyOf"][0]) {
        return match name {
            "id" => FieldKind::OwnId,
            _ if told.contains("一章") => FieldKind::PlaceId,
            _ => FieldKind::FigureId,
        };
    }
    let node = meant(schema, node);
    let one = choices(schema, node);
    if !one.is_empty() {
        let branches = node["oneOf"].as_array().into_iter().flatten();
        let means = branches.map(|branch| self::told(schema, branch));
        let values = one.into_iter().map(str::to_owned);
        return FieldKind::Choice(values.zip(means).collect());
    }
    let kinds = match &node["type"] {
        Value::Array(all) => all.first(),
        one => Some(one),
    };
    match kinds.and_then(Value::as_str) {
        Some("object") => FieldKind::Group,
        Some("array") => FieldKind::List,
        Some("boolean") => FieldKind::Switch,
        Some("number" | "integer") => FieldKind::Number,
        _ => FieldKind::Words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Lang, schema, validate};
    use crate::studio::edit::{append, set};
    use crate::studio::sample::file;

    #[track_caller]
    fn check(group: &str, name: &str, label: &str, kind: &FieldKind) {
        let schema = schema();
        let all = fields(&schema, group);
        let found = all.iter().find(|field| field.name == name).unwrap();
        assert_eq!(
            (found.label(), &found.kind),
            (label, kind),
            "{group}/{name}"
        );
    }

    #[test]
    fn every_field_is_known_by_the_format() {
        check("/parts/0/flows/0", "id", "编号", &FieldKind::OwnId);
        check(
            "/parts/0/flows/0/stages/1",
            "figure",
            "件数",
            &FieldKind::FigureId,
        );
        check(
            "/parts/0/flows/0/stages/1",
            "splits",
            "这一环节的构成",
            &FieldKind::List,
        );
        check("/topics/0", "at", "所指之处", &FieldKind::PlaceId);
        check("/topics/0", "word", "原文的词", &FieldKind::Words);
        check("", "earlier", "较早的一份报告", &FieldKind::Group);
        check("", "sample", "这是示例数据", &FieldKind::Switch);
        check("/figures/0", "value", "数值", &FieldKind::Number);
        let schema = schema();
        let drawn = entry(&schema, "/parts/0/chapters/0/graphics/0/figures").unwrap();
        assert_eq!(drawn.kind, FieldKind::FigureId);
        let scenery = fields(&schema, "")
            .into_iter()
            .find(|field| field.name == "scenery");
        let Some(FieldKind::Choice(all)) = scenery.map(|field| field.kind) else {
            panic!("no choice");
        };
        assert_eq!(
            all[0],
            (
                "hills".to_owned(),
                "山城：江上的桥，山间的高楼。".to_owned()
            )
        );
    }

    /// What is added has its form, so that an editor only fills it: check then speaks of
    /// what is empty, and of nothing that has the wrong kind.
    #[test]
    fn what_is_added_keeps_to_the_format() {
        let schema = schema();
        let mut file = file();
        file["preface"] = serde_json::json!({"text": "序"});
        for list in ["/parts/0/flows", "/parts/0/chapters/0/graphics", "/topics"] {
            let entry = blank(&schema, &format!("{list}/0"), &file);
            append(&mut file, list, entry).unwrap();
        }
        let exits = "/parts/0/flows/0/stages/0/exits";
        let exit = blank(&schema, &format!("{exits}/0"), &file);
        append(&mut file, exits, exit).unwrap();
        let earlier = blank(&schema, "/earlier", &file);
        set(&mut file, "/earlier", earlier).unwrap();
        assert_eq!(
            file.pointer(&format!("{exits}/0/kind")).unwrap(),
            "rejected"
        );
        let id = file.pointer("/parts/0/flows/0/stages/0/id").unwrap();
        assert!(!id.as_str().unwrap().is_empty());
        let text = file.to_string();
        let read: Result<crate::report::Report, _> = serde_json::from_str(&text);
        assert!(read.is_ok(), "{read:?}");
        assert!(!validate(text.as_bytes(), Lang::Zh).problems.is_empty());
    }
}
