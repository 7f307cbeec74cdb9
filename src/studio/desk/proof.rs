//! 预览: the page as it is published, without its scripts, in a frame that can run none.

use leptos::html::Iframe;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

use super::at_work::AtDesk;
use super::proof_click::{ProofListener, listen_in, show, shown};

/// How wide the page is shown, in px.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ProofWidth {
    Phone,
    Desk,
    Sheet,
}

impl ProofWidth {
    fn px(self) -> u32 {
        match self {
            ProofWidth::Phone => 390,
            ProofWidth::Desk => 1280,
            ProofWidth::Sheet => 794,
        }
    }
}

/// The margins of a page, as `style/print.css` has them.
const SHEET: &str = "body{padding:18mm 16mm 20mm}.tj-masthead{position:static!important}";

/// The looks, as the page's parameters call them.
const LOOKS: [(&str, &str, &str); 4] = [
    ("light", "浅色", "Light"),
    ("dark", "深色", "Dark"),
    ("contrast", "高对比", "Contrast"),
    ("elder", "大字版", "Large"),
];

/// The page.
#[component]
pub fn Proof(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let frame: NodeRef<Iframe> = NodeRef::new();
    let width = RwSignal::new(ProofWidth::Phone);
    let look = RwSignal::new("light");
    let loaded = RwSignal::new(0_u32);
    let shell = Memo::new(move |_| {
        desk.shell.with(|shell| {
            let style = match width.get() {
                // What is for a screen is for a kind of device that there is not.
                ProofWidth::Sheet => shell
                    .style
                    .replace("@media print", "@media all")
                    .replace("@media screen", "@media tty")
                    + SHEET,
                _ => shell.style.clone(),
            };
            let style = style.replace("</", "<\\/");
            let (theme, size) = match look.get() {
                "elder" => ("light", " data-size=\"elder\""),
                theme => (theme, ""),
            };
            format!(
                "<!DOCTYPE html><html lang=\"zh-CN\" data-tujie=\"static\" data-framed data-theme=\"{theme}\"{size}>\
                 <head><meta charset=\"utf-8\"><style>{style}</style></head><body><div id=\"app\"></div></body></html>"
            )
        })
    });
    let document = move || -> Option<Document> {
        let frame: web_sys::HtmlIFrameElement = frame.get()?;
        frame.content_document()
    };
    let listener = StoredValue::new_local(None::<ProofListener>);
    Effect::new(move |_| {
        loaded.get();
        listener.set_value(document().map(|document| listen_in(desk, &document)));
    });
    Effect::new(move |_| {
        loaded.get();
        let page = desk.page.get();
        if let Some(app) = document().and_then(|document| document.get_element_by_id("app")) {
            fill(&app, &page);
        }
    });
    // The page follows the line that is written in, when it opens and as it changes.
    Effect::new(move |_| {
        desk.page.track();
        let Some(pointer) = desk.editing.get() else {
            return;
        };
        let text = desk.lines.with_untracked(|lines| {
            let line = lines.iter().find(|line| line.pointer == pointer);
            line.map(|line| line.text.clone())
        });
        let file = desk.file.get_untracked();
        let frame = frame.get_untracked();
        let document = frame.and_then(|frame| frame.content_document());
        let place = file.zip(document).zip(text);
        let place =
            place.and_then(|((file, document), text)| shown(&document, &file, &pointer, &text));
        if let Some(place) = place {
            show(&place, false);
        }
    });
    let choice = move |which: ProofWidth, zh: &'static str, en: &'static str| {
        view! {
            <button class="de-tab" type="button" aria-pressed=move || (width.get() == which).to_string() on:click=move |_| width.set(which)>{desk.say(zh, en)}</button>
        }
    };
    view! {
        <div class="de-proof__bar">
            <h2 class="de-pane__title">{desk.say("预览", "Preview")}</h2>
            <div class="de-tabs" role="group" aria-label=desk.say("宽度", "Width")>
                {choice(ProofWidth::Phone, "手机", "Phone")}
                {choice(ProofWidth::Desk, "电脑", "Desktop")}
                {choice(ProofWidth::Sheet, "打印", "Print")}
            </div>
            <div class="de-tabs" role="group" aria-label=desk.say("样子", "Look")>
                {LOOKS.map(|(name, zh, en)| view! {
                    <button class="de-tab" type="button" aria-pressed=move || (look.get() == name).to_string() on:click=move |_| look.set(name)>{desk.say(zh, en)}</button>
                }).collect_view()}
            </div>
        </div>
        <p class="de-pane__note">{move || match desk.page.with(|page| page.is_empty()) {
            true => desk.said("改好必须改的，这里就有网页。", "The page comes once it can be made."),
            false => desk.said("点网页里的一句话，就到原文里改它。", "Click a sentence of the page to change it in the text."),
        }}</p>
        <div class="de-proof__room" data-width=move || width.get().px().to_string()>
            <iframe
                class="de-proof__frame"
                node_ref=frame
                sandbox="allow-same-origin"
                title=desk.say("网页预览", "Preview of the page")
                srcdoc=move || shell.get()
                on:load=move |_| loaded.update(|times| *times += 1)
            ></iframe>
        </div>
    }
}

/// Puts the page into the frame. Only what is another is exchanged, so that the reader's
/// place and what was unfolded stay, and little has to be laid out anew.
fn fill(app: &Element, page: &str) {
    // Read into a document of its own, in which nothing runs and nothing is fetched.
    let html = SupportedType::TextHtml;
    let read = DomParser::new().and_then(|parser| parser.parse_from_string(page, html));
    let Some(fresh) = read.ok().and_then(|document| document.body()) else {
        return;
    };
    if let Ok(open) = app.query_selector_all("details[open][id]") {
        let ids = (0..open.length()).filter_map(|at| open.item(at)?.dyn_into::<Element>().ok());
        for id in ids.map(|one| one.id()) {
            let again = fresh.query_selector(&format!("details[id=\"{id}\"]"));
            if let Ok(Some(details)) = again {
                let _ = details.set_attribute("open", "");
            }
        }
    }
    blend(app, &fresh, true);
}

/// Makes the old node what the new one is.
fn blend(old: &Node, new: &Node, outermost: bool) {
    if !outermost && old.is_equal_node(Some(new)) {
        return;
    }
    let (before, after) = (nodes(old), nodes(new));
    let shell = |node: &Node| node.clone_node().ok();
    let alike = shell(old)
        .zip(shell(new))
        .is_some_and(|(old, new)| old.is_equal_node(Some(&new)));
    if before.len() == after.len() && !before.is_empty() && (outermost || alike) {
        for (old, new) in before.iter().zip(&after) {
            blend(old, new, false);
        }
    } else if outermost {
        old.set_text_content(None);
        for new in after {
            let _ = old.append_child(&new);
        }
    } else if let Some(parent) = old.parent_node() {
        let _ = parent.replace_child(new, old);
    }
}

fn nodes(parent: &Node) -> Vec<Node> {
    let all = parent.child_nodes();
    (0..all.length()).filter_map(|at| all.item(at)).collect()
}
