//! 展开全部: every section of the page at once.

use super::tool::{Room, Tool};
use crate::browser::dom::details;
use crate::browser::pause;
use crate::page::far;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// Opens, then closes, every section of the page.
pub fn tool(root: &Element) -> Tool {
    let root = root.clone();
    let open = RwSignal::new(false);
    Tool {
        name: "sections",
        room: Room::Wide,
        icon: "M3 5h14M3 10h14M3 15h14",
        label: "展开全部".into(),
        on: Some(open),
        press: Rc::new(move || {
            open.update(|open| *open = !*open);
            far::wait_again();
            for section in details(&root) {
                let _ = section.toggle_attribute_with_force("open", open.get_untracked());
            }
            pause::begin(far::lay_out());
        }),
    }
}
