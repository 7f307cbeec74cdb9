//! 图 and 数据表: a flow as a drawing, as a table, or as both. They are
//! peers: either may stand alone, and one of them always stands. The table is
//! the served page's `<details>`, so that links and finding open it, too; the
//! address keeps the choice. WASM only.

use crate::browser::address;
use crate::browser::dom::find;
use crate::browser::listen::Listener;
use crate::page::mounting::{keep, mount};
use leptos::prelude::*;
use web_sys::Element;

/// The parameter: `table` or `both`; all else is the drawing alone.
const NAME: &str = "funnel";

/// Adds the switch beside each table's own.
pub fn attach(root: &Element) {
    for figure in find(root, ".tj-funnel") {
        let _ = try_attach(figure);
    }
}

fn try_attach(figure: Element) -> Option<()> {
    let table = figure.query_selector(".tj-funnel__data").ok()??;
    let asked = address::asked(NAME);
    if matches!(asked.as_deref(), Some("table" | "both")) {
        table.set_attribute("open", "").ok()?;
    }
    let views = Views {
        figure: StoredValue::new_local(figure),
        table: StoredValue::new_local(table.clone()),
        drawn: RwSignal::new(asked.as_deref() != Some("table")),
    };
    views.show();
    let holder = table.parent_element()?;
    keep(mount(&holder, Some(&table), || view! { <Tools views/> }));
    keep(Listener::new(&table, "toggle", move |_| {
        views.show();
        views.tell();
    }));
    // A link or a reader may have opened it already.
    if views.tabled() {
        views.tell();
    }
    Some(())
}

/// What can be done with a flow, before its table.
#[component]
fn Tools(
    /// What is shown.
    views: Views,
) -> impl IntoView {
    view! {
        <div class="tj-funnel__tools">
            <button
                class="tj-funnel__switch tj-funnel__drawn"
                type="button"
                aria-pressed=move || views.drawn.get().to_string()
                on:click=move |_| views.turn()
            >
                "图"
            </button>
        </div>
    }
}

/// Which of the two views stand.
#[derive(Clone, Copy)]
struct Views {
    figure: StoredValue<Element, LocalStorage>,
    table: StoredValue<Element, LocalStorage>,
    /// Whether the drawing is shown.
    drawn: RwSignal<bool>,
}

impl Views {
    fn tabled(self) -> bool {
        self.table.with_value(|table| table.has_attribute("open"))
    }

    /// Turns the drawing on or off. Where it stood alone, the table takes its place.
    fn turn(self) {
        let drawn = !self.drawn.get_untracked();
        self.drawn.set(drawn);
        if !drawn && !self.tabled() {
            let _ = self
                .table
                .with_value(|table| table.set_attribute("open", ""));
        }
        self.show();
        self.tell();
    }

    /// Shows what is chosen. Where the table is closed there is the drawing.
    fn show(self) {
        if !self.tabled() && !self.drawn.get_untracked() {
            self.drawn.set(true);
        }
        let undrawn = !self.drawn.get_untracked();
        let _ = self
            .figure
            .with_value(|figure| figure.toggle_attribute_with_force("data-undrawn", undrawn));
    }

    /// Tells the address.
    fn tell(self) {
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
