//! The pages for webmasters: the guide, and an article with the report in it.

use crate::browser::browse;
use crate::host::LISTEN;
use crate::server::Site;

#[test]
fn the_guide_is_read_under_the_strict_policy() {
    browse(async |browser| {
        let site = Site::built().await;
        for width in [390, 1440] {
            browser.resize(width, 900).await;
            browser.open(&site.page("embed/index.html")).await;
            browser.until("document.readyState === 'complete'").await;
            let fits: bool = browser
                .eval("document.documentElement.scrollWidth <= innerWidth")
                .await;
            assert!(fits, "at {width} px");
            let styled: bool = browser
                .eval("getComputedStyle(document.body).margin === '0px'")
                .await;
            assert!(styled, "its style sheet");
        }
        for link in ["看一篇放了图解的示例文章", "打开完整图解"] {
            let address: String = browser
                .run(
                    "return arguments[0].href;",
                    vec![
                        browser
                            .named("a", link)
                            .await
                            .to_json()
                            .expect("a reference"),
                    ],
                )
                .await;
            let path = address.strip_prefix(&site.origin).expect("the site's own");
            assert!(!site.read(path).is_empty());
        }
    });
}

/// The article stands on the report's own site, so its frames have no origin.
#[test]
fn the_article_shows_the_report() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.before_scripts(LISTEN).await;
        browser.resize(1440, 3000).await;
        browser.open(&site.page("embed/article.html")).await;
        browser
            .until("heard.filter(({type}) => type === 'ready').length === 2")
            .await;
        browser
            .run::<()>(
                "document.querySelectorAll('tujie-report')[1].id = 'one';",
                Vec::new(),
            )
            .await;
        browser.enter("one").await;
        let origin: String = browser.eval("self.origin").await;
        assert_eq!(origin, "null");
        browser.until_live().await;
        browser.press_summary("congress").await;
        browser.leave().await;
        browser
            .until("document.getElementById('told').textContent === '展开了 congress'")
            .await;
        browser.until_fitting("one").await;
    });
}
