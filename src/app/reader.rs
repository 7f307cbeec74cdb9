//! Where the reader is: what is open, focused and in view. Read from one tree
//! and found again in another that tells the same report, whatever translators
//! and in-app browsers did to the first.

use crate::browser::dom::details;
use crate::browser::focus::{focus, focus_for_now};
use crate::browser::view::in_view;
use web_sys::{Document, Element};

/// A reader's place in a tree.
pub struct ReaderState {
    /// The id of each `<details>` with whether it is open.
    open: Vec<(String, bool)>,
    /// The focused element.
    focus: Option<ElementPath>,
    /// An element in view and how far below the window's top it lies, in px.
    view: Option<(ElementPath, f64)>,
}

/// An element: the `index`-th of its name inside the nearest one with an id.
struct ElementPath {
    id: String,
    name: String,
    index: u32,
}
impl ReaderState {
    /// The reader's place in `root`, which is in the document.
    pub fn of(document: &Document, root: &Element) -> ReaderState {
        let open = details(root)
            .into_iter()
            .map(|details| (details.id(), details.has_attribute("open")))
            .collect();
        let focus = document
            .active_element()
            .filter(|focused| root.contains(Some(focused)))
            .and_then(|focused| ElementPath::of(root, &focused));
        ReaderState {
            open,
            focus,
            view: view(document, root),
        }
    }

    /// Whether the reader has not left the top of the page.
    pub fn is_top(&self) -> bool {
        self.view.is_none()
    }

    /// Opens and closes in `root`, which need not be in the document yet, what
    /// is open and closed here.
    pub fn open_in(&self, root: &Element) {
        // Nearly always the next one is the next one here, too.
        let mut next = 0;
        for details in details(root) {
            let id = details.id();
            let (before, after) = self.open.split_at_checked(next).unwrap_or_default();
            let known = after
                .iter()
                .chain(before)
                .position(|(known, _)| *known == id);
            let Some(steps) = known else { continue };
            next = (next + steps) % self.open.len().max(1);
            let open = self.open.get(next).is_some_and(|(_, open)| *open);
            let _ = details.toggle_attribute_with_force("open", open);
            next += 1;
        }
    }

    /// Gives focus and view back to the same elements in `root`, which is in
    /// the document.
    pub fn return_to(&self, root: &Element) {
        if let Some(focus) = self.focus.as_ref().and_then(|spot| spot.find(root)) {
            focus_quietly(&focus);
        }
        if let Some((spot, top)) = &self.view
            && let (Some(element), Some(window)) = (spot.find(root), web_sys::window())
        {
            let moved = element.get_bounding_client_rect().top() - top;
            if moved.abs() >= 1.0 {
                window.scroll_by_with_x_and_y(0.0, moved);
            }
        }
    }
}

impl ElementPath {
    fn of(root: &Element, element: &Element) -> Option<ElementPath> {
        let holder = element.closest("[id]").ok()??;
        let name = element.local_name();
        let index = if holder.is_same_node(Some(element)) {
            0
        } else {
            let same = holder.get_elements_by_tag_name(&name);
            (0..same.length()).find(|&index| {
                same.item(index)
                    .is_some_and(|other| other.is_same_node(Some(element)))
            })? + 1
        };
        let id = if holder.is_same_node(Some(root)) {
            String::new()
        } else {
            holder.id()
        };
        Some(ElementPath { id, name, index })
    }

    fn find(&self, root: &Element) -> Option<Element> {
        let holder = if self.id.is_empty() {
            root.clone()
        } else {
            root.owner_document()?.get_element_by_id(&self.id)?
        };
        match self.index.checked_sub(1) {
            None => Some(holder),
            Some(index) => holder.get_elements_by_tag_name(&self.name).item(index),
        }
    }
}

/// What the reader sees first, unless the page has not been scrolled.
fn view(document: &Document, root: &Element) -> Option<(ElementPath, f64)> {
    let element = in_view(document, root)?;
    let top = element.get_bounding_client_rect().top();
    Some((ElementPath::of(root, &element)?, top))
}

/// Focuses without scrolling.
fn focus_quietly(element: &Element) {
    if element.matches(TARGETS).unwrap_or(false) {
        focus_for_now(element);
    } else {
        focus(element);
    }
}

/// What links lead to and no reader can focus.
const TARGETS: &str = "h1,h2,h3,h4,h5,h6,[data-figure]";
