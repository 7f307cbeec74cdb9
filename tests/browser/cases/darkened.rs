//! Browsers that darken pages on their own made the code light on dark, which no camera
//! reads, and labels vanish.
//!
//! A kind of Android's browsers, as Chromium's automatic dark mode does it.

use rqrr::PreparedImage;
use serde_json::json;
use thirtyfour::By;

use crate::browser::{Browser, browse};
use crate::server::Site;

/// On a system that is dark, lets the browser darken what does not say that it is light.
async fn darken(browser: &Browser, on: bool) {
    let dark = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
    browser.tell("Emulation.setEmulatedMedia", dark).await;
    let wanted = json!({"enabled": on});
    browser
        .tell("Emulation.setAutoDarkModeOverride", wanted)
        .await;
}

#[test]
fn a_darkened_code_is_dark_on_white_with_four_modules_around() {
    browse(async |browser| {
        let site = Site::built().await;
        darken(browser, true).await;
        for theme in ["auto", "light", "dark", "contrast"] {
            browser.open(&site.page(&format!("?theme={theme}"))).await;
            browser.until_live().await;
            browser
                .run::<()>(
                    "document.querySelector('[data-tool=share]').click();",
                    Vec::new(),
                )
                .await;
            browser
                .until("!!document.querySelector('dialog figure svg')")
                .await;
            let side: f64 = browser
                .eval("document.querySelector('dialog figure svg').viewBox.baseVal.width")
                .await;
            let code = browser.driver.find(By::Css("dialog figure svg")).await;
            let png = code.expect("a code").screenshot_as_png().await;
            let picture = image::load_from_memory(&png.expect("a picture")).expect("a PNG");
            let picture = picture.into_luma8();
            let (width, height) = picture.dimensions();
            let around = (4.0 * f64::from(width) / side) as u32 - 1;
            let inside = |at: u32, length: u32| (around..length - around).contains(&at);
            let quiet = picture
                .enumerate_pixels()
                .filter(|(x, y, _)| !inside(*x, width) || !inside(*y, height));
            let darkest = quiet.map(|(.., pixel)| pixel.0[0]).min();
            assert!(darkest > Some(240), "{theme}: {darkest:?} beside the code");
            let lightness = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
            let mut image =
                PreparedImage::prepare_from_greyscale(width as usize, height as usize, lightness);
            let grids = image.detect_grids();
            assert_eq!(grids.len(), 1, "{theme}: no camera finds the code");
            let words = grids[0].decode().expect("a readable code").1;
            assert_eq!(words, site.page(&format!("?theme={theme}")));
        }
    });
}

#[test]
fn a_light_page_is_not_darkened() {
    browse(async |browser| {
        let site = Site::built().await;
        let mut looks = Vec::new();
        for on in [false, false, true] {
            darken(browser, on).await;
            browser.open(&site.page("?theme=light&motion=off")).await;
            browser.until_live().await;
            browser.let_paint().await;
            looks.push(browser.driver.screenshot_as_png().await.expect("a picture"));
        }
        assert!(looks[0] == looks[1], "two looks at one page differ");
        assert!(looks[0] == looks[2], "the browser has darkened it");
    });
}

/// The frame's ground stays the host's where both are dark.
#[test]
fn a_transparent_frame_has_the_host_s_ground() {
    crate::host::hosting(
        "<div id=\"ground\"><tujie-report id=\"one\" theme=\"dark\" view=\"figures\" \
         src=\"REPORT/?background=transparent\"></tujie-report></div>",
        async |browser, host| {
            host.open(browser).await;
            browser
                .run::<()>(
                    "document.getElementById('ground').style.background = 'rgb(0, 0, 64)';",
                    Vec::new(),
                )
                .await;
            browser.until_heard("one", "ready").await;
            browser.until_fitting("one").await;
            let ground = browser.driver.find(By::Css("#ground")).await;
            let png = ground.expect("the ground").screenshot_as_png().await;
            let picture = image::load_from_memory(&png.expect("a picture")).expect("a PNG");
            let corner = picture.into_rgb8().get_pixel(2, 2).0;
            assert_eq!(corner, [0, 0, 64]);
        },
    );
}
