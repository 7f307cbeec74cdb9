//! Links to chapters, sections, figures and stations: to copy, to follow, and
//! in the address while one reads.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// Links to what has no id of its own, with what they lead to.
const MARKED: [(&str, &str); 4] = [
    ("filed", "[data-stage=filed]"),
    ("collective", "[data-part=collective]"),
    ("unfiled", "[data-exit=unfiled]"),
    ("survey-visits", "[data-figure=survey-visits]"),
];

/// The clipboard takes what it is given.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText(text) { window.copied = text; return Promise.resolve(); },
}});";

/// There is none without a secure connection.
const NO_CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: undefined});";

/// There is one, and it refuses.
const REFUSED: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
}});";

/// What the link leads to is shown, focused and in the window.
async fn arrived(browser: &Browser, selector: &str) {
    browser
        .until(&format!("document.activeElement.matches('{selector}')"))
        .await;
    let (shown, inside): (bool, bool) = browser
        .eval(
            "(({top, bottom, width}) => [width > 0, top >= 0 && bottom <= innerHeight])
                (document.activeElement.getBoundingClientRect())",
        )
        .await;
    assert!(shown && inside, "{selector} shown {shown}, inside {inside}");
}

#[test]
fn links_lead_to_figures_and_stations() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [1440, 390] {
            browser.resize(width, 900).await;
            for (id, selector) in MARKED {
                // Another query is another page to load.
                let gate = site.hold(&site.wasm());
                browser
                    .open(&site.page(&format!("?{width}&{id}#{id}")))
                    .await;
                arrived(browser, selector).await;
                gate.open();
                browser.until_live().await;
                site.lift(&site.wasm());
                arrived(browser, selector).await;
            }
            browser
                .run::<()>("location.hash = 'concluded';", Vec::new())
                .await;
            arrived(browser, "[data-stage=concluded]").await;
        }
    });
}

#[test]
fn links_lead_to_figures_and_stations_without_the_app() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.foresee_missing_files();
        site.fault(&site.wasm(), Fault::Missing);
        for (id, selector) in MARKED {
            browser.open(&site.page(&format!("?{id}#{id}"))).await;
            browser
                .until("document.documentElement.dataset.tujie === 'failed'")
                .await;
            arrived(browser, selector).await;
        }
    });
}

#[test]
fn a_link_to_nothing_is_no_link() {
    browse(async |browser| {
        let site = Site::built().await;
        for fragment in ["nothing", "%22%5D", "proposal-", "a%00", "%E7%AB%A0"] {
            browser
                .open(&site.page(&format!("?{fragment}#{fragment}")))
                .await;
            browser.until_live().await;
            let scrolled: f64 = browser.eval("scrollY").await;
            assert_eq!(scrolled, 0.0, "{fragment}");
        }
    });
}

#[test]
fn every_chapter_and_section_has_a_link_to_copy() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts(CLIPBOARD).await;
        browser.open(&site.page("?size=normal&q=%E7%AB%8B")).await;
        browser.until_live().await;
        // What is searched opens its sections, and then nothing moves any more.
        browser
            .until(
                "[...document.querySelectorAll('details[id] li')]
                    .filter((point) => point.textContent.includes('立'))
                    .every((point) => !point.closest('details:not([open])'))",
            )
            .await;
        let without: Vec<String> = browser
            .eval(
                "[...document.querySelectorAll('details[id], #outlook, #proposals')]
                    .filter((holder) => !holder.closest('figure, nav'))
                    .filter((holder) => {
                        const heading = holder.querySelector('h2, h3, h4');
                        const button = (heading.closest('summary') || heading).nextElementSibling;
                        return !button || button.title !== '复制链接' || button.ariaLabel;
                    })
                    .map((holder) => holder.id)",
            )
            .await;
        assert_eq!(without, [""; 0], "without a link to copy");

        // The button is no part of what the section is called.
        let section = browser.driver.find(By::Css("#members > summary")).await;
        let section = section.expect("a section");
        let name = accessible_name(browser, "#members > summary").await;
        let heading = section.find(By::Css("h4")).await.expect("a heading");
        assert_eq!(name, heading.text().await.expect("its words"));
        let open = "document.querySelector('#members').open";
        let before: bool = browser.eval(open).await;
        browser.click_on(&section).await;
        browser.until(&format!("{open} === {}", !before)).await;
        let button = By::Css("#members > button");
        let button = browser.driver.find(button).await.expect("a button");
        let (width, height): (f64, f64) = browser
            .run(
                "const {width, height} = arguments[0].getBoundingClientRect();
                return [width, height];",
                vec![button.to_json().expect("a reference")],
            )
            .await;
        assert!(width >= 24.0 && height >= 24.0, "{width} × {height} px");
        button.click().await.expect("it is pressed");
        browser.until("!!window.copied").await;
        let copied: String = browser.eval("window.copied").await;
        assert_eq!(copied, site.page("?size=normal#members"));
        let now: bool = browser.eval(open).await;
        assert_eq!(now, !before, "the section stays as it is");
        browser
            .until("document.querySelector('#app > [role=status]').textContent === '链接已复制'")
            .await;

        browser.open(&copied).await;
        browser
            .until("document.activeElement === document.querySelector('#members h4')")
            .await;
    });
}

/// What assistive technology calls an element.
async fn accessible_name(browser: &Browser, selector: &str) -> String {
    let found = json!({"expression": format!("document.querySelector('{selector}')")});
    let object = browser.tell("Runtime.evaluate", found).await["result"]["objectId"].clone();
    let tree = json!({"objectId": object, "fetchRelatives": false});
    let tree = browser.tell("Accessibility.getPartialAXTree", tree).await;
    let name = tree["nodes"][0]["name"]["value"].as_str();
    name.unwrap_or_else(|| panic!("no name: {tree}")).to_owned()
}

#[test]
fn a_link_that_cannot_be_copied_is_shown() {
    for clipboard in [NO_CLIPBOARD, REFUSED] {
        browse(async |browser| {
            let site = Site::built().await;
            browser.before_scripts(clipboard).await;
            browser.open(&site.page("")).await;
            browser.until_live().await;
            let button = By::Css("#people > button");
            let button = browser.driver.find(button).await.expect("a button");
            browser.click_on(&button).await;
            browser
                .until("document.activeElement.matches('dialog input')")
                .await;
            let (address, selected): (String, String) = browser
                .eval(
                    "(({value, selectionStart, selectionEnd}) =>
                        [value, value.slice(selectionStart, selectionEnd)])
                        (document.activeElement)",
                )
                .await;
            assert_eq!(address, site.page("#people"));
            assert_eq!(selected, address);
            browser.press(&Key::Escape).await;
            browser.until("!document.querySelector('dialog')").await;
        });
    }
}

/// In large type every control is for large fingers.
#[test]
fn in_large_type_the_link_is_large() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.resize(390, 844).await;
        browser.open(&site.page("?size=elder")).await;
        browser.until_live().await;
        browser.press_summary("members").await;
        let size: [f64; 2] = browser
            .eval(
                "(({width, height}) => [width, height])
                    (document.querySelector('#members > button').getBoundingClientRect())",
            )
            .await;
        assert!(size.iter().all(|side| *side >= 44.0), "{size:?}");
    });
}

/// Scrolls a section to the upper part of the window.
async fn read(browser: &Browser, id: &str) {
    browser
        .run::<()>(
            "const {top} = document.getElementById(arguments[0]).getBoundingClientRect();
            scrollBy(0, top - 100);",
            vec![json!(id)],
        )
        .await;
}

#[test]
fn the_address_follows_the_reader() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off&x=1")).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "window.moved = 0; addEventListener('hashchange', () => moved += 1);",
                Vec::new(),
            )
            .await;
        let entries: usize = browser.eval("history.length").await;
        for id in ["people", "unity", "outlook", "proposals", "people"] {
            read(browser, id).await;
            browser.until(&format!("location.hash === '#{id}'")).await;
        }
        let (query, now, moved): (String, usize, usize) = browser
            .eval("[location.search, history.length, moved]")
            .await;
        assert_eq!(
            (query.as_str(), now, moved),
            ("?motion=off&x=1", entries, 0)
        );
        browser.run::<()>("scrollTo(0, 0);", Vec::new()).await;
        browser.until("location.hash === ''").await;
    });
}

/// A link to a section stays in the address as long as its chapter is read.
#[test]
fn the_address_stays_as_it_was_opened_until_the_reader_goes_on() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.hasten(1000).await;
        browser
            .open(&site.page("?motion=off#quality-of-life"))
            .await;
        browser.until_live().await;
        let current =
            |id: &str| format!("document.querySelector('nav a[aria-current]').hash === '#{id}'");
        browser
            .until("!!document.querySelector('nav a[aria-current]')")
            .await;
        browser
            .run::<()>(
                "scrollBy(0, 60); return new Promise((resolve) => requestAnimationFrame(() => resolve()));",
                Vec::new(),
            )
            .await;
        // What is to come in this task and the next has come.
        browser
            .run::<()>(
                "return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 1)));",
                Vec::new(),
            )
            .await;
        let hash: String = browser.eval("location.hash").await;
        assert_eq!(hash, "#quality-of-life");
        read(browser, "outlook").await;
        browser.until(&current("outlook")).await;
        browser.until("location.hash === '#outlook'").await;
    });
}

/// A link to the end of a chapter may lead to where the chapter has left the line
/// above and the next one has not come to it: no stop was marked there.
#[test]
fn between_two_stops_the_one_before_is_current() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off#exchange")).await;
        browser.until_live().await;
        browser
            .until("document.querySelector('.tj-rail [aria-current]')?.hash === '#building'")
            .await;
        let between: bool = browser
            .eval(
                "[...document.querySelectorAll('.tj-rail__link')].every(({hash}) => {
                    const {top, bottom} = document.querySelector(hash).getBoundingClientRect();
                    return top > innerHeight * .35 || bottom < innerHeight * .35;
                })",
            )
            .await;
        assert!(between, "the line crosses a stop: nothing is tried here");
    });
}

/// Whoever leapt over a stop to the gap behind it was told to be in the one before.
#[test]
fn a_stop_that_a_leap_left_out_is_current() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off#platform")).await;
        browser.until_live().await;
        let current = "document.querySelector('.tj-rail [aria-current]')?.hash";
        browser.until(&format!("{current} === '#platform'")).await;
        let gap: f64 = browser
            .eval(
                "(() => {
                    const left = document.querySelector('#building').getBoundingClientRect().bottom;
                    const next = document.querySelector('.tj-sequels').getBoundingClientRect().top;
                    scrollTo(0, scrollY + left + 2 - innerHeight * .35);
                    return next - left;
                })()",
            )
            .await;
        assert!(gap > 4.0, "no gap to leap to: {gap} px");
        browser.until(&format!("{current} === '#building'")).await;
    });
}

/// The rail's river was passed but for a piece between the chapters and what follows
/// them, as if the reader had left it out.
#[test]
fn the_river_of_the_rail_is_passed_without_a_gap() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?motion=off")).await;
        browser.until_live().await;
        let apart = "document.querySelector('.tj-rail__stop--apart')";
        let drawn: String = format!(
            "((stop) => [
                [getComputedStyle(stop, '::before'), 'borderLeft'],
                [getComputedStyle(stop.querySelector('path')), 'stroke'],
            ].map(([style, line]) => [style[line + 'Width'], style[line + 'Color'] || style[line]]))({apart})"
        );
        let [[width, colour], passed]: [[String; 2]; 2] = browser.eval(&drawn).await;
        assert_eq!([&width, &colour], passed.each_ref(), "before");
        read(browser, "proposals").await;
        browser
            .until(&format!("{apart}.hasAttribute('data-passed')"))
            .await;
        let [gap, river]: [[String; 2]; 2] = browser.eval(&drawn).await;
        assert_eq!(gap, river);
        assert_ne!(gap, [width, colour], "nothing tells what was passed");
    });
}
