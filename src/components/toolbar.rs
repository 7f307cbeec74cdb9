//! The page's own controls. They need the app, and are hidden until it runs.

use leptos::prelude::*;

/// What the controls do; the browser side is handed in.
#[derive(Clone, Copy)]
pub struct Actions {
    /// Opens (`true`) or closes every section of the page.
    pub set_all_open: fn(bool),
}

/// The controls.
pub fn toolbar(actions: Actions) -> AnyView {
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
    view! {
        <div class="tj-toolbar" role="group" aria-label="工具">
            <button class="tj-toolbar__button" type="button" on:click=toggle>{label}</button>
        </div>
    }
    .into_any()
}
