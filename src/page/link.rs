//! A button that copies a link to what it stands beside. It needs the app and is
//! hidden without: for the style shows it once the app runs, and where that has not come
//! it is hidden by itself.

use crate::page::icon::Icon;
use crate::report::Id;
use leptos::prelude::*;

/// The button, to stand right after the heading or the summary that holds it,
/// never inside: a control in a control cannot be told apart by assistive
/// technology. It does not say the heading once more.
#[component]
pub fn CopyLink<'a>(
    /// What the link leads to.
    id: &'a Id,
) -> impl IntoView {
    view! {
        <button
            class="tj-link"
            type="button"
            hidden=true
            title="复制链接"
            data-link=id.0.as_str()
        >
            <Icon d="M8.5 11.5a3 3 0 0 0 4.5 0l3-3a3 3 0 0 0-4.5-4.5l-1 1M11.5 8.5a3 3 0 0 0-4.5 0l-3 3a3 3 0 0 0 4.5 4.5l1-1"/>
        </button>
    }
}
