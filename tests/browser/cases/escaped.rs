//! Escape closes a search from its field; on its buttons it did nothing.
//!
//! Found with the keyboard alone.

use thirtyfour::prelude::*;

use crate::browser::browse;
use crate::search::{live, search};
use crate::server::Site;

#[test]
fn escape_on_the_search_s_buttons_keeps_what_was_found() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        for name in ["上一处", "下一处", "关闭搜索"] {
            search(browser, "璧南河").await;
            let moved: f64 = browser.eval("scrollY").await;
            assert!(moved > 0.0, "the hit is further down");
            let button =
                format!("document.querySelector('[role=search] button[aria-label={name}]')");
            browser
                .run::<()>(&format!("{button}.focus();"), Vec::new())
                .await;
            browser.press(&Key::Escape).await;
            browser
                .until("!document.querySelector('[role=search]')")
                .await;
            let kept = "scrollY > 0 && document.activeElement.textContent.includes('璧南河')";
            browser.until(kept).await;
        }
    });
}
