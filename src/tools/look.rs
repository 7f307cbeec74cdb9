//! How the page looks: 大字版, 深色, 高对比. The choice is an attribute of
//! `<html>`, which the style reads; what the buttons say follows it.

use super::tool::{Room, Tool};
use crate::browser::choice;
use crate::browser::fade::fade;
use crate::browser::options::when_asked;
use crate::page::mounting::keep;
use leptos::prelude::*;
use std::rc::Rc;

/// 大字版, and back.
pub fn elder() -> Tool {
    let large = || choice::chosen("size").is_some();
    let elder = RwSignal::new(large());
    keep(when_asked(move || elder.set(large())));
    Tool {
        name: "elder",
        room: Room::Row,
        icon: "M1.5 16.5L6 4.5l4.5 12M3 12.5h6M12 16.5l3.2-8l3.2 8M13 14h4.4",
        label: "大字版".into(),
        on: Some(elder),
        press: Rc::new(move || {
            let wanted = choice::chosen("size").is_none();
            choice::choose("size", wanted.then_some("elder"));
            elder.set(wanted);
        }),
    }
}

/// 深色 and 高对比, each back to light where it is on.
pub fn themes() -> [Tool; 2] {
    let [dark, contrast] =
        [Theme::Dark, Theme::Contrast].map(|of| (of, RwSignal::new(theme() == of)));
    let show = move || {
        for (of, on) in [dark, contrast] {
            on.set(theme() == of);
        }
    };
    keep(when_asked(show));
    let press = move |(of, on): (Theme, RwSignal<bool>)| {
        Rc::new(move || {
            let next = if on.get_untracked() { Theme::Light } else { of };
            fade(move || {
                choice::choose("theme", Some(next.value()));
                show();
            });
        })
    };
    [
        Tool {
            name: "dark",
            room: Room::Wide,
            icon: "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z",
            label: "深色".into(),
            on: Some(dark.1),
            press: press(dark),
        },
        Tool {
            name: "contrast",
            room: Room::Sheet,
            icon: "M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14zM10 3v14M12.5 4v12M15 6v8",
            label: "高对比".into(),
            on: Some(contrast.1),
            press: press(contrast),
        },
    ]
}

/// The page's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    /// Ink on paper.
    Light,
    /// 夜山城.
    Dark,
    /// Black on white.
    Contrast,
}

impl Theme {
    /// The value of `theme`.
    fn value(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }
}

/// The colours that are shown.
fn theme() -> Theme {
    match choice::chosen("theme").as_deref() {
        Some("contrast") => Theme::Contrast,
        _ if choice::dark() => Theme::Dark,
        _ => Theme::Light,
    }
}
