//! A line of 原文: to read with its numbers marked, or to write in.

use leptos::html::Textarea;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::at_work::AtDesk;
use super::marked_number::{MarkedNumber, NumberPanel};
use crate::browser::keys::is_composing;
use crate::browser::pause::{self, wait};
use crate::studio::edit::{join, owner, place, remove, shift, split, write};
use crate::studio::manuscript::{Line, LineKind, numbers};
use crate::studio::retype::{choices, retype};

/// How long after a key the words are put into the file, in ms.
const REST: i32 = 80;

/// One line.
#[component]
pub fn OriginalLine(
    /// The state.
    desk: AtDesk,
    /// Which line it is.
    at: usize,
) -> impl IntoView {
    let line = Memo::new(move |_| desk.lines.with(|lines| lines.get(at).cloned()));
    let pointer = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.pointer.clone()).unwrap_or_default()));
    let kind = Memo::new(move |_| line.with(|line| line.as_ref().map_or(LineKind::SectionPoint, |line| line.kind)));
    let editing = Memo::new(move |_| desk.editing.with(|editing| editing.as_deref() == Some(pointer.get().as_str())));
    let faulty = Memo::new(move |_| {
        let pointer = pointer.get();
        let owner = owner(&pointer).to_owned();
        desk.look.with(|look| look.problems.iter().any(|problem| {
            problem.pointer == pointer || problem.pointer == owner || problem.pointer.starts_with(&format!("{owner}/")) && pointer.ends_with("/text")
        }))
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
    line: Memo<Option<Line>>,
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
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_number = target.and_then(|target| target.closest("button").ok().flatten()).is_some();
        if !on_number {
            open();
        }
    };
    let pieces = move || {
        let Some(line) = line.get() else { return ().into_any() };
        let mut rest = 0;
        let mut views = Vec::new();
        for (index, number) in numbers(&line).into_iter().enumerate() {
            let before = line.text.get(rest..number.range.start).unwrap_or_default().to_owned();
            let words = line.text.get(number.range.clone()).unwrap_or_default().to_owned();
            rest = number.range.end;
            views.push(view! { {before}<MarkedNumber desk pointer index words/> }.into_any());
        }
        // The mark for a line break is for the editor alone.
        let last = line.text.get(rest..).unwrap_or_default().replace('|', " ¦ ");
        let empty = line.text.trim().is_empty().then(|| view! { <em class="de-line__empty">{desk.say("（还没有写）", "(empty)")}</em> });
        view! { {views}{last}{empty} }.into_any()
    };
    view! {
        <div class="de-line__words" tabindex="0" role="group" aria-label=desk.say("一行，按回车改字", "A line; Enter to write") on:click=clicked on:keydown=keyed>
            {pieces}
        </div>
    }
}

/// Goes to the line so many further.
fn beside(event: &KeyboardEvent, step: i32) -> () {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let line = target.and_then(|target| target.closest(".de-line").ok().flatten());
    let next = line.and_then(|line| if step > 0 { line.next_element_sibling() } else { line.previous_element_sibling() });
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

/// Focuses a line once it is there.
pub fn focus_line(desk: AtDesk, pointer: &str) {
    let at = desk.lines.with_untracked(|lines| lines.iter().position(|line| line.pointer == pointer));
    pause::begin(async move {
        wait(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let line = document.zip(at).and_then(|(document, at)| {
            document.query_selector(&format!("[data-line=\"{at}\"] .de-line__words")).ok().flatten()
        });
        if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
            let _ = line.focus();
        }
    });
}

/// The line while it is written in, with what else can be done to it.
#[component]
fn WrittenLine(
    /// The state.
    desk: AtDesk,
    /// Its pointer.
    pointer: Memo<String>,
    /// What it is.
    kind: Memo<LineKind>,
) -> impl IntoView {
    let own = pointer.get_untracked();
    let text = desk.file.with_untracked(|file| {
        let text = file.as_ref().and_then(|file| file.pointer(&own)).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    });
    let field: NodeRef<Textarea> = NodeRef::new();
    let turn = StoredValue::new(0_u32);
    let commit = {
        let own = own.clone();
        move || {
            let Some(Some(field)) = field.try_get_untracked() else { return };
            let text = field.value().replace('\n', "");
            let same = desk.file.with_untracked(|file| {
                file.as_ref().and_then(|file| file.pointer(&own)).and_then(Value::as_str) == Some(text.as_str())
            });
            if !same {
                desk.change(&own, |file| write(file, &own, &text));
            }
        }
    };
    let commit = StoredValue::new_local(commit);
    // The field loses the focus, too, when it is taken away, and nothing of it is there then.
    let put = move || {
        commit.try_with_value(|commit| commit());
    };
    let begun = text.clone();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            field.set_value(&begun);
            grow(&field);
            let _ = field.focus();
            let caret = desk.caret.get_untracked().unwrap_or_else(|| begun.encode_utf16().count() as u32);
            desk.caret.set(None);
            let _ = field.set_selection_range(caret, caret);
            near(&field);
        }
    });
    let typed = move |_| {
        if let Some(field) = field.get_untracked() {
            grow(&field);
        }
        let now = turn.get_value() + 1;
        turn.set_value(now);
        pause::begin(async move {
            wait(REST).await;
            if turn.try_get_value() == Some(now) {
                put();
            }
        });
    };
    let go = move |there: Option<String>, caret: Option<u32>| {
        if let Some(there) = there {
            desk.caret.set(caret);
            desk.editing.set(Some(there));
        }
    };
    let act = move |deed: fn(&mut Value, &str) -> Option<String>| {
        put();
        let own = pointer.get_untracked();
        go(desk.change("", |file| deed(file, &own)), None);
    };
    let part = move || {
        put();
        let Some(field) = field.get_untracked() else { return };
        let caret = field.selection_start().ok().flatten().unwrap_or_default();
        let at = bytes_of(&field.value().replace('\n', ""), caret);
        let own = pointer.get_untracked();
        go(desk.change("", |file| split(file, &own, at)), Some(0));
    };
    let unite = move || {
        put();
        let own = pointer.get_untracked();
        let before = place(owner(&own)).and_then(|(name, at)| {
            let before = format!("{name}/{}{}", at.checked_sub(1)?, own.get(owner(&own).len()..)?);
            let length = desk.file.with_untracked(|file| Some(file.as_ref()?.pointer(&before)?.as_str()?.encode_utf16().count()));
            u32::try_from(length?).ok()
        });
        go(desk.change("", |file| join(file, &own)), before);
    };
    let keyed = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        let at_start = field.get_untracked().is_some_and(|field| {
            field.selection_start().ok().flatten() == Some(0) && field.selection_end().ok().flatten() == Some(0)
        });
        match event.key().as_str() {
            "Enter" => part(),
            "Backspace" if at_start => unite(),
            "ArrowUp" if event.alt_key() => act(|file, own| shift(file, own, false)),
            "ArrowDown" if event.alt_key() => act(|file, own| shift(file, own, true)),
            "Escape" => {
                put();
                let own = pointer.get_untracked();
                desk.editing.set(None);
                focus_line(desk, &own);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let left = move |event: web_sys::FocusEvent| {
        put();
        let into = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = into.is_some_and(|into| into.closest(".de-write").ok().flatten().is_some());
        let own = pointer.try_get_untracked();
        if !inside && desk.editing.get_untracked() == own {
            desk.editing.set(None);
        }
    };
    let kinds = move || {
        let from = kind.get();
        choices(from).iter().map(|&to| {
            let (zh, en) = to.name();
            let words = move || if desk.english.get() { format!("Make it: {en}") } else { format!("改为{zh}") };
            view! {
                <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| {
                    put();
                    let own = pointer.get_untracked();
                    go(desk.change("", |file| retype(file, &own, from, to)), None);
                }>{words}</button>
            }
        }).collect_view()
    };
    let listed = move || place(owner(&pointer.get())).is_some();
    view! {
        <div class="de-write" on:focusout=left>
            <textarea class="de-write__field" rows="1" node_ref=field aria-label=desk.say("这一行的文字", "Words of the line") on:input=typed on:keydown=keyed></textarea>
            <div class="de-write__tools">
                <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| part()>{desk.say("从光标处分段", "Split here")}</button>
                <Show when=listed>
                    <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| unite()>{desk.say("并入上一段", "Join above")}</button>
                </Show>
                <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| act(|file, own| shift(file, own, false))>{desk.say("上移", "Up")}</button>
                <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| act(|file, own| shift(file, own, true))>{desk.say("下移", "Down")}</button>
                {kinds}
                <Show when=listed>
                    <button class="de-button de-button--small" type="button" on:mousedown=stay on:click=move |_| {
                        let own = pointer.get_untracked();
                        desk.editing.set(None);
                        desk.change("", |file| remove(file, owner(&own)));
                    }>{desk.say("删去这一行", "Delete")}</button>
                </Show>
            </div>
        </div>
    }
}

/// A button that leaves the caret where it is.
fn stay(event: leptos::ev::MouseEvent) {
    event.prevent_default();
}

/// As high as its words.
fn grow(field: &web_sys::HtmlTextAreaElement) {
    let style = web_sys::HtmlElement::style(field);
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", field.scroll_height()));
}

/// Into sight, where it is not.
fn near(field: &web_sys::HtmlTextAreaElement) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    field.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The byte at so many UTF-16 units.
fn bytes_of(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, letter) in text.char_indices() {
        match left.checked_sub(letter.len_utf16()) {
            Some(rest) => left = rest,
            None => return at,
        }
    }
    text.len()
}
