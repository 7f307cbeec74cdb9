//! Giving the reader a file that was made here.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Document, HtmlAnchorElement,
    HtmlCanvasElement, HtmlImageElement, Url,
};

/// How long a file is kept for the browser to take it, in ms.
const KEPT: i32 = 60_000;

/// Whether downloads lead nowhere here; no event tells. A sandbox takes the
/// page's origin along with the right to download, and WeChat's browser
/// has no downloads.
pub fn refused() -> bool {
    web_sys::window().is_none_or(|window| {
        let agent = window.navigator().user_agent().unwrap_or_default();
        window.origin() == "null" || agent.contains("MicroMessenger")
    })
}

/// Words as a file of that type.
pub fn file(words: &str, mime: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&words.into());
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

/// Hands over a file under a name.
pub fn save(file: &Blob, name: &str) -> Option<()> {
    let window = web_sys::window()?;
    let url = Url::create_object_url_with_blob(file).ok()?;
    let link = window.document()?.create_element("a").ok()?;
    let link: HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let gone = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    let gone = gone.unchecked_ref();
    let timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(gone, KEPT);
    timer.ok().map(drop)
}

/// An SVG of that width and height (px) painted twice as large.
pub async fn painted(svg: &str, width: f64, height: f64) -> Option<HtmlCanvasElement> {
    let document: Document = web_sys::window()?.document()?;
    let image = HtmlImageElement::new().ok()?;
    let words = String::from(js_sys::encode_uri_component(svg));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &words].concat());
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((width * 2.0) as u32);
    canvas.set_height((height * 2.0) as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (width * 2.0, height * 2.0);
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    Some(canvas)
}

/// Hands over what is painted as a PNG.
pub fn save_png(canvas: &HtmlCanvasElement, name: String) -> Option<()> {
    let made = Closure::once_into_js(move |png: Option<Blob>| {
        let _ = png.and_then(|png| save(&png, &name));
    });
    canvas.to_blob(made.unchecked_ref()).ok()
}
