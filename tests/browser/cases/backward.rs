//! Each link followed within a framed page was a step of the host's Back, on which the
//! host did not move.
//!
//! A kind of embedded pages with links of their own.

use thirtyfour::By;

use crate::host::hosting;

#[test]
fn links_within_a_frame_leave_the_host_s_history_alone() {
    hosting(
        "<tujie-report id=\"one\" src=\"REPORT/\"></tujie-report>",
        async |browser, host| {
            host.open(browser).await;
            browser.until_heard("one", "ready").await;
            let before: usize = browser.eval("history.length").await;
            browser.enter("one").await;
            browser.until_live().await;
            for id in ["people", "outlook", "people", "people"] {
                let link = format!("nav a[href='#{id}']");
                let link = browser.driver.find(By::Css(link)).await.expect("a link");
                let json = link.to_json().expect("a reference");
                browser.run::<()>("arguments[0].click();", vec![json]).await;
                browser
                    .until(&format!(
                        "document.activeElement.closest('#{id}') !== null && location.hash === '#{id}'"
                    ))
                    .await;
            }
            let after: usize = browser.eval("history.length").await;
            assert_eq!(after, before);
        },
    );
}
