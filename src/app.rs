//! The page, composed.

use crate::report::Report;

/// The page's content as HTML.
pub fn render(report: &Report) -> String {
    format!("<main><h1>{}</h1></main>", report.title.text.text())
}
