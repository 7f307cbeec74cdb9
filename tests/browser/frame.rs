//! The page in somebody else's.

use thirtyfour::By;

use crate::browser::browse;
use crate::server::{Fault, Site};

/// A sandboxed frame has no origin, no storage and shares nothing with anyone.
#[test]
fn a_sandboxed_frame_comes_to_life() {
    browse(async |browser| {
        let site = Site::built().await;
        let host = Site::built().await;
        let frame = format!(
            "<!DOCTYPE html><title>host</title><iframe src=\"{}\" sandbox=\"allow-scripts\" \
             title=\"report\" width=\"800\" height=\"600\"></iframe>",
            site.page("index.html?view=funnel")
        );
        host.fault("/host.html", Fault::Bytes(frame.into_bytes()));
        host.fault(
            "/host.html",
            Fault::Policy("default-src 'none'; frame-src *".to_owned()),
        );
        browser.open(&host.page("host.html")).await;
        let frame = browser.driver.find(By::Css("iframe[title=report]"));
        let frame = frame.await.expect("the frame");
        frame.enter_frame().await.expect("the frame is a page");
        let origin: String = browser.eval("self.origin").await;
        assert_eq!(origin, "null", "the frame is not sandboxed");
        browser.until_live().await;
        browser.text_is_complete().await;
    });
}
