//! What stands around the text: names of the report, first figures, the imprint.

use leptos::prelude::*;
use serde_json::Value;

use super::at_work::AtDesk;
use super::marked_number::Field;
use crate::studio::edit::{remove, set, shift};
use crate::studio::manuscript::{entries, words};

type Named = (&'static str, &'static str, &'static str);

const IMPRINT: [Named; 18] = [
    ("source", "资料来源", "Source"),
    ("published", "发布日期", "Date"),
    ("publisher", "主办单位", "Publisher"),
    ("operator", "承办单位", "Operator"),
    ("author", "作者", "Author"),
    ("editor", "责任编辑", "Editor"),
    ("contact/text", "联系方式", "Contact"),
    ("contact/link", "联系方式的网址", "Contact: address"),
    ("icp/text", "ICP备案号", "ICP number"),
    ("icp/link", "ICP备案查询网址", "ICP: address"),
    ("police/text", "公安备案号", "Police number"),
    ("police/link", "公安备案查询网址", "Police: address"),
    ("code/text", "网站标识码", "Site code"),
    ("code/link", "标识码的网址", "Site code: address"),
    ("home/text", "所在网站", "Website"),
    ("home/link", "所在网站首页的网址", "Website: address"),
    ("column/name", "所在栏目", "Column"),
    ("column/kind", "栏目类别", "Column: kind"),
];

/// All of it.
#[component]
pub fn Colophon(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let fields = |of: &'static str, all: &'static [Named]| {
        all.iter().map(|(field, zh, en)| view! { <Field desk pointer=format!("{of}/{field}") name=(zh, en)/> }).collect_view()
    };
    view! {
        <details class="de-form" data-holds="/title">
            <summary>{desk.say("报告的简称和印章", "Short title and seal")}</summary>
            <div class="de-form__fields">
                <Field desk pointer="/title/short" name=("简称（须是题中的字句）", "Short title (words of the title)")/>
                <Field desk pointer="/title/seal" name=("印章（题的末尾几个字，可不写）", "Seal (the title’s last words; may be empty)")/>
            </div>
        </details>
        <details class="de-form" data-holds="/headline">
            <summary>{desk.say("首屏的数字", "Figures of the first screen")}</summary>
            <Headlines desk/>
        </details>
        <details class="de-form" data-holds="/imprint">
            <summary>{desk.say("出处和网站信息", "Imprint")}</summary>
            <div class="de-form__fields">{fields("/imprint", &IMPRINT)}<Keywords desk/></div>
        </details>
    }
}

/// The figures that are shown large, in their order.
#[component]
fn Headlines(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let all = Memo::new(move |_| {
        desk.file.with(|file| {
            let Some(file) = file else { return Vec::new() };
            let figures = file
                .get("figures")
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let named = entries(file, "/headline").into_iter();
            named
                .map(|pointer| {
                    let id = words(file, &pointer);
                    let figure = figures.iter().find(|figure| figure["id"] == id);
                    let told = figure.map(|figure| {
                        format!("{} {}", words(figure, "/phrase"), words(figure, "/label"))
                    });
                    (pointer.clone(), told.unwrap_or_else(|| id.to_owned()))
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        <p class="de-pane__note">{desk.say("点原文里的数字，可以列入首屏。", "Click a number of the text to put it here.")}</p>
        <ol class="de-list">
            <For each=move || all.get() key=Clone::clone let:one>
                <li class="de-list__one">
                    <span data-holds=one.0.clone()>{one.1.clone()}</span>
                    {[("↑", false), ("↓", true)].map(|(sign, down)| {
                        let at = one.0.clone();
                        view! {
                            <button class="de-button de-button--small" type="button" aria-label=move || desk.said(if down { "下移" } else { "上移" }, if down { "Down" } else { "Up" })
                                on:click=move |_| { desk.change("", |file| shift(file, &at, down)); }>{sign}</button>
                        }
                    })}
                    <Away desk pointer=one.0/>
                </li>
            </For>
        </ol>
    }
}

/// A button that takes an entry out.
#[component]
fn Away(desk: AtDesk, pointer: String) -> impl IntoView {
    view! {
        <button class="de-button de-button--small" type="button" aria-label=desk.say("去掉", "Remove")
            on:click=move |_| { desk.change("", |file| remove(file, &pointer)); }>"×"</button>
    }
}

/// Keywords, in one field.
#[component]
fn Keywords(desk: AtDesk) -> impl IntoView {
    let value = move || {
        desk.file.with(|file| {
            let Some(file) = file else {
                return String::new();
            };
            let all = entries(file, "/imprint/keywords").into_iter();
            all.map(|pointer| words(file, &pointer).to_owned())
                .collect::<Vec<_>>()
                .join("，")
        })
    };
    let write = move |event| {
        let text = event_target_value(&event);
        let all: Vec<Value> = text
            .split(['，', ',', '、', ';', '；'])
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .map(Value::from)
            .collect();
        desk.change("/imprint/keywords", |file| {
            set(file, "/imprint/keywords", Value::Array(all))
        });
    };
    view! {
        <label class="de-label">
            {desk.say("关键词（逗号分开）", "Keywords (by commas)")}
            <input class="de-field" data-holds="/imprint/keywords" prop:value=value on:change=write/>
        </label>
    }
}
