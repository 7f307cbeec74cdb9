//! 嵌入: the code that puts the report, or a part of it, into another page.
//!
//! While its window is open the page behind it is the preview: it shows what
//! the code would show, and is as before when the window closes.

mod preview;
mod snippet;

use self::preview::Preview;
use self::snippet::{FIELDS, element, frame};
use crate::browser::copy::copy;
use crate::browser::place::find;
use crate::components::element::{Element, el};
use crate::report::Report;
use crate::tools::dialog;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlSelectElement, HtmlTextAreaElement};

/// Opens its window.
pub fn open(report: Report) -> Option<()> {
    dialog::open("嵌入", "tj-embed", move |_| content(&report))
}

/// The choices, and the code in both ways of writing it.
fn content(report: &Report) -> Element {
    let preview = Preview::start();
    let title = report.title.text.text();
    let whole = el("a")
        .class("tj-embed__guide")
        .attr("href", "embed/")
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .child("属性、事件和各类网站的说明");
    let [script, plain] = codes(&[], &title);
    let content = el("div").child(
        el("p")
            .class("tj-embed__note")
            .child("选择之后，页面显示它嵌入后的样子；关闭后恢复。"),
    );
    FIELDS
        .iter()
        .fold(content, |content, field| {
            let select = el("select")
                .class("tj-embed__select")
                .attr("name", field.name);
            let select = field
                .values(report)
                .into_iter()
                .fold(select, |select, (value, words)| {
                    select.child(el("option").attr("value", value).child(words))
                });
            let label = el("label")
                .class("tj-embed__field")
                .child(field.label)
                .child(select);
            // A chapter is chosen only where one is shown alone.
            let label = match field.name {
                "chapter" => label.attr("hidden", ""),
                _ => label,
            };
            content.child(label)
        })
        .child(code("能放脚本的网站：高度自动合适", script))
        .child(code("只能放框架的网站：框内滚动", plain))
        .child(whole)
        .on("change", move |event| {
            let _ = update(&event, &preview, &title);
        })
}

/// A piece of code to copy.
fn code(label: &'static str, words: String) -> Element {
    let button = el("button")
        .class("tj-embed__copy")
        .attr("type", "button")
        .attr("aria-live", "polite")
        .child("复制")
        .on("click", |event| {
            let _ = press(&event);
        });
    let field = el("textarea")
        .class("tj-embed__snippet")
        .attr("readonly", "")
        .attr("rows", "7")
        .attr("aria-label", label)
        .child(words);
    el("div")
        .class("tj-embed__code")
        .child(el("p").class("tj-embed__label").child(label))
        .child(field)
        .child(button)
}

/// Shows what is chosen now, and writes its code.
fn update(event: &JsValue, preview: &Preview, title: &str) -> Option<()> {
    let content = listener(event)?;
    let selects = find(&content, "select");
    let chosen: Vec<String> = selects
        .iter()
        .map(|select| select.unchecked_ref::<HtmlSelectElement>().value())
        .collect();
    let values = snippet::meant(&chosen);
    preview.show(&values);
    let of = content.query_selector("[name=chapter]").ok()??;
    let alone = values.iter().any(|(name, _)| *name == "chapter");
    let row = of.parent_element()?;
    let _ = row.toggle_attribute_with_force("hidden", !alone);
    for (field, words) in find(&content, "textarea").iter().zip(codes(&values, title)) {
        field.set_text_content(Some(&words));
    }
    for button in find(&content, ".tj-embed__copy") {
        button.set_text_content(Some("复制"));
    }
    Some(())
}

/// Copies the code above the button.
fn press(event: &JsValue) -> Option<()> {
    let button = listener(event)?;
    let field = button.previous_element_sibling()?;
    let done = copy(field.unchecked_ref::<HtmlTextAreaElement>());
    button.set_text_content(Some(if done {
        "已复制"
    } else {
        "已选中，请复制"
    }));
    Some(())
}

/// The element that listens.
fn listener(event: &JsValue) -> Option<web_sys::Element> {
    event
        .unchecked_ref::<Event>()
        .current_target()?
        .dyn_into()
        .ok()
}

/// Both ways of writing the code, for this page's address.
fn codes(values: &[(&str, &str)], title: &str) -> [String; 2] {
    let address = web_sys::window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let page = address.split(['?', '#']).next().unwrap_or_default();
    [element(values, page), frame(values, page, title)]
}
