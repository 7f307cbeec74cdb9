//! The page's own controls. They need the app, and are hidden until it runs.

use crate::components::element::{Element, el};
use leptos::prelude::*;

/// What the controls do; the browser side is handed in.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Opens (`true`) or closes every section of the page.
    pub set_all_open: fn(bool),
}

/// The controls.
pub fn toolbar(actions: Actions) -> Element {
    el("div")
        .class("tj-toolbar")
        .attr("role", "group")
        .attr("aria-label", "工具")
        .child(expand(actions))
}

fn expand(actions: Actions) -> AnyView {
    let all_open = RwSignal::new(false);
    let toggle = move |_| {
        all_open.update(|open| *open = !*open);
        (actions.set_all_open)(all_open.get_untracked());
    };
    let label = move || {
        if all_open.get() {
            "收起全部"
        } else {
            "展开全部"
        }
    };
    view! { <button class="tj-toolbar__button" type="button" on:click=toggle>{label}</button> }
        .into_any()
}
