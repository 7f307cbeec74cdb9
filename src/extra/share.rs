//! 分享: the reader's place as an address, as a code for cameras, by the system,
//! and the report as one long picture.

use crate::browser::copy::copy;
use crate::browser::options::sandboxed;
use crate::browser::share::{Shared, can_share, share};
use crate::components::element::{Element, el};
use crate::layout::qr::Qr;
use crate::tools::dialog;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlTextAreaElement};

/// The long picture, and what the build leaves in the page where it drew one:
/// a card for links is drawn with it.
const PICTURE: &str = "share/poster.png";
const DRAWN: &str = "meta[property='og:image']";

/// Where the window tells what became of a press.
const TOLD: &str = "tj-sharing__told";

/// Opens its window.
pub fn open() -> Option<()> {
    dialog::open("分享", "tj-sharing", |_| content())
}

/// What there is to share, of this moment.
fn content() -> Element {
    let window = web_sys::window();
    let address = window.and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    let field = el("textarea")
        .class("tj-sharing__address")
        .attr("readonly", "")
        .attr("rows", "2")
        .attr("aria-label", "链接")
        .child(address.as_str());
    let link = button("复制链接", |event| {
        let done = copied(&event).unwrap_or(false);
        tell(if done {
            "已复制链接"
        } else {
            "浏览器不让复制。链接已选中，请自行复制。"
        });
    });
    let url = address.clone();
    let system = can_share().then(|| {
        button("系统分享", move |_| {
            tell("");
            let url = url.clone();
            spawn_local(async move {
                if share(&url).await == Shared::Failed {
                    tell("系统分享没有成功，可以复制链接。");
                }
            });
        })
    });
    let buttons = el("div")
        .class("tj-sharing__row")
        .child(link)
        .children(system);
    el("div")
        .child(field)
        .child(buttons)
        .child(el("p").class(TOLD).attr("role", "status"))
        .children(code(&address))
        .children(picture())
}

fn tell(words: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let told = document.map(|document| document.get_elements_by_class_name(TOLD));
    if let Some(told) = told.and_then(|told| told.item(0)) {
        told.set_text_content(Some(words));
    }
}

fn button(words: &'static str, press: impl FnMut(JsValue) + 'static) -> Element {
    el("button")
        .class("tj-sharing__button")
        .attr("type", "button")
        .child(words)
        .on("click", press)
}

/// Copies the field of the dialog that was pressed in.
fn copied(event: &JsValue) -> Option<bool> {
    let target = event.unchecked_ref::<Event>().current_target()?;
    let button: web_sys::Element = target.dyn_into().ok()?;
    let dialog = button.closest("dialog").ok()??;
    let field = dialog.query_selector("textarea").ok()??;
    Some(copy(field.unchecked_ref::<HtmlTextAreaElement>()))
}

/// The address for cameras, on a light plate whatever the theme; none where it
/// is too long for one.
fn code(address: &str) -> Option<Element> {
    let qr = Qr::place(address)?;
    let side = qr.side.to_string();
    let code = el("svg")
        .class("tj-sharing__code")
        .attr("viewBox", ["0 0 ", &side, " ", &side].concat())
        .attr("role", "img")
        .attr("aria-label", "这里的链接的二维码")
        .child(el("path").attr("d", qr.dark.d()));
    let words = el("figcaption").child("扫码看这里");
    let figure = el("figure").class("tj-sharing__plate");
    Some(figure.child(code).child(words))
}

/// The long picture, loaded when it is asked for.
fn picture() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.query_selector(DRAWN).ok()??;
    let image = el("img")
        .class("tj-sharing__picture")
        .attr("alt", "整份图解的长图");
    // A sandbox lets nothing be downloaded.
    let download = (!sandboxed()).then(|| {
        el("a")
            .class("tj-sharing__button")
            .attr("href", PICTURE)
            .attr("download", "")
            .child("下载长图")
    });
    let details = el("details")
        .class("tj-sharing__long")
        .on("toggle", |event| {
            let _ = show(&event);
        })
        .child(el("summary").class("tj-sharing__button").child("长图"))
        .child(el("p").child("长按或右键保存图片。"))
        .children(download)
        .child(image);
    Some(details)
}

/// Loads the picture of what was opened.
fn show(event: &JsValue) -> Option<()> {
    let target = event.unchecked_ref::<Event>().current_target()?;
    let details: web_sys::Element = target.dyn_into().ok()?;
    let image = details.query_selector("img").ok()??;
    image.set_attribute("src", PICTURE).ok()
}
