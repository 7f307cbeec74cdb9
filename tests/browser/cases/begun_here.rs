//! 从这里开始 where no block of words lies before the reader's eyes.
//!
//! Found with a real voice.

use crate::browser::browse;
use crate::cases::listened::{NOW, begin};

/// Between two parts, and at the end, it read from the title.
#[test]
fn it_begins_at_what_is_next_between_two_parts_and_at_the_end() {
    browse(async |browser| {
        let _site = begin(browser, "").await;
        browser.until("!!voice.now").await;
        let title: String = browser.eval(NOW).await;
        for place in [
            // The gap before the outlook lies where the eyes are.
            "scrollTo(0, scrollY + document.querySelector('#outlook')
                .getBoundingClientRect().top - innerHeight / 3 - 4);",
            "scrollTo(0, document.documentElement.scrollHeight);",
        ] {
            browser.run::<()>(place, Vec::new()).await;
            browser
                .run::<()>(
                    "[...document.querySelectorAll('.tj-dock button')]
                        .find((button) => button.textContent === '从这里开始').click();",
                    Vec::new(),
                )
                .await;
            let said: String = browser.eval(NOW).await;
            assert_ne!(said, title, "{place}");
            let near: f64 = browser
                .eval("document.querySelector('[data-aloud]').getBoundingClientRect().top / innerHeight")
                .await;
            assert!((-1.0..2.0).contains(&near), "{near} windows away: {said}");
        }
    });
}
