//! Last year's figures beside this year's, for the editor's eye, and into the report.

use leptos::prelude::*;

use super::at_work::AtDesk;
use crate::studio::edit::set;
use crate::studio::last_year::{SameFigure, same_figures, told_beside};

/// The table, where last year's file was chosen.
#[component]
pub fn LastYearTable(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let same = Memo::new(move |_| {
        let earlier = desk.earlier.get()?;
        let file = desk.file.get()?;
        Some(same_figures(&file, &earlier))
    });
    let put = move |_| {
        let Some(earlier) = desk.earlier.get_untracked() else {
            return;
        };
        let told = told_beside(&earlier, &same.get_untracked().unwrap_or_default());
        desk.change("", |file| set(file, "/earlier", told));
    };
    let rows = move || {
        let row = |one: SameFigure| view! { <tr><th scope="row">{one.label}</th><td>{one.then}</td><td>{one.now}</td></tr> };
        same.get()
            .unwrap_or_default()
            .into_iter()
            .map(row)
            .collect_view()
    };
    let count = move || same.with(|same| same.as_ref().map_or(0, Vec::len));
    view! {
        <Show when=move || same.with(Option::is_some)>
            <details class="de-form" open>
                <summary>{desk.say("与去年并排", "Beside last year")}" "{count}</summary>
                <Show when=move || 0 < count() fallback=move || view! {
                    <p class="de-pane__note">{desk.say("没有说明相同的数字。", "No figures are called the same.")}</p>
                }>
                    <table class="de-flow__table">
                        <thead><tr>
                            <th scope="col">{desk.say("数字", "Figure")}</th>
                            <th scope="col">{desk.say("去年", "Last year")}</th>
                            <th scope="col">{desk.say("今年", "This year")}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <button class="de-button de-button--small" type="button" on:click=put>
                        {desk.say("写进报告：网页上与今年并列", "Into the report: side by side on the page")}
                    </button>
                </Show>
            </details>
        </Show>
    }
}
