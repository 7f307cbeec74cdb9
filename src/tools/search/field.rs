//! The field and its buttons, in the place of the toolbar.

use super::MOST;
use super::session::Session;
use crate::components::element::{Element, el};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, InputEvent, KeyboardEvent};

/// What stands in the row: the field, what was found, and the buttons.
pub fn field(session: &Rc<Session>) -> Element {
    let typed = session.clone();
    let composed = session.clone();
    let keyed = session.clone();
    let input = el("input")
        .class("tj-search__field")
        .attr("type", "search")
        .attr("aria-label", "搜索全文")
        .attr("placeholder", "搜索全文")
        .attr("maxlength", MOST.to_string())
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .on("input", move |event| {
            // What an input method shows while it composes is not the query yet.
            let composing = |event: &InputEvent| event.is_composing();
            if !event.dyn_ref().is_some_and(composing) {
                read(event.unchecked_ref(), &typed);
            }
        })
        .on("compositionend", move |event| {
            read(event.unchecked_ref(), &composed);
        })
        .on("keydown", move |event| {
            let _ = event.dyn_ref().and_then(|key| press(key, &keyed));
        });
    let [back, on, shut] = [session, session, session].map(Rc::clone);
    el("div")
        .class("tj-search__row")
        .child(drawing(
            "M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM13 13l4 4",
        ))
        .child(input)
        .child(el("span").class("tj-search__count").hidden())
        .child(
            el("span")
                .class("tj-search__said tj-spoken")
                .attr("role", "status"),
        )
        .child(button("上一处", "M5 13l5-5l5 5", move || {
            back.step(false)
        }))
        .child(button("下一处", "M5 7l5 5l5-5", move || on.step(true)))
        .child(button("关闭搜索", "M5 5l10 10M15 5L5 15", move || {
            shut.close(true)
        }))
}

/// Searches for what stands in the field.
fn read(event: &Event, session: &Rc<Session>) {
    let field = event.target().and_then(|target| target.dyn_into().ok());
    if let Some(field) = field {
        let field: HtmlInputElement = field;
        session.type_in(&field.value());
    }
}

/// Keys that an input method takes are not ours.
fn press(key: &KeyboardEvent, session: &Rc<Session>) -> Option<()> {
    if key.is_composing() {
        return None;
    }
    match key.key().as_str() {
        "Enter" => session.step(!key.shift_key()),
        "Escape" => session.close(false),
        _ => return None,
    }
    key.prevent_default();
    Some(())
}

fn button(name: &'static str, d: &'static str, press: impl Fn() + 'static) -> Element {
    el("button")
        .class("tj-search__button")
        .attr("type", "button")
        .attr("aria-label", name)
        .on("click", move |_| press())
        .child(drawing(d))
}

fn drawing(d: &'static str) -> Element {
    el("svg")
        .class("tj-icon")
        .hidden()
        .attr("viewBox", "0 0 20 20")
        .child(el("path").attr("d", d))
}
