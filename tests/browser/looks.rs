//! How the page looks, beside the reviewed pictures in `tests/snapshots`.
//!
//! `TUJIE_RENEW=1 cargo test --test browser looks` takes new ones: look at each
//! before you commit it. A picture that differs is kept under `target/tmp`
//! beside one that marks where.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::RgbaImage;
use serde_json::json;
use tujie::report::Report;

use crate::browser::{Browser, browse};
use crate::malice::published;
use crate::server::{Fault, Site};

/// How unlike two pixels of one place may be, of all that colours can differ.
const ALIKE: f32 = 0.1;

/// How many pixels of a thousand may be unlike: fonts of another release set a
/// stroke elsewhere, and nothing that a reader would notice is so small.
const UNLIKE: usize = 2;

/// The pictures are half as large as the page.
const SCALE: f64 = 0.5;

#[test]
fn on_a_phone() {
    looks("phone", 390, "", "screen");
}

#[test]
fn on_a_desk() {
    looks("desk", 1440, "", "screen");
}

#[test]
fn on_a_phone_by_night() {
    looks("phone-dark", 390, "?theme=dark", "screen");
}

#[test]
fn on_a_desk_by_night() {
    looks("desk-dark", 1440, "?theme=dark", "screen");
}

#[test]
fn on_a_phone_in_large_type() {
    looks("phone-elder", 390, "?size=elder", "screen");
}

#[test]
fn on_a_desk_in_large_type() {
    looks("desk-elder", 1440, "?size=elder", "screen");
}

/// A4 less its margins is 673 CSS px wide; what is wider is printed smaller.
#[test]
fn on_paper() {
    looks("paper", 673, "", "print");
}

#[test]
fn on_a_phone_s_paper() {
    looks("paper-phone", 390, "", "print");
}

/// Reports of others, which are samples: flows and graphics of every kind.
#[test]
fn of_other_reports() {
    for name in [
        "chongqing",
        "kunming",
        "shenzhen",
        "national",
        "hainan",
        "guizhou",
    ] {
        browse(async |browser| {
            let site = Site::built().await;
            serve(&site, name);
            for (device, width) in [("phone", 390), ("desk", 1440)] {
                let name = format!("{name}-{device}");
                shows(browser, &site, &name, width, "", "screen").await;
            }
        });
    }
}

/// Lets a site serve the report of a fixture.
fn serve(site: &Site, name: &str) {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let data = fs::read(fixtures.join(name).with_extension("json")).expect("a fixture");
    let report: Report = serde_json::from_slice(&data).expect("a report");
    let page = published(site, &report, &data).into_bytes();
    site.fault("/index.html", Fault::Bytes(page));
    site.fault("/data/report.json", Fault::Bytes(data));
}

/// Takes a picture of the whole page and holds it against the reviewed one.
#[track_caller]
fn looks(name: &'static str, width: u32, address: &'static str, medium: &'static str) {
    browse(async |browser| {
        let site = Site::built().await;
        shows(browser, &site, name, width, address, medium).await;
    });
}

async fn shows(
    browser: &Browser,
    site: &Site,
    name: &str,
    width: u32,
    address: &str,
    medium: &str,
) {
    let still = json!({
        "media": medium,
        "features": [
            {"name": "prefers-reduced-motion", "value": "reduce"},
            {"name": "prefers-color-scheme", "value": "light"},
        ],
    });
    browser.tell("Emulation.setEmulatedMedia", still).await;
    browser.resize(width, 900).await;
    browser.open(&site.page(address)).await;
    browser.until_live().await;
    let taken = picture(browser, width).await;
    let reviewed = snapshots().join(name).with_extension("png");
    if env::var_os("TUJIE_RENEW").is_some() {
        fs::write(&reviewed, &taken).expect("the picture is kept");
        return;
    }
    let known =
        fs::read(&reviewed).unwrap_or_else(|error| panic!("{}: {error}", reviewed.display()));
    compare(name, &known, &taken);
}

/// The whole page as a PNG.
async fn picture(browser: &Browser, width: u32) -> Vec<u8> {
    let height: u32 = browser
        .run(
            "return document.fonts.ready.then(() => document.documentElement.scrollHeight);",
            Vec::new(),
        )
        .await;
    let whole = json!({
        "captureBeyondViewport": true,
        "clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": SCALE},
    });
    let taken = browser.tell("Page.captureScreenshot", whole).await;
    let data = taken["data"].as_str().expect("a picture");
    STANDARD.decode(data).expect("base64")
}

/// Fails where the pictures differ in more than a few pixels.
#[track_caller]
fn compare(name: &str, known: &[u8], taken: &[u8]) {
    let (known, seen) = (decode(known), decode(taken));
    let (size, now) = (known.dimensions(), seen.dimensions());
    let differs = dify::diff::get_results(known, seen, threshold(), true, None, &None, &None);
    let aside = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let keep = |suffix: &str| aside.join(format!("{name}{suffix}.png"));
    fs::write(keep(""), taken).expect("the picture is kept");
    assert_eq!(now, size, "{name} is of another size; see {:?}", keep(""));
    if let Some((unlike, marked)) = differs {
        marked.save(keep("-marked")).expect("the marks are kept");
        let unlike = usize::try_from(unlike).unwrap_or(usize::MAX);
        let all = size.0 as usize * size.1 as usize;
        assert!(
            unlike.saturating_mul(1000) <= all * UNLIKE,
            "{name} differs in {unlike} of {all} pixels; see {:?} and {:?}",
            keep(""),
            keep("-marked")
        );
    }
}

/// As the library's own command has it.
fn threshold() -> f32 {
    35_215.0 * ALIKE * ALIKE
}

fn decode(png: &[u8]) -> RgbaImage {
    image::load_from_memory(png).expect("a PNG").into_rgba8()
}

fn snapshots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}
