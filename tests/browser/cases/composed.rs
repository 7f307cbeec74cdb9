//! Safari ends a composition before it tells of the key that ended it: an Enter or
//! Escape of code 229 is the input method's and no command of the page.
//!
//! Reported of chats: <https://github.com/nearai/ironclaw/issues/1139>,
//! <https://bugs.webkit.org/show_bug.cgi?id=165004>.

use thirtyfour::prelude::*;

use crate::browser::browse;
use crate::search::{live, type_in};
use crate::server::Site;

/// Ends a composition in the field by a key, as Safari tells of it.
const END: &str = include_str!("composed/end.js");

/// The way back from a phrase is open while one searches: an Escape for the input
/// method took it.
#[test]
fn a_key_of_the_input_method_leads_nowhere() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        browser
            .run::<()>(
                "const figure = document.querySelector('a[data-figure]');
                figure.focus();
                figure.click();",
                Vec::new(),
            )
            .await;
        browser.until("!!document.querySelector('.tj-way')").await;
        let keys = browser.driver.action_chain().key_down(Key::Control);
        let keys = keys.send_keys("k").key_up(Key::Control);
        keys.perform().await.expect("keys are pressed");
        browser
            .until("document.activeElement.matches('[role=search] input')")
            .await;
        type_in(browser, "提案").await;
        for key in ["Enter", "Escape"] {
            let left_alone: bool = browser.call(END, vec![serde_json::json!(key)]).await;
            assert!(left_alone, "{key}");
            let stays: bool = browser
                .eval(
                    "!!document.querySelector('.tj-way')
                        && document.activeElement.matches('[role=search] input')",
                )
                .await;
            assert!(stays, "{key} led away");
        }
    });
}
