//! 嵌入: the code that puts the report, or a part of it, into another page.
//!
//! While its window is open the page behind it is the preview: it shows what
//! the code would show, and is as before when the window closes.

mod preview;
mod snippet;

use self::preview::Preview;
use self::snippet::{Choice, FIELDS, element, frame};
use super::{Page, Place, Tool, dialog};
use crate::browser::copy::copy;
use crate::browser::options::framed;
use crate::components::element::{Element, el};
use crate::report::Report;
use leptos::prelude::{Get, RwSignal, Set, Signal, Update};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlSelectElement};

/// The tool; a page that is embedded itself has none.
pub fn tool(page: &Page) -> Option<Tool> {
    let report = page.report.clone();
    let open = move || {
        let report = report.clone();
        dialog::open("嵌入", "tj-embed", move |_| content(&report));
    };
    (!framed()).then(|| Tool {
        name: "embed",
        place: Place::Sheet,
        icon: "M7 6L3 10l4 4M13 6l4 4l-4 4",
        label: Signal::stored("嵌入"),
        press: Rc::new(open),
    })
}

/// The choices, and the code in both ways of writing it.
fn content(report: &Report) -> Element {
    let choice = RwSignal::new(Choice::default());
    let preview = Rc::new(Preview::start());
    let title = report.title.text.text();
    let fields = FIELDS.into_iter().enumerate().map(|(index, field)| {
        let preview = preview.clone();
        let values = field.values(report);
        let options = values.iter().map(|(value, words)| {
            el("option")
                .attr("value", value.clone())
                .child(words.as_str())
        });
        let select = el("select")
            .class("tj-embed__select")
            .attr("name", field.name)
            .children(options.collect::<Vec<_>>())
            .on("change", move |event| {
                let event: Event = event.unchecked_into();
                let select = event.target();
                let select = select.and_then(|node| node.dyn_into::<HtmlSelectElement>().ok());
                if let Some(select) = select {
                    choice.update(|choice| choice.set(index, select.value()));
                    preview.show(field.name, &select.value());
                }
            });
        el("label")
            .class("tj-embed__field")
            .live("hidden", move || {
                choice.get().hides(index).then(String::new)
            })
            .child(el("span").child(field.label))
            .child(select)
    });
    let whole = el("a")
        .class("tj-embed__guide")
        .attr("href", "embed/")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child("属性、事件和各类网站的说明");
    let (page, same) = (address(), address());
    el("div")
        .child(
            el("p")
                .class("tj-embed__note")
                .child("选择之后，页面显示它嵌入后的样子；关闭后恢复。"),
        )
        .children(fields.collect::<Vec<_>>())
        .child(code(
            "能放脚本的网站：高度自动合适",
            move || element(&choice.get(), &page),
        ))
        .child(code("只能放框架的网站：框内滚动", move || {
            frame(&choice.get(), &same, &title)
        }))
        .child(whole)
}

/// The page's address, asked for nothing.
fn address() -> String {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    address
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// A piece of code to copy.
fn code(label: &'static str, words: impl Fn() -> String + Send + 'static) -> Element {
    let copied = RwSignal::new("复制");
    let press = move |event: JsValue| {
        let event: Event = event.unchecked_into();
        let button = event.current_target();
        let field = button
            .and_then(|node| node.dyn_into::<web_sys::Element>().ok())
            .and_then(|button| button.previous_element_sibling())
            .and_then(|node| node.dyn_into().ok());
        if let Some(field) = field {
            copied.set(if copy(&field) {
                "已复制"
            } else {
                "已选中，请复制"
            });
        }
    };
    let words = move || {
        copied.set("复制");
        words()
    };
    el("div")
        .class("tj-embed__code")
        .child(el("p").class("tj-embed__label").child(label))
        .child(
            el("textarea")
                .class("tj-embed__snippet")
                .attr("readonly", "")
                .attr("rows", "5")
                .attr("aria-label", label)
                .words(words),
        )
        .child(
            el("button")
                .class("tj-embed__copy")
                .attr("type", "button")
                .attr("aria-live", "polite")
                .on("click", press)
                .words(move || copied.get().to_owned()),
        )
}
