//! Files for the reader, made by `public/export.js`, which is fetched when the
//! first is asked for.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = tujieExport, catch)]
    fn give(
        format: &str,
        name: &str,
        words: &str,
        drawing: Option<Element>,
        chart: &str,
        title: &str,
        origin: &str,
    ) -> Result<(), JsValue>;
}

/// What is handed over.
pub struct File {
    /// `csv`, `json`, `svg` or `png`.
    pub format: &'static str,
    /// What it is called.
    pub name: String,
    /// What stands in it, where it is no picture.
    pub words: String,
    /// What it shows, where it is one.
    pub drawing: Option<Element>,
    /// Under which title, of which report, with where it comes from, a line each.
    pub chart: String,
    pub title: String,
    pub origin: String,
}

impl File {
    /// Hands it over, or says in the dialog why not; `lost` where even the
    /// script cannot be had.
    pub fn give(self, lost: impl FnOnce() + 'static) -> Option<()> {
        let file = move || {
            let File {
                format,
                name,
                words,
                drawing,
                chart,
                title,
                origin,
            } = self;
            give(format, &name, &words, drawing, &chart, &title, &origin).is_ok()
        };
        let window = web_sys::window()?;
        if js_sys::Reflect::has(&window, &"tujieExport".into()).ok()? {
            file();
            return Some(());
        }
        let document = window.document()?;
        let names = document.query_selector("script[data-export]").ok()??;
        let script = document.create_element("script").ok()?;
        for (from, to) in [
            ("data-export", "src"),
            ("data-export-integrity", "integrity"),
        ] {
            let value = names.get_attribute(from).unwrap_or_default();
            script.set_attribute(to, &value).ok()?;
        }
        script.set_attribute("crossorigin", "anonymous").ok()?;
        let done = Closure::once_into_js(move |event: web_sys::Event| {
            if event.type_() != "load" || !file() {
                lost();
            }
        });
        for event in ["load", "error"] {
            script
                .add_event_listener_with_callback(event, done.unchecked_ref())
                .ok()?;
        }
        document.head()?.append_child(&script).ok().map(drop)
    }
}
