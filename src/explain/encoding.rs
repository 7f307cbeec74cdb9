//! From a file's bytes to its text and its JSON value, or the reason why they
//! are neither.

use serde_json::Value;

use super::finding::Finding;
use super::lang::{Lang, Wording, said};
use super::{slips, syntax};
use crate::report::MAX_BYTES;

/// The bytes as text and as JSON, or the reason why they are neither.
pub fn read(bytes: &[u8], lang: Lang) -> Result<(&str, Value), Box<Finding>> {
    let file = |told| Box::new(Finding::new(String::new(), told, lang));
    let told = |found, expected| Wording {
        found,
        expected,
        hint: None,
    };
    if bytes.len() > MAX_BYTES {
        let found = bytes.len();
        return Err(file(told(
            said!(lang, "文件有 {found} 字节", "the file has {found} bytes"),
            said!(
                lang,
                "应不超过 {MAX_BYTES} 字节（2 MiB）",
                "expected at most {MAX_BYTES} (2 MiB)"
            ),
        )));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = error.valid_up_to();
        let mut finding = file(told(
            said!(
                lang,
                "第 {place} 字节（从 0 数起）处的文字不是 UTF-8 编码",
                "at byte {place} (counted from 0) the text is no UTF-8"
            ),
            said!(
                lang,
                "应以 UTF-8 编码保存",
                "expected a file saved as UTF-8"
            ),
        ));
        finding.hint = Some(said!(
            lang,
            "在编辑器里“另存为”，编码选 UTF-8",
            "“save as” in the editor, with the encoding UTF-8"
        ));
        finding
    })?;
    if text.starts_with('\u{FEFF}') {
        return Err(file(told(
            said!(
                lang,
                "文件开头有字节顺序标记（BOM）",
                "the file starts with a byte order mark (BOM)"
            ),
            said!(
                lang,
                "应以不带 BOM 的 UTF-8 编码保存",
                "expected a file saved as UTF-8 without BOM"
            ),
        )));
    }
    if text.trim().is_empty() {
        return Err(file(told(
            said!(lang, "文件是空的", "the file is empty"),
            said!(lang, "应为一份报告", "expected a report"),
        )));
    }
    match serde_json::from_str(text) {
        Ok(file) => Ok((text, file)),
        Err(error) => Err(Box::new(broken(text, &error, lang))),
    }
}

/// Why the text is no JSON, and where.
pub fn broken(text: &str, error: &serde_json::Error, lang: Lang) -> Finding {
    let spot = syntax::spot(text, error);
    let told = Wording {
        found: syntax::reason(error, lang),
        expected: String::new(),
        hint: slips::hint(text, error, lang),
    };
    Finding {
        spot: Some(spot),
        excerpt: syntax::excerpt(text, spot),
        ..Finding::new(String::new(), told, lang)
    }
}
