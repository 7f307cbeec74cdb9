//! The focus on a line of 原文.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::at_work::AtDesk;
use crate::browser::pause::{self, wait};

/// Focuses a line once it is there.
pub fn focus_line(desk: AtDesk, pointer: &str) {
    let at = desk
        .lines
        .with_untracked(|lines| lines.iter().position(|line| line.pointer == pointer));
    pause::begin(async move {
        wait(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let line = document.zip(at).and_then(|(document, at)| {
            document
                .query_selector(&format!("[data-line=\"{at}\"] .de-line__words"))
                .ok()
                .flatten()
        });
        if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
            let _ = line.focus();
        }
    });
}
