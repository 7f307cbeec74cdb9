//! 展开全部: every section of the page at once.

use super::tool::{Room, Tool};
use crate::browser::dom::details;
use crate::browser::pause;
use crate::page::far;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// More sections than a report of usual length has.
const MANY: usize = 100;

/// How soon those in sight have been painted, in ms.
const SHOWN: i32 = 20;

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
            pause::begin(turn(root.clone(), open, open.get_untracked()));
        }),
    }
}

/// Opens or closes every section: of many, those in sight at once, and the rest unless the
/// tool has been pressed again by then.
async fn turn(root: Element, tool: RwSignal<bool>, open: bool) {
    let seen = far::wait_again();
    let sections = details(&root);
    if sections.len() > MANY {
        for part in seen {
            turn_some(std::slice::from_ref(&part), open);
            turn_some(&details(&part), open);
        }
        pause::wait(SHOWN).await;
        if tool.try_get_untracked() != Some(open) {
            return;
        }
    }
    turn_some(&sections, open);
    far::lay_out().await;
}

fn turn_some(parts: &[Element], open: bool) {
    for part in parts {
        if part.local_name() == "details" {
            let _ = part.toggle_attribute_with_force("open", open);
        }
    }
}
