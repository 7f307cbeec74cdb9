//! A page of somebody else's, on an origin of its own, with the report in it.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::server::{Fault, Site};

/// Where the host's page stands.
const PAGE: &str = "/host.html";

/// Records what the element tells, in the order in which it reaches the window.
pub const LISTEN: &str = include_str!("host/listen.js");

/// What the element told.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Told {
    #[serde(rename = "type")]
    pub kind: String,
    pub element: String,
    pub height: Option<f64>,
    pub title: Option<String>,
    pub id: Option<String>,
    pub open: Option<bool>,
    pub count: Option<f64>,
    pub reason: Option<String>,
}

/// Two origins: the report's, and the host's under a policy of nothing but the
/// script and the frames.
pub struct Host {
    pub report: Site,
    pub site: Site,
}

/// Opens a host's page that has `embed.js` and this in its body, in which
/// `REPORT` stands for the report's address, and tells a story.
pub fn hosting(body: &str, story: impl AsyncFnOnce(&Browser, &Host)) {
    browse(async |browser| {
        let host = Host {
            report: Site::built().await,
            site: Site::built().await,
        };
        browser.before_scripts(LISTEN).await;
        host.place(PAGE, body);
        story(browser, &host).await;
    });
}

impl Host {
    /// Puts a page on the host's site.
    pub fn place(&self, path: &str, body: &str) {
        let report = &self.report.origin;
        let body = body.replace("REPORT", report);
        let page = format!(
            "<!DOCTYPE html><html lang=\"zh-CN\"><title>host</title>\
             <script src=\"{report}/embed.js\"></script><body>{body}"
        );
        let policy = format!(
            "default-src 'none'; script-src 'self' {report}/embed.js; frame-src 'self' {report}"
        );
        self.site.fault(path, Fault::Bytes(page.into_bytes()));
        self.site.fault(path, Fault::Policy(policy));
    }

    /// Puts a script or a page on a site, as it is.
    pub fn file(site: &Site, path: &str, text: &str) {
        site.fault(path, Fault::Bytes(text.as_bytes().to_vec()));
    }

    /// Opens the host's page.
    pub async fn open(&self, browser: &Browser) {
        browser.open(&self.site.page(&PAGE[1..])).await;
    }
}

impl Browser {
    /// What the elements told so far.
    pub async fn heard(&self) -> Vec<Told> {
        self.eval("heard").await
    }

    /// Waits for an element to tell of something.
    pub async fn until_heard(&self, element: &str, kind: &str) {
        let wanted =
            format!("heard.some((told) => told.element === '{element}' && told.type === '{kind}')");
        self.until(&wanted).await;
    }

    /// Goes into the frame of an element.
    pub async fn enter(&self, element: &str) {
        let frame = self
            .driver
            .execute(
                "return document.getElementById(arguments[0]).shadowRoot.querySelector('iframe');",
                vec![json!(element)],
            )
            .await
            .expect("a script")
            .element()
            .unwrap_or_else(|error| panic!("{element} has no frame: {error}"));
        frame.enter_frame().await.expect("the frame is a page");
    }

    /// Goes back to the host's page.
    pub async fn leave(&self) {
        let frame = self.driver.enter_default_frame().await;
        frame.expect("the host's page");
    }

    /// The height of an element's frame, in px.
    pub async fn frame_height(&self, element: &str) -> f64 {
        self.eval(&format!(
            "document.getElementById('{element}').shadowRoot.querySelector('iframe')
                .getBoundingClientRect().height"
        ))
        .await
    }

    /// Waits until the frame is exactly as high as what is in it: no scroll bar,
    /// and less than a pixel to spare.
    pub async fn until_fitting(&self, element: &str) {
        self.enter(element).await;
        self.until(
            "innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)
                && document.documentElement.scrollHeight === innerHeight",
        )
        .await;
        self.leave().await;
    }

    /// Sets an attribute of an element, or removes it.
    pub async fn set(&self, element: &str, name: &str, value: Option<&str>) {
        self.run::<()>(
            "const [element, name, value] = arguments;
            const report = document.getElementById(element);
            if (value === null) report.removeAttribute(name);
            else report.setAttribute(name, value);",
            vec![json!(element), json!(name), json!(value)],
        )
        .await;
    }

    /// The attributes of the page's `<html>` that were asked for.
    pub async fn asked(&self) -> Value {
        self.eval("({...document.documentElement.dataset})").await
    }

    /// Paints a few times: what would go on by itself goes on.
    pub async fn let_paint(&self) {
        self.run::<()>(
            "return new Promise((done) => {
                let left = 20;
                const paint = () => left-- ? requestAnimationFrame(paint) : done();
                paint();
            });",
            Vec::new(),
        )
        .await;
    }
}
