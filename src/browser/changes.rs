//! Seeing that a tree's texts or elements change, whoever changes them:
//! translators, in-app browsers, or a card that opens.

use wasm_bindgen::prelude::*;
use web_sys::{Element, MutationObserver, MutationObserverInit};

/// Calls back after changes; stops when dropped.
pub struct Changes {
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Changes {
    /// Watches trees.
    pub fn watch(
        trees: impl IntoIterator<Item = Element>,
        changed: impl FnMut() + 'static,
    ) -> Option<Changes> {
        let _changed = Closure::new(changed);
        let observer = MutationObserver::new(_changed.as_ref().unchecked_ref()).ok()?;
        let all = MutationObserverInit::new();
        all.set_child_list(true);
        all.set_character_data(true);
        all.set_subtree(true);
        for tree in trees {
            observer.observe_with_options(&tree, &all).ok()?;
        }
        Some(Changes { observer, _changed })
    }

    /// Passes over the changes that were just made.
    pub fn pass(&self) {
        self.observer.take_records();
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
