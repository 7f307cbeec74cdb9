//! Where the report comes from, and what was computed.

use super::landscape::FooterArt;
use crate::report::Report;
use leptos::prelude::*;

/// The page's foot.
#[component]
pub fn Footer<'a>(
    /// Whose imprint is told.
    report: &'a Report,
) -> impl IntoView {
    let imprint = &report.imprint;
    let rows = [
        ("资料来源", &imprint.source),
        ("发布日期", &imprint.published),
        ("主办单位", &imprint.publisher),
    ];
    let rows = rows.map(|(name, words)| {
        let words = words.as_deref().unwrap_or("原文未注明");
        view! { <div><dt>{name}</dt><dd>{words}</dd></div> }
    });
    view! {
        <footer class="tj-footer">
            <FooterArt sections=report.sections()/>
            <dl class="tj-footer__imprint">{rows}</dl>
            <p class="tj-footer__note">
                "文字与数字均取自原文。" <br/> "百分比与差额由原文数字计算得出。"
            </p>
        </footer>
    }
}
