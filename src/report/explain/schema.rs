//! The JSON Schema of the data file, and what a file keeps to it or not.

use jsonschema::error::{TypeKind, ValidationError, ValidationErrorKind as Kind};
use jsonschema::types::JsonType;
use serde_json::Value;

use super::problem::ID_RULE;
use super::{Finding, shown};

/// The schema, JSON Schema 2020-12.
pub fn schema() -> Value {
    schemars::schema_for!(crate::report::Report).to_value()
}

/// Everything in which the file departs from its schema.
pub fn violations(file: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    match jsonschema::draft202012::new(&schema()) {
        Ok(validator) => {
            for error in validator.iter_errors(file) {
                explain(&error, &mut findings);
            }
        }
        // Only a mistake in the data model's own attributes leads here.
        Err(error) => findings.push(Finding::file(format!("数据格式本身有误：{error}"))),
    }
    findings
}

fn explain(error: &ValidationError<'_>, findings: &mut Vec<Finding>) {
    let mut pointer = error.instance_path().as_str().to_owned();
    let found = error.instance();
    let here = || format!("这里是{}", shown::value(found));
    let text = match error.kind() {
        Kind::Required { property } => {
            pointer.push('/');
            pointer.push_str(property.as_str().unwrap_or_default());
            "缺少这一项，应写上".into()
        }
        Kind::Type { kind } => format!("应为{}，{}", types(kind), here()),
        Kind::MinItems { limit } => {
            let count = found.as_array().map_or(0, Vec::len);
            format!("共有 {count} 项，应至少有 {limit} 项")
        }
        Kind::MinLength { .. } => "这里是空的，应写上文字".into(),
        Kind::Pattern { .. } => format!("{ID_RULE}，{}", here()),
        Kind::Minimum { limit } => format!("应不小于 {limit}，{}", here()),
        Kind::Constant { expected_value } => {
            format!("应为{}，{}", shown::value(expected_value), here())
        }
        Kind::OneOfNotValid { context } => {
            format!("应为{}之一，{}", choices(context), here())
        }
        // What may be left out is a value or nothing: told is what is wrong
        // with the value.
        Kind::AnyOf { context } if !context.is_empty() => {
            for error in context.iter().flatten().filter(|error| !wants_null(error)) {
                explain(error, findings);
            }
            return;
        }
        _ => format!("不合数据格式：{error}"),
    };
    findings.push(Finding { pointer, text });
}

/// Whether all the error asks for is `null`.
fn wants_null(error: &ValidationError<'_>) -> bool {
    matches!(
        error.kind(),
        Kind::Type {
            kind: TypeKind::Single(JsonType::Null)
        }
    )
}

/// The values the branches ask for.
fn choices(branches: &[Vec<ValidationError<'_>>]) -> String {
    let constants = branches
        .iter()
        .flatten()
        .filter_map(|error| match error.kind() {
            Kind::Constant { expected_value } => expected_value.as_str(),
            _ => None,
        });
    constants.map(shown::quoted).collect()
}

fn types(kind: &TypeKind) -> String {
    let names: Vec<_> = match kind {
        TypeKind::Single(one) => vec![name(*one)],
        TypeKind::Multiple(set) => set
            .iter()
            .filter(|one| *one != JsonType::Null)
            .map(name)
            .collect(),
    };
    names.join("或")
}

fn name(kind: JsonType) -> &'static str {
    match kind {
        JsonType::Array => "列表 […]",
        JsonType::Boolean => "是非值 true 或 false",
        JsonType::Integer => "整数（不加引号）",
        JsonType::Null => "空值 null",
        JsonType::Number => "数（不加引号）",
        JsonType::Object => "一组 {…}",
        JsonType::String => "文字（用英文引号括起）",
    }
}
