//! The page's own controls. They need the app, and are hidden until it runs.

use crate::components::element::{Element, el};
use leptos::prelude::*;

/// What the controls do, and how things stand when they appear; the browser
/// side is handed in.
#[derive(Clone, Copy, Default)]
pub struct Controls {
    /// Opens (`true`) or closes every section of the page.
    pub set_all_open: Option<fn(bool)>,
    /// Takes up a choice by its name (`theme`, `size`); no value is the default.
    pub choose: Option<fn(&str, Option<&str>)>,
    /// Whether the page is in large type.
    pub elder: bool,
    /// The page's colours.
    pub theme: Theme,
}

/// The page's colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Ink on paper.
    #[default]
    Light,
    /// 夜山城.
    Dark,
    /// Black on white.
    Contrast,
}

/// The controls, in the order of how many readers need them.
pub fn toolbar(controls: Controls) -> Element {
    let all_open = RwSignal::new(false);
    let elder = RwSignal::new(controls.elder);
    let theme = RwSignal::new(controls.theme);
    let set_theme = move |wanted: Theme| {
        let next = if theme.get_untracked() == wanted {
            Theme::Light
        } else {
            wanted
        };
        theme.set(next);
        let value = match next {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        };
        if let Some(choose) = controls.choose {
            choose("theme", Some(value));
        }
    };
    el("div")
        .class("tj-toolbar")
        .attr("role", "group")
        .attr("aria-label", "工具")
        .child(button(
            Signal::derive(move || {
                if all_open.get() {
                    "收起全部"
                } else {
                    "展开全部"
                }
            }),
            move || {
                all_open.update(|open| *open = !*open);
                if let Some(set_all_open) = controls.set_all_open {
                    set_all_open(all_open.get_untracked());
                }
            },
        ))
        .child(button(
            Signal::derive(move || {
                if elder.get() {
                    "标准版"
                } else {
                    "大字版"
                }
            }),
            move || {
                elder.update(|elder| *elder = !*elder);
                if let Some(choose) = controls.choose {
                    choose("size", elder.get_untracked().then_some("elder"));
                }
            },
        ))
        .child(button(
            Signal::derive(move || {
                if theme.get() == Theme::Dark {
                    "浅色"
                } else {
                    "深色"
                }
            }),
            move || set_theme(Theme::Dark),
        ))
        .child(button(
            Signal::derive(move || {
                if theme.get() == Theme::Contrast {
                    "标准对比"
                } else {
                    "高对比"
                }
            }),
            move || set_theme(Theme::Contrast),
        ))
}

/// A button that says what pressing it does.
fn button(label: Signal<&'static str>, press: impl Fn() + 'static) -> AnyView {
    let press: Box<dyn Fn()> = Box::new(press);
    view! {
        <button class="tj-toolbar__button" type="button" on:click=move |_| press()>
            {move || label.get()}
        </button>
    }
    .into_any()
}
