//! A chart's numbers for other programs, where a download finds them: in templates,
//! which nobody sees and no translator changes.

use crate::report::export::{Cell, Spreadsheet};
use crate::report::{Report, export};
use leptos::prelude::*;

#[cfg(target_os = "unknown")]
pub mod reading;

/// The numbers of the chart that it stands in.
#[component]
pub fn Numbers(
    /// The chart as rows and columns.
    sheet: Spreadsheet,
) -> impl IntoView {
    let columns = sheet.columns.into_iter();
    let columns: Vec<_> = columns.map(|name| view! { <th>{name}</th> }).collect();
    let rows = sheet.rows.into_iter().map(|row| {
        let cells: Vec<_> = row
            .into_iter()
            .map(|cell| {
                let (words, count) = match cell {
                    Cell::Words(words) => (Some(words), None),
                    Cell::Count(count) => (None, Some(count.to_string())),
                    Cell::Measure(digits) => (None, Some(digits)),
                    Cell::None => (None, None),
                };
                view! { <td data-count=count>{words}</td> }
            })
            .collect();
        view! { <tr>{cells}</tr> }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <template data-numbers="">
            <table>
                <caption>{sheet.chart}</caption>
                <tbody>
                    <tr>{columns}</tr>
                    {rows}
                </tbody>
            </table>
        </template>
    }
}

/// Where all of the report's numbers come from.
#[component]
pub fn Origin<'a>(
    /// The report.
    report: &'a Report,
) -> impl IntoView {
    let rows = export::origin(report).into_iter();
    let rows: Vec<_> = rows
        .map(|(name, words)| view! { <tr><th>{name}</th><td>{words}</td></tr> })
        .collect();
    view! {
        <template data-origin="">
            <table>
                <tbody>{rows}</tbody>
            </table>
        </template>
    }
}
