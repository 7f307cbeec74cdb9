//! The bar over the page's top, in the place of the toolbar: the field, how many
//! hits there are, and the buttons.

use super::count::HitCount;
use super::hits::Direction;
use crate::browser::keys::is_composing;
use crate::page::icon::Icon;
use leptos::ev::{CompositionEvent, Event, KeyboardEvent, MouseEvent, Targeted};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, InputEvent};

/// The longest query, in characters.
pub const LONGEST: usize = 100;

/// The bar. The field keeps its words itself: to write them back at each key would
/// move the caret and end what an input method has begun.
#[component]
pub fn SearchBar(
    /// What is searched for at first.
    asked: String,
    /// How many hits there are, and the clause that the current one stands in.
    told: RwSignal<(HitCount, String)>,
    /// Whether what a key leads to is on its way.
    busy: RwSignal<bool>,
    /// What is done with each query.
    on_query: impl Fn(String) + Copy + 'static,
    /// What is done with a word that is offered and pressed.
    on_offer: impl Fn(String) + 'static,
    /// What goes to another hit.
    on_step: impl Fn(Direction) + Copy + 'static,
    /// What closes the search.
    on_leave: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let typed = move |event: Targeted<Event, HtmlInputElement>| {
        // What an input method shows while it composes is not the query yet.
        let typed = event.dyn_ref::<InputEvent>();
        if typed.is_some_and(|typed| !typed.is_composing()) {
            on_query(event.target().value());
        }
    };
    let composed = move |event: Targeted<CompositionEvent, HtmlInputElement>| {
        on_query(event.target().value());
    };
    let pressed = move |key: KeyboardEvent| {
        if is_composing(&key) {
            return;
        }
        match key.key().as_str() {
            "Enter" if key.shift_key() => on_step(Direction::Back),
            "Enter" => on_step(Direction::On),
            _ => return,
        }
        key.prevent_default();
    };
    let offered = move |press: MouseEvent| {
        let target = press.target().and_then(|target| target.dyn_into().ok());
        let is_offer = |target: &Element| target.matches(".tj-search__offer") == Ok(true);
        let button = target.filter(is_offer);
        if let Some(word) = button.and_then(|button| button.text_content()) {
            on_offer(word);
        }
    };
    // Wherever in the bar the focus is.
    let escaped = move |key: KeyboardEvent| {
        if key.key() == "Escape" && !is_composing(&key) {
            key.prevent_default();
            on_leave();
        }
    };
    view! {
        <div
            class="tj-search"
            role="search"
            aria-label="搜索"
            aria-busy=move || busy.get().then_some("true")
            on:keydown=escaped
        >
            <div class="tj-search__row">
                <Icon d="M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM13 13l4 4"/>
                <input
                    class="tj-search__field"
                    type="search"
                    aria-label="搜索全文"
                    placeholder="搜索全文"
                    maxlength=LONGEST.to_string()
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    prop:value=asked
                    on:input:target=typed
                    on:compositionend:target=composed
                    on:keydown=pressed
                />
                <span
                    class="tj-search__count"
                    aria-hidden="true"
                    prop:textContent=move || told.with(|(count, _)| count.seen())
                ></span>
                <span
                    class="tj-search__said tj-spoken"
                    role="status"
                    prop:textContent=move || told.with(|(count, clause)| count.heard(clause))
                ></span>
                <BarButton
                    label="上一处"
                    icon="M5 13l5-5l5 5"
                    on_press=Box::new(move || on_step(Direction::Back))
                />
                <BarButton
                    label="下一处"
                    icon="M5 7l5 5l5-5"
                    on_press=Box::new(move || on_step(Direction::On))
                />
                <BarButton
                    label="关闭搜索"
                    icon="M5 5l10 10M15 5L5 15"
                    on_press=Box::new(on_leave)
                />
            </div>
            <div class="tj-search__offers" on:click=offered></div>
        </div>
    }
}

/// A button of the bar; large type has its label in the place of its drawing.
#[component]
fn BarButton(
    /// What it does, in words.
    label: &'static str,
    /// Its drawing: path data in a box of 20.
    icon: &'static str,
    /// What it does. Boxed, so that all buttons are of one type.
    on_press: Box<dyn Fn()>,
) -> impl IntoView {
    view! {
        <button
            class="tj-search__button"
            type="button"
            aria-label=label
            on:click=move |_| on_press()
        >
            <Icon d=icon/>
        </button>
    }
}
