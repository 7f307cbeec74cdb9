//! oEmbed 1.0: what editors that know it make of a pasted link to the page.
//!
//! A static host answers every question with the same document. A frame in
//! somebody else's page needs the site's address; where none is known the
//! document describes a plain link, which needs none.

use anyhow::Result;
use html_escape::encode_double_quoted_attribute;
use lol_html::html_content::ContentType;
use serde_json::json;

use super::open_graph::BaseUrl;
use super::rewrite::edit;
use super::tree::Files;
use crate::report::Report;

/// Where the document stands, relative to the site.
pub const PATH: &str = "oembed.json";

/// What editors are told to make room for, in px; the frame scrolls by itself.
const SIZE: (u32, u32) = (800, 640);

/// Puts the document into the site and returns the page with the link by which it is
/// found.
pub fn apply(
    files: &mut Files,
    html: &str,
    report: &Report,
    base: Option<&BaseUrl>,
) -> Result<String> {
    let title = report.title.text.text();
    let mut document = json!({"version": "1.0", "type": "link", "title": title});
    if let Some(publisher) = &report.imprint.publisher {
        document["provider_name"] = json!(publisher);
    }
    if let Some(base) = base.map(BaseUrl::text) {
        let (width, height) = SIZE;
        document["type"] = json!("rich");
        document["provider_url"] = json!(base);
        document["width"] = json!(width);
        document["height"] = json!(height);
        document["html"] = json!(frame(base, &title));
    }
    files.put(PATH, format!("{document:#}\n"));

    let kind = "application/json+oembed";
    let (html, _) = edit(html, &format!("link[type='{kind}']"), |link| {
        link.remove();
        Ok(())
    })?;
    // Editors fetch the address as it is written, without the page's before it.
    let address = [base.map_or("", BaseUrl::text), PATH].concat();
    let address = encode_double_quoted_attribute(&address);
    let link = format!("<link rel=\"alternate\" type=\"{kind}\" href=\"{address}\">");
    let (html, _) = edit(&html, "head > title", |element| {
        element.after(&link, ContentType::Html);
        Ok(())
    })?;
    Ok(html)
}

/// The page in a frame that can do its host no harm.
fn frame(base: &str, title: &str) -> String {
    let (width, height) = SIZE;
    format!(
        "<iframe src=\"{}index.html\" title=\"{}\" width=\"{width}\" height=\"{height}\" \
         frameborder=\"0\" \
         sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>",
        encode_double_quoted_attribute(base),
        encode_double_quoted_attribute(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    const PAGE: &str = "<head><title></title></head>";

    /// The page and the document of a report of that title.
    fn write(title: &str, html: &str, base: Option<&str>) -> (String, Value) {
        let report = json!({
            "title": {"text": title, "short": "报告"},
            "preface": {"text": "一。"},
            "parts": [],
        });
        let report = serde_json::from_value(report).unwrap();
        let base = base.and_then(BaseUrl::read);
        let mut files = Files::default();
        let html = apply(&mut files, html, &report, base.as_ref()).unwrap();
        let document = serde_json::from_slice(files.get(PATH).unwrap()).unwrap();
        (html, document)
    }

    #[test]
    fn without_an_address_the_page_is_a_link() {
        let (html, document) = write("工作|报告", PAGE, None);
        let expected = json!({"version": "1.0", "type": "link", "title": "工作报告"});
        assert_eq!(document, expected);
        let link = "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"oembed.json\">";
        assert!(html.contains(link), "{html}");
        let (again, _) = write("工作|报告", &html, None);
        assert_eq!(again, html);
    }

    #[test]
    fn with_an_address_the_page_is_a_frame() {
        let (html, document) = write("\"报告\"<b>&", PAGE, Some("https://example.cn/a&b/"));
        let link = "href=\"https://example.cn/a&amp;b/oembed.json\">";
        assert!(html.contains(link), "{html}");
        assert_eq!(document["type"], "rich");
        assert_eq!([&document["width"], &document["height"]], [800, 640]);
        assert_eq!(
            document["html"],
            "<iframe src=\"https://example.cn/a&amp;b/index.html\" \
             title=\"&quot;报告&quot;&lt;b&gt;&amp;\" width=\"800\" height=\"640\" \
             frameborder=\"0\" sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"></iframe>"
        );
    }
}
