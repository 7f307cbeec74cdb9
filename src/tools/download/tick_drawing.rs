//! 算筹 as one drawing with its words, for where no page is around it.

use crate::layout::path::number;
use crate::layout::ticks::{self, Tally};
use leptos::prelude::*;

/// Where the ticks begin, and how high a row is, in u.
const TICKS: f64 = 88.0;
const ROW: f64 = 54.0;
/// From the ticks to the figures, and the room for these, in u.
const GAP: f64 = 24.0;
const FIGURES: f64 = 112.0;

/// What a row shows.
pub struct TickRow {
    pub label: String,
    /// How many ticks.
    pub count: f64,
    /// The number in the source's words.
    pub phrase: String,
}

/// A row of ticks for each number, between its name and its phrase.
#[component]
pub fn TickDrawing(rows: Vec<TickRow>) -> impl IntoView {
    let counts: Vec<f64> = rows.iter().map(|row| row.count).collect();
    let ends = TICKS + ticks::width(&counts);
    let width = number(ends + FIGURES);
    let height = number(ROW * rows.len() as f64);
    let rows = (0u32..).zip(rows).map(|(index, row)| {
        let top = ROW * f64::from(index);
        view! { <Row row top after=ends + GAP/> }
    });
    let rows: Vec<_> = rows.collect();
    view! { <svg viewBox=["0 0 ", &width, " ", &height].concat()>{rows}</svg> }
}

/// The ticks of a number between its words.
#[component]
fn Row(
    row: TickRow,
    /// Where the row begins, in u.
    top: f64,
    /// Where the phrase begins, in u.
    after: f64,
) -> impl IntoView {
    let TickRow {
        label,
        count,
        phrase,
    } = row;
    let row = Tally::place(count);
    view! {
        <g transform=["translate(0 ", &number(top), ")"].concat()>
            <Words left=0.0 size="17" ink="var(--ink)" words=label/>
            <g transform=["translate(", &number(TICKS), " 0)"].concat()>
                <Ticks outline=row.ticks.d() ink="var(--teal)"/>
                <Ticks outline=row.tenths.d() ink="var(--teal-deep)"/>
            </g>
            <Words left=after size="28" ink="var(--verm)" words=phrase/>
        </g>
    }
}

/// Ticks of one colour.
#[component]
fn Ticks(outline: String, ink: &'static str) -> impl IntoView {
    view! {
        <path d=outline fill="none" stroke=ink stroke-width=number(ticks::STROKE)></path>
    }
}

/// Words on the ticks' baseline.
#[component]
fn Words(
    /// Where they begin, in u.
    left: f64,
    /// How large, in u.
    size: &'static str,
    /// Their colour.
    ink: &'static str,
    words: String,
) -> impl IntoView {
    view! {
        <text
            x=number(left)
            y=number(ticks::TENTH)
            font-family="var(--display)"
            font-size=size
            font-weight="700"
            fill=ink
        >
            {words}
        </text>
    }
}
