//! The bar at the top: what is open, back and forth, and what can be done with it.

use leptos::prelude::*;

use super::at_work::{AtDesk, Pane};
use super::entrance::earlier_chosen;

/// The bar.
#[component]
pub fn DeskBar(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let problems = move || desk.look.with(|look| look.problems.len());
    let doubts = move || desk.unsettled();
    let tab = move |pane: Pane, name: Signal<String>| {
        view! {
            <button class="de-tab" type="button" aria-pressed=move || (desk.pane.get() == pane).to_string() on:click=move |_| desk.pane.set(pane)>
                {name}
            </button>
        }
    };
    let count = move || match problems() + doubts() {
        0 => desk.say("核对", "Check")().to_owned(),
        count => format!("{} {count}", desk.say("核对", "Check")()),
    };
    view! {
        <header class="de-bar">
            <h1 class="de-bar__name">{desk.say("编辑台", "Editing desk")}</h1>
            <Show when=move || desk.is_open()>
                <p class="de-bar__file">
                    <span class="de-bar__title">{move || desk.name.get()}</span>
                    <span class="de-bar__kept" role="status">
                        {move || match (desk.kept.get(), desk.served.get()) {
                            (Some(false), _) => desk.said("正在保存…", "Saving …"),
                            (_, true) => desk.said("已写入文件", "Written to the file"),
                            (Some(true), _) => desk.said("已保存在本浏览器", "Kept in this browser"),
                            (None, _) => desk.said("没有保存：请下载 report.json", "Not kept: download report.json"),
                        }}
                    </span>
                </p>
            </Show>
            <div class="de-bar__ways">
                <button class="de-button de-button--small" type="button" aria-label=desk.say("快捷键", "Keys") on:click=move |_| desk.keys_shown.set(true)>"?"</button>
                <button class="de-button de-button--small" type="button" lang=move || if desk.english.get() { "zh-CN" } else { "en" }
                    on:click=move |_| {
                        desk.english.update(|english| *english = !*english);
                        if desk.is_open() {
                            desk.changed();
                        }
                    }>
                    {move || if desk.english.get() { "中文" } else { "English" }}
                </button>
            </div>
            <Show when=move || desk.is_open()>
                <nav class="de-bar__tabs" aria-label=desk.say("看哪一栏", "Which pane")>
                    {tab(Pane::Original, Signal::derive(move || desk.say("原文", "Text")().to_owned()))}
                    {tab(Pane::Review, Signal::derive(count))}
                    {tab(Pane::Proof, Signal::derive(move || desk.say("预览", "Preview")().to_owned()))}
                </nav>
                <div class="de-bar__tools">
                    <button class="de-button de-button--small" type="button" disabled=move || !desk.ways.get().0 on:click=move |_| desk.step(false)>
                        {desk.say("撤销", "Undo")}
                    </button>
                    <button class="de-button de-button--small" type="button" disabled=move || !desk.ways.get().1 on:click=move |_| desk.step(true)>
                        {desk.say("重做", "Redo")}
                    </button>
                    <label class="de-button de-button--small">
                        {move || match desk.earlier.get() {
                            Some(_) => desk.said("去年的数据 ✓", "Last year ✓"),
                            None => desk.said("去年的数据", "Last year"),
                        }}
                        <input class="de-file" type="file" accept=".json" on:change=move |event| earlier_chosen(desk, &event)/>
                    </label>
                    <button class="de-button de-button--small" type="button" on:click=move |_| desk.close()>
                        {desk.say("打开别的", "Open another")}
                    </button>
                    <button class="de-button de-button--main de-button--small" type="button" on:click=move |_| desk.out_shown.set(true)>
                        {desk.say("下载网站", "Download")}
                    </button>
                </div>
            </Show>
        </header>
    }
}
