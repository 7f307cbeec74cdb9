//! What is out of sight waits to be laid out while the app starts, and only then.

use crate::browser::{Browser, browse};
use crate::large;
use crate::server::{Fault, Site};

const DATA: &str = "/data/report.json";

/// Whether the last words of the page, which no screen shows at first, are laid out.
async fn laid_out(browser: &Browser) -> bool {
    browser
        .eval(
            "[...document.querySelectorAll('#app h4')].pop()
                .checkVisibility({contentVisibilityAuto: true})",
        )
        .await
}

#[test]
fn what_is_far_waits_for_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("?theme=dark")).await;
        assert!(!laid_out(browser).await, "it does not wait");
        gate.open();
        browser.until_live().await;
        assert!(laid_out(browser).await, "it still waits");
    });
}

/// Where a reader is sent into the page or comes back to a place in it, everything
/// has its place before.
#[test]
fn nothing_waits_where_a_place_is_asked_for() {
    browse(async |browser| {
        let site = Site::built().await;
        let _gate = site.hold(&site.wasm());
        for place in ["#institutions", "?q=提案"] {
            browser.open("about:blank").await;
            browser.open(&site.page(place)).await;
            assert!(laid_out(browser).await, "{place} waits");
        }
        browser.open("about:blank").await;
        browser.open(&site.page("")).await;
        assert!(!laid_out(browser).await, "the first visit does not wait");
        browser.reload().await;
        assert!(laid_out(browser).await, "the second waits");
    });
}

/// A link into what waits leads where it will be when nothing waits any more.
#[test]
fn a_link_is_followed_to_its_final_place() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.open(&site.page("?motion=off")).await;
        browser
            .run::<()>("location.hash = 'funnel';", Vec::new())
            .await;
        browser.until("scrollY > innerHeight").await;
        assert!(laid_out(browser).await, "it waits");
        let top = "Math.round(document.getElementById('funnel').getBoundingClientRect().top)";
        let before: i32 = browser.eval(top).await;
        gate.open();
        browser.until_live().await;
        let after: i32 = browser.eval(top).await;
        assert_eq!(after, before, "px below the window's top");
    });
}

/// Nothing would end the waiting where no app comes.
#[test]
fn nothing_waits_for_an_app_that_does_not_come() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        for lost in [site.path("loader-", ".js"), site.wasm()] {
            site.fault(&lost, Fault::Missing);
            browser.open("about:blank").await;
            browser.open(&site.page("")).await;
            browser
                .until("!document.documentElement.hasAttribute('data-waits')")
                .await;
            assert!(laid_out(browser).await, "without {lost}");
            site.lift(&lost);
        }
    });
}

/// All sections of a page at once kept a slow device busy for a good while.
#[test]
fn what_is_far_waits_where_everything_opens() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(1440, 900).await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "window.waited = 0;
                new MutationObserver(() => {
                    const far = [...document.querySelectorAll('#app [data-far=later]')];
                    waited = Math.max(waited, far.filter((one) => {
                        const {top, bottom} = one.getBoundingClientRect();
                        return top > 2 * innerHeight || bottom < -innerHeight;
                    }).length);
                }).observe(document.documentElement, {attributeFilter: ['data-waits']});",
                Vec::new(),
            )
            .await;
        browser.click("button", "展开全部").await;
        browser.until("waited > 5").await;
        browser
            .until("!document.documentElement.hasAttribute('data-waits')")
            .await;
        assert!(laid_out(browser).await, "it still waits");
        let closed: u32 = browser
            .eval("document.querySelectorAll('#app details[id]:not([open])').length")
            .await;
        assert_eq!(closed, 0);
    });
}

/// Of a large report, what is in sight opens first: whoever presses again before the rest is
/// obeyed.
#[test]
fn a_large_report_opens_and_closes_whole() {
    browse(async |browser| {
        let site = Site::built().await;
        let data = site.read(DATA);
        let text = std::str::from_utf8(&data).expect("the data file is text");
        site.fault(DATA, Fault::Bytes(large::report(text, 12).into_bytes()));
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        let still_open = "document.querySelectorAll('#app details[id][open]').length";
        let closed = "document.querySelectorAll('#app details[id]:not([open])').length";
        let before: u32 = browser.eval(closed).await;
        assert!(before > 200, "{before} sections are closed");

        browser.click("button", "展开全部").await;
        browser.until(&format!("{closed} === 0")).await;
        browser.click("button", "展开全部").await;
        browser.until(&format!("{still_open} === 0")).await;

        // Pressed again before all are open.
        let opened: u32 = browser
            .run(
                &format!(
                    "const frame = () => new Promise((next) => requestAnimationFrame(next));
                    const parts = document.querySelectorAll('.tj-chapter');
                    parts[parts.length >> 1].scrollIntoView();
                    for (let count = 0; count < 4; count += 1) await frame();
                    const button = document.querySelector('[data-tool=sections]');
                    button.click();
                    await new Promise((next) => setTimeout(next, 0));
                    const opened = {still_open};
                    button.click();
                    for (let count = 0; count < 20; count += 1) await frame();
                    return opened;"
                ),
                Vec::new(),
            )
            .await;
        assert!((1..before / 2).contains(&opened), "{opened} opened at once");
        let left: u32 = browser.eval(still_open).await;
        assert_eq!(left, 0, "still open");
    });
}
