//! The deploy mark: when a site was made, in seconds since 1970, in its page, its data and
//! its worker, so that none takes an older part for a newer one. Data without a mark was
//! replaced by hand and counts as newer.
//!
//! Knows where the mark stands; what time it is, is told by whoever makes the site.

use anyhow::{Result, ensure};

use super::member;
use super::rewrite::{edit, visit};

/// The member of the data file. The loader reads it (`public/loader.js`), and the worker.
pub const MEMBER: &str = "deploy";

/// The attribute of `#app`.
pub const ATTRIBUTE: &str = "data-deploy";

/// The data with this mark as its first member, otherwise as it is written.
pub fn data(json: &str, mark: u64) -> String {
    member::with(&member::without(json, MEMBER), MEMBER, &mark.to_string())
}

/// The page with this mark.
pub fn page(html: &str, mark: u64) -> Result<String> {
    let (html, places) = edit(html, "#app", |element| {
        Ok(element.set_attribute(ATTRIBUTE, &mark.to_string())?)
    })?;
    ensure!(places == 1, "the page needs one #app; it has {places}");
    Ok(html)
}

/// The mark of a page.
pub fn of_page(html: &str) -> Option<u64> {
    let mut mark = None;
    visit(html, "#app", |element| {
        mark = element
            .get_attribute(ATTRIBUTE)
            .and_then(|mark| mark.parse().ok());
    })
    .ok()?;
    mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn data_are_marked_and_marked_anew() {
        let text = "{\n  \"title\": {\"text\": \"{}\"}\n}\n";
        let once = data(text, 1);
        assert_eq!(
            once,
            "{\n  \"deploy\": 1,\n  \"title\": {\"text\": \"{}\"}\n}\n"
        );
        assert_eq!(data(&once, 2), data(text, 2));
        assert_eq!(member::without(&once, MEMBER), text);
    }

    #[test]
    fn a_mark_that_was_moved_is_taken_out() {
        let moved = "{\"title\": 1, \"deploy\": 7, \"parts\": []}";
        let marked: Value = serde_json::from_str(&data(moved, 8)).unwrap();
        assert_eq!(
            marked,
            serde_json::json!({"deploy": 8, "title": 1, "parts": []})
        );
    }

    #[test]
    fn a_page_tells_its_mark() {
        let html = "<div id=\"app\"></div>";
        assert_eq!(of_page(html), None);
        let once = page(html, 5).unwrap();
        assert_eq!(of_page(&once), Some(5));
        assert_eq!(page(&once, 6).unwrap(), page(html, 6).unwrap());
    }
}
