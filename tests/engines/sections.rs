//! Sections open and close by their summary, by mouse and by key.

use crate::engine::in_every_engine;
use crate::key::Key;
use crate::page::Page;

in_every_engine!(sections_open_and_close);

/// A section's row, and whether its points are seen. Old engines cannot be asked
/// whether something is visible, and new ones measure what is not.
const ROW: &str = "document.querySelector('#institutions > summary')";
const SEEN: &str = "((points) => points.checkVisibility
    ? points.checkVisibility()
    : points.getClientRects().length > 0
)(document.querySelector('#institutions li'))";

async fn sections_open_and_close(page: &mut Page) {
    page.open_live("").await;
    page.open_and_close_a_section().await;

    page.eval::<()>(&format!("void {ROW}.focus()")).await;
    for open in [true, false] {
        page.press(Key::Enter).await;
        page.until(&format!("{SEEN} === {open}")).await;
    }

    page.click("document.querySelector('[data-tool=sections]')")
        .await;
    page.until(
        "Array.from(document.querySelectorAll('.tj-section')).every((section) => section.open)",
    )
    .await;
}

impl Page {
    /// Opens a section as a reader does, and closes it.
    pub async fn open_and_close_a_section(&mut self) {
        for open in [true, false] {
            self.click(ROW).await;
            self.until(&format!("{SEEN} === {open}")).await;
        }
    }
}
