//! From a file's bytes to its text and its JSON value, or the reason why they
//! are neither.

use std::borrow::Cow;

use serde_json::Value;

use super::finding::Finding;
use super::lang::{Lang, Wording, said};
use super::{slips, syntax};
use crate::charset::{Charset, decode};
use crate::report::MAX_BYTES;

/// The bytes as text and as JSON, or the reason why they are neither.
pub fn read(bytes: &[u8], lang: Lang) -> Result<(Cow<'_, str>, Charset, Value), Box<Finding>> {
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
    let Some((text, charset)) = decode(bytes) else {
        let place = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
        let mut finding = file(told(
            said!(
                lang,
                "第 {place} 字节（从 0 数起）处的文字不是 UTF-8 编码，整个文件也不是 UTF-16 或 GB 18030",
                "at byte {place} (counted from 0) the text is no UTF-8, and the file is neither UTF-16 nor GB 18030"
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
        return Err(finding);
    };
    if text.trim().is_empty() {
        return Err(file(told(
            said!(lang, "文件是空的", "the file is empty"),
            said!(lang, "应为一份报告", "expected a report"),
        )));
    }
    match serde_json::from_str(&text) {
        Ok(file) => Ok((text, charset, file)),
        Err(error) => Err(Box::new(broken(&text, &error, lang))),
    }
}

/// What the file is encoded in, where that is worth telling: the page reads UTF-8 alone,
/// so `publish` writes the file anew.
pub fn told(charset: Charset, lang: Lang) -> Option<Finding> {
    let name = charset.name();
    let told = Wording {
        found: said!(lang, "文件是 {name} 编码", "the file is {name}"),
        expected: said!(
            lang,
            "能读；发布时改写为 UTF-8",
            "it can be read; publishing writes it as UTF-8"
        ),
        hint: None,
    };
    (charset != Charset::Utf8).then(|| Finding::new(String::new(), told, lang))
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
