//! The app cannot start: the page stays as good as without it, says so, and
//! 重试 works as soon as the fault is gone.

use crate::browser::browse;
use crate::server::{Fault, POLICY, Site};

/// With the faults the app fails for that reason, and starts once they are gone.
fn recovers(path: fn(&Site) -> String, faults: &[Fault], reason: &str) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        for fault in faults {
            site.fault(&path(&site), fault.clone());
        }
        browser.open(&site.page("")).await;
        browser.until_failed(reason).await;

        // Once more in vain: the notice comes back.
        browser.click("button", "重试").await;
        browser.until_failed(reason).await;

        site.lift(&path(&site));
        browser.click("button", "重试").await;
        browser.until_live().await;
        browser.notice_is_gone().await;
        browser.text_is_complete().await;
    });
}

#[test]
fn a_missing_wasm() {
    recovers(Site::wasm, &[Fault::Missing], "load");
}

#[test]
fn a_wasm_whose_download_breaks_off() {
    recovers(Site::wasm, &[Fault::Cut], "load");
}

/// A proxy kept half a file; the browser keeps it for a year, and a retry must
/// not get it from there.
#[test]
fn half_a_wasm() {
    recovers(Site::wasm, &[Fault::Half], "load");
}

#[test]
fn a_page_where_the_wasm_should_be() {
    recovers(Site::wasm, &[Fault::Html], "load");
}

#[test]
fn other_bytes_than_the_wasm() {
    let bytes = b"\0asm\x01\0\0\0".to_vec();
    recovers(Site::wasm, &[Fault::Bytes(bytes)], "load");
}

#[test]
fn a_missing_script() {
    recovers(Site::glue, &[Fault::Missing], "load");
}

#[test]
fn half_a_script() {
    recovers(Site::glue, &[Fault::Half], "load");
}

/// The timer of the loader runs out at once.
#[test]
fn a_wasm_that_never_comes() {
    browse(async |browser| {
        let site = Site::built().await;
        let gate = site.hold(&site.wasm());
        browser.hasten(20_000).await;
        browser.open(&site.page("")).await;
        browser.until_failed("load").await;
        gate.open();
        browser.unhasten().await;
        browser.click("button", "重试").await;
        browser.until_live().await;
        browser.notice_is_gone().await;
    });
}

/// The integrity is right and the bytes are not WASM: a site that was built so.
#[test]
fn a_wasm_that_does_not_compile() {
    browse(async |browser| {
        let site = Site::built().await;
        let page = String::from_utf8(site.read("/index.html")).expect("the page is text");
        let unsealed = page.replace("data-wasm-integrity", "data-no-integrity");
        assert_ne!(page, unsealed);
        site.fault("/index.html", Fault::Bytes(unsealed.into_bytes()));
        site.fault(&site.wasm(), Fault::Half);
        browser.open(&site.page("")).await;
        browser.until_failed("compile").await;
        site.lift(&site.wasm());
        browser.click("button", "重试").await;
        browser.until_live().await;
        browser.notice_is_gone().await;
    });
}

/// The page runs under a policy of its host that the app cannot live with. A
/// page keeps its policy as long as it lives, so trying again on the page as it
/// stood never helped, even when the host had mended it.
fn fails_under(policy: &str, reason: &str) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee("Content Security Policy");
        site.fault("/index.html", Fault::Policy(policy.to_owned()));
        browser.open(&site.page("")).await;
        browser.until_failed(reason).await;
        site.lift("/index.html");
        browser.click("button", "重试").await;
        browser
            .until("document.documentElement.dataset.tujie === 'live'")
            .await;
    });
}

#[test]
fn a_host_that_forbids_wasm() {
    fails_under(&POLICY.replace(" 'wasm-unsafe-eval'", ""), "compile");
}

#[test]
fn a_host_that_forbids_fetching() {
    fails_under(
        &POLICY.replace("connect-src 'self'", "connect-src 'none'"),
        "load",
    );
}

/// Trying again would change nothing, so it is not offered.
#[test]
fn a_browser_without_wasm() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts("delete window.WebAssembly;").await;
        browser.open(&site.page("")).await;
        browser.until_failed("no-wasm").await;
        let buttons: Vec<String> = browser
            .eval("[...document.querySelectorAll('#notice button')].map((one) => one.textContent)")
            .await;
        assert_eq!(buttons, ["关闭"]);
        browser.click("button", "关闭").await;
        browser.notice_is_gone().await;
    });
}
