//! From the bytes of a text file to its text: UTF-8 with or without a byte order mark,
//! UTF-16 in either order, GB 18030. What it is is found out and said.
//!
//! Knows bytes and letters, and nothing of what is written.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// How a text file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Marked,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// GB 18030, which GBK and GB 2312 are parts of.
    Gb18030,
}

impl Charset {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Charset::Utf8 => "UTF-8",
            Charset::Utf8Marked => "UTF-8 BOM",
            Charset::Utf16Le => "UTF-16 LE",
            Charset::Utf16Be => "UTF-16 BE",
            Charset::Gb18030 => "GB 18030",
        }
    }
}

/// How many bytes tell whether a text is UTF-16 or GB 18030.
const SAMPLE: usize = 64 * 1024;

/// The text of the bytes, without a byte order mark; none where they are no text, or
/// are cut or broken in one of the encodings.
pub fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, Charset)> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text = std::str::from_utf8(rest).ok()?;
        return Some((Cow::Borrowed(text), Charset::Utf8Marked));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, Charset::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, Charset::Utf16Be);
    }
    if let Some(charset) = unmarked_utf16(bytes) {
        return utf16(bytes, charset);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((Cow::Borrowed(text), Charset::Utf8));
    }
    if !is_gb18030(bytes) {
        return None;
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text, Charset::Gb18030))
}

fn utf16(bytes: &[u8], charset: Charset) -> Option<(Cow<'_, str>, Charset)> {
    let encoding = match charset {
        Charset::Utf16Le => UTF_16LE,
        _ => UTF_16BE,
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text, charset))
}

/// Whether the bytes are UTF-16 without a mark: line ends, digits and Latin letters
/// have a zero byte, always the same of the two, and Chinese letters few high bytes.
fn unmarked_utf16(bytes: &[u8]) -> Option<Charset> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !bytes.len().is_multiple_of(2) || sample.len() < 4 {
        return None;
    }
    let units = sample.as_chunks::<2>().0;
    let usual = |high: u8, low: u8| match high {
        0 => matches!(low, b'\t' | b'\n' | b'\r' | b' '..=b'~' | 0xA0..),
        0x20 | 0x30 | 0xFF => true,
        _ => (0x4E..=0x9F).contains(&high),
    };
    let count = |order: fn(&[u8; 2]) -> (u8, u8)| {
        let pairs = units.iter().map(order);
        let plain = pairs.clone().filter(|&(high, _)| high == 0).count();
        let good = pairs.filter(|&(high, low)| usual(high, low)).count();
        (good * 20 >= units.len() * 19 && plain > 0).then_some(good)
    };
    // What is text in UTF-8 and holds no zero is no UTF-16.
    if !sample.contains(&0) {
        return None;
    }
    let little = count(|&[low, high]| (high, low));
    let big = count(|&[high, low]| (high, low));
    match (little, big) {
        (None, None) => None,
        (little, big) if little >= big => Some(Charset::Utf16Le),
        _ => Some(Charset::Utf16Be),
    }
}

/// Whether most pairs of high bytes are frequent letters of GB 2312: broken UTF-8
/// read as GB 18030 gives rare ones.
fn is_gb18030(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (mut pairs, mut frequent) = (0_usize, 0_usize);
    let mut rest = sample.iter();
    while let Some(&lead) = rest.next() {
        if lead < 0x80 {
            continue;
        }
        let trail = rest.next().copied().unwrap_or_default();
        pairs += 1;
        let common = matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && trail >= 0xA1;
        frequent += usize::from(common);
    }
    pairs > 0 && frequent * 10 >= pairs * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一、工作回顾\r\n办理提案5286件，推进“21项”任务。\n";

    #[track_caller]
    fn check(bytes: &[u8], expected: Charset) {
        let (text, charset) = decode(bytes).expect("a text");
        assert_eq!(charset, expected);
        assert_eq!(text, TEXT);
    }

    fn units(order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        TEXT.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn what_a_text_is_encoded_in_is_found_out() {
        check(TEXT.as_bytes(), Charset::Utf8);
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        check(
            &marked(b"\xEF\xBB\xBF", TEXT.as_bytes()),
            Charset::Utf8Marked,
        );
        let little = units(u16::to_le_bytes);
        let big = units(u16::to_be_bytes);
        check(&little, Charset::Utf16Le);
        check(&big, Charset::Utf16Be);
        check(&marked(b"\xFF\xFE", &little), Charset::Utf16Le);
        check(&marked(b"\xFE\xFF", &big), Charset::Utf16Be);
        check(&GB18030.encode(TEXT).0, Charset::Gb18030);
    }

    #[test]
    fn what_is_cut_or_no_text_is_refused() {
        assert_eq!(decode(b"{\"title\": \"\xff\"}"), None);
        assert_eq!(decode(b"\xFF\xFE\x4E"), None);
        let cut = TEXT.as_bytes();
        assert_eq!(decode(&cut[..cut.len() - 2]), None);
        assert_eq!(
            decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8\xff\xe0"),
            None
        );
    }

    #[test]
    fn plain_letters_are_utf8() {
        assert_eq!(decode(b""), Some(("".into(), Charset::Utf8)));
        assert_eq!(decode(b"{}"), Some(("{}".into(), Charset::Utf8)));
        assert_eq!(
            decode(b"\0\0\0\0"),
            Some(("\0\0\0\0".into(), Charset::Utf8))
        );
    }
}
