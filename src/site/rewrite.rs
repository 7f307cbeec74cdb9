//! Changing a page by its elements, never by searching its text.
//!
//! Knows `lol_html`, and nothing of the site or the report.

use anyhow::{Context, Result};
use lol_html::html_content::Element;
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str};

/// The page with `change` done to every element the selector matches; also how
/// many there were. The selector is a literal of the caller.
pub fn edit(
    html: &str,
    selector: &str,
    mut change: impl FnMut(&mut Element) -> HandlerResult,
) -> Result<(String, usize)> {
    let mut found = 0;
    let settings =
        RewriteStrSettings::new().append_element_content_handler(element!(selector, |element| {
            found += 1;
            change(element)
        }));
    let html = rewrite_str(html, settings)
        .with_context(|| format!("the page cannot be changed at `{selector}`"))?;
    Ok((html, found))
}

/// Calls `look` with every element the selector matches.
pub fn visit(html: &str, selector: &str, mut look: impl FnMut(&Element)) -> Result<()> {
    edit(html, selector, |element| {
        look(element);
        Ok(())
    })?;
    Ok(())
}
