//! Downloads: they land, and say what the page says and where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use thirtyfour::By;
use tokio::time::{Duration, Instant, interval};

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// A folder for one test's downloads; gone with it.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("tujie-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for downloads");
        Folder(folder)
    }

    /// The bytes of a file, once it has landed.
    pub async fn landed(&self, name: &str) -> Vec<u8> {
        let deadline = Instant::now() + Duration::from_secs(30);
        let mut beat = interval(Duration::from_millis(20));
        loop {
            beat.tick().await;
            match fs::read(self.0.join(name)) {
                Ok(bytes) if !bytes.is_empty() => return bytes,
                _ => assert!(
                    Instant::now() < deadline,
                    "{name} never came: {:?}",
                    names(&self.0)
                ),
            }
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect()
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Opens the page, whose downloads go into a folder.
async fn live(browser: &Browser, site: &Site, folder: &Folder) {
    browser.save_into(&folder.0).await;
    browser.open(&site.page("?theme=light&motion=off")).await;
    browser.until_live().await;
}

/// Opens the choice of a chart's downloads and takes one.
async fn download(browser: &Browser, chart: &str, format: &str) {
    if browser
        .eval("!document.querySelector('dialog[open]')")
        .await
    {
        let button = browser
            .driver
            .find(By::Css(format!("{chart} .tj-download")));
        browser.click_on(&button.await.expect("下载")).await;
    }
    let button = format!("dialog[open] [data-format={format}]");
    // What it takes is fetched at the first press.
    browser
        .until(&format!("!!document.querySelector('{button}')"))
        .await;
    let button = browser.driver.find(By::Css(button)).await;
    browser.click_on(&button.expect("a format")).await;
}

#[test]
fn the_funnel_is_downloaded_in_four_formats() {
    browse(async |browser| {
        let site = Site::built().await;
        let folder = Folder::new("funnel");
        live(browser, &site, &folder).await;
        let hash = sha256(&site.read("/data/report.json"));
        let name = |format: &str| format!("tujie-funnel-{}.{format}", &hash[..8]);

        download(browser, "#funnel", "csv").await;
        let csv = String::from_utf8(folder.landed(&name("csv")).await).expect("UTF-8");
        assert!(
            csv.starts_with("\u{FEFF}编号,类别,名称,数目,单位,"),
            "{csv}"
        );
        for words in [
            "filed,环节,立案,6237,件,提交,82.1%,",
            &hash,
            "五届市政协常委会工作报告图解",
        ] {
            assert!(csv.contains(words), "{words}: {csv}");
        }

        download(browser, "#funnel", "json").await;
        let told: Value =
            serde_json::from_slice(&folder.landed(&name("json")).await).expect("JSON");
        assert_eq!(told["数据SHA-256"], json!(hash));
        assert_eq!(told["数据"][2]["数目"], json!(6237));

        download(browser, "#funnel", "svg").await;
        let svg = String::from_utf8(folder.landed(&name("svg")).await).expect("UTF-8");
        for words in [
            "xmlns=\"http://www.w3.org/2000/svg\"",
            "<title>",
            "<desc>",
            &hash,
            "7596",
            "rgb(179, 50, 31)",
            "Noto Serif CJK SC",
        ] {
            assert!(svg.contains(words), "{words}: {svg}");
        }
        for words in ["class=", "var(", "tabindex", "aria-", "data-stage"] {
            assert!(!svg.contains(words), "{words}: {svg}");
        }
        // It stands alone: the browser shows it as an image, whole.
        let shown: [f64; 2] = browser
            .run(
                "const image = new Image();
                image.src = 'data:image/svg+xml,' + encodeURIComponent(arguments[0]);
                return image.decode().then(() => [image.naturalWidth, image.naturalHeight]);",
                vec![svg.into()],
            )
            .await;

        download(browser, "#funnel", "png").await;
        let png = folder.landed(&name("png")).await;
        let png = image::load_from_memory(&png).expect("a picture").to_rgb8();
        let size = [f64::from(png.width()), f64::from(png.height())];
        assert_eq!(size.map(|side| (side / 2.0).round()), shown.map(f64::round));
        // Paper at the corner, and a river somewhere.
        assert_eq!(png.get_pixel(2, 2).0, [0xF7, 0xF3, 0xE8]);
        let river = png
            .pixels()
            .filter(|pixel| pixel.0 == [0x12, 0x51, 0x5A])
            .count();
        assert!(river > 1000, "{river} px of river");
    });
}

#[test]
fn a_graphic_is_downloaded() {
    browse(async |browser| {
        let site = Site::built().await;
        let folder = Folder::new("tally");
        live(browser, &site, &folder).await;
        let hash = sha256(&site.read("/data/report.json"));
        let name = |format: &str| format!("tujie-activities-{}.{format}", &hash[..8]);
        download(browser, "#activities", "csv").await;
        let csv = String::from_utf8(folder.landed(&name("csv")).await).expect("UTF-8");
        assert!(csv.contains("\r\ninspections,视察,62,次,62次\r\n"), "{csv}");
        download(browser, "#activities", "svg").await;
        let svg = String::from_utf8(folder.landed(&name("svg")).await).expect("UTF-8");
        assert!(
            svg.contains("逐年组织重点履职活动") && svg.contains("74次"),
            "{svg}"
        );
        assert!(!svg.contains("var("), "{svg}");
    });
}

/// Its picture is made of copies of the page's drawings, with the page's style.
#[test]
fn a_graphic_of_another_kind_is_downloaded() {
    browse(async |browser| {
        let site = Site::built().await;
        let folder = Folder::new("graphic");
        live(browser, &site, &folder).await;
        let hash = sha256(&site.read("/data/report.json"));
        let name = format!("tujie-forum-reach-{}.svg", &hash[..8]);
        download(browser, "#forum-reach", "svg").await;
        let svg = String::from_utf8(folder.landed(&name).await).expect("UTF-8");
        assert!(
            ["渝事好商量", "3千余件", "一格为20个（件）", "fill-opacity"]
                .iter()
                .all(|words| svg.contains(words)),
            "{svg}"
        );
        assert!(!svg.contains("var("), "{svg}");
    });
}

/// The hash is of the data that is shown, not of what the page was built with.
#[test]
fn the_hash_is_of_the_data_that_is_shown() {
    browse(async |browser| {
        let site = Site::built().await;
        let folder = Folder::new("shown");
        let mut newer = site.read("/data/report.json");
        newer.push(b'\n');
        let hash = sha256(&newer);
        site.fault("/data/report.json", Fault::Bytes(newer));
        live(browser, &site, &folder).await;
        download(browser, "#funnel", "json").await;
        let json = folder
            .landed(&format!("tujie-funnel-{}.json", &hash[..8]))
            .await;
        let told: Value = serde_json::from_slice(&json).expect("JSON");
        assert_eq!(told["数据SHA-256"], json!(hash));
    });
}

/// A sandbox may keep the page from downloading and no event tells: it says so and
/// shows what there is.
#[test]
fn where_downloads_may_be_refused_the_words_are_shown() {
    browse(async |browser| {
        browser.foresee("Download is disallowed");
        let (site, host) = (Site::built().await, Site::built().await);
        let frame = format!(
            "<!DOCTYPE html><title>host</title><iframe src=\"{}\" sandbox=\"allow-scripts\" \
             title=\"report\" width=\"1000\" height=\"800\"></iframe>",
            site.page("index.html")
        );
        host.fault("/host.html", Fault::Bytes(frame.into_bytes()));
        let policy = "default-src 'none'; frame-src *".to_owned();
        host.fault("/host.html", Fault::Policy(policy));
        browser.open(&host.page("host.html")).await;
        let frame = browser
            .driver
            .find(By::Css("iframe"))
            .await
            .expect("the frame");
        frame.enter_frame().await.expect("the frame is a page");
        browser.until_live().await;
        download(browser, "#funnel", "csv").await;
        browser
            .until("!!document.querySelector('dialog textarea:not([hidden])')")
            .await;
        let shown: [String; 2] = browser
            .eval("[document.querySelector('dialog').innerText, document.querySelector('dialog textarea').value]")
            .await;
        assert!(shown[0].contains("下载没有开始"), "{}", shown[0]);
        assert!(shown[1].contains("立案,6237"), "{}", shown[1]);
        download(browser, "#funnel", "png").await;
        browser
            .until("document.querySelector('dialog img')?.naturalWidth > 0")
            .await;
        let [picture, drawing]: [f64; 2] = browser
            .eval(
                "[document.querySelector('dialog img').naturalWidth, \
                 [...document.querySelectorAll('.tj-river')].find(river => \
                 river.getBoundingClientRect().width).viewBox.baseVal.width]",
            )
            .await;
        assert!(picture > 2.0 * drawing, "{picture} of {drawing}");
    });
}
