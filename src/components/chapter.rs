//! A chapter: its summary with arc, heading and key figures; its text,
//! graphics and sections.

use crate::components::arc::glyph;
use crate::components::element::{Element, el};
use crate::components::figure::key_figure;
use crate::components::graphic::graphic;
use crate::components::link::link;
use crate::components::section::section;
use crate::report::{Chapter, Report};

/// A chapter as `<details>`, open from the start. `number` counts from 1;
/// `of` is how many arcs the whole report draws.
pub fn chapter(report: &Report, chapter: &Chapter, number: usize, of: usize) -> Element {
    let spoken_number = el("span")
        .class("tj-spoken")
        .child([&number.to_string(), " "].concat());
    let summary = el("summary")
        .class("tj-chapter__summary")
        .child(glyph(number, of))
        .child(el("span").class("tj-chapter__toggle").hidden())
        .child(
            el("h3")
                .class("tj-chapter__heading")
                .child(spoken_number)
                .heading(report, &chapter.heading),
        );
    let strip = chapter
        .strip
        .iter()
        .filter_map(|id| report.figure(id))
        .map(|figure| el("li").child(key_figure(report, figure)));
    let strip =
        (!chapter.strip.is_empty()).then(|| el("ul").class("tj-chapter__strip").children(strip));
    let lead = chapter
        .text
        .as_ref()
        .map(|point| el("p").class("tj-chapter__text").text(report, point));
    let graphics = chapter.graphics.iter().map(|asked| graphic(report, asked));
    let sections = chapter
        .sections
        .iter()
        .enumerate()
        .map(|(index, inner)| section(report, inner, index == 0));
    let content = el("div")
        .class("tj-chapter__content")
        .children(lead)
        .children(graphics)
        .children(sections);
    let details = match number {
        1 => el("details"),
        _ => el("details").attr(FAR, ""),
    };
    details
        .class("tj-chapter")
        .attr("id", chapter.id.0.clone())
        .attr("open", "")
        .child(summary)
        .child(link(&chapter.id, &chapter.heading))
        .child(
            el("div")
                .class("tj-chapter__body")
                .children(strip)
                .child(content),
        )
}

/// Marks what lies below the first screens, and may wait to be laid out.
pub const FAR: &str = "data-far";
