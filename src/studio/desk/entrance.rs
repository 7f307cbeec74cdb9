//! Before there is a file: a document in, a draft that is kept, or the sample to try.

use leptos::html::Button;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

use super::at_work::{AtDesk, DraftRecord, token};
use super::outside::{KeptDraft, drop_draft, kept_drafts};

/// What can be opened.
pub const KINDS: &str = ".docx,.txt,.md,.html,.htm,.json";

/// The first thing that an editor sees.
#[component]
pub fn Entrance(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let drafts = RwSignal::new(Vec::<KeptDraft>::new());
    spawn_local(async move {
        match kept_drafts().await {
            Ok(all) => drafts.set(all),
            Err(()) => desk.kept.set(None),
        }
    });
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(file) = files.and_then(|files| files.item(0)) {
            read(desk, file);
        }
    };
    view! {
        <div class="de-entrance">
            <h2 class="de-entrance__title">{desk.say("从 Word 文件到网站", "From a Word file to a website")}</h2>
            <ol class="de-tour">
                <li>{desk.say("打开工作报告的文稿，编辑台读出结构和数字，起草一份图解。", "Open the report’s document: its structure and numbers are read, and a draft is made.")}</li>
                <li>{desk.say("左边“原文”改字、调标题、定数字；中间“核对”逐条告诉您哪里要改、哪里拿不准。", "Left, 原文: words, headings, numbers. Middle, 核对: what must be put right, and what is unsure.")}</li>
                <li>{desk.say("右边“预览”就是将来的网页，改一个字它就跟着变。", "Right, 预览: the page as it will be, at every change.")}</li>
                <li>{desk.say("没有要改的了，就下载整个网站，交给网站管理员放上去。", "When nothing is left to put right, download the whole site and hand it to whoever runs the server.")}</li>
            </ol>
            <div
                class="de-drop"
                data-over=move || over.get().to_string()
                on:dragover=move |event: DragEvent| { event.prevent_default(); over.set(true); }
                on:dragleave=move |_| over.set(false)
                on:drop=dropped
            >
                <label class="de-button de-button--main">
                    {desk.say("打开文稿", "Open a document")}
                    <input class="de-file" type="file" accept=KINDS on:change=move |event| chosen(desk, &event)/>
                </label>
                <p>{desk.say("或把文件拖到这里。Word（.docx）、文本、Markdown、网页，或已有的 report.json。", "Or drop it here: Word (.docx), text, Markdown, a web page, or a report.json.")}</p>
            </div>
            <div class="de-entrance__row">
                <button class="de-button" type="button" disabled=move || desk.shell.with(|shell| shell.sample.is_empty()) on:click=move |_| sample(desk)>
                    {desk.say("用示例试一试", "Try it with a sample")}
                </button>
                <label class="de-button">
                    {move || match desk.earlier.get() {
                        Some(_) => desk.said("去年的数据已选好 ✓（点这里可以换）", "Last year’s data chosen ✓ (press to change)"),
                        None => desk.said("先选去年的 report.json", "Choose last year’s report.json first"),
                    }}
                    <input class="de-file" type="file" accept=".json" on:change=move |event| earlier_chosen(desk, &event)/>
                </label>
            </div>
            <details class="de-paste">
                <summary>{desk.say("粘贴文字", "Paste the text")}</summary>
                <textarea
                    class="de-field"
                    rows="8"
                    aria-label=desk.say("报告全文", "The whole text")
                    prop:value=move || pasted.get()
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <button class="de-button" type="button" disabled=move || pasted.with(|text| text.trim().is_empty())
                    on:click=move |_| desk.take(desk.said("粘贴的文字", "pasted") + ".txt", pasted.get_untracked().into_bytes())>
                    {desk.say("用这些文字起草", "Draft from this text")}
                </button>
            </details>
            <Show when=move || !drafts.with(Vec::is_empty)>
                <h3 class="de-entrance__heading">{desk.say("接着编", "Go on with")}</h3>
                <ul class="de-drafts">
                    <For each=move || drafts.get() key=|draft| draft.id.clone() let:draft>
                        <KeptOne desk drafts draft/>
                    </For>
                </ul>
            </Show>
            <p class="de-entrance__note">
                {move || match desk.kept.get() {
                    None => desk.said(
                        "这个浏览器现在不能保存稿子（无痕窗口常常如此）：编完请下载 report.json，下次再打开它。什么也不会发到网上。",
                        "This browser keeps nothing at the moment (private windows do not): download report.json when you are done. Nothing is sent anywhere.",
                    ),
                    Some(_) => desk.said(
                        "稿子只保存在这台电脑的这个浏览器里，什么也不会发到网上；清除浏览器数据会一并清除，用“删除”可以逐份去掉。",
                        "Drafts stay in this browser on this computer; nothing is sent anywhere. Clearing the browser’s data removes them, and so does “Delete”.",
                    ),
                }}
            </p>
        </div>
    }
}

/// A draft that this browser keeps.
#[component]
fn KeptOne(
    /// The state.
    desk: AtDesk,
    /// All of them.
    drafts: RwSignal<Vec<KeptDraft>>,
    /// This one.
    draft: KeptDraft,
) -> impl IntoView {
    let record: DraftRecord = serde_json::from_str(&draft.record).unwrap_or_default();
    let name = record.name.clone();
    let when: String = js_sys::Date::new(&draft.when.into())
        .to_locale_string("zh-CN", &wasm_bindgen::JsValue::UNDEFINED)
        .into();
    let (id, count) = (draft.id.clone(), draft.count);
    let gone = StoredValue::new(draft.id.clone());
    let asked = RwSignal::new(false);
    let keep: NodeRef<Button> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(keep) = keep.get() {
            let _ = keep.focus();
        }
    });
    view! {
        <li class="de-drafts__one">
            <button class="de-drafts__name" type="button" on:click=move |_| desk.lay_out(record.clone(), id.clone(), count)>
                {name.clone()}<span class="de-drafts__when">{when}</span>
            </button>
            {move || match asked.get() {
                false => view! {
                    <button class="de-button de-button--small" type="button" aria-label={
                        let name = name.clone();
                        move || desk.said("删除：", "Delete: ") + &name
                    } on:click=move |_| asked.set(true)>{desk.say("删除…", "Delete …")}</button>
                }.into_any(),
                true => view! {
                    <div class="de-panel__row" role="group" aria-label=desk.say("删了找不回来", "It cannot be had back")>
                        <span>{desk.say("删了找不回来。", "It cannot be had back.")}</span>
                        <button class="de-button de-button--small" type="button" on:click=move |_| {
                            let id = gone.get_value();
                            spawn_local(async move {
                                if drop_draft(&id).await.is_ok() {
                                    drafts.update(|all| all.retain(|draft| draft.id != id));
                                }
                            });
                        }>{desk.say("删除", "Delete")}</button>
                        // The harmless one is where the button was that was pressed.
                        <button class="de-button de-button--small" type="button" node_ref=keep on:click=move |_| asked.set(false)>{desk.say("不删", "Keep it")}</button>
                    </div>
                }.into_any(),
            }}
        </li>
    }
}

/// What was chosen in a field of files.
pub fn file_of(event: &Event) -> Option<File> {
    let field: HtmlInputElement = event.target()?.unchecked_into();
    let file = field.files()?.item(0);
    // The same file may be chosen again.
    field.set_value("");
    file
}

pub fn chosen(desk: AtDesk, event: &Event) {
    if let Some(file) = file_of(event) {
        read(desk, file);
    }
}

/// The largest document, in bytes.
const MOST: f64 = (64 << 20) as f64;

fn read(desk: AtDesk, file: File) {
    if file.size() > MOST {
        return desk.notice.set(desk.said(
            "这个文件太大，不像是一份报告。",
            "The file is too large for a report.",
        ));
    }
    spawn_local(async move {
        match bytes(&file).await {
            Some(bytes) => desk.take(file.name(), bytes),
            None => desk.notice.set(desk.said(
                "文件读不出来，请再选一次。",
                "The file cannot be read; choose it again.",
            )),
        }
    });
}

async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer())
        .await
        .ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Takes last year's file to lay beside.
pub fn earlier_chosen(desk: AtDesk, event: &Event) {
    let Some(file) = file_of(event) else { return };
    spawn_local(async move {
        let read = bytes(&file)
            .await
            .and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok());
        match read.filter(|file| file.get("parts").is_some()) {
            Some(earlier) => {
                desk.earlier.set(Some(std::sync::Arc::new(earlier)));
                if desk.file.with_untracked(Option::is_some) {
                    desk.changed();
                }
            }
            None => desk.notice.set(desk.said(
                "这不是报告的数据文件（report.json）。",
                "This is no report’s data file (report.json).",
            )),
        }
    });
}

fn sample(desk: AtDesk) {
    let file = desk.shell.with_untracked(|shell| shell.sample.clone());
    let mut value: serde_json::Value = serde_json::from_str(&file).unwrap_or_default();
    if let Some(fields) = value.as_object_mut() {
        fields.shift_remove("deploy");
    }
    let record = DraftRecord {
        name: desk.said("示例", "sample"),
        file: value.to_string(),
        ..DraftRecord::default()
    };
    desk.lay_out(record, token(), 0);
}
