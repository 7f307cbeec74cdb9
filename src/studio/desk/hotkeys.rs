//! Keys that work everywhere, and the list of all keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::at_work::{AtDesk, Pane};
use super::modal::Modal;
use crate::browser::focus::focus_for_now;
use crate::browser::keys::is_composing;
use crate::browser::pause::{self, wait};

/// Listens for as long as the page stays.
pub fn listen(desk: AtDesk) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if !is_composing(&event) && pressed(desk, &event).is_some() {
            event.prevent_default();
        }
    });
    // It is never taken back: the desk is the page.
    let _ = handle;
    let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
        if desk.file.with_untracked(Option::is_some) && desk.kept.get_untracked() != Some(true) {
            event.prevent_default();
        }
    });
    let _ = leaving;
}

fn pressed(desk: AtDesk, event: &KeyboardEvent) -> Option<()> {
    let control = event.ctrl_key() || event.meta_key();
    let writing = event.target().is_some_and(|target| {
        let tag = target
            .dyn_into::<HtmlElement>()
            .map(|element| element.tag_name());
        matches!(tag.as_deref(), Ok("TEXTAREA" | "INPUT" | "SELECT"))
    });
    match event.key().as_str() {
        "z" | "Z" if control => desk.step(event.shift_key()),
        "y" if control => desk.step(true),
        "s" if control => desk.out_shown.set(desk.is_open()),
        "1" if event.alt_key() => turn_to(desk, Pane::Original),
        "2" if event.alt_key() => turn_to(desk, Pane::Review),
        "3" if event.alt_key() => turn_to(desk, Pane::Proof),
        "?" if !writing => desk.keys_shown.set(true),
        _ => return None,
    }
    Some(())
}

fn turn_to(desk: AtDesk, pane: Pane) {
    desk.pane.set(pane);
    into(pane);
}

/// Puts the focus on a pane's heading, once it is there.
pub fn into(pane: Pane) {
    let name = match pane {
        Pane::Original => "original",
        Pane::Review => "review",
        Pane::Proof => "proof",
    };
    pause::begin(async move {
        wait(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let heading = document.and_then(|document| {
            let heading = format!(".de-pane--{name} .de-pane__title");
            document.query_selector(&heading).ok().flatten()
        });
        if let Some(heading) = heading {
            focus_for_now(&heading);
            heading.scroll_into_view_with_bool(true);
        }
    });
}

/// Each key, and what it does in both languages.
const KEYS: [(&str, &str, &str, &str); 12] = [
    ("↑ ↓", "↑ ↓", "在原文的各行之间移动", "go from line to line"),
    ("Enter", "Enter", "改这一行的字", "write in the line"),
    (
        "Enter（改字时）",
        "Enter (writing)",
        "从光标处分成两段",
        "split at the caret",
    ),
    (
        "Backspace（在行首）",
        "Backspace (at the start)",
        "并入上一段",
        "join with the line before",
    ),
    (
        "Esc",
        "Esc",
        "写好这一行；关闭数字或窗口",
        "finish the line; close the number or the window",
    ),
    (
        "Alt ↑ / Alt ↓",
        "Alt ↑ / Alt ↓",
        "上移、下移",
        "move up, down",
    ),
    ("Ctrl Z", "Ctrl Z", "撤销", "undo"),
    ("Ctrl Shift Z", "Ctrl Shift Z", "重做", "redo"),
    ("Ctrl S", "Ctrl S", "下载", "download"),
    (
        "Alt 1 2 3",
        "Alt 1 2 3",
        "到原文、核对、预览",
        "to the text, the checks, the preview",
    ),
    (
        "Tab",
        "Tab",
        "到下一个数字或按钮",
        "to the next number or button",
    ),
    ("?", "?", "这张表", "this list"),
];

/// The list of all keys.
#[component]
pub fn KeyList(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    view! {
        <Modal shown=desk.keys_shown name=desk.say("快捷键", "Keys")>
                    <dl class="de-keys">
                        {KEYS.map(|(key, key_en, zh, en)| view! { <dt><kbd>{desk.say(key, key_en)}</kbd></dt><dd>{desk.say(zh, en)}</dd> }).collect_view()}
                    </dl>
                    <button class="de-button" type="button" autofocus on:click=move |_| desk.keys_shown.set(false)>{desk.say("关闭", "Close")}</button>
        </Modal>
    }
}
