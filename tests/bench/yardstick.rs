//! The yardstick: the words of a report as plain HTML. Nothing is drawn, nothing runs,
//! and ten lines of style stand in the page. What ours costs more is what ours adds.
//!
//! Made of the data file alone, so it owes nothing to the page that it is compared to.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use html_escape::encode_safe;
use serde_json::Value;
use tujie::site::compress;
use tujie::site::folder;

/// What hosts have to allow for it, since its style stands in the page.
pub const POLICY: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/// The folder's name, below that of the sites.
pub const FOLDER: &str = "plain";

const STYLE: &str = "\
body { color: #1c2b2d; font: 17px/1.75 sans-serif; margin: 0 auto; max-width: 42em; padding: 1em }
h1 { font-size: 2em; line-height: 1.3 }
h2 { font-size: 1.6em; margin-top: 2em }
h3, h4 { display: inline; line-height: 1.4 }
h3 { font-size: 1.3em }
h4 { font-size: 1.1em }
p { margin: 0.5em 0 }
details { border-top: 1px solid #cdd; padding: 0.5em 0 }
summary { cursor: pointer }
ul { padding-left: 1.2em }
";

/// What the file says to programs, or says again of what stands in a text.
const UNSPOKEN: [&str; 15] = [
    "$schema", "id", "short", "seal", "nav", "at", "also", "kind", "figure", "figures", "strip",
    "headline", "strong", "keep", "quote",
];

/// Makes it of a data file, in a folder.
pub fn make(text: &str, out: &Path) -> Result<()> {
    let report: Value = serde_json::from_str(text).context("the report is no JSON")?;
    let title = words(report["title"]["text"].as_str().unwrap_or_default());
    let mut body = format!("<h1>{title}</h1>\n");
    write(&report["preface"], &mut body);
    for part in report["parts"].as_array().context("there are no parts")? {
        let heading = words(part["heading"].as_str().unwrap_or_default());
        body.push_str(&format!("<h2>{heading}</h2>\n"));
        for (_, value) in spoken(part).filter(|(key, _)| *key != "heading") {
            write(value, &mut body);
        }
    }
    body.push_str("<ul>\n");
    for figure in report["figures"].as_array().into_iter().flatten() {
        let [label, phrase] = ["label", "phrase"].map(|key| figure[key].as_str());
        let (label, phrase) = (label.unwrap_or_default(), phrase.unwrap_or_default());
        body.push_str(&format!("<li>{}：{}</li>\n", words(label), words(phrase)));
    }
    body.push_str("</ul>\n");
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <style>\n{STYLE}</style>\n{body}</html>\n"
    );
    fs::create_dir_all(out).context("cannot make a folder for the bench")?;
    fs::write(out.join("index.html"), page).context("cannot write the page")?;
    folder::change(out, compress::all)
}

/// All that a value says: what has a heading opens and closes.
fn write(value: &Value, html: &mut String) {
    match value {
        Value::String(text) => html.push_str(&format!("<p>{}</p>\n", words(text))),
        Value::Array(entries) => entries.iter().for_each(|entry| write(entry, html)),
        Value::Object(fields) => {
            let heading = fields.get("heading").and_then(Value::as_str);
            if let Some(heading) = heading {
                let (level, open) = match fields.contains_key("sections") {
                    true => ("h3", " open"),
                    false => ("h4", ""),
                };
                let heading = words(heading);
                html.push_str(&format!(
                    "<details{open}><summary><{level}>{heading}</{level}></summary>\n"
                ));
            }
            for (_, value) in spoken(value).filter(|(key, _)| *key != "heading") {
                write(value, html);
            }
            if heading.is_some() {
                html.push_str("</details>\n");
            }
        }
        _ => {}
    }
}

fn spoken(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let fields = value.as_object().into_iter().flatten();
    fields.filter(|(key, _)| !UNSPOKEN.contains(&key.as_str()))
}

/// A text without the marks of where it may break.
fn words(text: &str) -> String {
    encode_safe(&text.replace('|', "")).into_owned()
}
