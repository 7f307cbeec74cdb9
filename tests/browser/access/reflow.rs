//! On 320 px, which is a wide window at 400 %, everything is read by scrolling
//! one way only, whatever is open.

use serde_json::json;

use super::states::{STATES, enter, give_voice, leave, open};
use crate::browser::browse;
use crate::layout::fits;
use crate::server::Site;

/// What scrolls sideways, but for tables, which may.
const SIDEWAYS: &str = "
    [...document.querySelectorAll('body *')]
        .filter((one) => one.scrollWidth > one.clientWidth && !one.querySelector(':scope > table'))
        .filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowX))
        .map((one) => one.className)";

fn flows(address: &'static str) {
    browse(async |browser| {
        let site = Site::built().await;
        give_voice(browser).await;
        open(browser, &site, address, 320).await;
        // As on a phone: the bar that scrolls takes no room.
        let hidden = json!({"hidden": true});
        browser.tell("Emulation.setScrollbarsHidden", hidden).await;
        for state in STATES {
            enter(browser, state).await;
            fits(browser, 320).await;
            let sideways: Vec<String> = browser.eval(SIDEWAYS).await;
            assert_eq!(sideways, [""; 0], "{state}");
            leave(browser, state).await;
        }
    });
}

#[test]
fn in_normal_type() {
    flows("");
}

#[test]
fn in_large_type() {
    flows("?size=elder");
}
