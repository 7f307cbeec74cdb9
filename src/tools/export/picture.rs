//! A drawing as a file of its own: its colours and typefaces, which the page's
//! style gives it, written into it; with title, origin and ground.

use crate::browser::place::find;
use crate::components::element::{Element, el, svg};
use crate::layout::path::number;
use crate::layout::text::em;
use crate::report::export::Sheet;
use crate::tools::built;
use web_sys::XmlSerializer;

/// Around the drawing, in px; the river's source and mouths run out into it.
const MARGIN: f64 = 72.0;
/// Above the drawing, for the titles.
const HEAD: f64 = 136.0;
/// From line to line below it.
const LINE: f64 = 20.0;

/// What is written into the file of what the style says. The first few pass on
/// from an element to those in it.
const STYLES: [&str; 12] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "font-family",
    "font-size",
    "font-weight",
    "letter-spacing",
    "text-anchor",
    "stop-color",
    "stop-opacity",
];
const PASSED_ON: usize = 10;

/// A picture as SVG, and its size in px.
pub struct Picture {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

/// A drawing, an `svg` with a `viewBox` from 0 0, as a picture of its own.
pub fn picture(drawing: web_sys::Element, sheet: &Sheet) -> Option<Picture> {
    let view_box = drawing.get_attribute("viewBox")?;
    let mut sizes = view_box.split(' ').skip(2).map(js_sys::parse_float);
    let (inner, height) = (sizes.next()?, sizes.next()?);
    let width = inner + 2.0 * MARGIN;
    let lines = foot(sheet, inner);
    let foot_at = HEAD + height + MARGIN;
    let height = foot_at + LINE * lines.len() as f64 + MARGIN / 2.0;

    let frame = built(frame(sheet, &lines, (width, height), foot_at))?;
    for (name, value) in [
        ("x", number(MARGIN)),
        ("y", number(HEAD)),
        ("width", number(inner)),
        ("height", number(foot_at - MARGIN - HEAD)),
        ("overflow", "visible".to_owned()),
    ] {
        drawing.set_attribute(name, &value).ok()?;
    }
    frame.append_child(&drawing).ok()?;

    // The style reaches it only in the document.
    let document = frame.owner_document()?;
    let holder = built(el("div").attr("hidden", ""))?;
    document
        .get_element_by_id("app")?
        .append_child(&holder)
        .ok()?;
    holder.append_child(&frame).ok()?;
    let written = write_styles(&frame);
    holder.remove();
    written?;
    let svg = XmlSerializer::new()
        .ok()?
        .serialize_to_string(&frame)
        .ok()?;
    Some(Picture { svg, width, height })
}

/// Ground, titles and foot.
fn frame(sheet: &Sheet, lines: &[String], size: (f64, f64), foot_at: f64) -> Element {
    let text = |y: f64, size: &'static str, face: &'static str, ink: &'static str, words: &str| {
        svg("text")
            .attr("x", number(MARGIN))
            .attr("y", number(y))
            .attr("font-size", size)
            .attr("font-family", face)
            .attr("fill", ink)
            .child(words)
    };
    let (display, body) = ("var(--display)", "var(--body)");
    let title = sheet.origin.iter().find(|(name, _)| *name == "标题");
    let title = title.map_or("", |(_, title)| title);
    let rows = lines.iter().enumerate().map(|(index, line)| {
        let y = foot_at + LINE * index as f64;
        text(y, "13", body, "var(--ink3)", line)
    });
    svg("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", number(size.0))
        .attr("height", number(size.1))
        .attr(
            "viewBox",
            ["0 0 ", &number(size.0), " ", &number(size.1)].concat(),
        )
        .child(svg("title").child([title, "：", &sheet.chart].concat()))
        .child(svg("desc").child(lines.join("\n")))
        .child(
            svg("rect")
                .attr("width", "100%")
                .attr("height", "100%")
                .attr("fill", "var(--paper)"),
        )
        .child(text(56.0, "28", display, "var(--ink)", &sheet.chart).attr("font-weight", "700"))
        .child(text(84.0, "15", body, "var(--ink2)", title))
        .children(rows)
}

/// What stands below the drawing: its origin, in lines of that width.
fn foot(sheet: &Sheet, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    for (name, value) in sheet.origin.iter().filter(|(name, _)| *name != "标题") {
        let mut line = String::new();
        for letter in [name, "：", value.as_str()].concat().chars() {
            line.push(letter);
            if (em(&line) + 1.0) * 13.0 > width {
                lines.push(std::mem::take(&mut line));
            }
        }
        lines.push(line);
    }
    lines
}

/// Writes into each element what the style says of it, and takes out what only
/// means something to the page.
fn write_styles(frame: &web_sys::Element) -> Option<()> {
    let mut all = vec![frame.clone()];
    all.extend(find(frame, "*"));
    let styles: Vec<_> = all.iter().map(styles).collect();
    let passed_on = |element: &web_sys::Element| {
        let parent = element.parent_element()?;
        let at = all.iter().position(|other| *other == parent)?;
        styles.get(at)?.as_ref()
    };
    for (element, style) in all.iter().zip(&styles) {
        let above = passed_on(element);
        for name in element.get_attribute_names() {
            let name = name.as_string()?;
            let of_the_page = ["class", "role", "tabindex", "data-", "aria-"];
            if of_the_page.iter().any(|start| name.starts_with(start)) {
                element.remove_attribute(&name).ok()?;
            }
        }
        for (index, (name, value)) in STYLES.iter().zip(style.as_ref()?).enumerate() {
            let known = above.and_then(|above| above.get(index)) == Some(value);
            let needed = match index < PASSED_ON {
                true => !known,
                false => element.local_name() == "stop",
            };
            if needed {
                element.set_attribute(name, value).ok()?;
            }
        }
    }
    Some(())
}

fn styles(element: &web_sys::Element) -> Option<Vec<String>> {
    let style = web_sys::window()?.get_computed_style(element).ok()??;
    let value = |name: &&str| {
        let value = style.get_property_value(name).ok()?;
        // Quotation marks of one kind, and none where they are not needed.
        let quote = if value.starts_with("url") { "" } else { "'" };
        Some(value.replace('"', quote))
    };
    STYLES.iter().map(value).collect()
}
