//! 展开全部: every section of the page at once.

use super::{Place, Tool};
use crate::browser::sections::set_all_open;
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use std::rc::Rc;
use std::sync::Arc;

/// Opens, then closes, every section.
pub fn tool() -> Tool {
    let all_open = RwSignal::new(false);
    Tool {
        name: "sections",
        place: Place::Wide,
        icon: "M3 5h14M3 10h14M3 15h14",
        label: Arc::new(move || {
            if all_open.get() {
                "收起全部"
            } else {
                "展开全部"
            }
        }),
        press: Rc::new(move || {
            all_open.set(!all_open.get_untracked());
            set_all_open(all_open.get_untracked());
        }),
    }
}
