//! 分享: the reader's place as an address, as a code for cameras, by the system,
//! and the report as one long picture.

use super::dialog;
use super::sandbox::{Elsewhere, NOT_SAVED};
use crate::browser::clipboard::copy;
use crate::browser::options::{own_address, saves};
use crate::browser::pause;
use crate::browser::system_share::{Shared, can_share, share};
use crate::layout::qr::Qr;
use leptos::html;
use leptos::prelude::*;

/// The long picture, and what the build leaves in the page where it drew one:
/// a card for links is drawn with it.
const PICTURE: &str = "share/poster.png";
const DRAWN: &str = "meta[property='og:image']";

/// Opens its window, with the address of this moment.
pub fn open() -> Option<()> {
    let window = web_sys::window()?;
    let address = own_address()?.href();
    let drawn = window.document()?.query_selector(DRAWN).ok()?.is_some();
    dialog::open("分享", "tj-sharing", move |_| {
        view! { <Sharing address drawn/> }
    })
}

/// What there is to share.
#[component]
fn Sharing(
    /// Where the reader is.
    address: String,
    /// Whether there is a long picture.
    drawn: bool,
) -> impl IntoView {
    let told = RwSignal::new("");
    let field = NodeRef::<html::Textarea>::new();
    let copy_link = move |_| {
        let done = field.get_untracked().is_some_and(|field| copy(&field));
        told.set(if done {
            "已复制链接"
        } else {
            "浏览器不让复制。链接已选中，请自行复制。"
        });
    };
    let url = address.clone();
    let by_system = move |_| {
        told.set("");
        let url = url.clone();
        pause::begin(async move {
            if share(&url).await == Shared::Failed {
                told.set("系统分享没有成功，可以复制链接。");
            }
        });
    };
    let by_system = can_share().then(|| {
        view! {
            <button class="tj-sharing__button" type="button" on:click=by_system>
                "系统分享"
            </button>
        }
    });
    let code = Qr::place(&address).map(|qr| view! { <Code qr/> });
    view! {
        <div>
            <textarea
                class="tj-sharing__address"
                readonly=true
                rows="2"
                aria-label="链接"
                node_ref=field
                prop:value=address
            ></textarea>
            <div class="tj-sharing__row">
                <button class="tj-sharing__button" type="button" on:click=copy_link>
                    "复制链接"
                </button>
                {by_system}
            </div>
            <p class="tj-sharing__told" role="status" prop:textContent=move || told.get()></p>
            {code}
            {drawn.then(|| view! { <LongPicture/> })}
        </div>
    }
}

/// The address for cameras, black on white whatever the theme and whoever darkens the
/// page: both are in the drawing, with the four modules of white around.
#[component]
fn Code(qr: Qr) -> impl IntoView {
    let side = qr.side.to_string();
    view! {
        <figure class="tj-sharing__plate">
            <svg
                class="tj-sharing__code"
                viewBox=["0 0 ", &side, " ", &side].concat()
                role="img"
                aria-label="这里的链接的二维码"
            >
                <path fill="#fff" d="M0 0h999v999H0z"></path>
                <path fill="#000" d=qr.dark.d()></path>
            </svg>
            <figcaption>"扫码看这里"</figcaption>
        </figure>
    }
}

/// The long picture, loaded when it is opened.
#[component]
fn LongPicture() -> impl IntoView {
    let source = RwSignal::new(None);
    view! {
        <details class="tj-sharing__long" on:toggle=move |_| source.set(Some(PICTURE))>
            <summary class="tj-sharing__button">"长图"</summary>
            <p>"长按或右键保存图片。"</p>
            <a class="tj-sharing__button" href=PICTURE download="">
                "下载长图"
            </a>
            <Elsewhere words=NOT_SAVED needless=saves()/>
            <img
                class="tj-sharing__picture"
                alt="整份图解的长图"
                src=move || source.get()
            />
        </details>
    }
}
