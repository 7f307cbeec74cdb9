//! A line of 原文: to read with its numbers marked, or to write in.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

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
            "ArrowDown" if event.alt_key() => moved(desk, &pointer.get_untracked(), true),
            "ArrowUp" if event.alt_key() => moved(desk, &pointer.get_untracked(), false),
            "ArrowDown" => beside(&event, 1),
            "ArrowUp" => beside(&event, -1),
            _ => return,
        }
        event.prevent_default();
    };
    let clicked = move |event: leptos::ev::MouseEvent| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let on_number = target
            .and_then(|target| target.closest("button").ok().flatten())
            .is_some();
        if !on_number {
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
            .replace('|', " ¦ ");
        let empty = line.text.trim().is_empty().then(
            || view! { <em class="de-line__empty">{desk.say("（还没有写）", "(empty)")}</em> },
        );
        view! { {views}{last}{empty} }.into_any()
    };
    view! {
        <div class="de-line__words" tabindex="0" role="group" aria-label=desk.say("一行，按回车改字", "A line; Enter to write") on:click=clicked on:keydown=keyed>
            {pieces}
        </div>
    }
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
