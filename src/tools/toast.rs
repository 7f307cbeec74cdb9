//! A short word at the foot of the page that something was done. It goes by
//! itself.

use crate::browser::pause::{self, pause, wait};
use crate::page::mounting::{Mounted, mount};
use leptos::prelude::*;
use std::cell::RefCell;

/// How long it stays, in ms.
const STAY: i32 = 4000;

thread_local! {
    /// What is said, with how many were said before.
    static SAID: RefCell<(u32, Option<Mounted>)> = const { RefCell::new((0, None)) };
}

/// Says it to eyes and ears, in the place of what was said before.
pub fn say(words: &str) {
    let app = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    let Some(app) = app else {
        return;
    };
    let said = ArcRwSignal::new(String::new());
    let shown = said.clone();
    let toast = mount(&app, None, || view! { <Toast words=shown/> });
    let (turn, last) = SAID.with(|said| {
        let mut said = said.borrow_mut();
        said.0 += 1;
        (said.0, said.1.replace(toast))
    });
    drop(last);
    let words = words.to_owned();
    pause::begin(async move {
        // What is announced is a change of what was there.
        pause().await;
        said.set(words);
        wait(STAY).await;
        let over = SAID.with(|said| {
            let mut said = said.borrow_mut();
            if said.0 == turn { said.1.take() } else { None }
        });
        drop(over);
    });
}

/// The words where they are seen and announced.
#[component]
fn Toast(
    /// What is said.
    words: ArcRwSignal<String>,
) -> impl IntoView {
    view! { <div class="tj-toast" role="status" prop:textContent=move || words.get()></div> }
}
