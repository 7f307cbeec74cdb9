//! The dock at the foot of the window: how it goes, and what can be done.

use super::{Aloud, Now, RATES, State, stop};
use leptos::prelude::*;

/// What stands in the dock. While it is there, the page has room for it.
#[component]
pub fn Dock(aloud: Aloud) -> impl IntoView {
    mark(true);
    on_cleanup(|| mark(false));
    let told = move || sentence(aloud.now.get().state);
    view! {
        <div class="tj-dock" role="region" aria-label="朗读">
            <div class="tj-dock__box">
                <p class="tj-dock__state" role="status" prop:textContent=told></p>
                <div class="tj-dock__row">
                    <Steering aloud words=turning press=Aloud::turn/>
                    <Steering aloud words=|_| "上一句" press=|aloud| aloud.step(false)/>
                    <Steering aloud words=|_| "下一句" press=|aloud| aloud.step(true)/>
                    <Steering aloud words=pace press=Aloud::faster/>
                    <Steering aloud words=|_| "从这里开始" press=Aloud::begin_here/>
                    <button class="tj-dock__button" type="button" on:click=|_| stop()>
                        "停止"
                    </button>
                </div>
            </div>
        </div>
    }
}

/// A button that steers what is read. Without a voice there is nothing to steer.
#[component]
fn Steering(
    aloud: Aloud,
    /// What pressing it does now, in words.
    words: fn(Now) -> &'static str,
    /// What pressing it does.
    press: fn(Aloud),
) -> impl IntoView {
    let now = aloud.now;
    let mute = move || {
        matches!(
            now.get().state,
            State::Opening | State::Waiting | State::NoVoice | State::NoEngine
        )
    };
    view! {
        <button
            class="tj-dock__button"
            type="button"
            hidden=mute
            on:click=move |_| press(aloud)
            prop:textContent=move || words(now.get())
        ></button>
    }
}

fn turning(now: Now) -> &'static str {
    match now.state {
        State::Starting | State::Reading => "暂停",
        _ => "继续",
    }
}

fn pace(now: Now) -> &'static str {
    RATES.get(now.rate).map_or("", |(.., words)| *words)
}

/// Tells the style whether there is a dock. To find out by itself, it would look
/// again at all of the page whenever something in it changes.
fn mark(open: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(html) = document.and_then(|document| document.document_element()) {
        let _ = html.toggle_attribute_with_force("data-dock", open);
    }
}

fn sentence(state: State) -> &'static str {
    match state {
        State::Opening => "",
        State::Waiting | State::Starting => "正在准备语音…",
        State::Reading => "正在朗读",
        State::Paused => "已暂停",
        State::Broken => "语音中断了，停在标出的这一段。请按“继续”再试。",
        State::NoVoice => "此设备没有中文语音，不能朗读。在系统设置里添加中文语音后再试。",
        State::NoEngine => "此浏览器不能朗读。请换一个浏览器，或用系统自带的朗读功能。",
    }
}
