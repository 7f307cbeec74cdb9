//! 嵌入: the code that puts the report, or a part of it, into another page.
//!
//! While its window is open the page behind it is the preview: it shows what
//! the code would show, and is as before when the window closes.

mod page_preview;
mod snippet;

use self::page_preview::Preview;
use self::snippet::{FIELDS, Field, element, frame, meant};
use super::dialog;
use crate::browser::clipboard::copy;
use crate::report::Report;
use leptos::html;
use leptos::prelude::*;

/// Opens its window.
pub fn open(report: Report) -> Option<()> {
    let address = web_sys::window()?.location().href().ok()?;
    let page = address.split(['?', '#']).next()?.to_owned();
    dialog::open("嵌入", "tj-embed", move |_| {
        view! { <Embedding report page/> }
    })
}

/// The choices, and the code in both ways of writing it.
#[component]
fn Embedding(
    report: Report,
    /// The page's address, without what it asks for.
    page: String,
) -> impl IntoView {
    let preview = StoredValue::new_local(Preview::start());
    // The value of each field, in their order; of the view `""`, the whole report.
    let chosen = FIELDS.each_ref().map(|field| {
        let first = field.values(&report).into_iter().next();
        RwSignal::new(first.map(|(value, _)| value).unwrap_or_default())
    });
    let all = move || chosen.map(|value| value.get());
    Effect::new(move |shown: Option<()>| {
        let values = all();
        if shown.is_some() {
            preview.with_value(|preview| preview.show(&meant(&values)));
        }
    });
    let choices: Vec<_> = FIELDS
        .iter()
        .zip(chosen)
        .map(|(field, value)| {
            let values = field.values(&report);
            let hidden = move || field.name == "chapter" && !snippet::is_chapter_alone(&all());
            view! { <Choice field values value hidden/> }
        })
        .collect();
    let title = report.title.text.text();
    let of_script = page.clone();
    let script = Signal::derive(move || element(&meant(&all()), &of_script));
    let plain = Signal::derive(move || frame(&meant(&all()), &page, &title));
    view! {
        <div>
            <p class="tj-embed__note">
                "选择之后，页面显示它嵌入后的样子；关闭后恢复。"
            </p>
            {choices}
            <Code label="能放脚本的网站：高度自动合适" words=script/>
            <Code label="只能放框架的网站：框内滚动" words=plain/>
            <a class="tj-embed__guide" href="embed/" target="_blank" rel="noopener">
                "属性、事件和各类网站的说明"
            </a>
        </div>
    }
}

/// One of the fields, to choose its value.
#[component]
fn Choice(
    field: &'static Field,
    /// What it offers: each value with its words.
    values: Vec<(String, String)>,
    /// What is chosen.
    value: RwSignal<String>,
    /// Whether there is nothing to choose now.
    hidden: impl Fn() -> bool + Send + 'static,
) -> impl IntoView {
    let options: Vec<_> = values
        .into_iter()
        .map(|(value, words)| view! { <option value=value>{words}</option> })
        .collect();
    view! {
        <label class="tj-embed__field" hidden=hidden>
            {field.label}
            <select
                class="tj-embed__select"
                name=field.name
                on:change:target=move |event| value.set(event.target().value())
            >
                {options}
            </select>
        </label>
    }
}

/// A piece of code to copy.
#[component]
fn Code(
    /// What it is for.
    label: &'static str,
    /// The code.
    words: Signal<String>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    // The code that was copied, and whether the browser did it.
    let copied = RwSignal::new(None);
    let press = move |_| {
        let done = field.get_untracked().is_some_and(|field| copy(&field));
        copied.set(Some((words.get_untracked(), done)));
    };
    let state = move || {
        let words = words.get();
        match copied.get() {
            Some((of, true)) if of == words => "已复制",
            Some((of, false)) if of == words => "已选中，请复制",
            _ => "复制",
        }
    };
    view! {
        <div class="tj-embed__code">
            <p class="tj-embed__label">{label}</p>
            <textarea
                class="tj-embed__snippet"
                readonly=true
                rows="7"
                aria-label=label
                node_ref=field
                prop:value=move || words.get()
            ></textarea>
            <button
                class="tj-embed__copy"
                type="button"
                aria-live="polite"
                on:click=press
                prop:textContent=state
            ></button>
        </div>
    }
}
