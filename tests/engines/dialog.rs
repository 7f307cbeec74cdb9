//! 工具 opens over the page, and closes by its button and by Escape.

use crate::engine::in_every_engine;
use crate::key::Key;
use crate::page::{Page, named};

in_every_engine!(the_tools_open_over_the_page);

async fn the_tools_open_over_the_page(page: &mut Page) {
    page.resize(390, 844).await;
    page.open_live("").await;
    for key in [None, Some(Key::Escape)] {
        page.click(&named("button", "工具")).await;
        page.until("document.querySelectorAll('dialog[open]').length === 1")
            .await;
        let held: bool = page
            .eval("document.querySelector('dialog').contains(document.activeElement)")
            .await;
        assert!(held, "the dialog has the focus");
        let name = page.name("document.querySelector('dialog')").await;
        assert_eq!(name, "工具");
        let covered: bool = page
            .eval(
                "(({left, top, width, height}) =>
                    document.querySelector('dialog').contains(
                        document.elementFromPoint(left + width / 2, top + height / 2))
                )(document.querySelector('dialog').getBoundingClientRect())",
            )
            .await;
        assert!(covered, "the dialog is over the page");

        match key {
            Some(key) => page.press(key).await,
            None => {
                page.click("document.querySelector('dialog [aria-label=关闭]')")
                    .await;
            }
        }
        page.until("!document.querySelector('dialog')").await;
        page.until(&format!(
            "document.activeElement === {}",
            named("button", "工具")
        ))
        .await;
    }

    page.click(&named("button", "工具")).await;
    page.click("document.querySelector('dialog [data-tool=contrast]')")
        .await;
    page.until("document.documentElement.dataset.theme === 'contrast'")
        .await;
}
