//! Where the system's own colours leave the drawings out, what stood beside them must
//! not go with them: the foot had no height, and its words were cut off.
//!
//! Reported of feet: <https://github.com/alphagov/govuk-frontend/issues/2272>.

use serde_json::json;

use crate::browser::browse;
use crate::server::Site;

#[test]
fn the_foot_is_read_in_the_systems_colours() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [390, 1199, 1200, 1440, 1920] {
            browser.resize(width, 800).await;
            let forced = json!({"features": [{"name": "forced-colors", "value": "active"}]});
            browser.tell("Emulation.setEmulatedMedia", forced).await;
            browser.open(&site.page("?motion=off")).await;
            browser.until_live().await;
            let inside: Vec<bool> = browser
                .eval(
                    "[...document.querySelectorAll('.tj-footer p, .tj-footer dd')].map((words) => {
                        const foot = words.closest('footer').getBoundingClientRect();
                        const place = words.getBoundingClientRect();
                        return place.height > 0 && place.top >= foot.top - 1
                            && place.bottom <= foot.bottom + 1;
                    })",
                )
                .await;
            assert!(inside.len() > 1 && inside.iter().all(|one| *one), "{width}");
        }
    });
}

/// The river begins left of its column, where the rail has its words.
#[test]
fn the_rail_is_over_the_river() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(1280, 800).await;
        let forced = json!({"features": [{"name": "forced-colors", "value": "active"}]});
        browser.tell("Emulation.setEmulatedMedia", forced).await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('.tj-funnel__river').scrollIntoView();",
                Vec::new(),
            )
            .await;
        browser.let_paint().await;
        let covered: Vec<String> = browser
            .eval(
                "[...document.querySelectorAll('.tj-rail__link')].filter((link) => {
                    const words = document.createRange();
                    words.selectNodeContents(link);
                    const {right, top, bottom} = words.getBoundingClientRect();
                    if (top < 60 || bottom > innerHeight) return false;
                    const hit = document.elementFromPoint(right - 1, (top + bottom) / 2);
                    return hit !== link && !link.contains(hit);
                }).map((link) => link.textContent)",
            )
            .await;
        assert_eq!(covered, [""; 0]);
    });
}
