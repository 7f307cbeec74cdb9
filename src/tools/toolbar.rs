//! The row of tools over the page, and the sheet 工具 with those that have no
//! room in it.

use super::tool::{Room, Tool};
use super::{dialog, look, on_demand, print, search, sections};
use crate::page::icon::Icon;
use crate::page::mounting::{keep, mount};
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::Element;

/// Puts the toolbar in the place that the page keeps free for it.
pub fn attach(root: &Element) {
    let Ok(Some(place)) = root.query_selector(".tj-toolbar") else {
        return;
    };
    if let Some(holder) = place.parent_element() {
        let tools = tools(root);
        keep(mount(&holder, Some(&place), || view! { <Toolbar tools/> }));
        place.remove();
    }
}

/// Every tool, in the order of how many readers need them.
fn tools(root: &Element) -> Vec<Tool> {
    let [dark, contrast] = look::themes();
    let mut tools = vec![
        search::tool(root),
        on_demand::aloud(),
        look::elder(),
        on_demand::share(),
        sections::tool(root),
        dark,
        contrast,
        search::key(),
    ];
    tools.extend(on_demand::embed());
    tools.push(print::tool());
    tools
}

/// The row of tools; 工具, which opens the others, comes last.
#[component]
fn Toolbar(
    /// The tools in their order.
    tools: Vec<Tool>,
) -> impl IntoView {
    let (sheet, row) = (tools.clone(), tools);
    let sheet = sheet.into_iter().filter(|tool| tool.room != Room::Row);
    let sheet = sheet.collect();
    let row = row.into_iter().filter(|tool| tool.room != Room::Sheet);
    let row = row.chain([more(sheet)]);
    view! {
        <div class="tj-toolbar" role="group" aria-label="工具">
            {row
                .map(|tool| view! { <ToolButton tool class="tj-toolbar__button"/> })
                .collect_view()}
        </div>
    }
}

/// 工具: opens the sheet of tools that have no room in the row.
fn more(tools: Vec<Tool>) -> Tool {
    Tool {
        name: "more",
        room: Room::Row,
        icon: "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4",
        label: "工具".into(),
        on: None,
        press: Rc::new(move || {
            let tools = tools.clone();
            dialog::open("工具", "tj-sheet", |dialog| view! { <Sheet tools dialog/> });
        }),
    }
}

/// The tools one below the other. Pressing one closes the sheet first.
#[component]
fn Sheet(
    /// The tools in their order.
    tools: Vec<Tool>,
    /// The window that the sheet stands in.
    dialog: dialog::Dialog,
) -> impl IntoView {
    let items = tools.into_iter().map(|tool| {
        let (dialog, press) = (dialog, tool.press.clone());
        let tool = Tool {
            // A sheet is open for a moment, in which no label changes.
            label: tool.label.get().into(),
            press: Rc::new(move || {
                dialog.close();
                press();
            }),
            ..tool
        };
        view! {
            <li>
                <ToolButton tool class="tj-sheet__button"/>
            </li>
        }
    });
    view! { <ul class="tj-sheet__list">{items.collect_view()}</ul> }
}

/// A button that says what pressing it does; a switch says whether it is on.
#[component]
fn ToolButton(
    /// The tool.
    tool: Tool,
    /// The button's class.
    class: &'static str,
) -> impl IntoView {
    let Tool {
        name,
        room,
        icon,
        label,
        on,
        press,
    } = tool;
    let pressed = move || on.map(|on| on.get().to_string());
    view! {
        <button
            class=class
            type="button"
            data-tool=name
            data-place=room.name()
            aria-pressed=pressed
            on:click=move |_| press()
        >
            <Icon d=icon/>
            <span class="tj-toolbar__label" prop:textContent=move || label.get()></span>
        </button>
    }
}
