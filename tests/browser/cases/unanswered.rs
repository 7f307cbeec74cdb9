//! The clipboard of some in-app browsers never answers, or answers nothing at all.
//!
//! A kind of clipboards that hosts replace.

use crate::browser::browse;
use crate::server::Site;

#[test]
fn a_clipboard_that_does_not_answer_leaves_the_link_to_be_copied_by_hand() {
    for answer in ["new Promise(() => {})", "undefined", "'copied'"] {
        browse(async |browser| {
            let site = Site::built().await;
            browser.hasten(2_000).await;
            browser
                .before_scripts(&format!(
                    "Object.defineProperty(navigator, 'clipboard', {{value: {{
                        writeText: () => {answer},
                    }}}});"
                ))
                .await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            browser
                .run::<()>(
                    "document.querySelector('#people > button').click();",
                    Vec::new(),
                )
                .await;
            browser
                .until("document.activeElement.matches('dialog input')")
                .await;
            let address: String = browser.eval("document.activeElement.value").await;
            assert_eq!(address, site.page("#people"), "{answer}");
            assert_eq!(browser.state().await, "live", "{answer}");
        });
    }
}
