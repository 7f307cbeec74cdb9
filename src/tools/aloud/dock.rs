//! The dock at the foot of the window: how it goes, and what can be done.

use super::{Aloud, RATES, State};
use crate::browser::place::focus;
use crate::components::element::{Element, el};
use leptos::mount::mount_to;
use leptos::prelude::Get;
use std::any::Any;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// The open dock.
pub struct Dock {
    node: web_sys::Element,
    _view: Box<dyn Any>,
}

impl Dock {
    /// Puts the dock away; whether the focus was in it.
    pub fn close(self) -> bool {
        let document = self.node.owner_document();
        let focused = document.and_then(|document| document.active_element());
        let inside = focused.is_some_and(|focused| self.node.contains(Some(&focused)));
        self.node.remove();
        inside
    }
}

/// Opens the dock; its first button has the focus.
pub fn open(aloud: &Rc<Aloud>) -> Option<Dock> {
    let node = aloud.root.owner_document()?.create_element("div").ok()?;
    node.set_class_name("tj-dock");
    node.set_attribute("role", "region").ok()?;
    node.set_attribute("aria-label", "朗读").ok()?;
    aloud.root.append_child(&node).ok()?;
    let content = aloud.clone();
    let view = mount_to(node.clone().unchecked_into(), move || buttons(&content));
    if let Ok(Some(first)) = node.query_selector("button") {
        focus(&first);
    }
    Some(Dock {
        node,
        _view: Box::new(view),
    })
}

/// What stands in the dock.
fn buttons(aloud: &Rc<Aloud>) -> Element {
    let now = aloud.now;
    let told = el("p")
        .class("tj-dock__state")
        .attr("role", "status")
        .words(move || sentence(now.get().state).to_owned());
    let button = |words: Box<dyn Fn() -> String + Send>, press: fn(&Rc<Aloud>)| {
        let aloud = aloud.clone();
        el("button")
            .class("tj-dock__button")
            .attr("type", "button")
            .words(words)
            .on("click", move |_| press(&aloud))
    };
    // Without a voice there is nothing to steer.
    let steered = |button: Element| {
        button.live("hidden", move || {
            let mute = matches!(
                now.get().state,
                State::Waiting | State::NoVoice | State::NoEngine
            );
            mute.then(String::new)
        })
    };
    let turn = move || match now.get().state {
        State::Reading => "暂停".to_owned(),
        _ => "继续".to_owned(),
    };
    let pace = move || {
        let name = RATES.get(now.get().rate).map_or("", |(_, name)| *name);
        ["语速：", name].concat()
    };
    let fixed = |words: &'static str| -> Box<dyn Fn() -> String + Send> {
        Box::new(move || words.to_owned())
    };
    el("div").class("tj-dock__box").child(told).child(
        el("div")
            .class("tj-dock__row")
            .child(steered(button(Box::new(turn), Aloud::turn)))
            .child(steered(button(fixed("上一句"), |aloud| {
                aloud.step(false)
            })))
            .child(steered(button(fixed("下一句"), |aloud| {
                aloud.step(true)
            })))
            .child(steered(button(Box::new(pace), Aloud::faster)))
            .child(steered(button(fixed("从这里开始"), Aloud::from_here)))
            .child(button(fixed("停止"), |aloud| aloud.stop())),
    )
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
