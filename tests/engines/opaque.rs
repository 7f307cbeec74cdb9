//! A frame without an origin, in which WebKit of before 2026 and Chromium of 2018 take the
//! policy's `'self'` for nothing: the page came without style and scripts, and a
//! `<tujie-report>` of the same host stayed empty.
//!
//! Reported of previews: <https://github.com/lightdash/lightdash/pull/24064>,
//! <https://github.com/WebKit/WebKit/pull/66923>.

use tujie::site::rules::policy;

use crate::engine::in_every_engine;
use crate::page::Page;
use crate::server::Fault;

in_every_engine!(a_frame_without_an_origin_has_style_and_scripts);

/// Puts the report into a sandboxed frame, and keeps what it tells.
const FRAME: &str = include_str!("opaque/frame.js");

async fn a_frame_without_an_origin_has_style_and_scripts(page: &mut Page) {
    let policy = policy(&format!(" {}", page.site.origin));
    let policy = policy.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'");
    page.foresee("favicon.ico");
    page.foresee("contains an invalid source: ''wasm-unsafe-eval''");
    page.site.fault("/index.html", Fault::Policy(policy));
    page.site.fault(
        "/host.html",
        Fault::Bytes(b"<!DOCTYPE html><title>host</title>".to_vec()),
    );
    page.open("host.html").await;
    assert!(page.eval::<bool>(&format!("({FRAME})()")).await);
    page.until("told.some(({type}) => type === 'ready')").await;
    // Figures alone: without its style the page would be all of the report.
    let height: f64 = page
        .eval("told.filter(({tujie}) => tujie).pop().height")
        .await;
    assert!(height < 2000.0, "{height} px high");
}
