//! A button that copies a link to what it stands beside. It needs the app
//! (`tools/links.rs` listens to it) and is hidden without. It follows the
//! heading or the summary that holds it, never inside: a control in a control
//! cannot be told apart by assistive technology.

use crate::components::element::{Element, el};
use crate::report::{Heading, Id};

/// The button, to stand right after the heading.
pub fn link(id: &Id, heading: &Heading) -> Element {
    let icon = el("svg")
        .class("tj-icon")
        .hidden()
        .attr("viewBox", "0 0 20 20")
        .child(el("path").attr(
            "d",
            "M8.5 11.5a3 3 0 0 0 4.5 0l3-3a3 3 0 0 0-4.5-4.5l-1 1\
            M11.5 8.5a3 3 0 0 0-4.5 0l-3 3a3 3 0 0 0 4.5 4.5l1-1",
        ));
    el("button")
        .class("tj-link")
        .attr("type", "button")
        .attr("title", "复制链接")
        .attr("aria-label", ["复制“", &heading.text(), "”的链接"].concat())
        .attr("data-link", id.0.clone())
        .child(icon)
}
