//! A drawing with its words around it, as an SVG document.

use super::standalone::write_style;
use crate::layout::caption::Caption;
use crate::layout::path::number;
use crate::page::mounting::mount;
use js_sys::Number;
use leptos::prelude::*;
use web_sys::{Element, XmlSerializer};

/// What is drawn, and what the picture says of it.
pub struct Subject {
    /// The drawing, with a `viewBox` from 0 0. It is used up.
    pub drawing: Element,
    /// What it shows.
    pub chart: String,
    /// The report's title.
    pub title: String,
    /// Where it comes from, a line each.
    pub origin: String,
}

/// A picture that stands alone.
pub struct Picture {
    /// The SVG document.
    pub svg: String,
    /// Its size in px.
    pub width: f64,
    pub height: f64,
}

impl Picture {
    /// Draws it.
    pub fn draw(subject: Subject) -> Option<Picture> {
        let drawing = subject.drawing.clone();
        let view_box = drawing.get_attribute("viewBox")?;
        // The browser's reading of numbers is there already.
        let mut size = view_box.split(' ').skip(2).map(Number::parse_float);
        let (width, height) = (size.next()?, size.next()?);
        let caption = Caption::place(width, height, &subject.origin);
        for (name, value) in [
            ("x", caption.left),
            ("y", caption.top),
            ("width", width),
            ("height", height),
        ] {
            drawing.set_attribute(name, &number(value)).ok()?;
        }
        drawing.set_attribute("overflow", "visible").ok()?;

        // The style reaches it only in the document.
        let document = web_sys::window()?.document()?;
        let holder = document.create_element("div").ok()?;
        holder.set_attribute("hidden", "").ok()?;
        document.body()?.append_child(&holder).ok()?;
        let (width, height) = (caption.width, caption.height);
        let mounted = mount(&holder, None, move || view! { <Sheet caption subject/> });
        let written = holder.first_element_child().and_then(|sheet| {
            sheet.append_child(&drawing).ok()?;
            write_style(&sheet)?;
            XmlSerializer::new().ok()?.serialize_to_string(&sheet).ok()
        });
        drop(mounted);
        holder.remove();
        // Leptos marks the places of lists.
        let svg = written?.replace("<!---->", "");
        Some(Picture { svg, width, height })
    }
}

/// The sheet that the drawing is put on.
#[component]
fn Sheet(
    /// Where everything stands.
    caption: Caption,
    /// What it says.
    subject: Subject,
) -> impl IntoView {
    let Subject {
        chart,
        title,
        origin,
        ..
    } = subject;
    let [width, height] = [caption.width, caption.height].map(number);
    let name = [title.as_str(), "：", &chart].concat();
    let left = number(caption.left);
    let lines = caption.lines.into_iter().map(|(y, words)| {
        view! { <Words left=left.clone() y=number(y) size="13" ink="var(--ink3)" words/> }
    });
    let lines: Vec<_> = lines.collect();
    view! {
        <svg
            width=width.clone()
            height=height.clone()
            viewBox=["0 0 ", &width, " ", &height].concat()
            font-family="var(--body)"
        >
            // Else it would be a title of HTML, which no drawing has.
            {leptos::svg::title().child(name)}
            <desc>{origin}</desc>
            <rect width=width.clone() height=height.clone() fill="var(--paper)"></rect>
            <g font-family="var(--display)" font-weight="700">
                <Words left=left.clone() y="56".to_owned() size="28" ink="var(--ink)" words=chart/>
            </g>
            <Words left=left.clone() y="84".to_owned() size="15" ink="var(--ink2)" words=title/>
            {lines}
        </svg>
    }
}

/// A line of words on the sheet.
#[component]
fn Words(
    /// Where it begins, in px.
    left: String,
    /// Its baseline, in px.
    y: String,
    /// How large, in px.
    size: &'static str,
    /// Its colour.
    ink: &'static str,
    words: String,
) -> impl IntoView {
    view! {
        <text x=left y=y font-size=size fill=ink>
            {words}
        </text>
    }
}
