//! Out: the site as a zip, and the report's file.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{Blob, BlobPropertyBag};

use super::at_work::AtDesk;
use super::modal::Modal;
use super::outside::{ask, picture};
use crate::browser::files::{of_words, save};
use crate::studio::errand::Errand;

/// The dialog.
#[component]
pub fn HandingOut(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let base = RwSignal::new(String::new());
    let at = RwSignal::new(String::new());
    let told = RwSignal::new(String::new());
    let problems = move || desk.look.with(|look| look.problems.len());
    let doubts = move || desk.unsettled();
    let working = RwSignal::new(false);
    let site = move |_| {
        working.set(true);
        spawn_local(async move {
            let words = desk.said(
                "正在做网站：检查、画图、压缩，要十几秒…",
                "Making the site …",
            );
            told.set(words.clone());
            let made = desk
                .while_busy(words, make(desk, base.get_untracked(), at.get_untracked()))
                .await;
            told.set(match made {
                Ok(size) => format!(
                    "{}（{} KB）。{}",
                    desk.said(
                        "网站已交给浏览器下载：site.zip",
                        "The site was handed to the browser: site.zip"
                    ),
                    size / 1000,
                    desk.said(
                        "解压后把整个文件夹放到网站服务器上，就发布了。",
                        "Unzip it and put the whole folder on a web server."
                    ),
                ),
                Err(error) => desk.said("网站没有做成：", "The site could not be made: ") + &error,
            });
            working.set(false);
        });
    };
    let data = move |_| {
        let text = desk.text();
        if let Some(file) = of_words(&text, "application/json") {
            save("report.json", &file);
            told.set(desk.said(
                "数据文件已交给浏览器下载：report.json",
                "The file was handed to the browser: report.json",
            ));
        }
    };
    view! {
        <Modal shown=desk.out_shown name=desk.say("下载", "Download")>
                    {move || match (problems(), doubts()) {
                        (0, 0) => view! { <p class="de-good">{desk.say("没有要改的，也没有拿不准的。", "Nothing to put right, nothing unsure.")}</p> }.into_any(),
                        (0, open) => view! { <p class="de-pane__note">{format!("{open} ")}{desk.say("处拿不准的还没有核对；也可以先下载看看。", "unsure places are not settled yet; you may download all the same.")}</p> }.into_any(),
                        (count, _) => view! {
                            <p class="de-bad">{format!("{count} ")}{desk.say("处要改，改好才能做网站。数据文件随时可以下载。", "places must be put right before a site can be made.")}</p>
                            <button class="de-button" type="button" on:click=move |_| {
                                desk.out_shown.set(false);
                                let first = desk.look.with_untracked(|look| look.problems.first().map(|problem| problem.pointer.clone()));
                                desk.go_to(&first.unwrap_or_default());
                            }>{desk.say("去改第一处", "Go to the first")}</button>
                        }.into_any(),
                    }}
                    <label class="de-label">
                        {desk.say("网站将来的网址（可不写）", "The address it will have (may be empty)")}
                        <input class="de-field" inputmode="url" placeholder="https://" prop:value=move || base.get() on:input=move |event| { told.set(String::new()); base.set(event_target_value(&event).trim().to_owned()); }/>
                    </label>
                    <details class="de-form">
                        <summary>{desk.say("发布的时刻", "Time of publishing")}</summary>
                        <label class="de-label">
                            {desk.say("不写就是现在。同一份报告、同一时刻，做出的网站完全相同。", "Empty: now. The same report and time give the same site.")}
                            <input class="de-field" type="datetime-local" step="1" prop:value=move || at.get() on:input=move |event| at.set(event_target_value(&event))/>
                        </label>
                    </details>
                    <p role="status">{move || told.get()}</p>
                    <div class="de-panel__row">
                        <button class="de-button de-button--main" type="button" disabled=move || working.get() || problems() != 0 on:click=site>{desk.say("下载网站（site.zip）", "Download the site (site.zip)")}</button>
                        <button class="de-button" type="button" on:click=data>{desk.say("下载数据（report.json）", "Download the file (report.json)")}</button>
                        <button class="de-button" type="button" on:click=move |_| { told.set(String::new()); desk.out_shown.set(false); }>{desk.say("关闭", "Close")}</button>
                    </div>
        </Modal>
    }
}

/// Makes the site and hands it over; its size in bytes.
async fn make(desk: AtDesk, base: String, at: String) -> Result<usize, String> {
    let text = desk.text();
    if !base.is_empty() && !is_folder(&base) {
        return Err(desk.said(
            "网址要从 https:// 写起，例如 https://www.example.gov.cn/tujie/",
            "the address begins with https://, as in https://www.example.gov.cn/tujie/",
        ));
    }
    let now = js_sys::Date::now();
    let told = match at.as_str() {
        "" => now,
        at => js_sys::Date::parse(at),
    };
    let mark = (if told.is_finite() { told } else { now } / 1000.0) as u64;
    let drawings = Errand::Pictures { base: base.clone() };
    let (_, drawings) = ask::<()>(&drawings, &[text.as_bytes()]).await?;
    let mut pictures = Vec::new();
    for drawing in &drawings {
        pictures.extend(picture(&String::from_utf8_lossy(drawing)).await);
    }
    let mut pieces = vec![text.as_bytes()];
    // Where the browser draws only one of them, there are none.
    if let [long, card] = pictures.as_slice() {
        pieces.extend([long.as_slice(), card.as_slice()]);
    }
    let (_, made) = ask::<()>(&Errand::Site { mark, base }, &pieces).await?;
    let zip = made.into_iter().next().unwrap_or_default();
    let kind = BlobPropertyBag::new();
    kind.set_type("application/zip");
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(zip.as_slice()));
    let file = Blob::new_with_u8_array_sequence_and_options(&parts, &kind);
    let file = file.map_err(|_| desk.said("浏览器不肯收下文件", "the browser takes no file"))?;
    save("site.zip", &file);
    Ok(zip.len())
}

/// Whether an address is one of a folder on the web.
fn is_folder(address: &str) -> bool {
    let read = web_sys::Url::new(address).ok();
    read.is_some_and(|read| {
        let web = matches!(read.protocol().as_str(), "https:" | "http:");
        web && read.search().is_empty() && read.hash().is_empty()
    })
}
