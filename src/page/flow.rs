//! A flow: drawn as a river, and as a table of the same numbers.

use crate::layout::path::number;
use crate::layout::river::{Counts, Orientation, River, step};
use crate::page::display::words;
use crate::page::numbers::Numbers;
use crate::report::export::Spreadsheet;
use crate::report::flow::counted::Counted;
use crate::report::{Flow, Part, Report};
use leptos::prelude::*;

pub mod card;
#[cfg(target_os = "unknown")]
pub mod detail;
mod line;
pub mod river;
#[cfg(target_os = "unknown")]
mod shown_card;
pub mod small;
mod splits;
#[cfg(target_os = "unknown")]
mod spot;
pub mod table;
#[cfg(target_os = "unknown")]
pub mod views;
pub mod water;

use card::Cards;
use river::RiverDrawings;
use splits::Splits;
use table::FlowTable;

/// The flow as a figure: drawn twice, for narrow and wide screens, of which
/// one is shown; the table is one control away. What is pressed comes before
/// the drawing, as the eye meets it, and the style puts the table below. How to
/// walk through it holds only while the app runs, and has its place before.
#[component]
pub fn FlowFigure<'a>(
    /// Where the source's words are found.
    report: &'a Report,
    /// The part that the flow stands in.
    part: &'a Part,
    /// The flow.
    flow: &'a Flow,
    /// How wide the report's flows are drawn.
    scale: FlowScale,
) -> impl IntoView {
    let counted = flow.counted(report);
    let most = counted.stages.first().map_or(0, |stage| stage.count.value);
    let note = format!(
        "河宽与数目严格成比例，水尺每格{}{}",
        number(step(most as f64)),
        flow.unit
    );
    let first = report.flows().next();
    let id = match first.is_some_and(|(_, first)| first.id == flow.id) {
        true => "funnel",
        false => flow.id.0.as_str(),
    };
    let table = [id, "-data"].concat();
    let apart = counted.items().into_iter();
    let apart: Vec<_> = apart
        .filter(|item| !Counts::shows(&counted, item))
        .collect();
    let before: Vec<_> = counted
        .stages
        .iter()
        .map(|stage| report.count_before(report.figure(stage.stage.figure.as_ref()?)?))
        .collect();
    let earlier = report.earlier.as_ref();
    let earlier = earlier.filter(|_| before.iter().flatten().count() > 0);
    let earlier = earlier.map(|earlier| {
        view! { <EarlierSwitch of=id name=&earlier.name/> }
    });
    let notes = counted.discrepancies().into_iter();
    let notes = notes.map(|found| view! { <li>{found.kind.sentence()}</li> });
    let notes: Vec<_> = notes.collect();
    let notes = (!notes.is_empty()).then(|| view! { <ul class="tj-funnel__notes">{notes}</ul> });
    view! {
        <figure class="tj-funnel" id=id data-flow=flow.id.0.as_str()>
            <figcaption class="tj-funnel__caption">
                <h3 class="tj-funnel__title">
                    {words(report, &flow.title)}
                </h3>
                <p class="tj-funnel__note">
                    {note}
                    <span class="tj-funnel__how">
                        "。指、点"<span class="tj-funnel__keys">"，或用方向键"</span>"，逐项查看"
                    </span>
                </p>
            </figcaption>
            <div class="tj-funnel__views">
                <details class="tj-funnel__data" id=table>
                    <summary class="tj-funnel__switch">"数据表"</summary>
                    <FlowTable report counted=counted.clone()/>
                </details>
            </div>
            {earlier}
            <div class="tj-funnel__river">
                <RiverDrawings counted=&counted scale before/>
            </div>
            <Splits report items=apart/>
            {notes}
            <p class="tj-funnel__derived">{derived(&counted)}</p>
            <Numbers sheet=Spreadsheet::of_flow(report, part, &counted)/>
            <Cards report part counted/>
        </figure>
    }
}

/// Shows the earlier flow as an outline over the drawing. It needs no script.
#[component]
fn EarlierSwitch<'a>(
    /// Of which figure.
    of: &'a str,
    /// What the earlier report is called, before its numbers.
    name: &'a str,
) -> impl IntoView {
    let id = [of, "-earlier"].concat();
    view! {
        <input class="tj-funnel__earlier" type="checkbox" id=id.clone()/>
        <label class="tj-funnel__earlier-name" for=id>"显示" {name}</label>
    }
}

/// How wide each one counted is in a wide and in a tall drawing, where a report has
/// several flows: they share it, so that they can be compared.
pub type FlowScale = Option<(f64, f64)>;

/// The scale of a report's flows. All of them are laid out to find it, so it is found
/// once for all.
pub fn scale(report: &Report) -> FlowScale {
    let flows = report
        .flows()
        .map(|(_, flow)| Counts::of(&flow.counted(report)));
    let flows: Vec<_> = flows.collect();
    let shared = |orientation| River::shared(&flows, orientation);
    shared(Orientation::Horizontal).zip(shared(Orientation::Vertical))
}

/// What is computed and not the source's.
fn derived(counted: &Counted<'_>) -> String {
    let items = counted.items();
    let mut rates = items.iter().flat_map(|item| &item.rates);
    let rates = match rates.any(|rate| rate.printed.is_some()) {
        true => "原文写明的比例照录，其余按原文数字计算，保留一位小数",
        false => "比例按原文数字计算，保留一位小数",
    };
    let derived = items.into_iter();
    let derived = derived.filter(|item| item.count.is_some_and(|count| count.is_derived()));
    let names: Vec<_> = derived
        .map(|item| ["“", item.label, "”"].concat())
        .collect();
    match names.as_slice() {
        [] => [rates, "。"].concat(),
        names => [rates, "；", &names.concat(), "的数目由相邻环节推算。"].concat(),
    }
}
