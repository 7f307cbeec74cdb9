//! The proposals' funnel: the river, and a table of the same numbers.

use crate::components::river;
use crate::layout::river::Orientation;
use crate::report::Funnel;
use leptos::prelude::*;

/// The funnel as a figure: drawn twice, for narrow and wide screens, of which
/// one is shown; the table is one control away.
pub fn funnel(funnel: &Funnel) -> AnyView {
    view! {
        <figure class="tj-funnel" id="funnel">
            <figcaption class="tj-funnel__caption">
                <h3 class="tj-funnel__title">"江流漏斗"</h3>
                <p class="tj-funnel__note">"河宽与件数严格成比例"</p>
            </figcaption>
            {river::drawing(funnel, Orientation::Horizontal)}
            {river::drawing(funnel, Orientation::Vertical)}
            <details class="tj-funnel__data">
                <summary class="tj-funnel__switch">"数据表"</summary>
                {table(funnel)}
            </details>
            <p class="tj-funnel__derived">
                "比例按原文数字计算，保留一位小数；减少的数目为相邻环节之差。"
            </p>
        </figure>
    }
    .into_any()
}

/// The same numbers as a table.
fn table(funnel: &Funnel) -> AnyView {
    let stages: Vec<_> = funnel
        .steps()
        .into_iter()
        .map(|step| {
            let rate = step.step_rate().unwrap_or_else(|| "—".to_owned());
            let (label, count) = (step.stage.label.clone(), step.stage.count);
            row("tj-table__stage", label, count, rate, step.overall_rate())
        })
        .collect();
    let sources: Vec<_> = funnel
        .sources
        .iter()
        .map(|source| {
            let label = ["其中 ", &source.label].concat();
            let (rate, overall) = (
                funnel.source_rate(source),
                funnel.source_overall_rate(source),
            );
            row("tj-table__source", label, source.count, rate, overall)
        })
        .collect();
    let first = funnel.stages.first().map(|stage| stage.short.clone());
    let count = [funnel.unit.as_str(), "数"].concat();
    view! {
        <table class="tj-table">
            <caption class="tj-spoken">"各环节数目和比例"</caption>
            <thead>
                <tr>
                    <th scope="col">"环节"</th>
                    <th scope="col">{count}</th>
                    <th scope="col">"占上一环节"</th>
                    <th scope="col">"占"{first}</th>
                </tr>
            </thead>
            <tbody>{stages}{sources}</tbody>
        </table>
    }
    .into_any()
}

fn row(class: &'static str, label: String, count: u64, rate: String, overall: String) -> AnyView {
    view! {
        <tr class=class>
            <th scope="row">{label}</th>
            <td class="tj-table__count">{count}</td>
            <td>{rate}</td>
            <td>{overall}</td>
        </tr>
    }
    .into_any()
}
