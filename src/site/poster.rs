//! What is sent on: the report as one long picture, and the card beside a link.
//!
//! Both are drawn of the same components and the same layout as the page, with
//! the computer's own Chinese typefaces. Without one there are no pictures,
//! and the page does not offer them.
//!
//! - `sheet`: words, rules and drawings on a ground, in px.
//! - `long`: 长图, the whole report. `chapters`, `blocks`, `foot`: what it
//!   shows under each other.
//! - `thumbnail`: what a link shows elsewhere.
//! - `title`, `column`: what both pictures, and all parts of the long one, have in
//!   common.
//! - `style`: the page's own colours and classes, as the renderer takes them.
//! - `fonts`, `pixels`: the typefaces, and PNG.

use anyhow::Result;

#[cfg(not(target_arch = "wasm32"))]
use self::fonts::Fonts;

use super::open_graph::{BaseUrl, CARD};
use super::segment;
use super::tree::Files;
use crate::report::Report;

mod blocks;
mod chapters;
mod charts;
mod column;
#[cfg(not(target_arch = "wasm32"))]
mod fonts;
mod foot;
mod long;
#[cfg(not(target_arch = "wasm32"))]
mod pixels;
mod sheet;
mod style;
mod thumbnail;
mod title;

/// The long picture, relative to the site.
pub const LONG: &str = "share/poster.png";

/// Both pictures of a report, as PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pictures {
    /// 长图, the whole report.
    pub long: Vec<u8>,
    /// The card beside a link.
    pub card: Vec<u8>,
}

/// What stands in this folder of a site is drawn of its report.
pub const FOLDER: &str = "share/";

/// Both pictures as SVG: long, and card.
pub fn drawings(report: &Report, base: Option<&BaseUrl>) -> Result<[String; 2]> {
    let report = &segment::found(report)?;
    Ok([
        long::sheet(report, base).svg()?,
        thumbnail::sheet(report, base).svg()?,
    ])
}

/// Draws both pictures, where this computer has a typeface for them. `base` is the
/// address that they lead to.
#[cfg(not(target_arch = "wasm32"))]
pub fn draw(report: &Report, base: Option<&BaseUrl>) -> Result<Option<Pictures>> {
    let Some(fonts) = Fonts::of_system() else {
        return Ok(None);
    };
    let report = &segment::found(report)?;
    Ok(Some(Pictures {
        long: pixels::png(long::sheet(report, base), &fonts)?,
        card: pixels::png(thumbnail::sheet(report, base), &fonts)?,
    }))
}

/// Puts the pictures into the site, or takes away those of an earlier report, which
/// would be worse than none.
pub fn put(files: &mut Files, pictures: Option<&Pictures>) {
    match pictures {
        Some(Pictures { long, card }) => {
            files.put(LONG, long.as_slice());
            files.put(CARD, card.as_slice());
        }
        None => {
            files.remove(LONG);
            files.remove(CARD);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_none_is_drawn_no_picture_stays() {
        let earlier = [(LONG, "an earlier picture"), (CARD, "an earlier picture")];
        let mut files = Files::from_iter(earlier);
        put(&mut files, None);
        assert_eq!(files, Files::default());
    }
}
