//! Search: over everything on the page, as one types.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::painted::painted;
use crate::server::Site;

/// What search shows.
#[derive(Debug, Deserialize, PartialEq)]
struct Shown {
    /// What is said of it.
    said: String,
    /// The words of each mark, in order.
    marks: Vec<String>,
    /// The words of the current mark.
    current: String,
}

/// Marks that are painted and marks that are wrapped, as one list. A wrapped
/// hit may be in several pieces.
const SHOWN: &str = concat!(
    "(() => {
    const painted = ",
    painted!(),
    ";
    const wrapped = (selector) =>
        [...document.querySelectorAll(selector)].map((mark) => mark.textContent);
    return {
        said: document.querySelector('[role=search] [role=status]').textContent,
        marks: painted('tj-hit').concat(wrapped('.tj-hit')),
        current: painted('tj-current').concat(wrapped('.tj-hit[data-current]')).join(''),
    };
})()"
);

/// Which sections are open, how far the page is scrolled, what has the focus.
const PLACE: &str = "JSON.stringify([
    [...document.querySelectorAll('details[open]')].map((section) => section.id),
    Math.round(scrollY),
    document.activeElement.textContent,
])";

/// The page, alive, at an address.
async fn live(browser: &Browser, site: &Site, rest: &str) {
    browser.open(&site.page(rest)).await;
    browser.until_live().await;
}

/// Opens the field by `/` and types.
async fn search(browser: &Browser, words: &str) {
    type_in(browser, "/").await;
    let open = "document.activeElement.matches('[role=search] input')";
    browser.until(open).await;
    type_in(browser, words).await;
}

async fn type_in(browser: &Browser, words: &str) {
    let keys = browser.driver.action_chain().send_keys(words);
    keys.perform().await.expect("keys are pressed");
}

/// What search shows once all has followed that the last key leads to.
async fn shown(browser: &Browser) -> Shown {
    let settled = "!document.querySelector('[role=search][aria-busy]')";
    browser.until(settled).await;
    browser.eval(SHOWN).await
}

/// Waits until search says this.
async fn until_said(browser: &Browser, words: &str) {
    let said =
        format!("document.querySelector('[role=search] [role=status]').textContent === '{words}'");
    browser.until(&said).await;
}

async fn count(browser: &Browser) -> usize {
    let said = shown(browser).await.said;
    let count = said
        .rsplit_once('共')
        .and_then(|(_, rest)| rest.strip_suffix('处'));
    let count = count.and_then(|count| count.parse().ok());
    count.unwrap_or_else(|| panic!("no count: {said}"))
}

#[test]
fn typing_marks_and_counts_every_hit() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "委员").await;
        let found = shown(browser).await;
        assert_eq!(found.marks, vec!["委员"; found.marks.len()]);
        assert_eq!(found.current, "委员");
        assert_eq!(found.said, format!("第1处，共{}处", found.marks.len()));
        // Each place once: what is only heard repeats what is seen.
        let seen: usize = browser
            .run(
                "const copy = document.querySelector('.tj-page').cloneNode(true);
                const left = 'nav, header, .tj-card, .tj-search, .tj-spoken, .tj-section__preview, svg [aria-hidden], \
                    .tj-funnel__data, .tj-river--tall, .tj-part--chapters > h2, button';
                for (const one of copy.querySelectorAll(left)) one.remove();
                return copy.textContent.split('委员').length - 1;",
                Vec::new(),
            )
            .await;
        assert_eq!(found.marks.len(), seen);
        type_in(browser, "会议没有的词").await;
        until_said(browser, "没有找到").await;
        assert_eq!(shown(browser).await.marks, [""; 0]);
    });
}

/// `2000余人次` stands in pieces: digits, and the words behind them.
#[test]
fn words_are_found_across_elements_in_any_width() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "２０００余人次，提出").await;
        let found = shown(browser).await;
        assert_eq!(found.marks, ["2000余人次，提出"]);
        assert_eq!(found.said, "第1处，共1处");
    });
}

/// A figure that comes into view for the first time begins to roll: its digits
/// are new texts, and a mark on the old ones is gone. At no moment is there none.
#[test]
fn a_figure_that_rolls_stays_marked() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        browser
            .run::<()>(
                "window.bare = 0;
                let marked = false;
                const look = () => {
                    const marks = CSS.highlights.get('tj-hit')?.size > 0;
                    if (marked && !marks) bare += 1;
                    marked ||= marks && document.querySelector('[role=search] input').value === '1300余条';
                    setTimeout(look);
                };
                look();",
                Vec::new(),
            )
            .await;
        search(browser, "1300余条").await;
        browser
            .until(
                "[...document.querySelectorAll('[data-reel]')]
                    .some((reel) => reel.closest('.tj-figure').textContent.includes('1300'))",
            )
            .await;
        browser
            .until(concat!(
                painted!(),
                "('tj-hit').every((words) => words === '1300余条')"
            ))
            .await;
        assert_eq!(count(browser).await, shown(browser).await.marks.len());
        assert_eq!(
            browser.eval::<usize>("bare").await,
            0,
            "moments without marks"
        );
    });
}

/// Who steers by voice or by keys of their own may not want one that acts alone.
#[test]
fn the_key_can_be_turned_off_for_good() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let fields = "document.querySelectorAll('[role=search]').length";
        browser.click("button", "工具").await;
        browser.click("button", "停用“/”键").await;
        for _ in 0..2 {
            type_in(browser, "/").await;
            assert_eq!(browser.eval::<usize>(fields).await, 0);
            live(browser, &site, "").await;
        }
        browser.click("button", "工具").await;
        browser.click("button", "启用“/”键").await;
        type_in(browser, "/").await;
        browser.until(&format!("{fields} === 1")).await;
    });
}

#[test]
fn sections_that_hold_hits_open_and_escape_restores_them() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        browser
            .run::<()>(
                "document.querySelector('#building').open = false;
                document.querySelector('#consensus').scrollIntoView();
                document.querySelector('#solidarity > summary').focus({preventScroll: true});",
                Vec::new(),
            )
            .await;
        let before: String = browser.eval(PLACE).await;
        let holds = "[...document.querySelectorAll('details[id] li')]
            .filter((point) => point.textContent.includes('委员'))";
        search(browser, "委员").await;
        browser
            .until(&format!(
                "{holds}.every((point) => !point.closest('details:not([open])'))"
            ))
            .await;
        let opened: bool = browser
            .eval("document.querySelector('#building').open")
            .await;
        assert!(opened, "a chapter that holds hits");
        for _ in 0..3 {
            browser.press(&Key::Enter).await;
        }
        browser.press(&Key::Escape).await;
        let after: String = browser.eval(PLACE).await;
        assert_eq!(after, before);
        let left: usize = browser
            .eval("CSS.highlights.get('tj-hit').size + document.querySelectorAll('[role=search]').length")
            .await;
        assert_eq!(left, 0, "marks and fields");
    });
}

/// What opened for other words closes again.
#[test]
fn sections_without_hits_close_again() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let open = "[...document.querySelectorAll('details[open]')].map((section) => section.id)";
        let before: Vec<String> = browser.eval(open).await;
        search(browser, "委").await;
        browser
            .until(&format!("{open}.length > {}", before.len() + 5))
            .await;
        type_in(browser, "没有的词").await;
        browser
            .until(&format!("JSON.stringify({open}) === '{}'", json!(before)))
            .await;
    });
}

#[test]
fn hits_are_gone_through_by_keys_and_buttons() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "提案").await;
        let all = count(browser).await;
        assert!(all > 10, "{all} hits");
        browser.press(&Key::Enter).await;
        until_said(browser, &format!("第2处，共{all}处")).await;
        let keys = browser.driver.action_chain().key_down(Key::Shift);
        let keys = keys
            .send_keys(Key::Enter)
            .send_keys(Key::Enter)
            .key_up(Key::Shift);
        keys.perform().await.expect("keys are pressed");
        until_said(browser, &format!("第{all}处，共{all}处")).await;
        for (name, at) in [("下一处", 1), ("上一处", all)] {
            let button = format!("[role=search] button[aria-label={name}]");
            let button = browser.driver.find(By::Css(button)).await;
            button
                .expect("a button")
                .click()
                .await
                .expect("it is pressed");
            until_said(browser, &format!("第{at}处，共{all}处")).await;
            let sight: bool = browser
                .eval(
                    "(([range]) => {
                        const {top, bottom} = range.getBoundingClientRect();
                        const bar = document.querySelector('[role=search]').getBoundingClientRect();
                        return top >= bar.bottom && bottom <= innerHeight;
                    })([...CSS.highlights.get('tj-current'), document.querySelector('.tj-hit[data-current]')].filter(Boolean))",
                )
                .await;
            assert!(sight, "the current hit is in sight");
        }
        browser.press(&Key::F3).await;
        until_said(browser, &format!("第1处，共{all}处")).await;
    });
}

#[test]
fn the_field_opens_by_button_and_keys_and_closes() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let open = "document.activeElement.matches('[role=search] input')";
        browser.click("button", "搜索").await;
        browser.until(open).await;
        // In the field a stroke is a letter.
        type_in(browser, "/").await;
        let value: String = browser.eval("document.activeElement.value").await;
        assert_eq!(value, "/");
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        browser
            .until("!document.querySelector('[role=search]')")
            .await;
        let focused: String = browser.eval("document.activeElement.textContent").await;
        assert_eq!(focused, "搜索");

        let keys = browser.driver.action_chain().key_down(Key::Control);
        let keys = keys.send_keys("k").key_up(Key::Control);
        keys.perform().await.expect("keys are pressed");
        browser.until(open).await;
    });
}

/// Closed by its button, search leaves the reader at the hit.
#[test]
fn closing_by_the_button_stays_at_the_hit() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        search(browser, "璧南河").await;
        let place: f64 = browser.eval("scrollY").await;
        assert!(place > 0.0, "the hit is further down");
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        let (stayed, focused): (f64, String) = browser
            .eval("[scrollY, document.activeElement.textContent]")
            .await;
        assert_eq!(stayed, place);
        assert!(focused.contains("璧南河"), "{focused}");
    });
}

/// A figure's label is hidden from assistive technology, since the figure's link
/// says it; the focus at a hit there was heard by nobody.
#[test]
fn closing_at_a_label_leads_to_its_figure() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        search(browser, "助解难题").await;
        let close = By::Css("[role=search] button[aria-label=关闭搜索]");
        let close = browser.driver.find(close).await.expect("a button");
        close.click().await.expect("it is pressed");
        let (hidden, figure): (bool, Option<String>) = browser
            .eval(
                "[!!document.activeElement.closest('[aria-hidden=true]'),
                    document.activeElement.dataset.figure]",
            )
            .await;
        assert!(!hidden && figure.is_some(), "{figure:?}");
    });
}

#[test]
fn the_address_holds_the_query_while_searching() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?size=normal&q2=x#members").await;
        let entries: usize = browser.eval("history.length").await;
        let asked = "new URLSearchParams(location.search).get('q')";
        search(browser, "委员").await;
        browser.until(&format!("{asked} === '委员'")).await;
        type_in(browser, &"很长的词".repeat(8)).await;
        browser.until(&format!("{asked} === null")).await;
        browser.press(&Key::Escape).await;
        let address: String = browser.eval("location.search + location.hash").await;
        assert_eq!(address, "?size=normal&q2=x#members");
        let now: usize = browser.eval("history.length").await;
        assert_eq!(now, entries);
    });
}

#[test]
fn an_address_with_a_query_is_searched() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?q=%E5%A7%94%E5%91%98").await;
        let open = "document.activeElement.matches('[role=search] input')";
        browser.until(open).await;
        let found = shown(browser).await;
        assert!(found.said.starts_with("第1处，共"), "{found:?}");
        assert_eq!(found.current, "委员");

        // With a place in the address, the reader is led there.
        live(browser, &site, "?q=%E5%A7%94%E5%91%98&x#members").await;
        browser
            .until("document.activeElement === document.querySelector('#members h4')")
            .await;
        let again = shown(browser).await;
        assert_eq!(again.marks, found.marks);
        let holds = "[...document.querySelectorAll('details[id] li')]
            .filter((point) => point.textContent.includes('委员'))";
        browser
            .until(&format!(
                "{holds}.every((point) => !point.closest('details:not([open])'))"
            ))
            .await;
        let top: f64 = browser
            .eval("document.querySelector('#members').getBoundingClientRect().top")
            .await;
        assert!((-1.0..=100.0).contains(&top), "#members is at {top} px");
    });
}

#[test]
fn a_bad_query_is_text_or_nothing() {
    browse(async |browser| {
        let site = Site::built().await;
        for spaces in ["", "%20%20", "%E3%80%80", "+"] {
            live(browser, &site, &format!("?q={spaces}")).await;
            let fields: usize = browser
                .eval("document.querySelectorAll('[role=search]').length")
                .await;
            assert_eq!(fields, 0, "{spaces}");
        }
        let long = "x".repeat(10_000);
        let markup = "%3Cimg%20src=x%20onerror=%22document.title='x'%22%3E%3C/b%3E";
        for query in [
            long.as_str(),
            markup,
            "%E2%80%AE%E6%A1%88%E6%8F%90",
            "%%%",
            "%FF",
            "%00",
        ] {
            live(browser, &site, &format!("?q={query}")).await;
            until_said(browser, "没有找到").await;
            let (value, images): (String, usize) = browser
                .eval(
                    "[document.querySelector('[role=search] input').value, document.images.length]",
                )
                .await;
            assert!(value.chars().count() <= 100, "{value}");
            assert_eq!(images, 0);
            browser.text_is_complete().await;
        }
    });
}

/// While an input method composes, what it shows is not the query yet.
#[test]
fn half_typed_words_are_not_searched() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "").await;
        for half in ["w", "wei", "wei'yuan"] {
            let end = half.len();
            let composed = json!({"text": half, "selectionStart": end, "selectionEnd": end});
            browser.tell("Input.imeSetComposition", composed).await;
            let value: String = browser.eval("document.activeElement.value").await;
            assert_eq!(value, half);
            assert_eq!(shown(browser).await.said, "");
        }
        browser
            .tell("Input.insertText", json!({"text": "委员"}))
            .await;
        browser
            .until(
                "document.querySelector('[role=search] [role=status]').textContent.includes('共')",
            )
            .await;
        assert_eq!(shown(browser).await.current, "委员");
    });
}

/// Translators replace texts whenever they like.
#[test]
fn a_page_that_changes_is_searched_as_it_is() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "council member").await;
        until_said(browser, "没有找到").await;
        let changed: usize = browser
            .run(
                "const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                const texts = [];
                while (walker.nextNode()) texts.push(walker.currentNode);
                let changed = 0;
                for (const text of texts) {
                    if (!text.data.includes('委员') || !text.parentNode.closest('li')) continue;
                    const font = document.createElement('font');
                    text.replaceWith(font);
                    font.append(text.data.replace(/委员/, 'Council'), ' member');
                    changed += 1;
                }
                return changed;",
                Vec::new(),
            )
            .await;
        assert!(changed > 5, "{changed} texts");
        browser
            .until(
                "document.querySelector('[role=search] [role=status]').textContent.includes('共')",
            )
            .await;
        let found = shown(browser).await;
        assert!(!found.marks.is_empty(), "{found:?}");
        assert!(
            found.marks.iter().all(|mark| mark == "Council member"),
            "{found:?}"
        );
    });
}

/// A page that changed, or a step, in the moment after a key once ended what the
/// key had begun: the hit was not gone to, and the address did not get the query.
#[test]
fn what_a_key_leads_to_comes_whatever_else_happens() {
    for other in [
        "document.querySelector('main').append(' ')",
        "field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))",
    ] {
        browse(async |browser| {
            let site = Site::built().await;
            live(browser, &site, "").await;
            search(browser, "").await;
            browser
                .run::<()>(
                    &format!(
                        "const field = document.activeElement;
                        field.value = '集体提案';
                        field.dispatchEvent(new InputEvent('input', {{bubbles: true}}));
                        {other};"
                    ),
                    Vec::new(),
                )
                .await;
            assert_eq!(shown(browser).await.current, "集体提案");
            browser
                .until("new URLSearchParams(location.search).get('q') === '集体提案'")
                .await;
        });
    }
}

/// Browsers without `CSS.highlights` get elements, and lose them without a
/// trace: translators and the app itself hold on to the texts there were.
#[test]
fn marks_are_elements_where_they_cannot_be_painted() {
    browse(async |browser| {
        let site = Site::built().await;
        browser
            .before_scripts("delete CSS.highlights; delete window.Highlight;")
            .await;
        live(browser, &site, "?motion=off").await;
        browser
            .run::<()>(
                "const walker = document.createTreeWalker(document.querySelector('.tj-parts'), NodeFilter.SHOW_TEXT);
                window.texts = [];
                while (walker.nextNode()) texts.push([walker.currentNode, walker.currentNode.data]);",
                Vec::new(),
            )
            .await;
        search(browser, "2000余人次").await;
        let found = shown(browser).await;
        assert_eq!(
            found.marks.concat(),
            "2000余人次".repeat(count(browser).await)
        );
        assert_eq!(found.current, "2000余人次");
        let marks: usize = browser
            .eval("document.querySelectorAll('mark').length")
            .await;
        assert!(marks > 0, "marks");
        browser.press(&Key::Enter).await;
        let keys = browser.driver.action_chain().key_down(Key::Control);
        let keys = keys.send_keys("a").key_up(Key::Control).send_keys("提案");
        keys.perform().await.expect("keys are pressed");
        let found = shown(browser).await;
        assert_eq!(found.marks, vec!["提案"; found.marks.len()]);
        assert_eq!(found.marks.len(), count(browser).await);
        browser.text_is_complete().await;
        browser.press(&Key::Escape).await;
        let same: bool = browser
            .run(
                "const walker = document.createTreeWalker(document.querySelector('.tj-parts'), NodeFilter.SHOW_TEXT);
                return texts.every(([text, data]) =>
                    walker.nextNode() === text && text.data === data) && !walker.nextNode();",
                Vec::new(),
            )
            .await;
        assert!(same, "the texts there were");
    });
}

/// More marks than anyone can look at would cost a slow device its fluency.
#[test]
fn of_very_many_hits_those_nearby_are_marked() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        browser
            .run::<()>(
                "document.querySelector('main').append(...Array.from({length: 1500}, () => {
                    const point = document.createElement('p');
                    point.textContent = '甲乙丙';
                    return point;
                }));",
                Vec::new(),
            )
            .await;
        search(browser, "乙").await;
        until_said(browser, "第1处，共1500处，只标出附近的").await;
        assert_eq!(shown(browser).await.marks.len(), 1000);
        let keys = browser.driver.action_chain().key_down(Key::Shift);
        let keys = keys.send_keys(Key::Enter).key_up(Key::Shift);
        keys.perform().await.expect("keys are pressed");
        until_said(browser, "第1500处，共1500处，只标出附近的").await;
        assert_eq!(shown(browser).await.current, "乙");
    });
}
