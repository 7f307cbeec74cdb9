//! A line of 原文 while it is written in, and what else can be done to it.

use leptos::html::Textarea;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::at_work::AtDesk;
use super::line_focus::focus_line;
use crate::browser::keys::is_composing;
use crate::browser::pause::{self, wait};
use crate::studio::edit::{join, owner, place, remove, shift, split, write};
use crate::studio::manuscript::TextLineKind;
use crate::studio::rephrase::FiguresBegun;
use crate::studio::retype::{choices, retype};

/// How long after a key the words are put into the file, in ms.
const REST: i32 = 40;

/// The line while it is written in, with what else can be done to it.
#[component]
pub fn WrittenLine(
    /// The state.
    desk: AtDesk,
    /// Its pointer.
    pointer: Memo<String>,
    /// What it is.
    kind: Memo<TextLineKind>,
) -> impl IntoView {
    let own = pointer.get_untracked();
    let text = desk.file.with_untracked(|file| {
        let text = file
            .as_ref()
            .and_then(|file| file.pointer(&own))
            .and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    });
    let field: NodeRef<Textarea> = NodeRef::new();
    let turn = StoredValue::new(0_u32);
    let begun = desk.lines.with_untracked(|lines| {
        let line = lines.iter().find(|line| line.pointer == own);
        line.map(FiguresBegun::of).unwrap_or_default()
    });
    let commit = {
        let own = own.clone();
        move || {
            let Some(Some(field)) = field.try_get_untracked() else {
                return;
            };
            let text = field.value().replace('\n', "");
            let same = desk.file.with_untracked(|file| {
                file.as_ref()
                    .and_then(|file| file.pointer(&own))
                    .and_then(Value::as_str)
                    == Some(text.as_str())
            });
            if !same {
                desk.change(&own, |file| {
                    let done = write(file, &own, &text)?;
                    begun.follow(file, &text);
                    Some(done)
                });
            }
        }
    };
    let commit = StoredValue::new_local(commit);
    // The field loses the focus, too, when it is taken away, and nothing of it is there then.
    let put = move || {
        commit.try_with_value(|commit| commit());
    };
    let first = text.clone();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            field.set_value(&first);
            grow(&field);
            let _ = field.focus();
            let caret = desk
                .caret
                .get_untracked()
                .unwrap_or_else(|| first.encode_utf16().count() as u32);
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
        let Some(field) = field.get_untracked() else {
            return;
        };
        let caret = field.selection_start().ok().flatten().unwrap_or_default();
        let at = bytes_of(&field.value().replace('\n', ""), caret);
        let own = pointer.get_untracked();
        go(desk.change("", |file| split(file, &own, at)), Some(0));
    };
    let unite = move || {
        put();
        let own = pointer.get_untracked();
        let before = place(owner(&own)).and_then(|(name, at)| {
            let before = format!(
                "{name}/{}{}",
                at.checked_sub(1)?,
                own.get(owner(&own).len()..)?
            );
            let length = desk.file.with_untracked(|file| {
                Some(
                    file.as_ref()?
                        .pointer(&before)?
                        .as_str()?
                        .encode_utf16()
                        .count(),
                )
            });
            u32::try_from(length?).ok()
        });
        go(desk.change("", |file| join(file, &own)), before);
    };
    let keyed = move |event: KeyboardEvent| {
        if is_composing(&event) {
            return;
        }
        let at_start = field.get_untracked().is_some_and(|field| {
            field.selection_start().ok().flatten() == Some(0)
                && field.selection_end().ok().flatten() == Some(0)
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
        let into = event
            .related_target()
            .and_then(|target| target.dyn_into::<Element>().ok());
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
