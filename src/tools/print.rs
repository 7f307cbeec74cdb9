//! 打印: the browser's own.

use super::sandbox;
use super::tool::{Room, Tool};
use std::rc::Rc;

/// Prints the page.
pub fn tool() -> Tool {
    Tool {
        name: "print",
        room: Room::Sheet,
        icon: "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
        label: "打印".into(),
        on: None,
        press: Rc::new(|| {
            if let Some(window) = web_sys::window().filter(|_| sandbox::permits("打印")) {
                let _ = window.print();
            }
        }),
    }
}
