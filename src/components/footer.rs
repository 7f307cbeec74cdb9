//! Where the report comes from, and what was computed.

use crate::components::element::{Element, el};
use crate::report::Report;

/// Where the water scene stands; drawn at build time, like the landscape.
pub const ART: &str = "tj-footer__art";

/// The page's foot.
pub fn footer(report: &Report) -> Element {
    let imprint = &report.imprint;
    let rows = [
        ("资料来源", &imprint.source),
        ("发布日期", &imprint.published),
        ("主办单位", &imprint.publisher),
    ]
    .into_iter()
    .map(|(name, words)| {
        el("div")
            .child(el("dt").child(name))
            .child(el("dd").child(words.as_deref().unwrap_or("原文未注明")))
    });
    let note = el("p")
        .class("tj-footer__note")
        .child("文字与数字均取自原文。")
        .child(el("br"))
        .child("百分比与差额由原文数字计算得出。");
    el("footer")
        .class("tj-footer")
        .child(el("div").class(ART).hidden())
        .child(el("dl").class("tj-footer__imprint").children(rows))
        .child(note)
}
