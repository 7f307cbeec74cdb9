//! The app stops: the page that is on screen stays, and 重试 opens it anew.

use crate::browser::browse;
use crate::server::Site;

/// A browser that will not make an element panics the app while it builds the
/// page; the served one is still there.
#[test]
fn a_panic_while_starting() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee("unreachable");
        browser
            .before_scripts(
                "const make = Document.prototype.createElement;
                Document.prototype.createElement = function (name, ...rest) {
                    if (name === 'summary') throw new Error('refused');
                    return make.call(this, name, ...rest);
                };",
            )
            .await;
        browser.open(&site.page("")).await;
        browser.until_failed("panic").await;
        browser.named("button", "重试").await;
    });
}

/// All of the app's memory is taken, up to the last byte that it could grow by;
/// the next press on a control needs some.
#[test]
fn the_memory_runs_out_while_reading() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee("unreachable");
        browser.open(&site.page("")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "const app = await tujieApp();
                for (let size = 1 << 24; size >= 1; size >>= 1) {
                    try {
                        while (app.__wbindgen_malloc(size, 1)) {}
                    } catch (full) {}
                }",
                Vec::new(),
            )
            .await;
        browser.click("button", "展开全部").await;
        browser
            .until("document.documentElement.dataset.tujie !== 'live'")
            .await;
        browser.until_failed("panic").await;

        browser.click("button", "重试").await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
        browser.notice_is_gone().await;
        browser.click("button", "展开全部").await;
    });
}
