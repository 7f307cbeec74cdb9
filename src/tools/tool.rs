//! What a tool of the page is: a name, a drawing, words, and what pressing it does.

use leptos::prelude::{RwSignal, TextProp};
use std::rc::Rc;

/// A tool of the page.
#[derive(Clone)]
pub struct Tool {
    /// What it is called in `data-tool`.
    pub name: &'static str,
    /// Where its button stands.
    pub room: Room,
    /// Its drawing: path data in a box of 20.
    pub icon: &'static str,
    /// What pressing it does, in words; they may follow signals.
    pub label: TextProp,
    /// Of a switch, whether it is on.
    pub on: Option<RwSignal<bool>>,
    /// What pressing it does.
    pub press: Rc<dyn Fn()>,
}

/// Where a tool's button stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// In the row, on every screen.
    Row,
    /// In the row where there is room, else behind 工具.
    Wide,
    /// Behind 工具.
    Sheet,
}

impl Room {
    /// The value of `data-place`, by which the style shows a tool once.
    pub fn name(self) -> &'static str {
        match self {
            Room::Row => "row",
            Room::Wide => "wide",
            Room::Sheet => "sheet",
        }
    }
}
