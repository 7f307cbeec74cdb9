//! Below a part of the report that is shown alone: whose it is, and the way to
//! the whole.

use crate::report::Report;
use leptos::prelude::*;

/// A few words, shown in single views only, where the page's own foot is not and
/// in its place. The link is to the page itself, asked for nothing: whatever its
/// address, the whole.
#[component]
pub fn Credit<'a>(
    /// Whose title and source are told.
    report: &'a Report,
) -> impl IntoView {
    let sample = report.sample.then(|| {
        view! { <strong class="tj-credit__piece">"示例数据，并非真实报告"</strong> }
    });
    let source = report.imprint.source.as_deref().map(|source| {
        view! { <span class="tj-credit__piece">{format!("资料来源：{source}")}</span> }
    });
    view! {
        <div class="tj-credit" role="contentinfo">
            {sample}
            <span class="tj-credit__piece">{report.title.text.text()}</span>
            {source}
            <a class="tj-credit__link" href="?" target="_blank" rel="noopener">"查看完整图解"</a>
        </div>
    }
}
