//! The proposals' flow: 江流漏斗, the river, and a table of the same numbers.

use crate::layout::path::number;
use crate::layout::river::{Orientation, step};
use crate::page::numbers::Numbers;
use crate::report::export::Spreadsheet;
use crate::report::{Funnel, Part, Report};
use leptos::prelude::*;

pub mod card;
#[cfg(target_arch = "wasm32")]
pub mod detail;
mod line;
pub mod river;
#[cfg(target_arch = "wasm32")]
mod spot;
pub mod table;
#[cfg(target_arch = "wasm32")]
pub mod views;
pub mod water;

use card::Cards;
use river::RiverDrawings;
use table::FlowTable;

/// The flow as a figure: drawn twice, for narrow and wide screens, of which
/// one is shown; the table is one control away. What is pressed comes before
/// the drawing, as the eye meets it, and the style puts the table below. How to
/// walk through it holds only while the app runs, and has its place before.
#[component]
pub fn Flow<'a>(
    /// Where the source's words are found.
    report: &'a Report,
    /// The part that the flow stands in.
    part: &'a Part,
    /// The flow.
    funnel: &'a Funnel,
) -> impl IntoView {
    let most = funnel.stages.first().map_or(0, |stage| stage.count);
    let note = format!(
        "河宽与数目严格成比例，水尺每格{}{}",
        number(step(most as f64)),
        funnel.unit
    );
    view! {
        <figure class="tj-funnel" id="funnel">
            <figcaption class="tj-funnel__caption">
                <h3 class="tj-funnel__title">"江流漏斗"</h3>
                <p class="tj-funnel__note">
                    {note}
                    <span class="tj-funnel__how">"。指、点，或用方向键逐项查看"</span>
                </p>
            </figcaption>
            <div class="tj-funnel__views">
                <details class="tj-funnel__data" id="funnel-data">
                    <summary class="tj-funnel__switch">"数据表"</summary>
                    <FlowTable funnel/>
                </details>
            </div>
            <div class="tj-funnel__river">
                <RiverDrawings funnel orientation=Orientation::Horizontal/>
                <RiverDrawings funnel orientation=Orientation::Vertical/>
            </div>
            <p class="tj-funnel__derived">
                "比例按原文数字计算，保留一位小数；减少的数目为相邻环节之差。"
            </p>
            <Cards report part funnel/>
            <Numbers sheet=Spreadsheet::of_funnel(report, part, funnel)/>
        </figure>
    }
}
