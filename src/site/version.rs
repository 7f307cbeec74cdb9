//! Which tujie made the page: a report can only be put into a site whose app
//! understands it.
//!
//! It stands where pages have always told it, in `<meta name="generator">`.

use anyhow::{Result, ensure};

use super::rewrite::{edit, visit};

/// The version of this code, and of the sites it makes.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

const PLACE: &str = "meta[name='generator']";

/// The page, naming this version.
pub fn apply(html: &str) -> Result<String> {
    let (html, places) = edit(html, PLACE, |element| {
        Ok(element.set_attribute("content", &format!("tujie {VERSION}"))?)
    })?;
    ensure!(
        places == 1,
        "the page needs one <meta name=\"generator\">; it has {places}"
    );
    Ok(html)
}

/// The version that made the page; none where it is no page of tujie.
pub fn of(html: &str) -> Option<String> {
    let mut version = None;
    visit(html, PLACE, |element| {
        let content = element.get_attribute("content").unwrap_or_default();
        version = content.strip_prefix("tujie ").map(str::to_owned);
    })
    .ok()?;
    version
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_what_made_it() {
        let page = "<meta name=\"generator\" content=\"tujie\">";
        assert_eq!(of(page), None, "nothing has made it yet");
        let made = apply(page).unwrap();
        assert_eq!(of(&made).as_deref(), Some(VERSION));
        assert_eq!(apply(&made).unwrap(), made);
        assert_eq!(of("<meta name=\"generator\" content=\"Hugo 1.0\">"), None);
        assert!(apply("<title></title>").is_err());
    }
}
