//! Mounting a view at a place of the served page, and keeping what lives as long
//! as its owner: views, listeners, observers. WASM only.

use leptos::prelude::{Mountable, Owner, Render, on_cleanup};
use send_wrapper::SendWrapper;
use std::any::Any;
use web_sys::{Element, Node};

/// A mounted view. Dropped, it leaves the page, and all that its owner holds ends.
pub struct Mounted(#[expect(dead_code, reason = "held to be dropped")] Box<dyn Any>);

/// A view with its owner.
struct OwnedView<S: Mountable> {
    owner: Owner,
    state: S,
}

impl<S: Mountable> Drop for OwnedView<S> {
    fn drop(&mut self) {
        self.owner.cleanup();
        self.state.unmount();
    }
}

/// Mounts a view in `parent`, before `next` or at the end.
pub fn mount<V: Render<State: 'static>>(
    parent: &Element,
    next: Option<&Node>,
    view: impl FnOnce() -> V,
) -> Mounted {
    let owner = Owner::new();
    let mut state = owner.with(|| view().build());
    state.mount(parent, next);
    Mounted(Box::new(OwnedView { owner, state }))
}

/// Keeps something until the current owner ends.
pub fn keep<T: 'static>(held: T) {
    let held = SendWrapper::new(held);
    on_cleanup(move || drop(held));
}
