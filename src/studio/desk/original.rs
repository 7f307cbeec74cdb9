//! 原文: the report line by line, and below it its flows and the rest of it.

use leptos::prelude::*;

use super::at_work::AtDesk;
use super::colophon_form::Colophon;
use super::flow_form::Flows;
use super::more_form::More;
use super::original_line::OriginalLine;

/// The text, to be edited.
#[component]
pub fn Original(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let count = Memo::new(move |_| desk.lines.with(|lines| lines.len()));
    view! {
        <h2 class="de-pane__title">{desk.say("原文", "Text")}</h2>
        <p id="de-how" class="de-pane__note">{desk.say(
            "点一行（或按回车）改字；点数字定它的说明。红色的已列入图解，虚线的还没有。标题里的竖线是可以换行的地方，网页上不显示。",
            "Click a line, or press Enter, to write; a number to say what it is. Red ones are figures; dotted ones are not yet. A bar in a heading is where its line may break; the page shows none.",
        )}</p>
        <div class="de-lines">
            <For each=move || 0..count.get() key=|at| *at let:at>
                <OriginalLine desk at/>
            </For>
        </div>
        <Flows desk/>
        <Colophon desk/>
        <More desk/>
    }
}
