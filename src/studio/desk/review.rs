//! 核对: what must be put right, what is unsure, what is worth knowing.

use leptos::prelude::*;

use super::at_work::{AtDesk, ReviewedDoubt};
use super::last_year_table::LastYearTable;
use crate::studio::claims::{take_out, take_out_lost};
use crate::studio::edit::place;
use crate::studio::errand::{OpenDoubt, Remark};
use crate::studio::settle::settle as do_choice;

/// The lists.
#[component]
pub fn Review(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    let problems = Memo::new(move |_| desk.look.with(|look| look.problems.clone()));
    let hints = Memo::new(move |_| desk.look.with(|look| look.hints.clone()));
    let open = move || {
        desk.doubts
            .with(|all| all.iter().filter(|one| one.settled.is_none()).count())
    };
    let doubts = Memo::new(move |_| desk.doubts.with(|all| all.len()));
    let settle_all = move |_| {
        desk.doubts.update(|all| {
            for one in all.iter_mut().filter(|one| one.settled.is_none()) {
                one.settled = Some(0);
            }
        });
        desk.changed();
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
            <h3 class="de-pane__heading">{desk.say("拿不准的", "Unsure")}" "{open}</h3>
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
                    {move || format!("{} {}", desk.said("其余都照初稿", "Leave the rest as drafted"), open())}
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

/// One doubt.
#[component]
fn Doubted(
    /// The state.
    desk: AtDesk,
    /// Which.
    at: usize,
) -> impl IntoView {
    let one = Memo::new(move |_| desk.doubts.with(|all| all.get(at).cloned()));
    let settle = move |choice: Option<usize>| {
        desk.doubts.update(|all| {
            if let Some(one) = all.get_mut(at) {
                one.settled = choice;
            }
        });
        desk.changed();
    };
    let lead = move || {
        let words = one
            .with_untracked(|one| one.as_ref().map(|one| one.doubt.words.clone()))
            .unwrap_or_default();
        if let Some(pointer) = found(desk, &words) {
            desk.go_to(&pointer);
        }
    };
    let choices = move |one: &ReviewedDoubt| {
        let all = match one.doubt.choices.is_empty() {
            true => vec![desk.said("知道了", "Noted")],
            false => one.doubt.choices.clone(),
        };
        let doubt = StoredValue::new(one.doubt.clone());
        all.into_iter().enumerate().map(|(choice, words)| {
            let first = choice == 0;
            let (about, chosen) = (StoredValue::new(one.doubt.words.clone()), StoredValue::new(words.clone()));
            let words = move || choice_words(desk, &doubt.get_value(), choice).unwrap_or_else(|| words.clone());
            view! {
                <button class="de-button de-button--small" data-first=first.to_string() type="button" on:click=move |_| {
                    settle(Some(choice));
                    let about = about.get_value();
                    let chosen = chosen.get_value();
                    if !first && desk.change("", |file| do_choice(file, &about, &chosen)).is_none() {
                        lead();
                    }
                }>{words}{first.then(|| desk.say("（照初稿）", " (as drafted)"))}</button>
            }
        }).collect_view()
    };
    move || {
        one.get().map(|one| match one.settled {
            Some(choice) => {
                let chosen = choice_words(desk, &one.doubt, choice).unwrap_or_else(|| desk.said("知道了", "Noted"));
                view! {
                    <li class="de-remark de-remark--settled">
                        <p>"✓ "{one.doubt.words.clone()}" "{chosen}</p>
                        <button class="de-button de-button--small" type="button" on:click=move |_| settle(None)>{desk.say("再想想", "Think again")}</button>
                    </li>
                }.into_any()
            }
            None => view! {
                <li class="de-remark">
                    <p>
                        {(!one.doubt.words.is_empty()).then(|| view! {
                            <button class="de-remark__words" type="button" on:click=move |_| lead()>"“"{one.doubt.words.clone()}"”"</button>
                        })}
                        {reason(desk, &one.doubt)}
                    </p>
                    <div class="de-panel__row">{choices(&one)}</div>
                </li>
            }.into_any(),
        })
    }
}

/// Why something is unsure, in the editor's language.
fn reason(desk: AtDesk, doubt: &OpenDoubt) -> String {
    match (desk.english.get(), &doubt.english.0) {
        (true, english) if !english.is_empty() => english.clone(),
        _ => doubt.reason.clone(),
    }
}

/// A choice in the editor's language.
fn choice_words(desk: AtDesk, doubt: &OpenDoubt, choice: usize) -> Option<String> {
    let english = doubt.english.1.get(choice).filter(|_| desk.english.get());
    english.or_else(|| doubt.choices.get(choice)).cloned()
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
