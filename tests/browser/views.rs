//! A part of the report alone, from the first picture on.

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// What is shown of all there is: chapters, figures, funnel, and what belongs
/// to the whole only. What is there to be heard alone is a dot of a box.
const SHOWN: &str = "
    [...document.querySelectorAll('#app > * > header, h1, #figures, #funnel, #outlook > h2, \
        #app details[id], footer')]
        .filter((one) => !one.parentElement.closest('details, figure') && one.checkVisibility())
        .filter((one) => {
            while (one && one.offsetHeight !== 1) one = one.parentElement;
            return !one;
        })
        .map((one) => one.id || one.closest('[id]:not(#app, main)')?.id || one.localName)";

/// Collects everything that is shown in any picture.
const WATCH: &str = "
    window.seen = new Set();
    const look = () => {
        if (document.body) for (const id of SHOWN) seen.add(id);
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// What an address shows, from the first picture to well after the start.
async fn shown(browser: &Browser, address: &str) -> Vec<String> {
    let site = Site::built().await;
    let gate = site.hold(&site.wasm());
    browser.open(&site.page(address)).await;
    browser
        .until("performance.getEntriesByName('first-contentful-paint').length > 0")
        .await;
    let before: Vec<String> = browser.eval(SHOWN).await;
    gate.open();
    browser.until_live().await;
    browser.let_paint().await;
    let after: Vec<String> = browser.eval(SHOWN).await;
    assert_eq!(before, after, "{address} before and after the start");
    let mut seen: Vec<String> = browser.eval("[...seen]").await;
    seen.retain(|id| !after.contains(id));
    assert_eq!(seen, [""; 0], "{address} flashes");
    after
}

#[test]
fn a_view_shows_its_part_and_nothing_else() {
    browse(async |browser| {
        browser.before_scripts(&WATCH.replace("SHOWN", SHOWN)).await;
        for (address, expected) in [
            ("?view=figures", "figures"),
            ("?view=funnel", "funnel"),
            ("?view=chapter&chapter=unity", "unity"),
            ("?view=chapter", "direction"),
            ("?view=chapter&chapter=none", "direction"),
            // A section is no chapter.
            ("?view=chapter&chapter=institutions", "direction"),
        ] {
            assert_eq!(shown(browser, address).await, [expected], "{address}");
        }
        for address in ["", "?view=report", "?view=all", "?chapter=unity", "?view"] {
            let whole = shown(browser, address).await;
            assert!(whole.len() > 10, "{address}: {whole:?}");
        }
    });
}

/// Below the part stands whose it is, and the way to the whole.
#[test]
fn a_view_leads_to_the_whole() {
    browse(async |browser| {
        let site = Site::built().await;
        browser
            .open(&site.page("index.html?view=funnel&theme=dark"))
            .await;
        browser.until_live().await;
        let link = browser.named("a", "查看完整图解").await;
        for (name, value) in [("target", "_blank"), ("rel", "noopener")] {
            let found = link.attr(name).await.expect("an attribute");
            assert_eq!(found.as_deref(), Some(value));
        }
        let address: String = browser
            .run(
                "return arguments[0].href;",
                vec![link.to_json().expect("a reference")],
            )
            .await;
        assert_eq!(address, site.page("index.html?"));
        let words = link
            .parent()
            .await
            .expect("its line")
            .text()
            .await
            .expect("its words");
        assert!(words.contains("资料来源"), "{words}");
        browser.open(&site.page("")).await;
        let whole: bool = browser
            .eval(
                "[...document.links].some((link) =>
                link.textContent === '查看完整图解' && link.checkVisibility())",
            )
            .await;
        assert!(!whole, "the whole leads to itself");
    });
}

#[test]
fn the_ground_may_be_the_host_s() {
    browse(async |browser| {
        let site = Site::built().await;
        let ground =
            "getComputedStyle(document.documentElement).backgroundColor === 'rgba(0, 0, 0, 0)'";
        for (address, transparent) in [
            ("?background=transparent", true),
            ("?background=red", false),
        ] {
            browser.open(&site.page(address)).await;
            let seen: bool = browser.eval(ground).await;
            assert_eq!(seen, transparent, "{address}");
        }
    });
}

/// A frame without an origin: no storage, no windows, no printing. What cannot
/// be done there is said.
#[test]
fn what_a_sandbox_forbids_is_said() {
    browse(async |browser| {
        let site = Site::built().await;
        let host = Site::built().await;
        // Chromium tells in its console what the sandbox held back.
        browser.foresee("sandboxed");
        for (address, step) in [("index.html?view=funnel", "link"), ("index.html", "print")] {
            let page = format!(
                "<!DOCTYPE html><title>host</title><iframe src=\"{}\" sandbox=\"allow-scripts\" \
                 title=\"report\" width=\"1200\" height=\"800\"></iframe>",
                site.page(address)
            );
            host.lift("/host.html");
            crate::host::Host::file(&host, "/host.html", &page);
            let policy = "default-src 'none'; frame-src *".to_owned();
            host.fault("/host.html", crate::server::Fault::Policy(policy));
            browser.open(&host.page("host.html")).await;
            let frame = browser.driver.find(thirtyfour::By::Css("iframe"));
            frame
                .await
                .expect("the frame")
                .enter_frame()
                .await
                .expect("a page");
            browser.until_live().await;
            match step {
                "link" => {
                    browser.click("a", "查看完整图解").await;
                    let words = json!(site.page("index.html?"));
                    browser
                        .until(&format!("document.body.innerText.includes({words})"))
                        .await;
                }
                _ => {
                    browser.click("button", "工具").await;
                    let tools: Vec<String> = browser
                        .eval("[...document.querySelectorAll('dialog button')].map((one) => one.textContent)")
                        .await;
                    assert!(!tools.iter().any(|name| name == "嵌入"), "{tools:?}");
                    browser.click("button", "打印").await;
                    browser
                        .until("document.querySelector('dialog[open]').textContent.includes('不能打印')")
                        .await;
                }
            }
        }
    });
}
