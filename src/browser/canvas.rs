//! Drawings in pixels.

use js_sys::{Function, Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// A drawing that is painted.
pub struct Painted(HtmlCanvasElement);

impl Painted {
    /// Paints an SVG document, so many px large.
    pub async fn of(svg: &str, width: u32, height: u32) -> Option<Painted> {
        let image = HtmlImageElement::new().ok()?;
        let words = String::from(encode_uri_component(svg));
        image.set_src(&["data:image/svg+xml;charset=utf-8,", &words].concat());
        JsFuture::from(image.decode()).await.ok()?;
        let document = web_sys::window()?.document()?;
        let canvas = document.create_element("canvas").ok()?;
        let canvas: HtmlCanvasElement = canvas.unchecked_into();
        canvas.set_width(width);
        canvas.set_height(height);
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
        let (width, height) = (f64::from(width), f64::from(height));
        pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
            .ok()?;
        Some(Painted(canvas))
    }

    /// As a PNG file.
    pub async fn file(&self) -> Option<Blob> {
        let made = Promise::new(&mut |resolve: Function, _| {
            if self.0.to_blob(&resolve).is_err() {
                let _ = resolve.call1(&JsValue::NULL, &JsValue::NULL);
            }
        });
        JsFuture::from(made).await.ok()?.dyn_into().ok()
    }

    /// As the address of a PNG that holds all of it.
    pub fn address(&self) -> Option<String> {
        self.0.to_data_url().ok()
    }
}
