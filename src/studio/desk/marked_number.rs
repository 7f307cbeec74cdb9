//! A number in a line, and the panel in which the editor says what it is.

use leptos::prelude::*;
use serde_json::Value;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::at_work::AtDesk;
use super::general_form::{FormGroup, Unfolding};
use crate::browser::pause::{self, wait};
use crate::studio::claims::{claim, release, toggle};
use crate::studio::edit::set;
use crate::studio::manuscript::{FoundNumber, TextLine, numbers, words};

/// What a figure says only where its phrase does not.
const READING: &[&str] = &["value", "qualifier", "unit"];

/// A number as it stands in its line.
#[component]
pub fn MarkedNumber(
    /// The state.
    desk: AtDesk,
    /// The line's pointer.
    pointer: Memo<String>,
    /// Which of the line's numbers it is.
    index: usize,
    /// How it is printed.
    words: String,
) -> impl IntoView {
    let open = move || {
        desk.number.with(|open| {
            open.as_ref()
                .is_some_and(|(of, at)| *of == pointer.get() && *at == index)
        })
    };
    let taken = desk.lines.with_untracked(|lines| {
        let line = lines
            .iter()
            .find(|line| line.pointer == pointer.get_untracked());
        line.and_then(|line| {
            numbers(line)
                .get(index)
                .map(|number| number.figure.is_some())
        })
        .unwrap_or_default()
    });
    view! {
        <button class="de-number" data-taken=taken.to_string() type="button" aria-expanded=move || open().to_string()
            on:click=move |_| {
                let here = (pointer.get_untracked(), index);
                desk.number.update(|open| *open = (open.as_ref() != Some(&here)).then_some(here));
            }>
            {words}
        </button>
    }
}

/// What the number is.
#[component]
pub fn NumberPanel(
    /// The state.
    desk: AtDesk,
    /// The line.
    line: Memo<Option<TextLine>>,
    /// Which of its numbers.
    number: usize,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        line.with(|line| {
            line.as_ref()
                .and_then(|line| numbers(line).into_iter().nth(number))
        })
    });
    // A long paragraph would have it far below.
    pause::begin(async move {
        wait(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let panel =
            document.and_then(|document| document.query_selector(".de-panel").ok().flatten());
        if let Some(panel) = panel {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            panel.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
    let closed = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            desk.number.set(None);
        }
    };
    let panel = move || {
        let marked = found.get()?;
        let pointer = line.with_untracked(|line| line.as_ref().map(|line| line.pointer.clone()))?;
        Some(match marked.figure {
            Some(at) => view! { <TakenNumber desk pointer marked at/> }.into_any(),
            None => view! { <FreeNumber desk pointer marked/> }.into_any(),
        })
    };
    let words = move || {
        let marked = found.get()?;
        line.with(|line| Some(line.as_ref()?.text.get(marked.range)?.to_owned()))
    };
    view! {
        <div class="de-panel" on:keydown=closed>
            <p class="de-panel__title">{words}</p>
            {panel}
        </div>
    }
}

/// A number that is a figure.
#[component]
fn TakenNumber(desk: AtDesk, pointer: String, marked: FoundNumber, at: usize) -> impl IntoView {
    let label = format!("/figures/{at}/label");
    let figure = StoredValue::new(format!("/figures/{at}"));
    let reading = move || view! { <FormGroup desk pointer=figure.get_value() only=READING/> };
    let read = Signal::derive(move || desk.said("怎样读", "How it is read"));
    let id = StoredValue::new(marked.id.clone());
    let pointer = StoredValue::new(pointer);
    let named = move |list: String| {
        let all = desk
            .file
            .with(|file| file.as_ref()?.pointer(&list)?.as_array().cloned());
        all.is_some_and(|all| {
            all.iter()
                .any(|other| other.as_str() == Some(id.get_value().as_str()))
        })
    };
    let strip = pointer.with_value(|pointer| {
        let steps: Vec<&str> = pointer.split('/').collect();
        (steps.get(3) == Some(&"chapters"))
            .then(|| format!("/parts/{}/chapters/{}/strip", steps[2], steps[4]))
    });
    let last_year = {
        let earlier = desk.earlier.get_untracked();
        let figures = earlier
            .as_ref()
            .and_then(|file| file.get("figures")?.as_array().cloned());
        figures.and_then(|all| {
            all.into_iter()
                .find(|figure| figure["id"] == marked.id.as_str())
        })
    };
    view! {
        <div role="group" aria-label=desk.say("这个数字", "This number")>
            <Field desk pointer=label name=("说明", "Label")/>
            <Unfolding holds=figure.get_value() name=read inside=reading/>
            <label class="de-check">
                <input type="checkbox" prop:checked=move || named("/headline".to_owned())
                    on:change=move |_| { desk.change("", |file| toggle(file, "/headline", &id.get_value())); }/>
                {desk.say("列入首屏", "On the first screen")}
            </label>
            {strip.map(|strip| {
                let list = strip.clone();
                view! {
                    <label class="de-check">
                        <input type="checkbox" prop:checked=move || named(list.clone())
                            on:change=move |_| { desk.change("", |file| toggle(file, &strip, &id.get_value())); }/>
                        {desk.say("列在本章标题下", "Under the chapter’s heading")}
                    </label>
                }
            })}
            {last_year.map(|figure| {
                let told = format!("{} {}", words(&figure, "/phrase"), words(&figure, "/label"));
                view! { <p class="de-panel__earlier">{desk.say("去年：", "Last year: ")}{told}</p> }
            })}
            <div class="de-panel__row">
                <button class="de-button de-button--small" type="button" on:click=move |_| {
                    desk.number.set(None);
                    desk.change("", |file| release(file, &pointer.get_value(), &id.get_value()));
                }>{desk.say("不列为数字", "Not a figure")}</button>
                <button class="de-button de-button--small" type="button" on:click=move |_| desk.number.set(None)>{desk.say("好了", "Done")}</button>
            </div>
        </div>
    }
}

/// A number that is none yet.
#[component]
fn FreeNumber(desk: AtDesk, pointer: String, marked: FoundNumber) -> impl IntoView {
    let label = RwSignal::new(marked.label.clone());
    let range = StoredValue::new(marked.range);
    let pointer = StoredValue::new(pointer);
    let take = move || {
        let label = label.get_untracked();
        desk.change("", |file| {
            claim(file, &pointer.get_value(), range.get_value(), label.trim())
        });
    };
    view! {
        <form aria-label=desk.say("这个数字", "This number") on:submit=move |event| { event.prevent_default(); take(); }>
            <label class="de-label">
                {desk.say("说明", "Label")}
                <input class="de-field" prop:value=move || label.get() on:input=move |event| label.set(event_target_value(&event))/>
            </label>
            <div class="de-panel__row">
                <button class="de-button de-button--small de-button--main" type="submit" disabled=move || label.with(|label| label.trim().is_empty())>
                    {desk.say("列为数字", "Make it a figure")}
                </button>
                <button class="de-button de-button--small" type="button" on:click=move |_| desk.number.set(None)>{desk.say("不是数字", "Leave it")}</button>
            </div>
        </form>
    }
}

/// A field of the file, by its pointer. What is emptied is taken out.
#[component]
pub fn Field(
    /// The state.
    desk: AtDesk,
    /// Where the words stand.
    #[prop(into)]
    pointer: String,
    /// What it is called, in both languages.
    name: (&'static str, &'static str),
) -> impl IntoView {
    let pointer = StoredValue::new(pointer);
    let value = Memo::new(move |_| {
        desk.file.with(|file| {
            file.as_ref()
                .map(|file| words(file, &pointer.get_value()).to_owned())
                .unwrap_or_default()
        })
    });
    let write = move |event| {
        let text = event_target_value(&event);
        let at = pointer.get_value();
        desk.change(&at, |file| set(file, &at, Value::from(text.trim())));
    };
    view! {
        <label class="de-label">
            <span class="de-label__name">{desk.say(name.0, name.1)}</span>
            <input class="de-field" data-holds=pointer.get_value() prop:value=move || value.get() on:change=write/>
        </label>
    }
}
