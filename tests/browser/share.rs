//! 分享: the address, its code, the system's own way, the long picture.

use rqrr::PreparedImage;
use thirtyfour::By;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// What the window tells.
const TOLD: &str = "document.querySelector('dialog [role=status]').textContent";

/// Opens the page after a script, and the window in it.
async fn open(browser: &Browser, address: &str, script: &str) -> Site {
    let site = Site::built().await;
    browser.before_scripts(script).await;
    browser.open(&site.page(address)).await;
    browser.until_live().await;
    browser
        .run::<()>(
            "document.querySelector('[data-tool=share]').click();",
            Vec::new(),
        )
        .await;
    browser
        .until("document.querySelector('dialog') !== null")
        .await;
    site
}

/// A phone's camera sees the code dark on light, by night as well.
#[test]
fn the_code_leads_to_the_place() {
    browse(async |browser| {
        let _site = open(browser, "?theme=dark#growth", "").await;
        let address: String = browser.eval("location.href").await;
        assert!(address.ends_with("#growth"), "{address}");
        let field: String = browser
            .eval("document.querySelector('dialog textarea').value")
            .await;
        assert_eq!(field, address);
        let plate = browser.driver.find(By::Css("dialog figure")).await;
        let png = plate.expect("a code").screenshot_as_png().await;
        let picture = image::load_from_memory(&png.expect("a picture")).expect("a PNG");
        let picture = picture.into_luma8();
        let (width, height) = picture.dimensions();
        let lightness = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
        let mut image =
            PreparedImage::prepare_from_greyscale(width as usize, height as usize, lightness);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].decode().expect("a readable code").1, address);
    });
}

#[test]
fn the_link_is_copied() {
    browse(async |browser| {
        let script =
            "Document.prototype.execCommand = (name) => { window.done = name; return true; };";
        let _site = open(browser, "", script).await;
        browser.click("button", "复制链接").await;
        browser.until(&format!("{TOLD} === '已复制链接'")).await;
        assert_eq!(browser.eval::<String>("window.done").await, "copy");
        // Without a way of the system's there is no button for it.
        let none: usize = browser
            .eval(
                "[...document.querySelectorAll('dialog button')]
                .filter((button) => button.textContent === '系统分享').length",
            )
            .await;
        assert_eq!(none, 0);
    });
}

#[test]
fn a_refused_clipboard_leaves_the_link_selected() {
    browse(async |browser| {
        let _site = open(browser, "", "Document.prototype.execCommand = () => false;").await;
        browser.click("button", "复制链接").await;
        browser
            .until(&format!("{TOLD}.includes('请自行复制')"))
            .await;
        let selected: bool = browser
            .eval(
                "(({selectionStart, selectionEnd, value}) =>
                selectionStart === 0 && selectionEnd === value.length && value === location.href)
                (document.querySelector('dialog textarea'))",
            )
            .await;
        assert!(selected);
    });
}

/// Who closes the system's sheet has changed their mind; nothing needs saying.
#[test]
fn a_cancelled_share_is_no_failure() {
    browse(async |browser| {
        let script = "
            window.shared = [];
            window.outcome = 'AbortError';
            navigator.share = (what) => {
                shared.push(what.url);
                return Promise.reject(new DOMException('', outcome));
            };";
        let _site = open(browser, "", script).await;
        browser.click("button", "系统分享").await;
        browser.until("shared.length === 1").await;
        browser
            .run::<()>("outcome = 'NotAllowedError';", Vec::new())
            .await;
        assert_eq!(browser.eval::<String>(TOLD).await, "");
        browser.click("button", "系统分享").await;
        browser.until(&format!("{TOLD}.includes('没有成功')")).await;
        let same: bool = browser
            .eval("shared.every((url) => url === location.href)")
            .await;
        assert!(same);
    });
}

#[test]
fn the_long_picture_is_a_picture_and_comes_when_asked_for() {
    browse(async |browser| {
        let _site = open(browser, "", "").await;
        let asked = "performance.getEntriesByType('resource')
            .some(({name}) => name.endsWith('poster.png'))";
        assert!(!browser.eval::<bool>(asked).await);
        browser.click("summary", "长图").await;
        browser
            .until("document.querySelector('dialog img').naturalWidth === 1080")
            .await;
        browser.named("a", "下载长图").await;
    });
}

/// Where no picture could be drawn, the page tells of no card.
#[test]
fn without_a_picture_none_is_offered() {
    browse(async |browser| {
        let script = "addEventListener('DOMContentLoaded', () => {
            document.querySelector('meta[property=\"og:image\"]').remove();
        });";
        let _site = open(browser, "", script).await;
        let offered: usize = browser
            .eval("document.querySelectorAll('dialog img').length")
            .await;
        assert_eq!(offered, 0);
    });
}
