//! A file whose fields are not all of the right type, mended as far as it takes
//! to read the rest: an editor is told everything at once.
//!
//! What is put in is what was meant, where that is plain, or else a blank. A
//! mended file is only ever checked, never shown.

use serde_json::{Map, Value};

use super::{near, schema};
use crate::report::check::ProblemKind;

/// A blank text: nothing an editor writes.
const BLANK: &str = "\u{3000}";

/// A mended file.
pub struct Mended {
    pub file: Value,
    /// Where something was put in.
    pointers: Vec<String>,
    /// Whether all of it is what was meant.
    meant: bool,
}

impl Mended {
    /// Whether a problem of the mended file is one of the file itself.
    pub fn concerns_the_file(&self, pointer: &str, kind: &ProblemKind) -> bool {
        let put_in = |place: &String| {
            let below = pointer.strip_prefix(place.as_str());
            below.is_some_and(|below| below.is_empty() || below.starts_with('/'))
        };
        !self.pointers.iter().any(put_in) && (self.meant || stands_alone(kind))
    }
}

/// Whether a value is wrong whatever stands elsewhere.
fn stands_alone(kind: &ProblemKind) -> bool {
    matches!(
        kind,
        ProblemKind::IdMalformed { .. }
            | ProblemKind::IdReserved { .. }
            | ProblemKind::IdTaken { .. }
            | ProblemKind::FigureRepeated { .. }
            | ProblemKind::PhraseUnreadable { .. }
            | ProblemKind::Value { .. }
            | ProblemKind::Qualifier { .. }
            | ProblemKind::Unit { .. }
            | ProblemKind::Blank
            | ProblemKind::Unprintable { .. }
            | ProblemKind::TooLong { .. }
            | ProblemKind::TooMany { .. }
            | ProblemKind::TooFew { .. }
    )
}

/// The file with something fitting at each of the pointers.
pub fn mend<'a>(
    schema: &Value,
    file: &Value,
    pointers: impl Iterator<Item = &'a str>,
) -> Option<Mended> {
    let mut mended = Mended {
        file: file.clone(),
        pointers: Vec::new(),
        meant: true,
    };
    for pointer in pointers {
        let node = schema::node(schema, pointer)?;
        let (parent, key) = pointer.rsplit_once('/')?;
        let holder = mended.file.pointer_mut(parent)?;
        let (new, meant) = match guess(schema, node, holder, key) {
            Some(new) => (new, true),
            // Nothing else depends on what a figure is called.
            None => (blank(schema, node), key == "label"),
        };
        match holder {
            Value::Object(fields) => _ = fields.insert(key.to_owned(), new),
            Value::Array(entries) => *entries.get_mut(key.parse::<usize>().ok()?)? = new,
            _ => return None,
        }
        mended.meant &= meant;
        mended.pointers.push(pointer.to_owned());
    }
    Some(mended)
}

/// What was meant there, where that is plain.
fn guess(schema: &Value, node: &Value, holder: &Value, key: &str) -> Option<Value> {
    let found = match holder {
        Value::Array(entries) => entries.get(key.parse::<usize>().ok()?),
        fields => fields.get(key),
    };
    let Some(found) = found else {
        // The field may be there under a misspelt name.
        let others = holder.as_object()?.iter();
        let mut alike = others.filter(|(other, _)| near::near(other, [key]) == [key]);
        return alike
            .next()
            .map(|(_, value)| value.clone())
            .filter(|value| fits(node, value));
    };
    if fits(node, found) {
        return Some(found.clone());
    }
    let text = found.as_str().map(str::trim);
    let names = schema::choices(schema, node);
    let near = text.map(|text| near::near(text, names));
    if let Some(name) = near.and_then(|near| near.first().copied()) {
        return Some(name.into());
    }
    let read = serde_json::from_str(text?).ok()?;
    fits(node, &read).then_some(read)
}

/// Whether the value is of a type that the node allows. A choice has none.
fn fits(node: &Value, value: &Value) -> bool {
    let allowed = |name: &str| match &node["type"] {
        Value::String(one) => one == name,
        Value::Array(all) => all.iter().any(|one| one == name),
        _ => false,
    };
    match value {
        Value::Null => allowed("null"),
        Value::Bool(_) => allowed("boolean"),
        Value::Number(number) => allowed("number") || allowed("integer") && number.is_u64(),
        Value::String(_) => allowed("string"),
        Value::Array(_) => allowed("array"),
        Value::Object(_) => allowed("object"),
    }
}

/// Something of the node's type that says nothing.
fn blank(schema: &Value, node: &Value) -> Value {
    if let Some(name) = schema::choices(schema, node).first() {
        return (*name).into();
    }
    let candidates = [
        Value::Null,
        Value::from(BLANK),
        Value::from(0),
        Value::from(false),
        Value::Array(Vec::new()),
    ];
    let fitting = candidates.into_iter().find(|value| fits(node, value));
    fitting.unwrap_or_else(|| {
        let required = node["required"].as_array().into_iter().flatten();
        let fields = required.filter_map(Value::as_str).filter_map(|name| {
            let inner = schema::meant(schema, node["properties"].get(name)?);
            Some((name.to_owned(), blank(schema, inner)))
        });
        Value::Object(fields.collect::<Map<_, _>>())
    })
}
