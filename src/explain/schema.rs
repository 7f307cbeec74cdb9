//! The JSON Schema of the data file, and what a file keeps to it or not.

use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind};
use jsonschema::types::JsonType;
use serde_json::Value;

use super::lang::{Lang, Wording, said, told};
use super::sentences::{id_rule, linked, tell, too_few};
use super::{near, shown};
use crate::report::check::ProblemKind;

/// The schema, JSON Schema 2020-12.
pub fn schema() -> Value {
    schemars::schema_for!(crate::report::Report).to_value()
}

/// Everything in which the file departs from its schema, by pointer.
pub fn violations(schema: &Value, file: &Value, lang: Lang) -> Vec<(String, Wording)> {
    let mut found = Vec::new();
    match jsonschema::draft202012::new(schema) {
        Ok(validator) => {
            for error in validator.iter_errors(file) {
                explain(&error, lang, &mut found);
            }
        }
        // Only a mistake in the data model's own attributes leads here.
        Err(error) => {
            let told = told!(
                lang,
                ["数据格式本身有误：{error}", "应报告给开发者"],
                [
                    "the data format itself is wrong: {error}",
                    "expected a report of this"
                ],
            );
            found.push((String::new(), told));
        }
    }
    found
}

/// The names of the fields that may stand where the pointer leads.
pub fn fields<'a>(schema: &'a Value, pointer: &str) -> Vec<&'a str> {
    let names = node(schema, pointer).and_then(|node| node["properties"].as_object());
    let names = names.into_iter().flatten();
    names.map(|(name, _)| name.as_str()).collect()
}

/// What the schema says of the place where the pointer leads.
pub fn node<'a>(schema: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut steps = pointer.split('/').skip(1);
    steps.try_fold(schema, |node, step| {
        let below = node["properties"].get(step).or_else(|| node.get("items"))?;
        Some(meant(schema, below))
    })
}

/// The definition a reference leads to; of a choice, the one that is not null.
pub fn meant<'a>(schema: &'a Value, node: &'a Value) -> &'a Value {
    let choice = node["anyOf"].as_array().and_then(|all| all.first());
    let node = choice.unwrap_or(node);
    match node["$ref"]
        .as_str()
        .and_then(|name| name.strip_prefix('#'))
    {
        Some(name) => schema.pointer(name).unwrap_or(node),
        None => node,
    }
}

/// The values of which one must stand there, where that is so.
pub fn choices<'a>(schema: &'a Value, node: &'a Value) -> Vec<&'a str> {
    let branches = node["oneOf"].as_array().into_iter().flatten();
    let values = branches.map(|branch| &meant(schema, branch)["const"]);
    values.filter_map(Value::as_str).collect()
}

fn explain(error: &ValidationError<'_>, lang: Lang, findings: &mut Vec<(String, Wording)>) {
    let mut pointer = error.instance_path().as_str().to_owned();
    let found = error.instance();
    let here = shown::value(found, lang);
    let told = match error.kind() {
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            pointer.push('/');
            pointer.push_str(name);
            let told = told!(
                lang,
                ["缺少这一项", "应写上"],
                ["this is missing", "expected it"],
            );
            let others = found.as_object().into_iter().flatten();
            let misspelt: Vec<_> = others
                .map(|(other, _)| other.as_str())
                .filter(|other| near::near(other, [name]) == [name])
                .collect();
            told.hint(misspelt.first().map(|other| {
                let (name, other) = (shown::quoted(name), shown::quoted(other));
                said!(
                    lang,
                    "是不是把{name}写成了{other}？",
                    "is {other} meant to be {name}?"
                )
            }))
        }
        ValidationErrorKind::Type { kind } => {
            let types = types(kind, lang);
            told!(
                lang,
                ["这里是{here}", "应为{types}"],
                ["this is {here}", "expected {types}"],
            )
            .hint(rewritten(kind, found, lang))
        }
        ValidationErrorKind::MinItems { limit } => {
            too_few(*limit, found.as_array().map_or(0, Vec::len), lang)
        }
        ValidationErrorKind::MinLength { .. } => tell(&ProblemKind::Blank, lang),
        ValidationErrorKind::Pattern { .. } => {
            let rule = id_rule(lang);
            told!(
                lang,
                ["这里是{here}", "{rule}"],
                ["this is {here}", "{rule}"]
            )
        }
        ValidationErrorKind::Minimum { limit } => told!(
            lang,
            ["这里是{here}", "应不小于 {limit}"],
            ["this is {here}", "expected at least {limit}"],
        ),
        ValidationErrorKind::OneOfNotValid { .. }
            if found.as_str() == Some("linked") && pointer.ends_with("/kind") =>
        {
            linked(lang)
        }
        ValidationErrorKind::OneOfNotValid { context } => {
            let known = asked(context);
            let quoted: Vec<_> = known.iter().map(|name| shown::quoted(name)).collect();
            let names = quoted.join(&said!(lang, "", ", "));
            let near = near::near(found.as_str().unwrap_or_default(), known);
            told!(
                lang,
                ["这里是{here}", "应为{names}之一"],
                ["this is {here}", "expected one of {names}"],
            )
            .hint(near::meant(&near, lang))
        }
        // What may be left out is a value or nothing: told is what is wrong
        // with the value.
        ValidationErrorKind::AnyOf { context } if !context.is_empty() => {
            for error in context.iter().flatten().filter(|error| !wants_null(error)) {
                explain(error, lang, findings);
            }
            return;
        }
        _ => told!(
            lang,
            ["不合数据格式：{error}", "应与格式相符"],
            [
                "not of the data format: {error}",
                "expected what the schema says"
            ],
        ),
    };
    findings.push((pointer, told));
}

/// How the found value is written as one of the wanted type, where that is plain.
fn rewritten(kind: &TypeKind, found: &Value, lang: Lang) -> Option<String> {
    let wants = |one| match kind {
        TypeKind::Single(wanted) => *wanted == one,
        TypeKind::Multiple(set) => set.iter().any(|wanted| wanted == one),
    };
    let new = match found {
        Value::String(text) if wants(JsonType::Number) || wants(JsonType::Integer) => {
            text.trim().parse::<f64>().ok()?;
            text.trim().to_owned()
        }
        Value::String(text) if wants(JsonType::Boolean) => {
            text.parse::<bool>().ok()?;
            text.clone()
        }
        Value::Number(number) if wants(JsonType::String) => format!("\"{number}\""),
        // Nearly every group of fields that is easily taken for a text is a point.
        Value::String(text) if wants(JsonType::Object) && text.chars().count() < 20 => {
            format!("{{\"text\": {found}}}")
        }
        Value::String(_) if wants(JsonType::Array) => format!("[{found}]"),
        _ => return None,
    };
    Some(said!(lang, "写成 {new}", "write {new}"))
}

/// Whether all the error asks for is `null`.
fn wants_null(error: &ValidationError<'_>) -> bool {
    matches!(
        error.kind(),
        ValidationErrorKind::Type {
            kind: TypeKind::Single(JsonType::Null)
        }
    )
}

/// The values the branches ask for.
fn asked<'a>(branches: &'a [Vec<ValidationError<'_>>]) -> Vec<&'a str> {
    let errors = branches.iter().flatten();
    errors
        .filter_map(|error| match error.kind() {
            ValidationErrorKind::Constant { expected_value } => expected_value.as_str(),
            _ => None,
        })
        .collect()
}

fn types(kind: &TypeKind, lang: Lang) -> String {
    let names: Vec<_> = match kind {
        TypeKind::Single(one) => vec![name(*one, lang)],
        TypeKind::Multiple(set) => set
            .iter()
            .filter(|one| *one != JsonType::Null)
            .map(|one| name(one, lang))
            .collect(),
    };
    names.join(&said!(lang, "或", " or "))
}

fn name(kind: JsonType, lang: Lang) -> String {
    match kind {
        JsonType::Array => said!(lang, "列表 […]", "a list […]"),
        JsonType::Boolean => said!(lang, "是非值 true 或 false", "true or false"),
        JsonType::Integer => said!(lang, "整数（不加引号）", "a whole number without quotes"),
        JsonType::Null => said!(lang, "空值 null", "null"),
        JsonType::Number => said!(lang, "数（不加引号）", "a number without quotes"),
        JsonType::Object => said!(lang, "一组 {{…}}", "a group of fields {{…}}"),
        JsonType::String => said!(lang, "文字（用英文引号括起）", "text in straight quotes"),
    }
}
