//! The funnel's detail card: for the pointer, for fingers and for the keyboard;
//! and the table as its peer.

use serde::Deserialize;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// The card, as far as it is there.
const CARD: &str = "document.querySelector('#funnel .tj-card')";

/// The shown item of that attribute and id, as an expression.
fn item(name: &str) -> String {
    format!(
        "[...document.querySelectorAll('#funnel [{name}]')]
            .find((item) => item.getBoundingClientRect().height > 0)"
    )
}

async fn live(browser: &Browser, site: &Site, address: &str) {
    browser.open(&site.page(address)).await;
    browser.until_live().await;
}

/// What the card says, once it tells of that item.
async fn told(browser: &Browser, label: &str) -> String {
    browser
        .until(&format!("{CARD}?.getAttribute('aria-label') === '{label}'"))
        .await;
    browser.eval(&format!("{CARD}.innerText")).await
}

/// Moves the pointer to the middle of what an expression names.
async fn point_at(browser: &Browser, expression: &str) {
    let [x, y]: [f64; 2] = browser
        .eval(&format!(
            "(({{left, top, width, height}}) => [left + width / 2, top + height / 2])(
                ({expression}).getBoundingClientRect())"
        ))
        .await;
    let moved = json!({"type": "mouseMoved", "x": x, "y": y});
    browser.tell("Input.dispatchMouseEvent", moved).await;
}

async fn tap(browser: &Browser, expression: &str) {
    let [x, y]: [f64; 2] = browser
        .eval(&format!(
            "(({{left, top, width, height}}) => [left + width / 2, top + height / 2])(
                ({expression}).getBoundingClientRect())"
        ))
        .await;
    for (kind, points) in [
        ("touchStart", json!([{"x": x, "y": y}])),
        ("touchEnd", json!([])),
    ] {
        let touch = json!({"type": kind, "touchPoints": points});
        browser.tell("Input.dispatchTouchEvent", touch).await;
    }
}

#[test]
fn the_keyboard_opens_walks_and_dismisses() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let first = item("data-stage=submitted");
        browser
            .run::<()>(&format!("{first}.focus()"), Vec::new())
            .await;
        // A screen reader moves the focus along with what it reads, without a key.
        assert!(
            browser.eval::<bool>(&format!("!{CARD}")).await,
            "nobody asked for a card"
        );
        browser.press(&Key::Right).await;
        browser.press(&Key::Left).await;
        assert!(told(browser, "提交提案").await.contains("7596"));

        browser.press(&Key::Right).await;
        browser.press(&Key::Right).await;
        let card = told(browser, "立案").await;
        for words in ["6237", "占提交", "82.1%", "经审查，立案6237件"] {
            assert!(card.contains(words), "{words}: {card}");
        }
        browser.press(&Key::End).await;
        let card = told(browser, "全部按时办结").await;
        for words in ["5286", "占交办", "100%", "推算", "所有交办提案均已按时办结"]
        {
            assert!(card.contains(words), "{words}: {card}");
        }
        browser.press(&Key::Left).await;
        let card = told(browser, "集体提案").await;
        for words in ["774", "占交办", "14.6%", "集体提案774件"] {
            assert!(card.contains(words), "{words}: {card}");
        }
        // What is not counted in the source says how it is computed, and that no reason is given.
        browser.press(&Key::Home).await;
        browser.press(&Key::Right).await;
        let card = told(browser, "经审查未立案").await;
        for words in ["1359", "17.9%", "提交7596 − 立案6237", "原文未注明"] {
            assert!(card.contains(words), "{words}: {card}");
        }

        let loss = item("data-exit=unfiled");
        let focused = format!("document.activeElement === {loss}");
        browser.press(&Key::Escape).await;
        browser.until(&format!("!{CARD}")).await;
        assert!(
            browser.eval::<bool>(&focused).await,
            "Escape moved the focus"
        );
        browser.press(&Key::Enter).await;
        told(browser, "经审查未立案").await;
        browser.press(&Key::Space).await;
        browser.until(&format!("!{CARD}")).await;
        assert!(
            browser.eval::<bool>(&focused).await,
            "the space bar moved the focus"
        );

        // From the item on, the keyboard leads into the card; Escape leads back.
        browser.press(&Key::Enter).await;
        told(browser, "经审查未立案").await;
        browser.press(&Key::Tab).await;
        browser
            .until(&format!("{CARD}.contains(document.activeElement)"))
            .await;
        browser.press(&Key::Escape).await;
        browser.until(&format!("!{CARD} && {focused}")).await;
    });
}

/// What a name says, a description does not say again.
#[test]
fn what_is_heard_is_heard_once() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "").await;
        let filed = item("data-stage=filed");
        browser
            .run::<()>(&format!("{filed}.focus()"), Vec::new())
            .await;
        browser.press(&Key::Enter).await;
        told(browser, "立案").await;
        let heard: [Option<String>; 3] = browser
            .eval(&format!(
                "((item) => [
                    item.getAttribute('aria-label'),
                    item.getAttribute('aria-description'),
                    item.getAttribute('data-open') + item.getAttribute('aria-expanded'),
                ])({filed})"
            ))
            .await;
        let [name, more, expanded] = heard.map(Option::unwrap_or_default);
        assert_eq!(expanded, "null", "open, and nobody is told so at each step");
        assert!(
            name.contains("82.1%") && !more.contains("82.1%"),
            "{name}｜{more}"
        );
        assert!(
            more == "原文：经审查，立案6237件" && !name.contains("经审查，"),
            "{name}｜{more}"
        );
    });
}

/// The pointer may go from the item onto its card, and the card stays until the
/// pointer has gone elsewhere.
#[test]
fn the_pointer_may_go_onto_the_card() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?motion=off").await;
        let label = format!(
            "{}.querySelector('.tj-river__label')",
            item("data-stage=filed")
        );
        browser
            .call::<()>(include_str!("card/watch.js"), Vec::new())
            .await;
        point_at(browser, &label).await;
        told(browser, "立案").await;
        browser
            .run::<()>(
                "document.addEventListener('pointerover', ({target}) => {
                    told.push(target.closest('.tj-card') ? 'card' : 'elsewhere');
                });",
                Vec::new(),
            )
            .await;
        point_at(browser, &format!("{CARD}.querySelector('.tj-card__quote')")).await;
        browser.until("told.includes('card')").await;
        point_at(browser, "document.querySelector('#funnel figcaption h3')").await;
        browser.until(&format!("!{CARD}")).await;
        let order: Vec<String> = browser
            .eval("told.filter((one, at) => one !== told[at - 1])")
            .await;
        assert_eq!(order, ["card", "elsewhere", "gone"]);

        // Escape dismisses what the pointer holds.
        point_at(browser, &label).await;
        told(browser, "立案").await;
        browser.press(&Key::Escape).await;
        browser.until(&format!("!{CARD}")).await;
    });
}

#[test]
fn a_tap_opens_and_a_tap_elsewhere_closes() {
    browse(async |browser| {
        let site = Site::built().await;
        let touch = json!({"enabled": true, "maxTouchPoints": 1});
        browser
            .tell("Emulation.setTouchEmulationEnabled", touch)
            .await;
        browser.resize(390, 844).await;
        live(browser, &site, "?motion=off").await;
        let filed = format!(
            "{}.querySelector('.tj-river__numeral')",
            item("data-stage=filed")
        );
        let middle = format!("{filed}.scrollIntoView({{block: 'center'}})");
        browser.run::<()>(&middle, Vec::new()).await;
        tap(browser, &filed).await;
        assert!(told(browser, "立案").await.contains("82.1%"));
        tap(
            browser,
            &format!(
                "{}.querySelector('.tj-river__gauge')",
                item("data-stage=filed")
            ),
        )
        .await;
        told(browser, "立案").await;
        tap(
            browser,
            "document.querySelector('#funnel .tj-funnel__note')",
        )
        .await;
        browser.until(&format!("!{CARD}")).await;
    });
}

#[derive(Debug, Deserialize)]
struct Placed {
    #[expect(dead_code, reason = "told where the test fails")]
    label: String,
    /// How many rates in the river the card covers.
    covered: usize,
    /// Whether it lies inside the window, or inside the figure.
    inside: bool,
}

/// Every item's card, one after the other, at that width.
fn keeps_clear(width: u32, address: &str) {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(width, 844).await;
        live(browser, &site, address).await;
        let placed: Vec<Placed> = browser
            .call(include_str!("card/placed.js"), Vec::new())
            .await;
        assert_eq!(placed.len(), 8, "{placed:#?}");
        for card in &placed {
            assert!(card.covered == 0 && card.inside, "at {width}: {card:?}");
        }
    });
}

#[test]
fn the_card_keeps_clear_on_phones() {
    keeps_clear(320, "");
    keeps_clear(390, "?size=elder");
}

#[test]
fn the_card_keeps_clear_on_wider_screens() {
    keeps_clear(800, "");
    keeps_clear(1440, "");
}

/// An address that names a stage leads to it, from the start and later.
#[test]
fn an_address_leads_to_a_stage() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "#assigned").await;
        told(browser, "并案后交办").await;
        browser
            .run::<()>("location.hash = 'member'", Vec::new())
            .await;
        told(browser, "委员提案").await;
        let focused = format!("document.activeElement === {}", item("data-part=member"));
        assert!(browser.eval::<bool>(&focused).await);
    });
}

/// Whether the drawing is shown, and whether the table is; and what the address says.
async fn views(browser: &Browser) -> (bool, bool, Option<String>) {
    browser
        .eval(
            "[
                document.querySelector('#funnel .tj-funnel__river').checkVisibility(),
                document.querySelector('#funnel table').checkVisibility(),
                new URL(location).searchParams.get('funnel'),
            ]",
        )
        .await
}

async fn until_views(browser: &Browser, address: Option<&str>) {
    let value = serde_json::to_string(&address).expect("JSON");
    browser
        .until(&format!(
            "new URL(location).searchParams.get('funnel') === {value}"
        ))
        .await;
}

#[test]
fn drawing_and_table_are_peers_and_the_address_keeps_the_choice() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?x=1&motion=off").await;
        assert_eq!(views(browser).await, (true, false, None));
        browser.click("summary", "数据表").await;
        until_views(browser, Some("both")).await;
        browser.click("button", "图").await;
        until_views(browser, Some("table")).await;
        assert_eq!(
            views(browser).await,
            (false, true, Some("table".to_owned()))
        );
        let kept: bool = browser
            .eval("new URL(location).searchParams.get('x') === '1'")
            .await;
        assert!(kept, "the rest of the address");

        browser.driver.refresh().await.expect("the page again");
        browser.until_live().await;
        assert_eq!(
            views(browser).await,
            (false, true, Some("table".to_owned()))
        );
        // One of them always stands: without the table there is the drawing.
        browser.click("summary", "数据表").await;
        until_views(browser, None).await;
        assert_eq!(views(browser).await, (true, false, None));
        browser.click("button", "图").await;
        until_views(browser, Some("table")).await;
        assert_eq!(
            views(browser).await,
            (false, true, Some("table".to_owned()))
        );
    });
}

#[test]
fn a_link_opens_the_table_and_a_bad_choice_is_none() {
    browse(async |browser| {
        let site = Site::built().await;
        live(browser, &site, "?funnel=pie").await;
        assert_eq!(views(browser).await, (true, false, Some("pie".to_owned())));
        live(browser, &site, "#funnel-data").await;
        until_views(browser, Some("both")).await;
        assert_eq!(views(browser).await, (true, true, Some("both".to_owned())));
    });
}
