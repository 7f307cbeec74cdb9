//! 嵌入: the code that puts the report, or a part of it, into another page.
//!
//! While its window is open the page behind it is the preview: it shows what
//! the code would show, and is as before when the window closes.

mod page_preview;
mod snippet;

use self::page_preview::Preview;
use self::snippet::{FIELDS, Field, Writing, element, frame, is_asked, meant};
use super::dialog;
use crate::browser::clipboard::copy;
use crate::page::numbers::reading::origin;
use crate::report::export::TITLE;
use leptos::html;
use leptos::prelude::*;
use web_sys::{Element, Url};

/// Opens its window.
pub fn open(root: Element) -> Option<()> {
    let address = web_sys::window()?.location().href().ok()?;
    let page = address.split(['?', '#']).next()?.to_owned();
    let programs = programs(&page)?;
    dialog::open("嵌入", "tj-embed", move |_| {
        view! { <Embedding root page programs/> }
    })
}

/// The folder that the page's programs come from, where the script and the guide for
/// other sites stand as well: in a site of many reports not the page's own.
fn programs(page: &str) -> Option<String> {
    let document = web_sys::window()?.document()?;
    let loader = document.query_selector("script[data-app]").ok()??;
    let loader = Url::new_with_base(&loader.get_attribute("src")?, page).ok()?;
    let address = loader.href();
    Some(address.rsplit_once('/')?.0.to_owned())
}

/// The values that are chosen, each of its field.
type Chosen = [RwSignal<String>; FIELDS.len()];

/// The report's title, as the data says it.
fn title(root: &Element) -> String {
    let title = origin(root).into_iter().find(|(name, _)| name == TITLE);
    title.map(|(_, title)| title).unwrap_or_default()
}

/// What stands on a button that copies.
const COPY: &str = "复制";

/// The choices, and the code in both ways of writing it.
#[component]
fn Embedding(
    /// `#app`.
    root: Element,
    /// The page's address, without what it asks for.
    page: String,
    /// The folder of the programs.
    programs: String,
) -> impl IntoView {
    let preview = Preview::start();
    let chosen = FIELDS.each_ref().map(|field| {
        let first = field.values(&root).into_iter().next();
        RwSignal::new(first.map(|(value, _)| value).unwrap_or_default())
    });
    let copied = [RwSignal::new(COPY), RwSignal::new(COPY)];
    let [script, plain] = copied;
    let changed = move |_| {
        preview.show(&meant(&chosen.map(|value| value.get_untracked())));
        for copied in copied {
            copied.set(COPY);
        }
    };
    let choices: Vec<_> = FIELDS
        .iter()
        .zip(chosen)
        .map(|(field, value)| {
            let values = field.values(&root);
            view! { <Choice field values value chosen/> }
        })
        .collect();
    let title = title(&root);
    let guide = [programs.as_str(), "/embed/"].concat();
    view! {
        <div on:change=changed>
            <p class="tj-embed__note">
                "选择之后，页面显示它嵌入后的样子；关闭后恢复。"
            </p>
            {choices}
            <Code
                label="能放脚本的网站：高度自动合适"
                way=element
                chosen
                page=page.clone()
                programs=programs.clone()
                title=title.clone()
                copied=script
            />
            <Code
                label="只能放框架的网站：框内滚动"
                way=frame
                chosen
                page
                programs
                title
                copied=plain
            />
            <a class="tj-embed__guide" href=guide target="_blank" rel="noopener">
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
    /// What is chosen in all fields.
    chosen: Chosen,
) -> impl IntoView {
    let hidden = move || !is_asked(field, &chosen.map(|value| value.get()));
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
    /// How it is written.
    way: Writing,
    /// What is chosen in all fields.
    chosen: Chosen,
    /// The page's address.
    page: String,
    /// The folder of the programs.
    programs: String,
    /// The report's title.
    title: String,
    /// What the button says.
    copied: RwSignal<&'static str>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let words = move || {
        let chosen = chosen.map(|value| value.get());
        way(&meant(&chosen), &page, &programs, &title)
    };
    let press = move |_| {
        let done = field.get_untracked().is_some_and(|field| copy(&field));
        copied.set(if done {
            "已复制"
        } else {
            "已选中，请复制"
        });
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
                prop:value=words
            ></textarea>
            <button
                class="tj-embed__copy"
                type="button"
                aria-live="polite"
                on:click=press
                prop:textContent=move || copied.get()
            ></button>
        </div>
    }
}
