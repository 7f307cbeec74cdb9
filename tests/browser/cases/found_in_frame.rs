//! A search in a frame asked its host twice to scroll, and the second undid the room
//! that the first had left above the hit for what the host keeps at its top.

use serde_json::json;
use thirtyfour::By;

use crate::host::hosting;

#[test]
fn a_hit_in_a_frame_has_room_above_it_in_the_host() {
    hosting(
        "<tujie-report id=\"one\" src=\"REPORT/\"></tujie-report>",
        async |browser, host| {
            host.open(browser).await;
            browser.until_heard("one", "ready").await;
            browser.until_fitting("one").await;
            browser.enter("one").await;
            browser.until_live().await;
            browser.click("button", "搜索").await;
            let field = browser.driver.find(By::Css("[role=search] input")).await;
            let field = field.expect("the field");
            field.send_keys("璧南河").await.expect("words");
            browser
                .until("document.querySelector('[role=search] [role=status]').textContent.includes('第1处')")
                .await;
            let hit: f64 = browser
                .eval("[...CSS.highlights.get('tj-current')][0].getBoundingClientRect().top")
                .await;
            browser.leave().await;
            browser.until("scrolls.length > 0").await;
            browser.let_paint().await;
            let last: f64 = browser.eval("scrolls[scrolls.length - 1]").await;
            assert!(
                last < hit - 50.0,
                "the host was asked for {last} px, the hit is at {hit} px"
            );
            let seen: f64 = browser
                .run(
                    "const frame = document.getElementById('one').shadowRoot.querySelector('iframe');
                    return frame.getBoundingClientRect().top + arguments[0];",
                    vec![json!(hit)],
                )
                .await;
            assert!(
                (50.0..900.0).contains(&seen),
                "the hit is at {seen} px of the host's window"
            );
        },
    );
}
