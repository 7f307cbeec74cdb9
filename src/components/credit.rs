//! Below a part of the report that is shown alone: whose it is, and the way to
//! the whole.

use crate::components::element::{Element, el};
use crate::report::Report;

/// A few words, shown in single views only.
pub fn credit(report: &Report) -> Element {
    let sample = report.sample.then(|| {
        el("strong")
            .class("tj-credit__piece")
            .child("示例数据，并非真实报告")
    });
    let source = report.imprint.source.as_deref().unwrap_or("原文未注明");
    // The page itself, asked for nothing: whatever its address, the whole.
    let whole = el("a")
        .class("tj-credit__link")
        .attr("href", "?")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child("查看完整图解");
    let piece = |words: String| el("span").class("tj-credit__piece").child(words);
    // Shown where the page's own foot is not, and in its place.
    el("div")
        .class("tj-credit")
        .attr("role", "contentinfo")
        .children(sample)
        .child(piece(report.title.text.text()))
        .child(piece(["资料来源：", source].concat()))
        .child(whole)
}
