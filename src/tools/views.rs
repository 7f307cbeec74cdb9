//! 图 and 数据表: the funnel as a drawing, as a table, or as both. They are
//! peers: either may stand alone, and one of them always stands. The table is
//! the served page's `<details>`, so that links and finding open it, too; the
//! address keeps the choice.

use super::{Page, built};
use crate::browser::address;
use crate::browser::listen::Listener;
use crate::components::element::{Element, el};
use leptos::prelude::{Get, GetUntracked, RwSignal, Set};

/// The parameter: `table` or `both`; all else is the drawing alone.
const NAME: &str = "funnel";

/// Adds the switch beside the table's own.
pub fn attach(page: &Page) -> Option<()> {
    let figure = page.root.query_selector("#funnel").ok()??;
    let table = figure.query_selector("#funnel-data").ok()??;
    let asked = address::now()?.search_params().get(NAME);
    let drawn = RwSignal::new(asked.as_deref() != Some("table"));
    if matches!(asked.as_deref(), Some("table" | "both")) {
        table.set_attribute("open", "").ok()?;
    }

    let views = Views {
        figure,
        table: table.clone(),
        drawn,
    };
    views.show();
    let holder = table.owner_document()?.create_element("div").ok()?;
    holder.set_class_name("tj-funnel__tools");
    table
        .parent_node()?
        .insert_before(&holder, Some(&table))
        .ok()?;
    let turned = views.clone();
    holder.append_child(&built(switch(views.clone()))).ok()?;
    let toggled = Listener::new(&table, "toggle", move |_| {
        turned.show();
        turned.tell();
    });
    std::mem::forget(toggled);
    // A link or a reader may have opened it already.
    if views.tabled() {
        views.tell();
    }
    Some(())
}

#[derive(Clone)]
struct Views {
    figure: web_sys::Element,
    table: web_sys::Element,
    drawn: RwSignal<bool>,
}

impl Views {
    fn tabled(&self) -> bool {
        self.table.has_attribute("open")
    }

    /// Turns the drawing on or off. Where it stood alone, the table takes its place.
    fn turn(&self) {
        let drawn = !self.drawn.get_untracked();
        self.drawn.set(drawn);
        if !drawn && !self.tabled() {
            let _ = self.table.set_attribute("open", "");
        }
        self.show();
        self.tell();
    }

    /// Shows what is chosen. Where the table is closed there is the drawing.
    fn show(&self) {
        if !self.tabled() && !self.drawn.get_untracked() {
            self.drawn.set(true);
        }
        let drawn = self.drawn.get_untracked();
        let _ = self
            .figure
            .toggle_attribute_with_force("data-undrawn", !drawn);
    }

    fn tell(&self) {
        let value = match (self.drawn.get_untracked(), self.tabled()) {
            (false, _) => Some("table"),
            (true, true) => Some("both"),
            (true, false) => None,
        };
        if let Some(address) = address::now() {
            let asked = address.search_params();
            match value {
                Some(value) => asked.set(NAME, value),
                None => asked.delete(NAME),
            }
            let _ = address::replace(&address);
        }
    }
}

fn switch(views: Views) -> Element {
    let drawn = views.drawn;
    el("button")
        .class("tj-funnel__switch tj-funnel__drawn")
        .attr("type", "button")
        .live("aria-pressed", move || Some(drawn.get().to_string()))
        .on("click", move |_| views.turn())
        .child("图")
}
