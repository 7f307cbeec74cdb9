//! The row of tools over the page, and the sheet 工具 with those that have no
//! room in it.

use super::{Place, Tool, dialog, sandbox};
use crate::components::element::{Element, el};

use std::rc::Rc;
use std::sync::Arc;

/// The tools in their order; 工具 comes last.
pub fn toolbar(tools: Vec<Tool>) -> Element {
    let rest: Vec<_> = tools
        .iter()
        .filter(|tool| tool.place != Place::Row)
        .cloned()
        .collect();
    let row = tools
        .into_iter()
        .filter(|tool| tool.place != Place::Sheet)
        .chain([sheet(rest)])
        .map(|tool| button(tool, "tj-toolbar__button"));
    el("div")
        .class("tj-toolbar")
        .attr("role", "group")
        .attr("aria-label", "工具")
        .children(row.collect::<Vec<_>>())
}

/// 工具: opens what has no room in the row.
fn sheet(tools: Vec<Tool>) -> Tool {
    let open = move || {
        let tools = tools.clone();
        dialog::open("工具", "tj-sheet", move |dialog| {
            let buttons = tools.into_iter().map(|tool| {
                let press = tool.press.clone();
                let closing = Tool {
                    press: Rc::new(move || {
                        dialog.close();
                        press();
                    }),
                    ..tool
                };
                el("li").child(button(closing, "tj-sheet__button"))
            });
            el("ul").class("tj-sheet__list").children(buttons)
        });
    };
    Tool {
        name: "more",
        place: Place::Row,
        icon: "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4",
        label: Arc::new(|| "工具"),
        press: Rc::new(open),
    }
}

/// A button that says what pressing it does.
fn button(tool: Tool, class: &'static str) -> Element {
    let Tool {
        name,
        place,
        icon,
        label,
        press,
    } = tool;
    let drawing = el("svg")
        .class("tj-icon")
        .hidden()
        .attr("viewBox", "0 0 20 20")
        .child(el("path").attr("d", icon));
    let words = el("span")
        .class("tj-toolbar__label")
        .words(move || label().to_owned());
    el("button")
        .class(class)
        .attr("type", "button")
        .attr("data-tool", name)
        .attr("data-place", place.name())
        .on("click", move |_| press())
        .child(drawing)
        .child(words)
}

impl Place {
    /// The value of `data-place`, by which the style shows a tool once.
    fn name(self) -> &'static str {
        match self {
            Place::Row => "row",
            Place::Wide => "wide",
            Place::Sheet => "sheet",
        }
    }
}

/// 打印: the browser's own.
pub fn print() -> Tool {
    Tool {
        name: "print",
        place: Place::Sheet,
        icon: "M6 7V3h8v4M6 14H3.5V7h13v7H14M6 11.5h8V17H6z",
        label: Arc::new(|| "打印"),
        press: Rc::new(|| {
            if let Some(window) = web_sys::window().filter(|_| sandbox::permits("打印")) {
                let _ = window.print();
            }
        }),
    }
}
