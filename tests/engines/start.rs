//! The page comes to life, and is read where it cannot.

use crate::engine::{Engine, in_every_engine, tell};
use crate::page::{Page, named};
use crate::server::Fault;

in_every_engine!(the_page_comes_to_life);
in_every_engine!(the_page_is_read_without_the_app);

async fn the_page_comes_to_life(page: &mut Page) {
    page.open_live("").await;
    for tool in ["搜索", "大字版", "工具"] {
        page.until(&format!("!!{}", named("button", tool))).await;
    }
    let notice: String = page
        .eval("document.getElementById('notice').textContent")
        .await;
    assert_eq!(notice, "");
}

async fn the_page_is_read_without_the_app(page: &mut Page) {
    page.foresee("Failed to load resource");
    page.foresee("integrity");
    page.site.fault(&page.site.wasm(), Fault::Missing);
    page.open("").await;
    page.until("document.documentElement.dataset.tujie === 'failed'")
        .await;
    let reason: String = page
        .eval("document.documentElement.dataset.tujieReason")
        .await;
    assert_eq!(reason, "load");
    page.until(&format!("!!{}", named("button", "重试"))).await;
    page.open_and_close_a_section().await;

    page.site.lift(&page.site.wasm());
    page.click(&named("button", "重试")).await;
    page.until("document.documentElement.dataset.tujie === 'live'")
        .await;
}

/// Under the strict policy an old engine runs no WASM: the page is read without.
#[test]
fn the_page_is_read_where_a_policy_forbids_the_app() {
    tell(Engine::ChromiumOf2018, async |page| {
        page.foresee("wasm-unsafe-eval");
        page.site.lift("/index.html");
        page.open("").await;
        page.until("document.documentElement.dataset.tujieReason === 'compile'")
            .await;
        page.until(&format!("!!{}", named("button", "重试"))).await;
        page.open_and_close_a_section().await;
    });
}
