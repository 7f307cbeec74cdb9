//! A single field of a general form: words, a switch, one of several, a figure, a place.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::at_work::AtDesk;
use crate::studio::edit::set;
use crate::studio::form::{FieldKind, FormField};

/// The field with its name.
#[component]
pub fn GeneralField(
    /// The state.
    desk: AtDesk,
    /// Where its value stands.
    pointer: String,
    /// What it is.
    field: FormField,
) -> AnyView {
    let at = StoredValue::new(pointer.clone());
    let value = Memo::new(move |_| {
        let of = |file: &Arc<Value>| shown(file.pointer(&at.get_value()));
        desk.file
            .with(|file| file.as_ref().map(of).unwrap_or_default())
    });
    let write = move |value: Value| {
        let at = at.get_value();
        desk.change(&at, |file| set(file, &at, value));
    };
    let name = called(desk, &field);
    let advice = field.advice().to_owned();
    let options = |all: Memo<Vec<(String, String)>>| {
        view! {
            <select class="de-field" data-holds=pointer.clone() title=advice.clone() on:change=move |event| write(Value::from(event_target_value(&event)))>
                <option value="" selected=move || value.with(String::is_empty)>{desk.say("（没有选）", "(none)")}</option>
                <For each=move || all.get() key=Clone::clone let:one>
                    <Offered one value/>
                </For>
            </select>
        }
    };
    let input = match field.kind {
        FieldKind::Switch => {
            let on = move || value.with(|value| value == "true");
            let changed = move |event| write(Value::from(event_target_checked(&event)));
            return view! {
                <label class="de-check">
                    <input type="checkbox" data-holds=pointer prop:checked=on on:change=changed/>
                    {name}
                </label>
            }
            .into_any();
        }
        FieldKind::Choice(all) => {
            let all: Vec<(String, String)> = all.into_iter().map(|(value, means)| {
                let told = means.trim_end_matches('。').to_owned();
                let told = if told.is_empty() { value.clone() } else { told };
                (value, told)
            }).collect();
            options(Memo::new(move |_| {
                let english = desk.english.get();
                let all = all.iter().map(|(value, told)| (value.clone(), if english { value } else { told }.clone()));
                all.collect()
            }))
            .into_any()
        }
        FieldKind::FigureId => options(desk.figures).into_any(),
        FieldKind::PlaceId => options(desk.places).into_any(),
        FieldKind::Number => view! {
            <input class="de-field" inputmode="decimal" data-holds=pointer title=advice prop:value=move || value.get()
                on:change=move |event| {
                    let text = event_target_value(&event);
                    write(serde_json::from_str(text.trim()).unwrap_or_else(|_| Value::from(text.trim())));
                }/>
        }
        .into_any(),
        _ => view! {
            <input class="de-field" data-holds=pointer title=advice prop:value=move || value.get()
                on:change=move |event| write(Value::from(event_target_value(&event).trim()))/>
        }
        .into_any(),
    };
    view! {
        <label class="de-label">
            <span class="de-label__name">{name}</span>
            {input}
        </label>
    }
    .into_any()
}

/// A value as a field shows it.
fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// One of several.
#[component]
fn Offered(one: (String, String), value: Memo<String>) -> impl IntoView {
    let (own, told) = one;
    let is = own.clone();
    view! { <option value=own selected=move || value.with(|value| *value == is)>{told}</option> }
}

/// What a field is called, in the editor's language.
pub fn called(desk: AtDesk, field: &FormField) -> impl Fn() -> String + Clone + use<> {
    let (zh, en) = (field.label().to_owned(), field.name.clone());
    move || match desk.english.get() && !en.is_empty() {
        true => en.clone(),
        false => zh.clone(),
    }
}
