//! A window over the desk: the rest waits until it is closed, by its button or Escape.

use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::Element;

use crate::browser::focus::focus;

/// The window; what is in it is made anew each time.
#[component]
pub fn Modal<N>(
    /// Whether it is open.
    shown: RwSignal<bool>,
    /// What it is called.
    name: N,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView
where
    N: Fn() -> &'static str + Copy + Send + Sync + 'static,
{
    // What had the focus has it again, however the window is closed.
    Effect::new(move |before: Option<Option<Element>>| {
        let active = || web_sys::window()?.document()?.active_element();
        match (shown.get(), before.flatten()) {
            (true, None) => active(),
            (true, before) => before,
            (false, Some(before)) => {
                focus(&before);
                None
            }
            (false, None) => None,
        }
    });
    let dialog: NodeRef<Dialog> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <Show when=move || shown.get()>
            <dialog class="de-dialog" node_ref=dialog aria-label=name on:close=move |_| shown.set(false)>
                <h2>{name}</h2>
                {children.with_value(|children| children())}
            </dialog>
        </Show>
    }
}
