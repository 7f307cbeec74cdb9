//! The report into the page: the rendered app, the title, the description.
//!
//! Knows the places in `index.html`. What stands in them is `page`'s; a page
//! that was filled before is filled again, so another report can replace it.

use anyhow::{Result, ensure};
use lol_html::html_content::ContentType;

use super::rewrite::{edit, visit};
use crate::page;
use crate::report::Report;

/// The page, showing the report, whose data file has this SHA-256.
pub fn fill(html: &str, report: &Report, data: &str) -> Result<String> {
    show(&prepare(html, report, data)?, report)
}

/// The page before it shows the report: what it says of it, and an empty place. Whatever
/// else is to be changed in a page is changed here, since a large report makes a page
/// long to go through.
pub fn prepare(html: &str, report: &Report, data: &str) -> Result<String> {
    let title = report.title.text.text();
    // Of a value that is set, only quotes are escaped.
    let description = description(report).replace('&', "&amp;");

    let (html, titles) = edit(html, "head > title", |element| {
        element.set_inner_content(&title, ContentType::Text);
        Ok(())
    })?;
    let (html, descriptions) = edit(&html, "meta[name='Description']", |element| {
        Ok(element.set_attribute("content", &description)?)
    })?;
    let (html, apps) = edit(&html, "#app", |element| {
        element.set_inner_content("", ContentType::Html);
        Ok(element.set_attribute(page::DATA, data)?)
    })?;
    // What Trunk leaves of its instructions where it injects no scripts.
    let (html, _) = edit(&html, "link[data-trunk]", |element| {
        element.remove();
        Ok(())
    })?;

    ensure!(
        titles == 1 && descriptions == 1 && apps == 1,
        "the page needs one <title>, one <meta name=\"Description\"> and one #app; \
         it has {titles}, {descriptions} and {apps}"
    );
    Ok(html)
}

/// The prepared page, showing the report.
pub fn show(html: &str, report: &Report) -> Result<String> {
    let content = page::render(report);
    let (html, _) = edit(html, "#app", |element| {
        element.set_inner_content(&content, ContentType::Html);
        Ok(())
    })?;
    Ok(html)
}

/// Whether the page has a place for a report.
pub fn has_place(html: &str) -> bool {
    let mut places = 0;
    visit(html, "#app", |_| places += 1).is_ok() && places == 1
}

/// What the report is about: its preface up to and with the first 。, or all of it.
pub fn description(report: &Report) -> &str {
    let text = &report.preface.text;
    text.split_inclusive('。').next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title></title><meta name=\"Description\" content=\"\">\
        <link data-trunk rel=\"rust\"></head><div id=\"app\"></div>";

    fn report(title: &str) -> Report {
        serde_json::from_value(serde_json::json!({
            "title": {"text": title, "short": "报告"},
            "preface": {"text": "第一句。第二句。"},
            "parts": [],
        }))
        .unwrap()
    }

    #[test]
    fn the_words_reach_their_places_escaped() {
        let mut written = report("提案|<工作>&报告");
        written.preface.text = "“第一句”&lt;\"。第二句。".to_owned();
        let html = fill(PAGE, &written, "").unwrap();
        assert!(
            html.starts_with("<head><title>提案&lt;工作&gt;&amp;报告</title>"),
            "{html}"
        );
        assert!(
            html.contains("content=\"“第一句”&amp;lt;&quot;。\""),
            "{html}"
        );
        assert!(!html.contains("data-trunk"), "{html}");
    }

    #[test]
    fn a_filled_page_takes_another_report() {
        let once = fill(PAGE, &report("甲"), "1").unwrap();
        let twice = fill(&once, &report("乙"), "2").unwrap();
        assert_eq!(twice, fill(PAGE, &report("乙"), "2").unwrap());
    }

    #[test]
    fn a_page_without_an_app_is_refused() {
        let error = fill("<title></title>", &report("甲"), "").unwrap_err();
        assert!(error.to_string().contains("one #app"), "{error}");
    }
}
