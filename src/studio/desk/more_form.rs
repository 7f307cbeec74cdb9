//! What a report may have besides its text, part for part: a form for each, made of the
//! data format.

use leptos::prelude::*;

use super::at_work::AtDesk;
use super::general_form::{FormGroup, Unfolding};
use crate::studio::manuscript::{entries, words};

/// What neither the lines nor the other forms show.
const OF_REPORT: &[&str] = &[
    "topics",
    "terms",
    "corrections",
    "earlier",
    "keep",
    "scenery",
    "sample",
];
const OF_PART: &[&str] = &["nav", "flows", "sequels", "reach", "pairs"];
const OF_CHAPTER: &[&str] = &["nav", "strip", "graphics"];

/// All of it.
#[component]
pub fn More(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let parts = Memo::new(move |_| under(desk, "/parts"));
    view! {
        <h3 class="de-pane__heading">{desk.say("更多内容", "More")}</h3>
        <FormGroup desk pointer="" only=OF_REPORT/>
        <For each=move || parts.get() key=Clone::clone let:part>
            <MoreOfPart desk part/>
        </For>
    }
}

#[component]
fn MoreOfPart(desk: AtDesk, part: String) -> impl IntoView {
    let at = StoredValue::new(part.clone());
    let chapters = Memo::new(move |_| under(desk, &format!("{}/chapters", at.get_value())));
    let inside = move || {
        view! {
            <FormGroup desk pointer=at.get_value() only=OF_PART/>
            <For each=move || chapters.get() key=Clone::clone let:chapter>
                <MoreOfChapter desk chapter/>
            </For>
        }
    };
    let name = Signal::derive(move || heading(desk, "部分：", "Part: ", &at.get_value()));
    view! { <Unfolding holds=part name inside/> }
}

#[component]
fn MoreOfChapter(desk: AtDesk, chapter: String) -> impl IntoView {
    let at = StoredValue::new(chapter.clone());
    let inside = move || view! { <FormGroup desk pointer=at.get_value() only=OF_CHAPTER/> };
    let name = Signal::derive(move || heading(desk, "章：", "Chapter: ", &at.get_value()));
    view! { <Unfolding holds=chapter name inside/> }
}

fn under(desk: AtDesk, list: &str) -> Vec<String> {
    desk.file.with(|file| {
        file.as_ref()
            .map(|file| entries(file, list))
            .unwrap_or_default()
    })
}

fn heading(desk: AtDesk, zh: &str, en: &str, of: &str) -> String {
    let heading = desk.file.with(|file| {
        let of = format!("{of}/heading");
        file.as_ref().map(|file| words(file, &of).replace('|', ""))
    });
    desk.said(zh, en) + &heading.unwrap_or_default()
}
