//! 嵌入: the window that writes the code, with the page as its preview. The
//! code is not read here but used.

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::host::hosting;
use crate::server::Site;

/// Chooses a value as a reader does.
async fn choose(browser: &Browser, label: &str, value: &str) {
    browser
        .call::<()>(
            include_str!("snippet/choose.js"),
            vec![json!(label), json!(value)],
        )
        .await;
}

async fn open(browser: &Browser) {
    browser.click("button", "工具").await;
    browser.click("button", "嵌入").await;
    browser
        .until("document.querySelector('dialog textarea') !== null")
        .await;
}

/// Both codes.
async fn codes(browser: &Browser) -> [String; 2] {
    browser
        .eval("[...document.querySelectorAll('dialog textarea')].map((one) => one.value)")
        .await
}

#[test]
fn the_page_is_the_preview_and_comes_back() {
    browse(async |browser| {
        let site = Site::built().await;
        browser.open(&site.page("?theme=contrast&motion=off")).await;
        browser.until_live().await;
        let before = browser.asked().await;
        open(browser).await;
        let [element, frame] = codes(browser).await;
        assert!(
            !element.contains("view=") && !frame.contains('?'),
            "{element}\n{frame}"
        );

        choose(browser, "放什么", "chapter").await;
        choose(browser, "哪一章", "unity").await;
        choose(browser, "颜色", "dark").await;
        choose(browser, "字号", "elder").await;
        let shown: bool = browser
            .eval(
                "document.getElementById('unity').checkVisibility()
                && !document.getElementById('people').checkVisibility()",
            )
            .await;
        assert!(shown, "the chapter alone");
        let [element, frame] = codes(browser).await;
        let wanted = "view=\"chapter\" chapter=\"unity\" theme=\"dark\" size=\"elder\"";
        assert!(element.contains(wanted), "{element}");
        let wanted = "?view=chapter&amp;chapter=unity&amp;theme=dark&amp;size=elder\"";
        assert!(frame.contains(wanted), "{frame}");

        // A chapter means nothing where none is shown alone.
        choose(browser, "放什么", "funnel").await;
        let [element, _] = codes(browser).await;
        assert!(!element.contains("chapter"), "{element}");

        browser.click("dialog//button", "复制").await;
        browser
            .until("document.querySelector('dialog').textContent.includes('已复制')")
            .await;
        browser.press(&thirtyfour::Key::Escape).await;
        browser
            .until("document.querySelector('dialog') === null")
            .await;
        assert_eq!(browser.asked().await, before);
        let focus: String = browser.eval("document.activeElement.textContent").await;
        assert_eq!(focus, "工具", "where the reader was");
    });
}

/// The guide and the README print what the window writes, for another site and a
/// report of another title.
#[track_caller]
fn printed(origin: &str, element: &str, frame: &str) {
    let (_, title) = frame.split_once(" title=\"").expect("a title");
    let (title, _) = title.split_once('"').expect("its end");
    let [element, frame] = [element, frame].map(|code| {
        code.replace(origin, "https://example.com/tujie")
            .replace(title, "工作报告图解")
    });
    let readme = include_str!("../../README.md");
    assert!(readme.contains(&element), "{element}");
    let guide = include_str!("../../public/embed/index.html");
    for code in [&element, &frame] {
        let code = code.replace('<', "&lt;").replace('>', "&gt;");
        let code = ["<code>", &code, "</code>"].concat();
        assert!(guide.contains(&code), "{code}");
    }
}

/// Whoever pastes the code has the report.
#[test]
fn the_code_works() {
    hosting("", async |browser, host| {
        browser.open(&host.report.page("?motion=off")).await;
        browser.until_live().await;
        open(browser).await;
        choose(browser, "放什么", "funnel").await;
        let [element, frame] = codes(browser).await;
        printed(&host.report.origin, &element, &frame);
        choose(browser, "颜色", "dark").await;
        let [element, frame] = codes(browser).await;
        let pasted = element.replace("<tujie-report", "<tujie-report id=\"one\"");
        host.site.lift("/host.html");
        host.place("/host.html", &[pasted, frame].concat());
        host.open(browser).await;
        browser.until_heard("one", "ready").await;
        browser.until_fitting("one").await;
        browser.enter("one").await;
        let asked = browser.asked().await;
        assert_eq!(
            (&asked["view"], &asked["theme"]),
            (&json!("funnel"), &json!("dark"))
        );
        browser.leave().await;
        let plain = browser
            .driver
            .find(thirtyfour::By::Css("body > iframe"))
            .await;
        let plain = plain.expect("the frame");
        let wide: bool = browser
            .eval("document.documentElement.scrollWidth > innerWidth")
            .await;
        assert!(!wide, "the frame is wider than its place");
        let link = browser.driver.find(thirtyfour::By::Css("p > a")).await;
        assert!(link.is_ok(), "what is left without the frame");
        assert!(plain.attr("title").await.expect("a title").is_some());
        plain.enter_frame().await.expect("a page");
        browser.until_live().await;
        let asked = browser.asked().await;
        assert_eq!(
            (&asked["view"], &asked["theme"]),
            (&json!("funnel"), &json!("dark"))
        );
    });
}
