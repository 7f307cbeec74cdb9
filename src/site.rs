//! From a report to the files of a site: the report rendered into the page, files
//! named by their content, integrity, compressed copies. Native only.
//!
//! The core takes files and gives files, [`Files`], and knows neither folder nor
//! clock: the same files, report and options give the same bytes, wherever they
//! are put afterwards. Only [`folder`] and [`publish`] read and write folders. What
//! compiles, bundles and minifies has run before.
//!
//! - [`tree`]: a site in memory; [`references`]: where pages name their files.
//! - [`data`]: reads and checks `data/report.json`, writes its schema beside it.
//! - [`segment`]: where lines may break; [`member`]: what is added to the data.
//! - [`inject`]: the report into `index.html`; [`deploy`]: when the site was made.
//! - [`version`]: which tujie the page was made by.
//! - [`poster`]: the long picture and the card, drawn where there is a typeface.
//! - [`open_graph`]: what a link to the page shows elsewhere.
//! - [`portal`]: what portals and search engines read; [`date`]: days in it.
//! - [`oembed`]: what a pasted link to the page becomes.
//! - [`names`]: JS, WASM and CSS named by their bytes.
//! - [`integrity`]: what a browser shall insist on for JS and WASM.
//! - [`guide`]: the pages for those who embed the report.
//! - [`manifest`], [`worker`]: what a reader's own screen and a visit without a
//!   network need.
//! - [`rules`]: how each file is to be served; [`headers`], [`nginx`] and [`caddy`]
//!   say it to hosts.
//! - [`compress`]: `.br` and `.gz` beside each compressible file.
//! - [`collection`]: many reports in one site, and the list of them.
//! - [`tokens`]: the style's colours and sizes, those that never change set in.
//! - [`sizes`]: what a first visit downloads, against the bounds.
//! - [`folder`]: a site in a folder; [`publish`]: another report in a copy of a
//!   finished site; [`failure`]: why not.

use anyhow::{Context, Result};

use crate::report::Report;
use crate::report::hash::sha256;

pub mod caddy;
pub mod collection;
pub mod compress;
pub mod data;
pub mod date;
pub mod deploy;
#[cfg(not(target_arch = "wasm32"))]
pub mod failure;
#[cfg(not(target_arch = "wasm32"))]
pub mod folder;
pub mod guide;
pub mod headers;
pub mod inject;
pub mod integrity;
pub mod manifest;
pub mod member;
pub mod names;
pub mod nginx;
pub mod oembed;
pub mod open_graph;
pub mod portal;
pub mod poster;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod references;
mod rewrite;
pub mod rules;
pub mod segment;
pub mod sizes;
pub mod tokens;
pub mod tree;
pub mod version;
pub mod worker;

#[cfg(not(target_arch = "wasm32"))]
pub use folder::{finish, measure};
pub use tree::Files;

/// The page, relative to the site.
pub const PAGE: &str = "index.html";

/// How much a build does to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Everything a host serves.
    Release,
    /// The same page without compressed copies, for a quick turn while developing.
    Debug,
}

/// What whoever makes the site has chosen.
#[derive(Clone, Debug)]
pub struct SiteOptions {
    /// The address the site will have, where it is known.
    pub base_url: Option<open_graph::BaseUrl>,
    /// When the site is made, in seconds since 1970.
    pub mark: u64,
    /// Whether the site may be kept for reading offline.
    pub offline: bool,
    /// Whether compressed copies stand beside the files.
    pub compressed: bool,
    /// The pictures of the report, where they could be drawn.
    pub pictures: Option<poster::Pictures>,
}

/// Turns the collected files into the site of a report, whose data stand among
/// them: everything but what needs a compiler or a bundler.
///
/// A finished site may be completed again, with another report or other options:
/// each step gives what it would have given the first time.
pub fn complete(files: &mut Files, report: &Report, options: &SiteOptions) -> Result<()> {
    let shell = programs(files)?;
    let data = files.get(data::PATH)?;
    let own = own(files, &shell, data, report, options, "")?;
    take_out(files);
    files.put_all("", own);
    serving(files, options)
}

/// Names and seals the programs, which are the same for every report, and gives the
/// page that names them.
fn programs(files: &mut Files) -> Result<String> {
    let html = version::apply(files.text(PAGE)?)?;
    let html = names::apply(files, "", &html)?;
    let html = integrity::apply(files, "", &html)?;
    guide::apply(files)?;
    Ok(html)
}

/// The files that are a report's own, as they stand in its folder, from which `up`
/// leads to the programs that `shell` names.
fn own(
    programs: &Files,
    shell: &str,
    data: &[u8],
    report: &Report,
    options: &SiteOptions,
    up: &str,
) -> Result<Files> {
    let base = options.base_url.as_ref();
    let data = std::str::from_utf8(data).context("the data are not UTF-8")?;
    let report = &segment::found(report)?;
    let data = member::without(data, deploy::MEMBER);
    let data = deploy::data(&segment::data(&data, report)?, options.mark);
    let data = data.as_bytes();
    let mut own = Files::from_iter([(data::PATH, data)]);
    own.put(data::SCHEMA_PATH, data::schema_text());
    poster::put(&mut own, options.pictures.as_ref());

    let html = inject::prepare(shell, report, &sha256(data))?;
    let html = deploy::page(&html, options.mark)?;
    let html = portal::apply(&own, &html, report, base)?;
    let html = open_graph::apply(&own, &html, report, base)?;
    let html = oembed::apply(&mut own, &html, report, base)?;
    let html = references::from_folder(&html, up)?;
    manifest::put(&mut own, report, up)?;
    let html = worker::register(&html, options.offline)?;
    own.put(PAGE, inject::show(&html, report)?);
    let kept = options.offline.then_some(html.as_str());
    worker::put(&mut own, programs, up, kept)?;
    Ok(own)
}

/// Takes out what is of an earlier report: of another one it is worse than none.
fn take_out(files: &mut Files) {
    for path in [
        data::PATH,
        data::SCHEMA_PATH,
        poster::LONG,
        open_graph::CARD,
    ] {
        files.remove(path);
    }
    for path in [PAGE, manifest::PATH, oembed::PATH] {
        files.remove(path);
    }
}

/// What hosts need: how each file is to be served, and the compressed copies.
fn serving(files: &mut Files, options: &SiteOptions) -> Result<()> {
    nginx::put(files);
    caddy::put(files);
    headers::put(files, options.base_url.as_ref());
    if options.compressed {
        compress::all(files)?;
    }
    Ok(())
}
