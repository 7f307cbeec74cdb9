//! The flow's numbers as a table.

use crate::report::Funnel;
use leptos::prelude::*;

/// A row for each stage and each source, with counts and shares.
#[component]
pub fn FlowTable<'a>(
    /// The flow.
    funnel: &'a Funnel,
) -> impl IntoView {
    let stages = funnel.steps().into_iter().map(|step| {
        let rate = step.step_rate().unwrap_or_else(|| "—".to_owned());
        let cells = [step.stage.count.to_string(), rate, step.overall_rate()];
        view! { <Row class="tj-table__stage" label=step.stage.label.clone() cells/> }
    });
    let sources = funnel.sources.iter().map(|source| {
        let label = format!("其中 {}", source.label);
        let cells = [
            source.count.to_string(),
            funnel.source_rate(source),
            funnel.source_overall_rate(source),
        ];
        view! { <Row class="tj-table__source" label cells/> }
    });
    let first = funnel.stages.first();
    let first = first.map_or("", |stage| stage.short.as_str());
    view! {
        <table class="tj-table">
            <caption class="tj-spoken">"各环节数目和比例"</caption>
            <thead>
                <tr>
                    <th scope="col">"环节"</th>
                    <th scope="col">{format!("{}数", funnel.unit)}</th>
                    <th scope="col">"占上一环节"</th>
                    <th scope="col">{format!("占{first}")}</th>
                </tr>
            </thead>
            <tbody>{stages.chain(sources).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(
    class: &'static str,
    /// What the row tells of.
    label: String,
    /// Its count, its share of the stage before, and of the first.
    cells: [String; 3],
) -> impl IntoView {
    let cells = cells.map(|cell| view! { <td>{cell}</td> });
    view! { <tr class=class><th scope="row">{label}</th>{cells}</tr> }
}
