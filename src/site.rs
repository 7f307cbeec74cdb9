//! The built site: the report rendered into the page, files named by their
//! content, integrity, compression, sizes. Native only.
//!
//! Works on a folder and a report. Knows no Trunk, no developer tool and no
//! network: what compiles, bundles and minifies has run before.
//!
//! - [`data`]: reads and checks `data/report.json`, writes its schema beside it.
//! - [`inject`]: the report into `index.html`.
//! - [`version`]: which tujie the page was made by.
//! - [`poster`]: the long picture and the card, drawn where there is a typeface.
//! - [`preview`]: what a link to the page shows elsewhere.
//! - [`oembed`]: what a pasted link to the page becomes.
//! - [`names`]: JS, WASM and CSS named by their bytes.
//! - [`integrity`]: what a browser shall insist on for JS and WASM.
//! - [`guide`]: the pages for those who embed the report.
//! - [`manifest`], [`worker`]: what a reader's own screen and a visit without a
//!   network need.
//! - [`rules`]: how each file is to be served; [`headers`], [`nginx`] and [`caddy`]
//!   say it to hosts.
//! - [`compress`]: `.br` and `.gz` beside each compressible file.
//! - [`tokens`]: the style's colours and sizes, those that never change set in.
//! - [`sizes`]: what a first visit downloads, against the bounds.
//! - [`publish`]: another report in a copy of a finished site; [`failure`]:
//!   why not.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

pub mod caddy;
pub mod compress;
pub mod data;
pub mod failure;
mod folder;
pub mod guide;
pub mod headers;
mod html;
pub mod inject;
pub mod integrity;
pub mod manifest;
pub mod names;
pub mod nginx;
pub mod oembed;
pub mod poster;
pub mod preview;
pub mod publish;
pub mod rules;
pub mod sizes;
pub mod tokens;
pub mod version;
pub mod worker;

/// How much is done to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Everything a host serves.
    Release,
    /// The same page without compressed copies, for a quick turn while developing.
    Debug,
}

/// What whoever makes the site wishes of it.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// How much is done.
    pub profile: Profile,
    /// The address the site will have, where it is known.
    pub base_url: Option<preview::BaseUrl>,
    /// Whether the site may be kept for reading offline.
    pub offline: bool,
}

impl Wishes {
    /// What a build wishes, which knows no address.
    pub fn of_build(profile: Profile) -> Wishes {
        Wishes {
            profile,
            base_url: None,
            // While developing, a kept page would only be in the way.
            offline: profile == Profile::Release,
        }
    }
}

/// Turns the collected files in `site` into the site: everything but what
/// needs a compiler or a bundler.
///
/// A finished site may be finished again, with another report or other wishes:
/// each step gives what it would have given the first time.
pub fn finish(site: &Path, wishes: &Wishes) -> Result<()> {
    let (report, hash) = data::read(&site.join(data::PATH))?;
    data::write_schema(site)?;

    let page = site.join("index.html");
    let html = fs::read_to_string(&page)
        .with_context(|| format!("the site has no readable page {}", page.display()))?;
    let html = inject::fill(&html, &report, &hash)?;
    let html = version::apply(&html)?;
    if !poster::write(site, &report, wishes.base_url.as_ref())? {
        eprintln!(
            "没有中文字体，不生成分享用的长图和卡片；装上思源宋体（Noto Serif CJK SC）等字体再做一次即可。"
        );
    }
    let html = preview::apply(site, &html, &report, wishes.base_url.as_ref())?;
    let html = oembed::apply(site, &html, &report, wishes.base_url.as_ref())?;
    let html = names::apply(site, &html)?;
    let html = integrity::apply(site, &html)?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    guide::apply(site)?;
    manifest::write(site, &report)?;
    worker::write(site, wishes.offline)?;
    nginx::write(site)?;
    caddy::write(site)?;
    headers::write(site)?;

    if wishes.profile == Profile::Release {
        compress::all(site)?;
    }
    Ok(())
}
