//! What the editor sees: 原文, 核对 and 预览 side by side. In a page only.
//!
//! - [`at_work`]: the file that is edited, and what follows from each change.
//! - [`outside`]: what `studio/boot.js` does for us.
//! - [`entrance`]: before there is a file; [`masthead`]: the bar at the top;
//!   [`handing_out`]: the site and the file, out.
//! - [`command_link`]: the command `tujie edit`, where it serves the page.
//! - [`taking`]: onto the desk and off it; [`keeping`]: what is done after each change.
//! - [`holders`]: what holds a place of the file.
//! - [`original`]: 原文, its lines ([`original_line`], [`written_line`],
//!   [`line_focus`]), numbers ([`marked_number`]), flows
//!   ([`flow_form`]), names and imprint ([`colophon_form`]), and the rest of a report
//!   ([`more_form`]: a [`general_form`] of [`general_field`]s).
//! - [`review`]: 核对, with last year's figures ([`last_year_table`]); [`proof`]: 预览, and what a click in it does ([`proof_click`]).
//! - [`lost_focus`]: the focus where what had it is gone; [`modal`]: a window over it; [`hotkeys`]: keys, and the list of them.

use any_spawner::Executor;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use self::at_work::{AtDesk, Pane};
use self::command_link::CommandLink;
use self::entrance::Entrance;
use self::handing_out::HandingOut;
use self::hotkeys::{KeyList, listen};
use self::masthead::DeskBar;
use self::original::Original;
use self::proof::Proof;
use self::review::Review;

mod at_work;
mod colophon_form;
mod command_link;
mod entrance;
mod flow_form;
mod general_field;
mod general_form;
mod handing_out;
mod holders;
mod hotkeys;
mod keeping;
mod last_year_table;
mod line_focus;
mod lost_focus;
mod marked_number;
mod masthead;
mod modal;
mod more_form;
mod original;
mod original_line;
mod outside;
mod proof;
mod proof_click;
mod review;
mod taking;
mod written_line;

/// Called once, when the WASM is instantiated.
pub fn start() {
    std::panic::set_hook(Box::new(|_| outside::stopped()));
    let _ = Executor::init_wasm_bindgen();
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("desk"));
    if let Some(root) = root {
        let desk = AtDesk::new();
        mount_to(root.unchecked_into(), move || view! { <Desk desk/> }).forget();
        listen(desk);
        lost_focus::listen();
        desk.begin();
    }
}

/// All of it.
#[component]
fn Desk(
    /// The state.
    desk: AtDesk,
) -> impl IntoView {
    CommandLink::begin(desk);
    Effect::new(move |_| outside::speak(desk.english.get()));
    // Each change of the file must leave what stands there.
    let open = Memo::new(move |_| desk.is_open());
    let pane = move |which: Pane| (desk.pane.get() == which).to_string();
    view! {
        <div class="de" lang=move || if desk.english.get() { "en" } else { "zh-CN" }>
            <DeskBar desk/>
            <p class="de-busy" role="status">{move || desk.busy.get()}</p>
            <p class="de-heard" role="status">{move || desk.told.get()}</p>
            <p class="de-notice" role="alert">{move || desk.notice.get()}</p>
            {move || if open.get() {
                view! {
                    <main class="de-panes">
                        <section class="de-pane de-pane--original" data-shown=move || pane(Pane::Original) aria-label=desk.say("原文", "Text")>
                            <Original desk/>
                        </section>
                        <section class="de-pane de-pane--review" data-shown=move || pane(Pane::Review) aria-label=desk.say("核对", "Check")>
                            <Review desk/>
                        </section>
                        <section class="de-pane de-pane--proof" data-shown=move || pane(Pane::Proof) aria-label=desk.say("预览", "Preview")>
                            <Proof desk/>
                        </section>
                    </main>
                    <HandingOut desk/>
                }.into_any()
            } else {
                view! { <main><Entrance desk/></main> }.into_any()
            }}
            <KeyList desk/>
        </div>
    }
}
