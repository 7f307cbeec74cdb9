//! Many reports in one site: the programs once, each report in a folder of its own,
//! and over them a plain list.

use anyhow::{Context, Result};
use leptos::prelude::*;
use lol_html::html_content::ContentType;

use super::open_graph::BaseUrl;
use super::poster::Pictures;
use super::rewrite::edit;
use super::tree::Files;
use super::{PAGE, SiteOptions, guide, own, portal, programs, serving, take_out, worker};
use crate::page;
use crate::page::listing::Listing;
use crate::report::Report;

/// The way from a report's folder to the programs.
const UP: &str = "../";

/// One of the reports.
#[derive(Debug)]
pub struct Volume {
    /// The name of its folder.
    pub folder: String,
    /// The report.
    pub report: Report,
    /// Its data file.
    pub data: Vec<u8>,
    /// Its pictures, where they could be drawn.
    pub pictures: Option<Pictures>,
}

/// Turns the files of a finished site of one report into a site of many, called by
/// `title`. What the options say of pictures is each volume's own.
pub fn complete(
    files: &mut Files,
    volumes: &[Volume],
    title: &str,
    options: &SiteOptions,
) -> Result<()> {
    let shell = programs(files)?;
    take_out(files);
    for volume in volumes {
        let options = SiteOptions {
            base_url: base(options, &volume.folder),
            pictures: volume.pictures.clone(),
            ..options.clone()
        };
        let own = own(files, &shell, &volume.data, &volume.report, &options, UP)?;
        files.put_all(&[&volume.folder, "/"].concat(), own);
    }
    worker::release(files)?;
    files.put(PAGE, list(&shell, volumes, title, options)?);
    if let Some(first) = volumes.first() {
        example(files, &first.folder)?;
    }
    serving(files, options)
}

/// The address that a report will have: what its pictures lead to, too.
pub fn base(options: &SiteOptions, folder: &str) -> Option<BaseUrl> {
    let base = options.base_url.as_ref()?;
    BaseUrl::read(&[base.text(), folder].concat())
}

/// The list: the page's own head and style, and no scripts.
fn list(shell: &str, volumes: &[Volume], title: &str, options: &SiteOptions) -> Result<String> {
    let listed = volumes
        .iter()
        .map(|volume| ([&volume.folder, "/", PAGE].concat(), &volume.report))
        .collect();
    let content = page::html(view! { <Listing title reports=listed/> });
    let gone = "script, link[rel='manifest'], #notice, link[type='application/json+oembed'], \
        meta[property], link[rel='canonical']";
    let (html, _) = edit(&portal::clear(shell)?, gone, |element| {
        element.remove();
        Ok(())
    })?;
    let (html, _) = edit(&html, "html", |element| {
        element.remove_attribute("data-tujie");
        Ok(())
    })?;
    let (html, _) = edit(&html, "head > title", |element| {
        element.set_inner_content(title, ContentType::Text);
        Ok(())
    })?;
    let (html, _) = edit(&html, "#app", |element| {
        element.set_inner_content(&content, ContentType::Html);
        element.remove_attribute("id");
        element.remove_attribute(page::DATA);
        Ok(())
    })?;
    let base = options.base_url.as_ref();
    let written = tags(volumes, base);
    let description = volumes.iter().map(|volume| volume.report.title.text.text());
    let description = description
        .collect::<Vec<_>>()
        .join("、")
        .replace('&', "&amp;");
    let (html, _) = edit(&html, "meta[name='Description']", |element| {
        element.set_attribute("content", &description)?;
        element.after(&written, ContentType::Html);
        Ok(())
    })?;
    Ok(html)
}

/// The list's tags: of the site, as far as all reports say the same of it.
fn tags(volumes: &[Volume], base: Option<&BaseUrl>) -> String {
    let mut all = volumes
        .iter()
        .map(|volume| portal::site_tags(&volume.report.imprint, base));
    let mut common = all.next().unwrap_or_default();
    for other in all {
        common.retain(|tag| other.contains(tag));
    }
    let mut tags: String = common
        .iter()
        .map(|(name, content)| portal::meta(name, content))
        .collect();
    if let Some(base) = base {
        tags.push_str(&base.canonical());
    }
    tags
}

/// Lets the example for webmasters show the first report, where it would show the one.
fn example(files: &mut Files, folder: &str) -> Result<()> {
    let path = [guide::FOLDER, "/article.html"].concat();
    if files.find(&path).is_none() {
        return Ok(());
    }
    let mut html = files.text(&path)?.to_owned();
    let there = [UP, folder, "/"].concat();
    for attribute in ["src", "href"] {
        let selector = format!("[{attribute}^='{UP}{PAGE}']");
        (html, _) = edit(&html, &selector, |element| {
            let name = element.get_attribute(attribute).unwrap_or_default();
            let name = name.strip_prefix(UP).unwrap_or(&name);
            Ok(element.set_attribute(attribute, &[&there, name].concat())?)
        })
        .context("the example cannot show the first report")?;
    }
    files.put(path, html);
    Ok(())
}
