//! The dock at the foot of the window: how it goes, and what can be done.

use super::{Aloud, Now, RATES, State};
use crate::browser::place::{find, focus};
use crate::components::element::{Built, Element, el};
use leptos::prelude::Render;
use std::rc::Rc;

/// The open dock.
pub struct Dock(Built);

/// The buttons but for the last, in their order; without a voice there is
/// nothing to steer.
const STEERING: [&str; 5] = ["turn", "back", "on", "pace", "here"];

impl Dock {
    /// Says how it goes, and what can be done.
    pub fn show(&self, now: Now) {
        let node = self.0.node();
        if let Ok(Some(told)) = node.query_selector("[role=status]") {
            told.set_text_content(Some(sentence(now.state)));
        }
        let mute = matches!(now.state, State::Waiting | State::NoVoice | State::NoEngine);
        for (button, name) in find(node, "button").iter().zip(STEERING) {
            let _ = button.toggle_attribute_with_force("hidden", mute);
            match name {
                "turn" => button.set_text_content(Some(match now.state {
                    State::Reading => "暂停",
                    _ => "继续",
                })),
                "pace" => {
                    let name = RATES.get(now.rate).map_or("", |(_, name)| *name);
                    button.set_text_content(Some(&["语速：", name].concat()));
                }
                _ => {}
            }
        }
    }

    /// Puts the dock away; whether the focus was in it.
    pub fn close(self) -> bool {
        let node = self.0.node();
        let document = node.owner_document();
        let focused = document.and_then(|document| document.active_element());
        let inside = focused.is_some_and(|focused| node.contains(Some(&focused)));
        mark(node, false);
        node.remove();
        inside
    }
}

/// Opens the dock; its last button, which is always there, has the focus.
pub fn open(aloud: &Rc<Aloud>) -> Option<Dock> {
    let built = dock(aloud).build();
    aloud.root.append_child(built.node()).ok()?;
    mark(built.node(), true);
    if let Some(last) = find(built.node(), "button").last() {
        focus(last);
    }
    let dock = Dock(built);
    dock.show(aloud.now.get());
    Some(dock)
}

/// Tells the style whether there is a dock. To find out by itself, it would look
/// again at all of the page whenever something in it changes.
fn mark(dock: &web_sys::Element, open: bool) {
    let document = dock.owner_document();
    let html = document.and_then(|document| document.document_element());
    if let Some(html) = html {
        let _ = html.toggle_attribute_with_force("data-dock", open);
    }
}

/// What stands in the dock.
fn dock(aloud: &Rc<Aloud>) -> Element {
    let button = |words: &'static str, press: fn(&Rc<Aloud>)| {
        let aloud = aloud.clone();
        el("button")
            .class("tj-dock__button")
            .attr("type", "button")
            .child(words)
            .on("click", move |_| press(&aloud))
    };
    let told = el("p").class("tj-dock__state").attr("role", "status");
    let row = el("div")
        .class("tj-dock__row")
        .child(button("继续", Aloud::turn))
        .child(button("上一句", |aloud| aloud.step(false)))
        .child(button("下一句", |aloud| aloud.step(true)))
        .child(button("语速", Aloud::faster))
        .child(button("从这里开始", Aloud::from_here))
        .child(button("停止", |aloud| aloud.stop()));
    let inside = el("div").class("tj-dock__box").child(told).child(row);
    el("div")
        .class("tj-dock")
        .attr("role", "region")
        .attr("aria-label", "朗读")
        .child(inside)
}

fn sentence(state: State) -> &'static str {
    match state {
        State::Off => "",
        State::Waiting => "正在准备语音…",
        State::Reading => "正在朗读",
        State::Paused => "已暂停",
        State::Broken => "语音中断了，停在标出的这一段。请按“继续”再试。",
        State::NoVoice => "此设备没有中文语音，不能朗读。在系统设置里添加中文语音后再试。",
        State::NoEngine => "此浏览器不能朗读。请换一个浏览器，或用系统自带的朗读功能。",
    }
}
