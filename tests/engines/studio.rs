//! The 编辑台 by double click, in the engines that it is for: the sample on it, a word
//! written, and a site made, while nobody is asked for anything.

use std::path::Path;

use crate::engine::{Engine, tell};
use crate::page::Page;

#[test]
fn chromium() {
    tell(Engine::Chromium, a_site_is_made_of_the_sample);
}

#[test]
fn firefox_esr() {
    tell(Engine::FirefoxEsr, a_site_is_made_of_the_sample);
}

async fn a_site_is_made_of_the_sample(page: &mut Page) {
    let command = Path::new(env!("CARGO_BIN_EXE_tujie"));
    let target = command.ancestors().nth(2).expect("cargo's folder");
    let file = target.join("studio/编辑台.html");
    page.open_address(&format!("file://{}", file.display()))
        .await;
    // A double click's file is saved where the reader's browser saves; not in a test.
    page.eval::<()>(
        "void (HTMLAnchorElement.prototype.click = function () { self.saved = this.download; })",
    )
    .await;
    let sample = "document.querySelector('.de-entrance__row button:enabled')";
    page.until(&format!("!!{sample}")).await;
    page.click(sample).await;
    let body = "document.querySelector('iframe')?.contentDocument?.body";
    page.until(&format!("!!{body}?.querySelector('.tj-page')"))
        .await;

    page.click("document.querySelectorAll('.de-line__words')[1]")
        .await;
    page.until("document.activeElement.matches('.de-write__field')")
        .await;
    page.write("又写了").await;
    page.until(&format!("{body}.textContent.includes('又写了')"))
        .await;
    page.until("document.querySelector('.de-bar__kept').textContent === '已保存在本浏览器'")
        .await;

    page.click("[...document.querySelectorAll('.de-bar__tools button')].at(-1)")
        .await;
    let site = "document.querySelector('dialog[open] .de-button--main:enabled')";
    page.until(&format!("!!{site}")).await;
    page.click(site).await;
    page.until("self.saved === 'site.zip'").await;
    let asked: Vec<String> = page
        .eval(
            "performance.getEntriesByType('resource').map(({name}) => name)
                .filter(name => !/^(blob|data):/.test(name))",
        )
        .await;
    assert_eq!(asked, Vec::<String>::new());
}
