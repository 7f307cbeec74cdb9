//! What draws itself does so once it is seen; nothing moves for readers who
//! want or see no motion.

use std::collections::BTreeSet;

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// Notes what begins to move by itself: animations and transitions by name.
/// The bar's progress moves with the reader's own scrolling.
const WATCH: &str = include_str!("motion/watch.js");

/// What draws itself, and where it has not been seen.
const RIVER: &str = "document.querySelector('#funnel [data-draw]')";

/// Reads the whole page and opens a section by its heading.
async fn read(browser: &Browser, site: &Site, address: &str) {
    browser.before_scripts(WATCH).await;
    browser.open(&site.page(address)).await;
    browser.until_live().await;
    browser.press_summary("institutions").await;
    // Browsers keep what happens inside a section's own parts to themselves.
    browser
        .run::<()>(
            "const section = document.getElementById('institutions');
            const {transitionDuration, transitionProperty} = getComputedStyle(section, '::details-content');
            if (parseFloat(transitionDuration) > 0) moved.push(...transitionProperty.split(', '));",
            Vec::new(),
        )
        .await;
    browser
        .call::<()>(include_str!("motion/show.js"), Vec::new())
        .await;
}

async fn moved(browser: &Browser) -> BTreeSet<String> {
    browser.eval("moved").await
}

async fn prefer(browser: &Browser, motion: &str) {
    let wanted = json!({"features": [{"name": "prefers-reduced-motion", "value": motion}]});
    browser.tell("Emulation.setEmulatedMedia", wanted).await;
}

#[test]
fn drawings_draw_themselves_when_seen() {
    browse(async |browser| {
        let site = Site::built().await;
        prefer(browser, "no-preference").await;
        read(browser, &site, "").await;
        let moved = moved(browser).await;
        for name in [
            "tj-draw",
            "tj-drift",
            "tj-window",
            "tj-roll",
            "tj-uncover",
            "transform",
        ] {
            assert!(moved.contains(name), "{name} is not in {moved:?}");
        }
        // Every one comes to its end, and the drawing is whole.
        browser
            .until(
                "document.getAnimations().every(({animationName}) => animationName === 'tj-progress')",
            )
            .await;
    });
}

/// A drawing that was shown before it began to draw itself would flash.
#[test]
fn what_is_not_seen_yet_waits_at_its_beginning() {
    browse(async |browser| {
        let site = Site::built().await;
        prefer(browser, "no-preference").await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let (waits, moving, cover): (String, usize, String) = browser
            .eval(&format!(
                "[{RIVER}.dataset.draw, {RIVER}.getAnimations({{subtree: true}}).length,
                    getComputedStyle({RIVER}, '::after').transform]"
            ))
            .await;
        // An animation that waits makes the browser keep a layer.
        assert_eq!(
            (waits.as_str(), moving, cover.as_str()),
            ("waiting", 0, "none")
        );

        // Paper waits for nothing.
        let print = json!({"media": "print"});
        browser.tell("Emulation.setEmulatedMedia", print).await;
        browser.until("document.getAnimations().length === 0").await;
        let cover: String = browser
            .eval(&format!("getComputedStyle({RIVER}, '::after').content"))
            .await;
        assert_eq!(cover, "none");
    });
}

/// Nothing begins to move, all the way through the page.
fn nothing_moves(address: &str, motion: &str) {
    browse(async |browser| {
        let site = Site::built().await;
        prefer(browser, motion).await;
        read(browser, &site, address).await;
        assert_eq!(moved(browser).await, BTreeSet::new());
    });
}

#[test]
fn nothing_moves_where_the_system_asks_for_less_motion() {
    nothing_moves("", "reduce");
}

#[test]
fn nothing_moves_where_the_address_asks_for_none() {
    nothing_moves("?motion=off", "no-preference");
}

/// Dark fades in for those who want motion; for the others it is there.
#[test]
fn a_theme_fades_in_where_motion_is_wanted() {
    for (motion, fades) in [("no-preference", 1), ("reduce", 0)] {
        browse(async |browser| {
            let site = Site::built().await;
            prefer(browser, motion).await;
            browser
                .before_scripts(
                    "window.faded = 0;
                    const begin = Document.prototype.startViewTransition;
                    Document.prototype.startViewTransition = function (change) {
                        faded += 1;
                        return begin.call(this, change);
                    };",
                )
                .await;
            browser.open(&site.page("?theme=light")).await;
            browser.until_live().await;
            browser.click("button", "深色").await;
            browser
                .until("document.documentElement.dataset.theme === 'dark'")
                .await;
            let on = "document.querySelector('[data-tool=dark]').getAttribute('aria-pressed')";
            browser.until(&format!("{on} === 'true'")).await;
            assert_eq!(browser.eval::<u32>("faded").await, fades, "{motion}");
        });
    }
}
