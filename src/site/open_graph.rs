//! What a link to the page shows elsewhere: Open Graph and the canonical address; and for
//! a page that is served at a wrong path, the way to the right one.
//!
//! Knows the places of the card, and addresses. Everything it writes it first
//! removes, so that a page tells of one report and one address.

use anyhow::Result;
use html_escape::encode_double_quoted_attribute;
use lol_html::html_content::ContentType;

use super::inject::description;
use super::rewrite::edit;
use super::tree::Files;
use crate::report::Report;

/// The picture beside a link, relative to the site; drawn only where there is
/// a font to draw it with.
pub const CARD: &str = "share/card.png";

/// An address a site will have: http or https, without query and fragment,
/// with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// Reads an address; none where it is not one of a folder on the web, or of the
    /// page in it.
    pub fn read(text: &str) -> Option<BaseUrl> {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split('/').next()?;
        let odd = |letter: char| {
            letter.is_whitespace() || letter.is_control() || "<>\"'?#\\".contains(letter)
        };
        if host.is_empty() || host.starts_with(':') || text.contains(odd) {
            return None;
        }
        // Whoever copies the page's address has its file's name at the end. A host may
        // be called so, too: what stands before it is then no folder.
        let page = rest.ends_with("/index.html");
        let folder = text.strip_suffix("index.html").filter(|_| page);
        let folder = folder.unwrap_or(text);
        let slash = if folder.ends_with('/') { "" } else { "/" };
        Some(BaseUrl([folder, slash].concat()))
    }

    /// Its scheme, host and port.
    pub fn origin(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        let rest = self.0.get(host..).unwrap_or_default();
        let end = rest.find('/').map_or(self.0.len(), |at| host + at);
        self.0.get(..end).unwrap_or_default()
    }

    /// The address, with its slash.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The element that names it as the page's one address.
    pub fn canonical(&self) -> String {
        let address = encode_double_quoted_attribute(&self.0);
        format!("<link rel=\"canonical\" href=\"{address}\">")
    }
}

/// The page, with what others show of it.
pub fn apply(files: &Files, html: &str, report: &Report, base: Option<&BaseUrl>) -> Result<String> {
    let old = "meta[property^='og:'], link[rel='canonical']";
    let (html, _) = edit(html, old, |element| {
        element.remove();
        Ok(())
    })?;
    let (html, _) = edit(&html, ".tj-bare a", |element| {
        element.remove();
        Ok(())
    })?;
    let (html, _) = edit(&html, ".tj-bare", |element| {
        if let Some(BaseUrl(base)) = base {
            let address = encode_double_quoted_attribute(base);
            let way = format!("<a href=\"{address}\">打开完整图解</a>");
            element.append(&way, ContentType::Html);
        }
        Ok(())
    })?;
    let tags = tags(report, card(files), base);
    let (html, _) = edit(&html, "meta[name='Description']", |element| {
        element.after(&tags, ContentType::Html);
        Ok(())
    })?;
    Ok(html)
}

/// The elements, after one another.
fn tags(report: &Report, card: Option<(u32, u32)>, base: Option<&BaseUrl>) -> String {
    let mut tags = String::new();
    let title = report.title.text.text();
    let mut meta = |property: &str, content: &str| {
        tags.push_str(&format!(
            "<meta property=\"og:{property}\" content=\"{}\">",
            encode_double_quoted_attribute(content)
        ));
    };
    meta("type", "article");
    meta("title", &title);
    meta("description", description(report));
    if let Some((width, height)) = card {
        let folder = base.map_or("", |base| &base.0);
        meta("image", &[folder, CARD].concat());
        meta("image:width", &width.to_string());
        meta("image:height", &height.to_string());
        meta("image:alt", &title);
    }
    if let Some(base) = base {
        meta("url", base.text());
        tags.push_str(&base.canonical());
    }
    tags
}

/// Width and height of the card in px, where there is one.
fn card(files: &Files) -> Option<(u32, u32)> {
    let bytes = files.find(CARD)?;
    // A PNG starts with its signature and its first chunk, IHDR, whose data
    // start with both lengths (PNG specification, 5.2 and 11.2.1).
    let (signature, rest) = bytes.split_at_checked(8)?;
    let number = |at: usize| Some(u32::from_be_bytes(rest.get(at..at + 4)?.try_into().ok()?));
    (signature == b"\x89PNG\r\n\x1a\n").then_some((number(8)?, number(12)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta name=\"Description\" content=\"序&amp;言\"></head>";

    fn report() -> Report {
        serde_json::from_value(serde_json::json!({
            "title": {"text": "提案|<工作>“报告”\"", "short": "报告"},
            "preface": {"text": "序&言"},
            "parts": [],
        }))
        .unwrap()
    }

    /// A site that has nothing but a card of 1200 × 630 px.
    fn files() -> Files {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend(1200u32.to_be_bytes());
        png.extend(630u32.to_be_bytes());
        Files::from_iter([(CARD, png)])
    }

    #[test]
    fn without_an_address_the_card_is_named_beside_the_page() {
        let html = apply(&files(), PAGE, &report(), None).unwrap();
        for tag in [
            "<meta property=\"og:title\" content=\"提案&lt;工作&gt;“报告”&quot;\">",
            "<meta property=\"og:description\" content=\"序&amp;言\">",
            "<meta property=\"og:image\" content=\"share/card.png\">",
            "<meta property=\"og:image:width\" content=\"1200\">",
            "<meta property=\"og:image:height\" content=\"630\">",
        ] {
            assert!(html.contains(tag), "{tag} in {html}");
        }
        assert!(
            !html.contains("canonical") && !html.contains("og:url"),
            "{html}"
        );
    }

    #[test]
    fn an_address_makes_links_absolute_and_another_takes_its_place() {
        let site = files();
        let base = |text| BaseUrl::read(text).unwrap();
        let first = base("https://example.org/old");
        let html = apply(&site, PAGE, &report(), Some(&first)).unwrap();
        let second = base("https://example.org/图解/");
        let html = apply(&site, &html, &report(), Some(&second)).unwrap();
        let fresh = apply(&site, PAGE, &report(), Some(&second)).unwrap();
        assert_eq!(html, fresh);
        for tag in [
            "<link rel=\"canonical\" href=\"https://example.org/图解/\">",
            "<meta property=\"og:url\" content=\"https://example.org/图解/\">",
            "<meta property=\"og:image\" content=\"https://example.org/图解/share/card.png\">",
        ] {
            assert!(html.contains(tag), "{tag} in {html}");
        }
    }

    #[test]
    fn no_card_no_picture() {
        let base = BaseUrl::read("http://a");
        let html = apply(&Files::default(), PAGE, &report(), base.as_ref()).unwrap();
        assert!(!html.contains("og:image"), "{html}");
    }

    #[test]
    fn an_address_is_one_of_a_folder_on_the_web() {
        for (text, folder) in [
            ("https://a.cn:80/b", "https://a.cn:80/b/"),
            // As it is copied from a browser.
            ("https://a.cn/b/index.html", "https://a.cn/b/"),
            ("https://a.cn/index.html", "https://a.cn/"),
            ("https://a.cn/index.html/", "https://a.cn/index.html/"),
            (
                "https://a.cn/the-index.html",
                "https://a.cn/the-index.html/",
            ),
            ("https://index.html", "https://index.html/"),
        ] {
            assert_eq!(BaseUrl::read(text).unwrap().0, folder, "{text}");
        }
        for text in [
            "",
            "a.cn",
            "ftp://a.cn",
            "https://",
            "https:///b",
            "https://:80/",
            "https://a.cn/?b",
            "https://a.cn/#b",
            "https://a.cn/ b",
            "https://a.cn/\"b",
        ] {
            assert_eq!(BaseUrl::read(text), None, "{text}");
        }
    }
}
