//! What is found is marked, and hidden sections open for it.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::browse;
use crate::painted::painted;
use crate::search::{count, live, search, shown, type_in, until_said};
use crate::server::Site;

#[test]
fn typing_marks_and_counts_every_hit() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "委员").await;
        let found = shown(browser).await;
        assert_eq!(found.marks, vec!["委员"; found.marks.len()]);
        assert_eq!(found.current, "委员");
        let counted = format!("第1处，共{}处：", found.marks.len());
        assert!(found.said.starts_with(&counted), "{}", found.said);
        // Each place once: what is only heard repeats what is seen.
        let seen: usize = browser
            .run(
                "const copy = document.querySelector('.tj-page').cloneNode(true);
                const left = 'nav, header, .tj-card, .tj-search, .tj-spoken, .tj-preview, .tj-small, .tj-again, .tj-onward, \
                    .tj-term__note, .tj-sequels__list, .tj-reach__rings, .tj-outcomes__back, svg [aria-hidden], \
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
        // The hit is heard, too, with what else the clause says.
        let (counted, heard) = found.said.split_once('：').expect("a clause");
        assert_eq!(counted, "第1处，共1处");
        assert!(heard.contains("2000余人次,提出"), "{heard}");
    });
}

/// A figure that comes into view for the first time begins to roll. Its digits once
/// became new texts then, and the mark on the old ones was gone for a moment.
#[test]
fn a_figure_that_rolls_stays_marked() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        browser
            .call::<()>(include_str!("marks/watch.js"), Vec::new())
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

#[test]
fn sections_that_hold_hits_open_and_escape_keeps_them() {
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
        let kept = "[scrollY, document.querySelectorAll('details[open]').length].join()";
        let before: String = browser.eval(kept).await;
        browser.press(&Key::Escape).await;
        let after: String = browser.eval(kept).await;
        assert_eq!(after, before);
        let found = "document.activeElement.textContent.includes('委员')";
        assert!(
            browser.eval::<bool>(found).await,
            "the focus is where the words are"
        );
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

/// Translators replace texts whenever they like.
#[test]
fn a_page_that_changes_is_searched_as_it_is() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        search(browser, "council member").await;
        until_said(browser, "没有找到").await;
        let changed: usize = browser
            .call(include_str!("marks/translate.js"), Vec::new())
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
                "const walker = document.createTreeWalker(document.querySelector('.tj-report'), NodeFilter.SHOW_TEXT);
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
                "const walker = document.createTreeWalker(document.querySelector('.tj-report'), NodeFilter.SHOW_TEXT);
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
