//! Engines that are driven by a driver: a process of its own for each story, so
//! that nothing outlives it.
//!
//! Knows WebDriver; what each driver needs besides is a file of its own.

mod firefox;
mod webkit;

use std::io::{self, BufRead, BufReader};
use std::process::ChildStdout;
use std::thread;

use axum::http::Method;
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, RequestData, SessionId, WebElement};
use tokio::time::timeout;

use crate::key::Key;
use crate::page::PATIENCE;
use crate::process::Process;
use crate::screen::Screen;
use crate::server::Site;

/// An engine behind its driver, with one window.
pub struct Driver {
    driver: thirtyfour::WebDriver,
    make: Make,
    _process: Process,
}

/// Which engine it is.
enum Make {
    Firefox,
    /// With a screen of its own.
    WebKit {
        _screen: Screen,
    },
}

/// A command that the library does not know.
#[derive(Debug)]
struct Other {
    method: Method,
    /// Behind the session's.
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Other {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("session/{session}/{}", self.path);
        let request = RequestData::new(self.method.clone(), path);
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

impl Driver {
    /// Firefox ESR, without a screen.
    pub async fn firefox() -> Driver {
        let (process, port) = firefox::start();
        Driver::connect(process, port, firefox::capabilities(), Make::Firefox).await
    }

    /// WebKitGTK, which fills a screen of its own.
    pub async fn webkit() -> Driver {
        let screen = Screen::start();
        let (process, port) = webkit::start(&screen).await;
        let make = Make::WebKit { _screen: screen };
        Driver::connect(process, port, webkit::capabilities(), make).await
    }

    async fn connect(process: Process, port: u16, wanted: Capabilities, make: Make) -> Driver {
        let address = format!("http://127.0.0.1:{port}");
        let driver = timeout(PATIENCE, thirtyfour::WebDriver::new(address, wanted)).await;
        let driver = driver
            .expect("the engine starts in time")
            .unwrap_or_else(|error| panic!("the engine does not start: {error}"));
        let patient = driver.set_script_timeout(PATIENCE).await;
        patient.expect("scripts may take their time");
        Driver {
            driver,
            make,
            _process: process,
        }
    }

    /// Sets the size of what shows the page, in CSS px.
    pub async fn resize(&mut self, width: u32, height: u32) {
        match self.make {
            Make::Firefox => self.resize_firefox(width, height).await,
            Make::WebKit { .. } => {
                let sized = self.driver.set_window_rect(0, 0, width, height).await;
                sized.expect("a window of that size");
            }
        }
    }

    pub async fn open(&mut self, site: &Site, address: &str) {
        if matches!(self.make, Make::WebKit { .. }) {
            webkit::watch(site);
        }
        let opened = self.driver.goto(address).await;
        opened.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Evaluates an expression.
    pub async fn eval(&mut self, expression: &str) -> Value {
        self.run(&format!("return ({expression});"), Vec::new())
            .await
            .json()
            .clone()
    }

    async fn run(&mut self, script: &str, arguments: Vec<Value>) -> ScriptRet {
        let returned = self.driver.execute(script, arguments).await;
        returned.unwrap_or_else(|error| panic!("{script}\n{error}"))
    }

    async fn element(&mut self, expression: &str) -> WebElement {
        let returned = self
            .run(&format!("return ({expression});"), Vec::new())
            .await;
        let element = returned.element();
        element.unwrap_or_else(|error| panic!("{expression} is no element: {error}"))
    }

    async fn tell(&mut self, method: Method, path: String, body: Option<Value>) -> Value {
        let other = Other { method, path, body };
        let shown = format!("{other:?}");
        let answer = self.driver.cmd(other).await;
        answer
            .and_then(|answer| answer.value_json())
            .unwrap_or_else(|error| panic!("{shown}: {error}"))
    }

    /// What assistive technology calls the element of an expression.
    pub async fn name(&mut self, element: &str) -> String {
        let element = self.element(element).await;
        let path = format!("element/{}/computedlabel", element.element_id());
        let name = self.tell(Method::GET, path, None).await;
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Brings an element to the middle of the window and clicks it.
    pub async fn click(&mut self, element: &str) {
        self.eval(&format!("({element}).scrollIntoView({{block: 'center'}})"))
            .await;
        let clicked = self.element(element).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{element} cannot be clicked: {error}"));
    }

    /// Presses a key where the focus is.
    pub async fn press(&mut self, key: Key) {
        let mut keys = self.driver.action_chain();
        if key == Key::BackTab {
            keys = keys.key_down(thirtyfour::Key::Shift);
        }
        keys = keys.send_keys(key.webdriver());
        if key == Key::BackTab {
            keys = keys.key_up(thirtyfour::Key::Shift);
        }
        keys.perform().await.expect("a key is pressed");
    }

    /// Types where the focus is.
    pub async fn write(&mut self, text: &str) {
        let keys = self.driver.action_chain().send_keys(text);
        keys.perform().await.expect("keys are pressed");
    }

    /// What is shown, as a PNG.
    pub async fn picture(&mut self) -> Vec<u8> {
        self.driver.screenshot_as_png().await.expect("a picture")
    }

    /// Errors of the page.
    pub async fn errors(&mut self, site: &Site) -> Vec<String> {
        let errors = match self.make {
            Make::Firefox => self.firefox_errors(&site.origin).await,
            Make::WebKit { .. } => self.eval(webkit::ERRORS).await,
        };
        serde_json::from_value(errors).expect("sentences")
    }

    pub async fn end(self) {
        self.driver.quit().await.expect("the engine ends");
    }
}

/// What a driver writes is read to its end, so that it can write.
fn drain(mut output: BufReader<ChildStdout>) {
    thread::spawn(move || io::copy(&mut output, &mut io::sink()));
}

/// Reads lines until one tells what is looked for.
fn find<T>(output: &mut BufReader<ChildStdout>, told: impl Fn(&str) -> Option<T>) -> Option<T> {
    let mut lines = output.lines().map_while(Result::ok);
    lines.find_map(|line| told(&line))
}
