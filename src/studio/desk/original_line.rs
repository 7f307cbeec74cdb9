//! A line of 原文: to read with its numbers marked, or to write in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, Node};

use super::at_work::AtDesk;
use super::line_focus::focus_line;
use super::marked_number::{MarkedNumber, NumberPanel};
use super::written_line::WrittenLine;
use crate::studio::edit::{owner, shift};
use crate::studio::manuscript::{TextLine, TextLineKind, numbers};

/// One line.
#[component]
pub fn OriginalLine(
    /// The state.
    desk: AtDesk,
    /// Which line it is.
    at: usize,
) -> impl IntoView {
    let line = Memo::new(move |_| desk.lines.with(|lines| lines.get(at).cloned()));
    let pointer = Memo::new(move |_| {
        line.with(|line| {
            line.as_ref()
                .map(|line| line.pointer.clone())
                .unwrap_or_default()
        })
    });
    let kind = Memo::new(move |_| {
        line.with(|line| {
            line.as_ref()
                .map_or(TextLineKind::SectionPoint, |line| line.kind)
        })
    });
    let editing = Memo::new(move |_| {
        desk.editing
            .with(|editing| editing.as_deref() == Some(pointer.get().as_str()))
    });
    let faulty = Memo::new(move |_| {
        let pointer = pointer.get();
        let owner = owner(&pointer).to_owned();
        desk.look.with(|look| {
            look.problems.iter().any(|problem| {
                problem.pointer == pointer
                    || problem.pointer == owner
                    || problem.pointer.starts_with(&format!("{owner}/"))
                        && pointer.ends_with("/text")
            })
        })
    });
    let name = move || {
        let (zh, en) = kind.get().name();
        desk.say(zh, en)()
    };
    view! {
        <div
            class="de-line"
            data-level=move || kind.get().level().map(|level| level.to_string())
            data-faulty=move || faulty.get().then_some("")
            data-line=at.to_string()
        >
            <span class="de-line__kind">{name}</span>
            {move || if editing.get() {
                view! { <WrittenLine desk pointer kind/> }.into_any()
            } else {
                view! { <ReadLine desk line pointer/> }.into_any()
            }}
            {move || desk.number.get().filter(|(of, _)| *of == pointer.get()).map(|(_, number)| view! { <NumberPanel desk line number/> })}
        </div>
    }
}

/// The words with their numbers marked.
#[component]
fn ReadLine(
    /// The state.
    desk: AtDesk,
    /// The line.
    line: Memo<Option<TextLine>>,
    /// Its pointer.
    pointer: Memo<String>,
) -> impl IntoView {
    let open = move || {
        desk.number.set(None);
        desk.editing.set(Some(pointer.get_untracked()));
    };
    let keyed = move |event: KeyboardEvent| {
        let here = event.target() == event.current_target();
        match event.key().as_str() {
            "Enter" if here => open(),
            "Escape" => desk.number.set(None),
            "ArrowDown" if event.alt_key() => moved(desk, &pointer.get_untracked(), true),
            "ArrowUp" if event.alt_key() => moved(desk, &pointer.get_untracked(), false),
            "ArrowDown" => beside(&event, 1),
            "ArrowUp" => beside(&event, -1),
            _ => return,
        }
        event.prevent_default();
    };
    let on_number = |event: &leptos::ev::MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let number = target.and_then(|target| target.closest("button").ok().flatten());
        number.is_some()
    };
    // Some assistive technology presses nothing and only clicks.
    let clicked = move |event: leptos::ev::MouseEvent| {
        if !on_number(&event) {
            open();
        }
    };
    // Where the pointer is pressed: until it is let go, what was open may have closed, and
    // this line moved from under it.
    let pressed = move |event: leptos::ev::MouseEvent| {
        let plain = event.button() == 0 && !event.shift_key();
        if plain && !on_number(&event) {
            event.prevent_default();
            // What is open puts its words into the file as it loses the focus.
            let document = web_sys::window().and_then(|window| window.document());
            let active = document.and_then(|document| document.active_element());
            if let Some(active) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
                let _ = active.blur();
            }
            let words = event
                .current_target()
                .map(JsCast::unchecked_into::<Element>);
            desk.caret
                .set(words.and_then(|words| letter_at(&words, &event)));
            open();
        }
    };
    let pieces = move || {
        let Some(line) = line.get() else {
            return ().into_any();
        };
        let mut rest = 0;
        let mut views = Vec::new();
        for (index, number) in numbers(&line).into_iter().enumerate() {
            let before = line
                .text
                .get(rest..number.range.start)
                .unwrap_or_default()
                .to_owned();
            let words = line
                .text
                .get(number.range.clone())
                .unwrap_or_default()
                .to_owned();
            rest = number.range.end;
            views.push(view! { {before}<MarkedNumber desk pointer index words/> }.into_any());
        }
        // The mark for a line break is for the editor alone.
        let last = line
            .text
            .get(rest..)
            .unwrap_or_default()
            .replace('|', BREAK);
        let empty = line.text.trim().is_empty().then(
            || view! { <em class="de-line__empty">{desk.say("（还没有写）", "(empty)")}</em> },
        );
        view! { {views}{last}{empty} }.into_any()
    };
    let heard = move || {
        line.with(|line| {
            let Some(line) = line else {
                return String::new();
            };
            let (zh, en) = line.kind.name();
            format!("{}：{}", desk.said(zh, en), line.text.replace('|', ""))
        })
    };
    view! {
        <div class="de-line__words" tabindex="0" role="group" aria-label=heard aria-describedby="de-how" on:mousedown=pressed on:click=clicked on:keydown=keyed>
            {pieces}
        </div>
    }
}

/// The mark for a line break, as it is shown.
const BREAK: &str = " ¦ ";

/// At which letter of a line the pointer is, in UTF-16 units.
fn letter_at(words: &Element, event: &leptos::ev::MouseEvent) -> Option<u32> {
    let document = words.owner_document()?;
    // Older browsers do not know it.
    js_sys::Reflect::has(&document, &"caretPositionFromPoint".into())
        .ok()
        .filter(|known| *known)?;
    let [x, y] = [event.client_x(), event.client_y()].map(|at| at as f32);
    let caret = document.caret_position_from_point(x, y)?;
    let node = caret.offset_node()?;
    let mut before = Vec::new();
    let offset = caret.offset() as usize;
    if !units_before(words, &node, offset, &mut before) {
        return None;
    }
    let shown = String::from_utf16_lossy(&before);
    let breaks = shown.matches(BREAK).count() * (BREAK.encode_utf16().count() - 1);
    u32::try_from(before.len().checked_sub(breaks)?).ok()
}

/// Gathers the text before a place in a node; whether the node was met.
fn units_before(node: &Node, until: &Node, offset: usize, before: &mut Vec<u16>) -> bool {
    if node.node_type() == Node::TEXT_NODE {
        let text: Vec<u16> = node
            .text_content()
            .unwrap_or_default()
            .encode_utf16()
            .collect();
        let met = node.is_same_node(Some(until));
        let end = if met {
            offset.min(text.len())
        } else {
            text.len()
        };
        before.extend(text.into_iter().take(end));
        return met;
    }
    let children = node.child_nodes();
    (0..children.length())
        .filter_map(|at| children.item(at))
        .any(|child| units_before(&child, until, offset, before))
}

/// Goes to the line so many further.
fn beside(event: &KeyboardEvent, step: i32) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let line = target.and_then(|target| target.closest(".de-line").ok().flatten());
    let next = line.and_then(|line| {
        if step > 0 {
            line.next_element_sibling()
        } else {
            line.previous_element_sibling()
        }
    });
    let words = next.and_then(|next| next.query_selector(".de-line__words").ok().flatten());
    if let Some(words) = words.and_then(|words| words.dyn_into::<HtmlElement>().ok()) {
        let _ = words.focus();
    }
}

fn moved(desk: AtDesk, pointer: &str, down: bool) {
    if let Some(there) = desk.change("", |file| shift(file, pointer, down)) {
        focus_line(desk, &there);
    }
}
