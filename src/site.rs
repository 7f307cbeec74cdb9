//! The built site: the report rendered into the page, files named by their
//! content, integrity, compression, sizes. Native only.
//!
//! Works on a folder and a report. Knows no Trunk, no developer tool and no
//! network: what compiles, bundles and minifies has run before.
//!
//! - [`data`]: reads and checks `data/report.json`, writes its schema beside it.
//! - [`inject`]: the report into `index.html`.
//! - [`names`]: JS, WASM and CSS named by their bytes.
//! - [`integrity`]: what a browser shall insist on for JS and WASM.
//! - [`manifest`], [`worker`]: what a reader's own screen and a visit without a
//!   network need.
//! - [`rules`]: how each file is to be served; [`headers`], [`nginx`] and [`caddy`]
//!   say it to hosts.
//! - [`compress`]: `.br` and `.gz` beside each compressible file.
//! - [`sizes`]: what a first visit downloads, against the bounds.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

pub mod caddy;
pub mod compress;
pub mod data;
mod folder;
pub mod headers;
mod html;
pub mod inject;
pub mod integrity;
pub mod manifest;
pub mod names;
pub mod nginx;
pub mod rules;
pub mod sizes;
pub mod worker;

/// How much is done to the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Everything a host serves.
    Release,
    /// The same page without compressed copies, for a quick turn while developing.
    Debug,
}

/// Turns the collected files in `site` into the site: everything but what
/// needs a compiler or a bundler.
pub fn finish(site: &Path, profile: Profile) -> Result<()> {
    let report = data::read(&site.join(data::PATH))?;
    data::write_schema(site)?;

    let page = site.join("index.html");
    let html = fs::read_to_string(&page)
        .with_context(|| format!("the site has no readable page {}", page.display()))?;
    let html = inject::fill(&html, &report)?;
    let html = names::apply(site, &html)?;
    let html = integrity::apply(site, &html)?;
    fs::write(&page, html).with_context(|| format!("cannot write {}", page.display()))?;
    manifest::write(site, &report)?;
    // While developing, a kept page would only be in the way.
    worker::write(site, profile == Profile::Release)?;
    nginx::write(site)?;
    caddy::write(site)?;
    headers::write(site)?;

    if profile == Profile::Release {
        compress::all(site)?;
    }
    Ok(())
}
