//! A form for any place of the file, made of the data format: groups in groups, lists to
//! grow, figures and places to choose.

use std::sync::Arc;

use leptos::html::Details;
use leptos::prelude::*;
use serde_json::Value;

use super::at_work::AtDesk;
use super::general_field::{GeneralField, called};
use super::holders::enter;
use crate::studio::edit::{append, remove, set, shift};
use crate::studio::form::{FieldKind, FormField, blank, entry, fields};
use crate::studio::manuscript::entries;

/// Some of the fields of a group.
#[component]
pub fn FormGroup(
    /// The state.
    desk: AtDesk,
    /// Where the group stands.
    #[prop(into)]
    pointer: String,
    /// Which of its fields; all where none is named.
    #[prop(optional)]
    only: &'static [&'static str],
) -> AnyView {
    let shown = |field: &FormField| {
        field.kind != FieldKind::OwnId && (only.is_empty() || only.contains(&field.name.as_str()))
    };
    let all = desk.schema.with(|schema| fields(schema, &pointer));
    let places = all.into_iter().filter(shown).map(|field| {
        let at = format!("{pointer}/{}", field.name);
        view! { <FormPlace desk pointer=at field/> }
    });
    view! { <div class="de-form__fields">{places.collect_view()}</div> }.into_any()
}

/// A field, whatever it holds.
#[component]
fn FormPlace(desk: AtDesk, pointer: String, field: FormField) -> AnyView {
    match field.kind {
        FieldKind::OwnId => ().into_any(),
        FieldKind::Group => view! { <InnerGroup desk pointer field/> }.into_any(),
        FieldKind::List => view! { <InnerList desk pointer field/> }.into_any(),
        _ => view! { <GeneralField desk pointer field/> }.into_any(),
    }
}

/// What unfolds; what is in it is made when it does.
#[component]
pub fn Unfolding(
    /// The place that it holds.
    #[prop(into)]
    holds: String,
    /// What it is called.
    #[prop(into)]
    name: Signal<String>,
    /// What is in it.
    #[prop(into)]
    inside: ViewFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let details: NodeRef<Details> = NodeRef::new();
    let toggled = move |_| {
        if let Some(details) = details.get_untracked() {
            open.set(details.open());
        }
    };
    view! {
        <details class="de-form" node_ref=details data-holds=holds on:toggle=toggled>
            <summary>{name}</summary>
            {move || open.get().then(|| inside.run())}
        </details>
    }
}

/// A group in a group, which may be missing.
#[component]
fn InnerGroup(desk: AtDesk, pointer: String, field: FormField) -> AnyView {
    let at = StoredValue::new(pointer.clone());
    let there = Memo::new(move |_| {
        let holds = |file: &Arc<Value>| file.pointer(&at.get_value()).is_some_and(Value::is_object);
        desk.file.with(|file| file.as_ref().is_some_and(holds))
    });
    let optional = field.optional;
    let advice = field.advice().to_owned();
    let name = called(desk, &field);
    let inside = move || {
        let advice = advice.clone();
        let body = move || match there.get() {
            true => view! {
                <FormGroup desk pointer=at.get_value()/>
                {optional.then(|| view! { <Gone desk pointer=at.get_value()/> })}
            }
            .into_any(),
            false => view! {
                <button class="de-button de-button--small" type="button" on:click=move |_| {
                    let at = at.get_value();
                    desk.change("", |file| {
                        let value = desk.schema.with_untracked(|schema| blank(schema, &at, file));
                        set(file, &at, value)
                    });
                }>{desk.say("加上", "Add")}</button>
            }
            .into_any(),
        };
        view! { <p class="de-pane__note">{advice}</p>{body} }
    };
    view! { <Unfolding holds=pointer name=Signal::derive(name) inside/> }.into_any()
}

/// A list, to grow and to order.
#[component]
fn InnerList(desk: AtDesk, pointer: String, field: FormField) -> AnyView {
    let at = StoredValue::new(pointer.clone());
    let all = Memo::new(move |_| {
        let of = |file: &Arc<Value>| entries(file, &at.get_value());
        desk.file
            .with(|file| file.as_ref().map(of).unwrap_or_default())
    });
    let told = called(desk, &field);
    let name = move || match all.with(Vec::len) {
        0 => told(),
        count => format!("{} {count}", told()),
    };
    let advice = field.advice().to_owned();
    let inside = move || {
        let advice = advice.clone();
        let add = move |_| {
            let at = at.get_value();
            let added = desk.change("", |file| {
                let first = format!("{at}/0");
                let value = desk
                    .schema
                    .with_untracked(|schema| blank(schema, &first, file));
                append(file, &at, value)
            });
            if let Some(added) = added {
                enter(&added);
            }
        };
        view! {
            <p class="de-pane__note">{advice}</p>
            <For each=move || all.get() key=Clone::clone let:pointer>
                <InnerEntry desk list=at.get_value() pointer/>
            </For>
            <button class="de-button de-button--small" type="button" on:click=add>{desk.say("加一条", "Add one")}</button>
        }
    };
    view! { <Unfolding holds=pointer name=Signal::derive(name) inside/> }.into_any()
}

/// An entry of a list.
#[component]
fn InnerEntry(desk: AtDesk, list: String, pointer: String) -> AnyView {
    let field = desk.schema.with(|schema| entry(schema, &list));
    let inner = field.map(|field| match field.kind {
        FieldKind::Group => view! { <FormGroup desk pointer=pointer.clone()/> }.into_any(),
        _ => view! { <GeneralField desk pointer=pointer.clone() field/> }.into_any(),
    });
    let moves = [("↑", false), ("↓", true)].map(|(sign, down)| {
        let at = pointer.clone();
        let name = move || desk.said(if down { "下移" } else { "上移" }, if down { "Down" } else { "Up" });
        view! {
            <button class="de-button de-button--small" type="button" aria-label=name
                on:click=move |_| { desk.change("", |file| shift(file, &at, down)); }>{sign}</button>
        }
    });
    let holds = pointer.clone();
    view! {
        <div class="de-form__entry" data-holds=holds>
            {inner}
            <div class="de-panel__row">{moves}<Gone desk pointer/></div>
        </div>
    }
    .into_any()
}

/// A button that takes it out: an entry of its list, a group of its group.
#[component]
fn Gone(desk: AtDesk, pointer: String) -> impl IntoView {
    view! {
        <button class="de-button de-button--small" type="button" on:click=move |_| {
            desk.change("", |file| remove(file, &pointer).or_else(|| set(file, &pointer, Value::Null)));
        }>{desk.say("去掉", "Remove")}</button>
    }
}
