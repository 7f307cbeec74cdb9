//! Where the report comes from, and what was computed.

use crate::report::Report;
use leptos::prelude::*;

/// Where the water scene stands; drawn at build time, like the landscape.
pub const ART: &str = "tj-footer__art";

/// The page's foot.
pub fn footer(report: &Report) -> AnyView {
    let imprint = &report.imprint;
    let rows: Vec<_> = [
        ("资料来源", &imprint.source),
        ("发布日期", &imprint.published),
        ("主办单位", &imprint.publisher),
    ]
    .into_iter()
    .map(|(name, words)| {
        let words = words.clone().unwrap_or_else(|| "原文未注明".to_owned());
        view! { <div><dt>{name}</dt><dd>{words}</dd></div> }
    })
    .collect();
    view! {
        <footer class="tj-footer">
            <div class=ART aria-hidden="true"></div>
            <dl class="tj-footer__imprint">{rows}</dl>
            <p class="tj-footer__note">"文字与数字均取自原文。"<br/>"百分比与差额由原文数字计算得出。"</p>
        </footer>
    }
    .into_any()
}
