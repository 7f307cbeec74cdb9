//! The pages for webmasters: the guide, and an article with the report in it.

use crate::browser::browse;
use serde_json::json;

use crate::host::{LISTEN, hosting};
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

/// The guide once told heights of a page long gone: whoever took them had a frame that
/// scrolled, or a gap below the report.
#[test]
fn the_guide_tells_the_heights() {
    let guide = include_str!("../../public/embed/index.html");
    let (_, rows) = guide.split_once("id=\"heights\">").expect("a table");
    let (rows, _) = rows.split_once("</tbody>").expect("its end");
    let rows = rows.split("<tr>").skip(1).map(|row| {
        let numbers = row.split(|letter: char| !letter.is_ascii_digit());
        let numbers = numbers.filter_map(|digits| digits.parse().ok());
        let row: Vec<f64> = numbers.collect();
        <[f64; 3]>::try_from(row).expect("a width and two heights")
    });
    let rows: Vec<_> = rows.collect();
    assert!(rows.len() > 5, "{rows:?}");
    let one = "<tujie-report id=\"one\" src=\"REPORT/\" motion=\"off\"></tujie-report>";
    hosting(one, async |browser, host| {
        browser.resize(1400, 2000).await;
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        for (view, column) in [("funnel", 1), ("figures", 2)] {
            browser.set("one", "view", Some(view)).await;
            for row in &rows {
                browser
                    .run::<()>(
                        "const {style} = document.getElementById('one');
                        style.display = 'block';
                        style.width = `${arguments[0]}px`;",
                        vec![json!(row[0])],
                    )
                    .await;
                // The typeface of a system may wrap a line elsewhere.
                let told = row[column];
                let near = format!(
                    "Math.abs(document.getElementById('one').shadowRoot
                        .querySelector('iframe').offsetHeight - {told}) <= 32"
                );
                browser.until(&near).await;
            }
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
