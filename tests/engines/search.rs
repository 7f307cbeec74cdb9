//! Search finds, counts and marks.

use crate::engine::in_every_engine;
use crate::key::Key;
use crate::page::Page;

in_every_engine!(words_are_found_counted_and_marked);

/// The words of every mark: painted where the engine can, wrapped elsewhere.
const MARKED: &str = "(() => {
    const highlights = window.CSS && CSS.highlights;
    const painted = highlights && highlights.get('tj-hit');
    const wrapped = Array.from(document.querySelectorAll('.tj-hit'), (mark) => mark.textContent);
    const words = ({startContainer, startOffset, endContainer, endOffset}) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return String(range);
    };
    return Array.from(painted || [], words).concat(wrapped);
})()";

/// All has followed that the last key leads to.
const SETTLED: &str = "!document.querySelector('[role=search][aria-busy]')";

const SAID: &str = "document.querySelector('[role=search] [role=status]').textContent";

async fn words_are_found_counted_and_marked(page: &mut Page) {
    page.open_live("").await;
    page.write("/").await;
    page.until("document.activeElement.matches('[role=search] input')")
        .await;
    page.write("委员").await;
    page.until(&format!("{SETTLED} && {SAID}.startsWith('第1处，共')"))
        .await;
    let marked: Vec<String> = page.eval(MARKED).await;
    assert!(marked.len() > 10, "{marked:?}");
    assert_eq!(marked, vec!["委员"; marked.len()]);
    let said: String = page.eval(SAID).await;
    let counted = format!("第1处，共{}处：", marked.len());
    assert!(said.starts_with(&counted), "{said}");

    // The ground under a mark is pale: the line tells.
    let lined: bool = page
        .eval(
            "Array.from(document.querySelectorAll('.tj-hit'))
                .every((mark) => getComputedStyle(mark).textDecorationLine === 'underline')",
        )
        .await;
    assert!(lined, "marks without a line");

    page.press(Key::Enter).await;
    page.until(&format!(
        "{SAID}.startsWith('第2处，共{}处：')",
        marked.len()
    ))
    .await;
    // A phrase that stands in pieces: digits, and the words behind them.
    for _ in "委员".chars() {
        page.press(Key::Backspace).await;
    }
    page.write("2000余人次").await;
    page.until(&format!("{SETTLED} && {SAID}.startsWith('第1处')"))
        .await;
    let marked: Vec<String> = page.eval(MARKED).await;
    assert!(marked.concat().starts_with("2000余人次"), "{marked:?}");

    page.press(Key::Escape).await;
    page.until("!document.querySelector('[role=search]')").await;
    let left: Vec<String> = page.eval(MARKED).await;
    assert_eq!(left, [""; 0]);
}
