//! The page in the contract's words: its state, its notice, its text.

use std::fmt::Write;

use thirtyfour::By;

use crate::browser::Browser;

/// The report as it was published.
const SOURCE: &str = include_str!("../fixtures/source.txt");

/// What assistive technology is told: the text without what is hidden from it.
const TEXT: &str = "
    const copy = document.getElementById('app').cloneNode(true);
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return copy.textContent;";

impl Browser {
    /// Waits for the app to run.
    pub async fn until_live(&self) {
        self.until("['live', 'failed'].includes(document.documentElement.dataset.tujie)")
            .await;
        assert_eq!(self.state().await, "live");
        // Then what is out of sight finds its place, and the browser has its own
        // scrolling follow. In a frame nothing waits, and one that is out of sight
        // itself is never drawn.
        self.until("document.documentElement.dataset.waits !== ''")
            .await;
        self.run::<()>(
            "const frame = () => new Promise((next) => requestAnimationFrame(next));
            if (!document.hidden && window.top === window) {
                await frame();
                await frame();
            }",
            Vec::new(),
        )
        .await;
    }

    /// Waits for the app to have failed for that reason. The page is then as
    /// good as without scripts, and the reader is told.
    pub async fn until_failed(&self, reason: &str) {
        self.until("['live', 'failed'].includes(document.documentElement.dataset.tujie)")
            .await;
        assert_eq!(self.state().await, format!("failed {reason}"));
        let notice = self.driver.find(By::Css("#notice[role=status]")).await;
        let told = notice.expect("a notice").text().await.expect("its text");
        assert!(told.contains("可读") || told.contains("完整"), "{told}");
        self.reads_without_the_app().await;
    }

    /// All text is there, sections open and close, and no control is shown
    /// that would do nothing.
    pub async fn reads_without_the_app(&self) {
        self.text_is_complete().await;
        let buttons: Vec<String> = self
            .eval(
                "[...document.querySelectorAll('#app button')]
                    .filter((button) => button.checkVisibility({visibilityProperty: true}))
                    .map((button) => button.textContent)",
            )
            .await;
        assert_eq!(buttons, [""; 0], "controls that need the app");
        for open in [true, false] {
            self.press_summary("institutions").await;
            // It may take a moment to unfold.
            let points = "document.querySelector('#institutions ul').checkVisibility()";
            self.until(&format!("{points} === {open}")).await;
        }
    }

    /// All text is there, sections open and close, and controls do what they say.
    pub async fn reads_with_the_app(&self) {
        self.text_is_complete().await;
        self.click("button", "展开全部").await;
        self.until(
            "[...document.querySelectorAll('details[id]')].every(({open}) => open)
                && document.documentElement.dataset.waits !== ''",
        )
        .await;
        self.press_summary("institutions").await;
        self.until("!document.querySelector('#institutions').open")
            .await;
        self.click("button", "深色").await;
        self.until("document.documentElement.dataset.theme === 'dark'")
            .await;
    }

    /// Opens or closes a section as a reader does.
    pub async fn press_summary(&self, id: &str) {
        let summary = By::Css(format!("[id='{id}'] > summary"));
        let summary = self.driver.find(summary).await;
        let summary = summary.unwrap_or_else(|error| panic!("no section {id}: {error}"));
        self.click_on(&summary).await;
    }

    /// Errors in the console may tell of files that could not be had.
    pub fn foresee_missing_files(&self) {
        self.foresee("Failed to load resource");
        self.foresee("integrity");
    }

    /// `data-tujie`, and the reason where there is one.
    pub async fn state(&self) -> String {
        let [state, reason]: [Option<String>; 2] = self
            .eval("['tujie', 'tujieReason'].map((name) => document.documentElement.dataset[name])")
            .await;
        [state, reason]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Timers of that many milliseconds run out at once, in the pages
    /// opened from now on: a test of patience has none.
    pub async fn hasten(&self, delay: u32) -> String {
        let script = format!(
            "const later = window.setTimeout;
            window.hasty = true;
            window.setTimeout = (action, delay, ...rest) =>
                later(action, hasty && delay === {delay} ? 0 : delay, ...rest);"
        );
        self.before_scripts(&script).await
    }

    /// Timers of this page take their time again.
    pub async fn unhasten(&self) {
        self.run::<()>("window.hasty = false;", Vec::new()).await;
    }

    /// The notice is away, and nothing is left in its place.
    pub async fn notice_is_gone(&self) {
        let notice: String = self
            .eval("document.getElementById('notice').textContent")
            .await;
        assert_eq!(notice, "");
    }

    /// The page holds every line of the source, in the reading order of none:
    /// the source's blocks stand where the posters had room for them.
    pub async fn text_is_complete(&self) {
        let text: String = self.run(TEXT, Vec::new()).await;
        let text = joined(&text);
        let mut missing = String::new();
        for line in SOURCE.lines().map(line).filter(|line| !line.is_empty()) {
            if !text.contains(&line) {
                writeln!(missing, "{line}").expect("a string grows");
            }
        }
        assert!(
            missing.is_empty(),
            "the page does not say:\n{missing}\n{text}"
        );
    }
}

/// A line of the source without bullets and white space. Chapter numbers stay:
/// they are spoken with their headings.
fn line(line: &str) -> String {
    joined(line).trim_matches(['·', '★']).to_owned()
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect()
}
