//! A short word at the foot of the page that something was done. It goes by
//! itself.

use crate::browser::pause::{self, pause, wait};
use web_sys::Element;

/// How long it stays, in ms.
const STAY: i32 = 4000;

/// Says it to eyes and ears, in the place of what was said before.
pub fn say(words: &str) {
    let words = words.to_owned();
    pause::begin(async move {
        let Some(place) = place() else {
            return;
        };
        // What is announced is a change of what was there.
        pause().await;
        place.set_text_content(Some(&words));
        wait(STAY).await;
        place.remove();
    });
}

/// An empty place for it.
fn place() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    if let Ok(Some(last)) = document.query_selector(".tj-toast") {
        last.remove();
    }
    let place = document.create_element("div").ok()?;
    place.set_class_name("tj-toast");
    place.set_attribute("role", "status").ok()?;
    document
        .get_element_by_id("app")?
        .append_child(&place)
        .ok()?;
    Some(place)
}
