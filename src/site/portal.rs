//! What portals and search engines read of the page: the tags of 政府网站网页标签规范
//! (国办发〔2017〕47号, annex), and the same as schema.org's JSON-LD.
//!
//! Knows the imprint and addresses. What is not known has no tag. Everything it
//! writes it first removes, so that a page tells of one report.

use anyhow::{Context, Result};
use html_escape::encode_double_quoted_attribute;
use lol_html::html_content::ContentType;
use serde_json::{Map, Value, json};

use super::date;
use super::inject::description;
use super::open_graph::{BaseUrl, CARD};
use super::rewrite::edit;
use super::tree::Files;
use crate::report::Report;
use crate::report::imprint::{Imprint, host};

/// The tags that are written here. `Description` is the page's own, which every page
/// has, and whose name is the same in small letters.
const NAMES: [&str; 12] = [
    "SiteName",
    "SiteDomain",
    "SiteIDCode",
    "ColumnName",
    "ColumnType",
    "ArticleTitle",
    "PubDate",
    "ContentSource",
    "Keywords",
    "Author",
    "Image",
    "Url",
];

/// Where JSON-LD stands: a block of data, which no policy for scripts forbids.
const DATA: &str = "script[type='application/ld+json']";

/// The page, with its tags and its data.
pub fn apply(files: &Files, html: &str, report: &Report, base: Option<&BaseUrl>) -> Result<String> {
    let html = clear(html)?;
    let image = files.find(CARD).is_some();
    let mut written: String = tags(report, base, image)
        .into_iter()
        .map(|(name, content)| meta(name, &content))
        .collect();
    written.push_str(&linked_data(report, base, image)?);
    let (html, _) = edit(&html, "meta[name='Description']", |element| {
        element.after(&written, ContentType::Html);
        Ok(())
    })?;
    Ok(html)
}

/// The page without what an earlier report has written here.
pub fn clear(html: &str) -> Result<String> {
    let names = NAMES.map(|name| format!("meta[name='{name}']")).join(", ");
    let (html, _) = edit(html, &format!("{names}, {DATA}"), |element| {
        element.remove();
        Ok(())
    })?;
    Ok(html)
}

/// What is told of the site alone, for a page that shows no one report.
pub fn site_tags(imprint: &Imprint, base: Option<&BaseUrl>) -> Vec<(&'static str, String)> {
    let home = imprint.home.as_ref();
    let link = home.and_then(|home| home.link.as_deref());
    let domain = link
        .and_then(host)
        .or_else(|| base.and_then(|base| host(base.text())));
    let code = imprint.code.as_ref();
    let column = imprint.column.as_ref();
    let known = [
        ("SiteName", home.map(|home| home.text.as_str())),
        ("SiteDomain", domain),
        ("SiteIDCode", code.map(|code| code.text.as_str())),
        ("ColumnName", column.map(|column| column.name.as_str())),
        (
            "ColumnType",
            column.and_then(|column| column.kind.as_deref()),
        ),
    ];
    let known = known.into_iter();
    known
        .filter_map(|(name, content)| Some((name, content?.to_owned())))
        .collect()
}

/// One tag.
pub fn meta(name: &str, content: &str) -> String {
    let content = encode_double_quoted_attribute(content);
    format!("<meta name=\"{name}\" content=\"{content}\">")
}

/// Every tag that is known, by its name.
fn tags(report: &Report, base: Option<&BaseUrl>, image: bool) -> Vec<(&'static str, String)> {
    let imprint = &report.imprint;
    let published = date::of(report);
    let author = imprint.author.as_ref().or(imprint.editor.as_ref());
    let keywords = (!imprint.keywords.is_empty()).then(|| imprint.keywords.join(","));
    let known = [
        ("ArticleTitle", Some(report.title.text.text())),
        ("PubDate", published.map(|day| day.text(" "))),
        ("ContentSource", imprint.source.clone()),
        ("Keywords", keywords),
        ("Author", author.cloned()),
        ("Image", image.then(|| absolute(base, CARD))),
        ("Url", base.map(|base| base.text().to_owned())),
    ];
    let known = known.into_iter();
    let mut tags = site_tags(imprint, base);
    tags.extend(known.filter_map(|(name, content)| Some((name, content?))));
    tags
}

/// The same as a `Report` of schema.org.
fn linked_data(report: &Report, base: Option<&BaseUrl>, image: bool) -> Result<String> {
    let imprint = &report.imprint;
    let title = report.title.text.text();
    let mut data = Map::new();
    let mut tell = |name: &str, value: Value| {
        data.insert(name.to_owned(), value);
    };
    tell("@context", json!("https://schema.org"));
    tell("@type", json!("Report"));
    tell("headline", json!(title));
    tell("description", json!(description(report)));
    tell("inLanguage", json!("zh-CN"));
    if let Some(day) = date::of(report) {
        tell("datePublished", json!(day.text("T")));
    }
    if let Some(publisher) = &imprint.publisher {
        let publisher = json!({"@type": "Organization", "name": publisher});
        tell("publisher", publisher);
    }
    if let Some(author) = &imprint.author {
        // Whether that is a person or a body, the imprint does not say.
        tell("author", json!(author));
    }
    if let Some(editor) = &imprint.editor {
        tell("editor", json!({"@type": "Person", "name": editor}));
    }
    if let Some(column) = &imprint.column {
        tell("articleSection", json!(column.name));
    }
    if !imprint.keywords.is_empty() {
        tell("keywords", json!(imprint.keywords));
    }
    if let Some(home) = &imprint.home {
        let mut site = json!({"@type": "WebSite", "name": home.text});
        if let Some(link) = home.link.as_deref().filter(|link| host(link).is_some()) {
            site["url"] = json!(link);
        }
        tell("isPartOf", site);
    }
    if let Some(base) = base {
        tell("url", json!(base.text()));
        tell("mainEntityOfPage", json!(base.text()));
    }
    if image {
        tell("image", json!(absolute(base, CARD)));
    }
    let text = serde_json::to_string(&data).context("the page's data is no JSON")?;
    // In a script element only this letter could end it, or open another.
    let text = text.replace('<', "\\u003c");
    Ok(format!(
        "<script type=\"application/ld+json\">{text}</script>"
    ))
}

/// A file of the site, by the address it will have where that is known.
fn absolute(base: Option<&BaseUrl>, path: &str) -> String {
    [base.map_or("", BaseUrl::text), path].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta name=\"Description\" content=\"序\"></head>";

    fn report(imprint: Value) -> Report {
        serde_json::from_value(json!({
            "title": {"text": "提案|</script><报告>\"", "short": "报告"},
            "preface": {"text": "序</script><!--言。"},
            "parts": [],
            "imprint": imprint,
        }))
        .unwrap()
    }

    #[track_caller]
    fn written(imprint: Value, base: Option<&str>) -> String {
        let base = base.and_then(BaseUrl::read);
        let report = report(imprint);
        let html = apply(&Files::default(), PAGE, &report, base.as_ref()).unwrap();
        let again = apply(&Files::default(), &html, &report, base.as_ref()).unwrap();
        assert_eq!(again, html, "written twice");
        html
    }

    /// The data block, read back.
    fn data(html: &str) -> Value {
        let (_, rest) = html.split_once("ld+json\">").unwrap();
        serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
    }

    #[test]
    fn an_imprint_of_nothing_has_the_title_alone() {
        let html = written(json!({}), None);
        assert_eq!(html.matches("<meta").count(), 2, "{html}");
        let title =
            "<meta name=\"ArticleTitle\" content=\"提案&lt;/script&gt;&lt;报告&gt;&quot;\">";
        assert!(html.contains(title), "{html}");
        let data = data(&html);
        let names: Vec<_> = data.as_object().unwrap().keys().collect();
        let expected = ["@context", "@type", "headline", "description", "inLanguage"];
        assert_eq!(names, expected);
        assert_eq!(data["description"], "序</script><!--言。");
    }

    #[test]
    fn all_that_is_known_is_told() {
        let imprint = json!({
            "source": "某报",
            "published": "2026年1月15日 9:30",
            "publisher": "某市政协",
            "editor": "张三",
            "code": {"text": "1234567890"},
            "home": {"text": "某市政协网", "link": "https://zx.example.gov.cn/index.html"},
            "column": {"name": "专题", "kind": "工作报告"},
            "keywords": ["提案", "协商"],
        });
        let html = written(imprint, Some("https://a.cn/b"));
        for (name, content) in [
            ("SiteName", "某市政协网"),
            ("SiteDomain", "zx.example.gov.cn"),
            ("SiteIDCode", "1234567890"),
            ("ColumnName", "专题"),
            ("ColumnType", "工作报告"),
            ("PubDate", "2026-01-15 09:30"),
            ("ContentSource", "某报"),
            ("Keywords", "提案,协商"),
            ("Author", "张三"),
            ("Url", "https://a.cn/b/"),
        ] {
            assert!(html.contains(&meta(name, content)), "{name} in {html}");
        }
        let data = data(&html);
        assert_eq!(data["datePublished"], "2026-01-15T09:30");
        assert_eq!(data["publisher"]["name"], "某市政协");
        assert_eq!(
            data["isPartOf"]["url"],
            "https://zx.example.gov.cn/index.html"
        );
        assert_eq!(data["url"], "https://a.cn/b/");
        // Another report with less in its imprint leaves nothing of this one.
        let base = None;
        let bare = apply(&Files::default(), &html, &report(json!({})), base).unwrap();
        assert_eq!(bare, written(json!({}), None));
    }

    #[test]
    fn a_site_without_a_home_is_known_by_its_address() {
        let html = written(json!({}), Some("https://a.cn:8080/b/"));
        assert!(html.contains(&meta("SiteDomain", "a.cn:8080")), "{html}");
        let html = written(json!({"home": {"text": "主站", "link": "../"}}), None);
        assert!(!html.contains("SiteDomain"), "{html}");
        assert!(data(&html)["isPartOf"].get("url").is_none());
    }
}
