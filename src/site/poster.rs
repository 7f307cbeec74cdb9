//! What is sent on: the report as one long picture, and the card beside a link.
//!
//! Both are drawn of the same components and the same layout as the page, with
//! the computer's own Chinese typefaces. Without one there are no pictures,
//! and the page does not offer them.
//!
//! - `sheet`: words, rules and drawings on a ground, in px.
//! - `long`: 长图, the whole report. `chapters`, `outlook`, `foot`: what it
//!   shows under each other.
//! - `card`: what a link shows elsewhere.
//! - `title`, `column`: what both pictures, and all parts of the long one, have in
//!   common.
//! - `style`: the page's own colours and classes, as the renderer takes them.
//! - `fonts`, `pixels`: the typefaces, and PNG.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use self::fonts::Fonts;
use super::folder;
use super::preview::{BaseUrl, CARD};
use crate::report::Report;

mod card;
mod chapters;
mod column;
mod fonts;
mod foot;
mod long;
mod outlook;
mod pixels;
mod sheet;
mod style;
mod title;

/// The long picture, relative to the site.
pub const LONG: &str = "share/poster.png";

/// Draws both pictures, or takes away those of an earlier report where no
/// typeface is found. `base` is the address that the long picture leads to.
/// Whether they are drawn.
pub fn write(site: &Path, report: &Report, base: Option<&BaseUrl>) -> Result<bool> {
    draw(site, report, base, Fonts::of_system())
}

fn draw(
    site: &Path,
    report: &Report,
    base: Option<&BaseUrl>,
    fonts: Option<Fonts>,
) -> Result<bool> {
    let Some(fonts) = fonts else {
        for name in [LONG, CARD] {
            let path = site.join(name);
            if path.exists() {
                fs::remove_file(&path)
                    .with_context(|| format!("cannot remove {}", path.display()))?;
            }
        }
        return Ok(false);
    };
    let long = pixels::png(long::sheet(report, base), &fonts)?;
    folder::write(&site.join(LONG), long)?;
    let card = pixels::png(card::sheet(report), &fonts)?;
    folder::write(&site.join(CARD), card)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A computer without a Chinese typeface: the pictures of another report
    /// would be worse than none.
    #[test]
    fn without_a_typeface_no_picture_stays() {
        let site = std::env::temp_dir().join(format!("tujie-poster-{}", std::process::id()));
        for name in [LONG, CARD] {
            folder::write(&site.join(name), "an earlier picture").unwrap();
        }
        let report: Report = serde_json::from_value(serde_json::json!({
            "title": {"text": "报告", "short": "报告"},
            "preface": {"text": "序"},
            "parts": [],
        }))
        .unwrap();
        assert!(!draw(&site, &report, None, None).unwrap());
        assert!(!site.join(LONG).exists() && !site.join(CARD).exists());
        assert!(!draw(&site, &report, None, None).unwrap());
        fs::remove_dir_all(&site).unwrap();
    }
}
