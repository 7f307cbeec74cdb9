//! What a reader came for: two taps from the first paint, and offered where a search
//! finds nothing.

use crate::browser::browse;
use crate::server::Site;

/// Whether the words are marked, and in the window.
const MARKED: &str = "(() => {
    const mark = document.querySelector('#livelihood mark');
    if (!mark || mark.textContent !== '就医') return false;
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && mark.closest('li').textContent.includes('异地就医');
})()";

/// A reader on a phone who came for 就医 had to guess which of twenty closed sections
/// holds it.
#[test]
fn the_text_of_a_concern_is_one_tap_away() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(390, 844).await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        browser.click("a", "就医").await;
        browser.until(MARKED).await;
    });
}

/// Without the app the link opens the section all the same.
#[test]
fn a_concern_opens_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off#livelihood")).await;
        browser
            .until("document.getElementById('livelihood').open")
            .await;
    });
}

/// `医疗` stands nowhere in the report, and the search said so and nothing else.
#[test]
fn a_fruitless_search_offers_the_reports_words() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off&q=医疗")).await;
        browser.until_live().await;
        let offers = "[...document.querySelectorAll('[role=search] .tj-search__offer')]
            .map((offer) => offer.textContent)";
        browser.until(&format!("{offers}.length > 0")).await;
        let offered: Vec<String> = browser.eval(offers).await;
        assert_eq!(offered.first().map(String::as_str), Some("就医"));
        assert!(offered.contains(&"高铁".to_owned()), "{offered:?}");
        browser.click("button", "就医").await;
        let found = "document.querySelector('[role=search] input').value === '就医'
            && document.getElementById('livelihood').open";
        browser.until(found).await;
        browser.until(&format!("{offers}.length === 0")).await;
    });
}

/// A figure has one colour in a text and below a closed heading; in a grey preview it is grey.
#[test]
fn a_closed_chapter_shows_its_figures_in_their_colour() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("")).await;
        browser.until_live().await;
        let colour = async |place: &str| -> String {
            browser
                .eval(&format!(
                    "getComputedStyle(document.querySelector('{place}')).color"
                ))
                .await
        };
        let figure = colour(".tj-points .tj-mention").await;
        let preview = colour(".tj-section .tj-preview").await;
        assert_ne!(figure, preview);
        assert_eq!(colour(".tj-preview--figures b").await, figure);
        assert_eq!(colour(".tj-section .tj-preview .tj-mention").await, preview);
    });
}
