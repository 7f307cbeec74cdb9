//! The served page's stamps: which data it was made of, and what was written.
//!
//! Where both are right, the app has nothing to check or write again. FNV, since
//! a page is stamped to tell it from another, not to keep anybody out: whoever
//! can change the data can change the page.

use fnv::FnvHasher;
use std::hash::Hasher;

/// The attribute of `#app` that holds the stamp of its data file.
pub const DATA: &str = "data-report";

/// The attribute of `#app` that holds the stamp of its content.
pub const CONTENT: &str = "data-page";

/// The stamp of a data file.
pub fn of_data(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    shown(&hasher)
}

/// The stamp of a page by its words and how many elements it has, which translators
/// and in-app browsers change. Not by its attributes: readers open and focus what
/// they will, and to write all of a long page out again takes a slow device too long.
pub fn of_content(words: &str, elements: u32) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(words.as_bytes());
    hasher.write(&elements.to_le_bytes());
    shown(&hasher)
}

/// The words of HTML that we wrote, as browsers read them, and how many elements it
/// has.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(html: &str) -> (String, u32) {
    let mut words = String::new();
    let mut elements = 0;
    for (index, piece) in html.split('<').enumerate() {
        // No bracket stands in an attribute.
        let (tag, text) = piece.split_once('>').unwrap_or(("/", piece));
        elements += u32::from(index > 0 && !tag.starts_with('/'));
        words.push_str(text);
    }
    let words = words.replace("&lt;", "<").replace("&gt;", ">");
    (words.replace("&amp;", "&"), elements)
}

/// In hexadecimal.
fn shown(hasher: &FnvHasher) -> String {
    let hash = hasher.finish();
    let digits = (0..16).rev().map(|place| (hash >> (place * 4)) as u32 & 15);
    digits
        .filter_map(|digit| char::from_digit(digit, 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_read_as_browsers_read_it() {
        let page =
            "一<details id=\"a\" title=\"&lt;b&gt;\"><h2>二&amp;lt;</h2><br>&lt;三&gt;</details>四";
        assert_eq!(read(page), ("一二&lt;<三>四".to_owned(), 3));
        assert_eq!(read("一"), ("一".to_owned(), 0));
        assert_eq!(read(""), (String::new(), 0));
    }

    #[test]
    fn other_words_or_elements_make_another_page() {
        let page = of_content("一二", 2);
        for (words, elements) in [("一三", 2), ("一", 2), ("一二", 3)] {
            assert_ne!(of_content(words, elements), page, "{words} {elements}");
        }
    }

    /// The published vector of FNV-1a in 64 bits.
    #[test]
    fn a_stamp_is_sixteen_digits() {
        assert_eq!(of_data(b""), "cbf29ce484222325");
        assert_eq!(of_data(b"foobar"), "85944171f73967e8");
    }
}
