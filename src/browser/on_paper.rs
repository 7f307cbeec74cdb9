//! Paper shows everything: what is closed opens for printing and closes again.

use super::dom::details;
use super::listen::Listener;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::Element;

/// Opens the sections of a tree while it is printed, until dropped.
pub struct Printing {
    _open: Option<Listener>,
    _close: Option<Listener>,
}

impl Printing {
    /// Starts listening for printing.
    pub fn watch(root: &Element) -> Option<Printing> {
        let window = web_sys::window()?;
        let opened: Rc<RefCell<Vec<Element>>> = Rc::default();
        let (tree, closed) = (root.clone(), opened.clone());
        let open = move |_| {
            let sections = details(&tree);
            let sections = sections
                .into_iter()
                .filter(|one| !one.has_attribute("open"));
            for section in sections {
                let _ = section.set_attribute("open", "");
                closed.borrow_mut().push(section);
            }
        };
        let close = move |_| {
            for section in opened.take() {
                let _ = section.remove_attribute("open");
            }
        };
        Some(Printing {
            _open: Listener::new(&window, "beforeprint", open),
            _close: Listener::new(&window, "afterprint", close),
        })
    }
}
