//! 核对: what must be put right, what is unsure, what is worth knowing.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::at_work::{AtDesk, ReviewedDoubt};
use super::last_year_table::LastYearTable;
use crate::browser::focus::focus_for_now;
use crate::browser::pause::{self, wait};
use crate::studio::claims::{take_out, take_out_lost};
use crate::studio::edit::place;
use crate::studio::errand::{OpenDoubt, Remark};
use crate::studio::past::Settled;

/// The lists.
#[component]
pub fn Review(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let problems = Memo::new(move |_| desk.look.with(|look| look.problems.clone()));
    let hints = Memo::new(move |_| desk.look.with(|look| look.hints.clone()));
    let open = move || desk.unsettled();
    let doubts = Memo::new(move |_| desk.doubts.with(|all| all.len()));
    let settle_all = move |_| {
        desk.stand(|all| {
            for one in all.iter_mut().filter(|one| one.settled.choice.is_none()) {
                one.settled = FIRST;
            }
        });
        next(0);
    };
    view! {
        <h2 class="de-pane__title">{desk.say("核对", "Check")}</h2>
        <section>
            <h3 class="de-pane__heading">{desk.say("要改的", "To put right")}" "{move || problems.with(Vec::len)}</h3>
            <Show when=move || problems.with(Vec::is_empty)>
                <p class="de-good">{desk.say("没有要改的，可以下载网站。", "Nothing: the site can be downloaded.")}</p>
            </Show>
            <ul class="de-remarks">
                <For each=move || problems.get() key=Clone::clone let:remark>
                    <Remarked desk remark/>
                </For>
            </ul>
        </section>
        <section>
            <h3 id="de-unsure" class="de-pane__heading">{desk.say("拿不准的", "Unsure")}" "{open}</h3>
            <Show when=move || doubts.get() == 0>
                <p class="de-pane__note">{desk.say("没有。", "Nothing.")}</p>
            </Show>
            <ul class="de-remarks">
                <For each=move || 0..doubts.get() key=|at| *at let:at>
                    <Doubted desk at/>
                </For>
            </ul>
            <Show when=move || 1 < open()>
                <button class="de-button de-button--small" type="button" on:click=settle_all>
                    {move || format!("{} {}", desk.said("其余都照编辑台的读法", "Take the rest as read"), open())}
                </button>
            </Show>
        </section>
        <details class="de-form">
            <summary>{desk.say("提示", "Notes")}" "{move || hints.with(Vec::len)}</summary>
            <p class="de-pane__note">{desk.say("提示不必改。", "Notes need no change.")}</p>
            <ul class="de-remarks">
                <For each=move || hints.get() key=Clone::clone let:remark>
                    <Remarked desk remark/>
                </For>
            </ul>
        </details>
        <LastYearTable desk/>
    }
}

/// One problem or hint.
#[component]
fn Remarked(
    /// The state.
    desk: AtDesk,
    /// What is told.
    remark: Remark,
) -> impl IntoView {
    let pointer = StoredValue::new(remark.pointer.clone());
    // What only names something can be taken out of its list.
    let named = place(&remark.pointer).is_some_and(|(list, _)| {
        [
            "/figures",
            "/headline",
            "/strip",
            "/graphics",
            "/flows",
            "/strong",
            "/topics",
            "/pairs",
            "/keep",
        ]
        .iter()
        .any(|name| list.ends_with(name))
    });
    let away = named.then(|| {
        view! {
            <button class="de-button de-button--small" type="button" on:click=move |_| {
                desk.change("", |file| take_out(file, &pointer.get_value()));
            }>{desk.say("去掉它", "Take it out")}</button>
        }
    });
    let point = place(&remark.pointer).and_then(|(list, _)| list.strip_suffix("/figures"));
    let point = point.filter(|point| !point.is_empty()).map(str::to_owned);
    let lost = point.map(|point| {
        view! {
            <button class="de-button de-button--small" type="button" on:click=move |_| {
                desk.change("", |file| take_out_lost(file, &point));
            }>{desk.say("这一段里没有的都去掉", "Take out all that are not in the text")}</button>
        }
    });
    view! {
        <li class="de-remark">
            <p class="de-remark__place">{remark.place}</p>
            <p>{remark.sentence}</p>
            {remark.advice.map(|advice| view! { <p class="de-remark__advice">{advice}</p> })}
            <div class="de-panel__row">
                <button class="de-button de-button--small" type="button" on:click=move |_| desk.go_to(&pointer.get_value())>{desk.say("去改", "Go there")}</button>
                {away}
                {lost}
            </div>
        </li>
    }
}

/// A doubt that stays as it was read.
const FIRST: Settled = Settled {
    choice: Some(0),
    by_hand: false,
    done: false,
};

/// One doubt.
#[component]
fn Doubted(
    /// The state.
    desk: AtDesk,
    /// Which.
    at: usize,
) -> impl IntoView {
    let one = Memo::new(move |_| desk.doubts.with(|all| all.get(at).cloned()));
    let stand = move |settled: Settled| {
        desk.stand(|all| {
            if let Some(one) = all.get_mut(at) {
                one.settled = settled;
            }
        });
    };
    let lead = move || {
        let place = one.with_untracked(|one| {
            let doubt = &one.as_ref()?.doubt;
            Some(doubt.pointer.clone())
                .filter(|pointer| desk.tells(pointer, &doubt.words))
                .or_else(|| found(desk, &doubt.words))
        });
        if let Some(pointer) = place {
            desk.go_to(&pointer);
        }
    };
    let choices = move |one: &ReviewedDoubt| {
        let count = one.doubt.choices.len().max(1);
        let doubt = StoredValue::new(one.doubt.clone());
        (0..count).map(|choice| {
            let first = choice == 0;
            let words = move || doubt.with_value(|doubt| choice_words(desk, doubt, choice));
            view! {
                <button class="de-button de-button--small" data-first=first.to_string() type="button" on:click=move |_| {
                    match desk.choose(at, choice) {
                        true => next(at),
                        false => lead(),
                    }
                }>{words}{first.then(|| desk.say("（现在这样）", " (as it is now)"))}</button>
            }
        }).collect_view()
    };
    let quoted = move |words: String| {
        (!words.is_empty()).then(|| {
            view! {
                <button class="de-remark__words" type="button" on:click=move |_| lead()>"“"{words}"”"</button>
            }
        })
    };
    move || {
        one.get().map(|one| match one.settled {
            Settled { choice: Some(choice), by_hand: true, .. } => {
                let chosen = choice_words(desk, &one.doubt, choice);
                let settled = Settled { by_hand: false, ..one.settled };
                view! {
                    <li class="de-remark" data-doubt=at.to_string()>
                        <p>{quoted(one.doubt.words.clone())}{reason(desk, &one.doubt)}</p>
                        <p class="de-remark__advice">{chosen}{desk.say("：这要请您自己在原文里改，改完点“改好了”。", ": please do this in the text, then press “Done”.")}</p>
                        <div class="de-panel__row">
                            <button class="de-button de-button--small" type="button" on:click=move |_| lead()>{desk.say("去改", "Go there")}</button>
                            <button class="de-button de-button--small" data-first="true" type="button" on:click=move |_| { stand(settled); next(at); }>{desk.say("改好了", "Done")}</button>
                            <button class="de-button de-button--small" type="button" on:click=move |_| { stand(Settled::default()); next(at); }>{desk.say("再想想", "Think again")}</button>
                        </div>
                    </li>
                }.into_any()
            }
            Settled { choice: Some(choice), done, .. } => view! {
                <li class="de-remark de-remark--settled" data-doubt=at.to_string()>
                    <p>"✓ "{quoted(one.doubt.words.clone())}{reason(desk, &one.doubt)}" → "<b>{choice_words(desk, &one.doubt, choice)}</b></p>
                    // What changed the file is taken back by undo, which brings both back.
                    {(!done).then(|| view! {
                        <button class="de-button de-button--small" type="button" on:click=move |_| { stand(Settled::default()); next(at); }>{desk.say("再想想", "Think again")}</button>
                    })}
                </li>
            }.into_any(),
            _ => view! {
                <li class="de-remark" data-doubt=at.to_string()>
                    <p>{quoted(one.doubt.words.clone())}{reason(desk, &one.doubt)}</p>
                    <div class="de-panel__row">{choices(&one)}</div>
                </li>
            }.into_any(),
        })
    }
}

/// Moves the focus to the first choice of the next doubt that is open, from one on; where
/// none is, to the heading of the list.
fn next(at: usize) {
    pause::begin(async move {
        wait(0).await;
        let document = web_sys::window().and_then(|window| window.document());
        let Some(document) = document else { return };
        let open = document.query_selector_all("[data-doubt]:not(.de-remark--settled)");
        let Some(open) = open.ok() else { return };
        let all = (0..open.length()).filter_map(|at| open.item(at)?.dyn_into::<Element>().ok());
        let all: Vec<(usize, Element)> = all
            .filter_map(|one| Some((one.get_attribute("data-doubt")?.parse().ok()?, one)))
            .collect();
        let following = all.iter().find(|(other, _)| at <= *other).or(all.first());
        let button = following.and_then(|(_, one)| one.query_selector("[data-first=true]").ok()?);
        let heading = || document.query_selector("#de-unsure").ok().flatten();
        if let Some(target) = button.or_else(heading) {
            focus_for_now(&target);
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Nearest);
            target.scroll_into_view_with_scroll_into_view_options(&options);
        }
    });
}

/// Why something is unsure, in the editor's language.
fn reason(desk: AtDesk, doubt: &OpenDoubt) -> String {
    match (desk.english.get(), &doubt.english.0) {
        (true, english) if !english.is_empty() => english.clone(),
        _ => doubt.reason.clone(),
    }
}

/// A choice in the editor's language.
fn choice_words(desk: AtDesk, doubt: &OpenDoubt, choice: usize) -> String {
    let english = doubt.english.1.get(choice).filter(|_| desk.english.get());
    let words = english.or_else(|| doubt.choices.get(choice)).cloned();
    words.unwrap_or_else(|| desk.said("知道了", "Noted"))
}

/// The line that holds the words of a doubt, or its beginning.
fn found(desk: AtDesk, quoted: &str) -> Option<String> {
    let quoted = quoted.trim_end_matches('…').split(" / ").next()?.trim();
    let bare = |text: &str| text.replace('|', "");
    desk.lines.with_untracked(|lines| {
        let line = lines
            .iter()
            .find(|line| !quoted.is_empty() && bare(&line.text).contains(&bare(quoted)));
        line.map(|line| line.pointer.clone())
    })
}
