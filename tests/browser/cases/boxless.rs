//! A frame in a closed tab of its host's has no box, and a height of 0, which outlasted
//! the tab's opening.
//!
//! Reported of resizing scripts:
//! <https://github.com/davidjbradshaw/iframe-resizer/issues/1066>.

use crate::host::hosting;

const TAB: &str = "<div id=\"tab\"><tujie-report id=\"one\" src=\"REPORT/\" view=\"figures\">\
    </tujie-report></div>";

#[test]
fn a_frame_that_loses_its_box_keeps_its_height() {
    hosting(TAB, async |browser, host| {
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.until_fitting("one").await;
        browser.enter("one").await;
        browser.until_live().await;
        browser.leave().await;
        let before = browser.frame_height("one").await;
        browser
            .run::<()>("document.getElementById('tab').hidden = true;", Vec::new())
            .await;
        // What the frame finds out of it is told by now.
        browser.let_paint().await;
        browser.let_paint().await;
        let told = browser.heard().await;
        let heights: Vec<f64> = told.iter().filter_map(|told| told.height).collect();
        assert!(heights.iter().all(|height| *height > 0.0), "{heights:?}");
        browser
            .run::<()>("document.getElementById('tab').hidden = false;", Vec::new())
            .await;
        assert_eq!(browser.frame_height("one").await, before);
    });
}

/// The tab closes while the report loads: it is ready when the tab is open again.
#[test]
fn a_frame_without_a_box_is_ready_once_it_has_one() {
    hosting(TAB, async |browser, host| {
        let gate = host.report.hold("/index.html");
        host.open(browser).await;
        browser
            .until("!!document.getElementById('one').shadowRoot.querySelector('iframe')")
            .await;
        browser
            .run::<()>("document.getElementById('tab').hidden = true;", Vec::new())
            .await;
        gate.open();
        browser.enter("one").await;
        browser
            .until("document.readyState === 'complete' && document.documentElement.hasAttribute('data-fitted')")
            .await;
        browser.leave().await;
        let told = browser.heard().await;
        assert_eq!(told, [], "without a box there is nothing to tell");
        browser
            .run::<()>("document.getElementById('tab').hidden = false;", Vec::new())
            .await;
        browser.until_heard("one", "ready").await;
        browser.until_fitting("one").await;
        let told = browser.heard().await;
        assert!(told.iter().all(|told| told.kind != "error"), "{told:?}");
    });
}
