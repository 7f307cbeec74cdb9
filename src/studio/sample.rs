//! A report of a few words, for the tests of what an editor does.

use serde_json::{Value, json};

/// Its first point.
pub const POINT: &str = "/parts/0/chapters/0/sections/0/points/0/text";

/// The file.
pub fn file() -> Value {
    json!({
        "title": {"text": "报告", "short": "报告"},
        "headline": ["a"],
        "parts": [{"id": "p", "heading": "一", "chapters": [{
            "id": "c", "heading": "二", "nav": "二", "strip": ["a"],
            "text": {"text": "概述。细说。"},
            "sections": [{"id": "s", "heading": "三。四", "points": [
                {"text": "视察11次，提案7件", "figures": ["a", "b"]},
                {"text": "后来"},
            ]}],
        }]}],
        "figures": [
            {"id": "a", "label": "视察", "phrase": "11次"},
            {"id": "b", "label": "提案", "phrase": "7件"},
        ],
    })
}
