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

/// What the reader, a link or `view=chapter` does to a page before the app runs.
const DONE: [&[u8]; 3] = [b" open=\"\"", b" tabindex=\"-1\"", b" data-shown=\"\""];

/// The stamp of a data file.
pub fn of_data(bytes: &[u8]) -> String {
    let mut hasher = FnvHasher::default();
    hasher.write(bytes);
    shown(&hasher)
}

/// The stamp of a page's HTML, whatever was opened, focused or shown in it.
pub fn of_content(html: &str) -> String {
    let mut hasher = FnvHasher::default();
    let mut rest = html.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let done = || DONE.iter().find_map(|done| rest.strip_prefix(*done));
        rest = match (first == b' ').then(done).flatten() {
            Some(undone) => undone,
            None => {
                hasher.write_u8(first);
                after
            }
        };
    }
    shown(&hasher)
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
    fn what_a_reader_does_makes_no_other_page() {
        let page = "<details id=\"a\"><summary><h2>一</h2></summary></details>";
        let read =
            "<details id=\"a\" open=\"\"><summary><h2 tabindex=\"-1\">一</h2></summary></details>";
        assert_eq!(of_content(page), of_content(read));
        for other in [
            "<details id=\"b\"><summary><h2>一</h2></summary></details>",
            "<details id=\"a\"><summary><h2><font>一</font></h2></summary></details>",
            "<details id=\"a\" lang=\"\"><summary><h2>一</h2></summary></details>",
        ] {
            assert_ne!(of_content(page), of_content(other), "{other}");
        }
    }

    /// The published vector of FNV-1a in 64 bits.
    #[test]
    fn a_stamp_is_sixteen_digits() {
        assert_eq!(of_data(b""), "cbf29ce484222325");
        assert_eq!(of_data(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn every_byte_of_the_data_counts() {
        assert_ne!(of_data(b"{} open=\"\""), of_data(b"{}"));
    }
}
