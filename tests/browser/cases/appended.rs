//! Messengers append their own parameters to an address, behind its parameters or
//! its fragment, and what they append goes with every link that is handed on.
//!
//! Reported of hash routers: <https://github.com/vuejs/vue/issues/12505>,
//! <https://github.com/mobile-router/mobile-router.js/issues/27>.

use crate::browser::browse;
use crate::server::Site;

/// The clipboard keeps what it is given.
const CLIPBOARD: &str = "Object.defineProperty(navigator, 'clipboard', {value: {
    writeText(text) { window.copied = text; return Promise.resolve(); },
}});";

#[test]
fn a_place_is_found_whatever_is_appended_to_it() {
    browse(async |browser| {
        let site = Site::built().await;
        for fragment in [
            "members&shareTo=weixin",
            "members?from=singlemessage&isappinstalled=0",
            "members%3Ffrom%3Dtimeline",
            "members#wechat_redirect",
        ] {
            // Another query is another page to load.
            let query = fragment.replace(['#', '?', '&'], "-");
            browser
                .open(&site.page(&format!("?motion=off&x={query}#{fragment}")))
                .await;
            browser.until_live().await;
            browser
                .until("document.activeElement === document.querySelector('#members h4')")
                .await;
            let open: bool = browser
                .eval("document.querySelector('#members').open")
                .await;
            assert!(open, "{fragment}");
        }
    });
}

#[test]
fn what_is_asked_for_is_meant_without_what_is_appended() {
    browse(async |browser| {
        let site = Site::built().await;
        browser
            .open(&site.page("?view=chapter&chapter=people?from=timeline"))
            .await;
        browser.until_live().await;
        let shown: Vec<String> = browser
            .eval(
                "[...document.querySelectorAll('.tj-chapter')]
                    .filter((chapter) => chapter.checkVisibility()).map(({id}) => id)",
            )
            .await;
        assert_eq!(shown, ["people"]);
        browser
            .open(&site.page("?theme=dark?from=groupmessage"))
            .await;
        let theme: Option<String> = browser
            .eval("document.documentElement.dataset.theme || null")
            .await;
        assert_eq!(theme.as_deref(), Some("dark"));
        browser
            .open(&site.page("?funnel=table?from=timeline"))
            .await;
        browser.until_live().await;
        browser
            .until("document.querySelector('#funnel table').checkVisibility()")
            .await;
        browser
            .open(&site.page("?q=%E6%8F%90%E6%A1%88?from=timeline"))
            .await;
        browser
            .until("document.querySelector('[role=search] input')?.value === '提案'")
            .await;
    });
}

#[test]
fn a_link_that_is_handed_on_holds_our_own_parameters_alone() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts(CLIPBOARD).await;
        let address =
            "?theme=dark&nsukey=abc%2Bd&utm_source=weixin&size=elder#growth?from=timeline";
        browser.open(&site.page(address)).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('#people > button').click();",
                Vec::new(),
            )
            .await;
        browser.until("!!window.copied").await;
        let copied: String = browser.eval("copied").await;
        assert_eq!(copied, site.page("?theme=dark&size=elder#people"));

        // The code is made of the same address: `share` tells that it is.
        browser.open("about:blank").await;
        browser.open(&site.page(address)).await;
        browser.until_live().await;
        browser
            .run::<()>(
                "document.querySelector('[data-tool=share]').click();",
                Vec::new(),
            )
            .await;
        browser
            .until("!!document.querySelector('dialog textarea')")
            .await;
        let shared: String = browser
            .eval("document.querySelector('dialog textarea').value")
            .await;
        assert_eq!(shared, site.page("?theme=dark&size=elder#growth"));
    });
}
