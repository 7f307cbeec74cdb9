//! A small drawing on a button.

use leptos::prelude::*;

/// A line drawing beside the words that it stands for.
#[component]
pub fn Icon(
    /// Path data in a box of 20.
    d: &'static str,
) -> impl IntoView {
    view! {
        <svg
            class="tj-icon"
            aria-hidden="true"
            viewBox="0 0 20 20"
            width="20"
            height="20"
            fill="none"
            stroke="currentColor"
        >
            <path d=d></path>
        </svg>
    }
}
