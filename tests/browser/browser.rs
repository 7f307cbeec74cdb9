//! A real Chromium for each test, with a fresh profile, driven by a driver of
//! its own: whatever a test does, nothing outlives it.
//!
//! Knows WebDriver; knows nothing of tujie.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::PageLoadStrategy;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WindowHandle};
use tokio::time::{Instant, MissedTickBehavior, interval};

/// How long anything may take that a test waits for. Long, so that a busy
/// computer fails no test; a good page takes none of it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a condition is looked at.
const BEAT: Duration = Duration::from_millis(20);

/// Runs a test's story in a browser, ends the browser, and fails on errors in
/// its console that the story did not foresee.
pub fn browse(story: impl AsyncFnOnce(&Browser)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let browser = runtime.block_on(Browser::start());
    let told = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            story(&browser).await;
            browser.console_is_clean().await;
        });
    }));
    let ended = runtime.block_on(browser.end());
    if let Err(failure) = told {
        resume_unwind(failure);
    }
    ended.expect("the browser quits");
}

/// A browser with one window.
pub struct Browser {
    pub driver: WebDriver,
    _process: Process,
    /// What console messages may contain.
    foreseen: RefCell<Vec<&'static str>>,
}

/// The driver's process; ends with its owner. It may write as long as it lives.
struct Process {
    child: Child,
    output: BufReader<ChildStdout>,
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Browser {
    async fn start() -> Browser {
        let (process, port) = Process::start();
        let address = format!("http://127.0.0.1:{port}");
        let driver = WebDriver::new(address, capabilities().expect("capabilities"))
            .await
            .unwrap_or_else(|error| {
                panic!("Chromium does not start; `cargo xtask test` installs it: {error}")
            });
        let browser = Browser {
            driver,
            _process: process,
            foreseen: RefCell::default(),
        };
        browser.resize(1440, 900).await;
        browser
    }

    async fn end(self) -> WebDriverResult<()> {
        self.driver.quit().await
    }

    /// Goes to an address; returns when the page is parsed.
    pub async fn open(&self, address: &str) {
        self.driver
            .goto(address)
            .await
            .unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Sets the size of what shows the page, in CSS px.
    pub async fn resize(&self, width: u32, height: u32) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Sends a command of the DevTools protocol.
    pub async fn tell(&self, command: &str, parameters: Value) -> Value {
        self.driver
            .cdp()
            .send_raw(command, parameters)
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Runs a script in every document, before anything of its own; what it is
    /// called, to take it back.
    pub async fn before_scripts(&self, script: &str) -> String {
        let added = self
            .tell(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({"source": script}),
            )
            .await;
        added["identifier"].as_str().expect("a name").to_owned()
    }

    /// That script runs in no document from now on.
    pub async fn without_script(&self, name: &str) {
        self.tell(
            "Page.removeScriptToEvaluateOnNewDocument",
            json!({"identifier": name}),
        )
        .await;
    }

    /// Goes to a tab of its own, which knows nothing of what was done to others;
    /// the tab that it came from.
    pub async fn enter_tab(&self) -> WindowHandle {
        let first = self.driver.window().await.expect("a tab");
        let tab = self.driver.new_tab().await.expect("a new tab");
        let gone = self.driver.switch_to_window(tab).await;
        gone.expect("the new tab");
        self.resize(1440, 900).await;
        first
    }

    /// Closes the tab and goes back to the one before; nothing is foreseen any
    /// more.
    pub async fn leave_tab(&self, first: WindowHandle) {
        self.driver.close_window().await.expect("the tab closes");
        let back = self.driver.switch_to_window(first).await;
        back.expect("the tab before");
        self.console().await;
        self.foreseen.borrow_mut().clear();
    }

    /// Runs the body of a function and converts what it returns, or what the
    /// promise becomes that it returns.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let returned = self
            .driver
            .execute(script, arguments)
            .await
            .unwrap_or_else(|error| panic!("{script}\n{error}"));
        returned
            .convert()
            .unwrap_or_else(|error| panic!("{script}\nreturned {}: {error}", returned.json()))
    }

    /// Evaluates an expression.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> T {
        self.run(&format!("return ({expression});"), Vec::new())
            .await
    }

    /// Waits until an expression is true.
    pub async fn until(&self, expression: &str) {
        let deadline = Instant::now() + PATIENCE;
        let mut beat = interval(BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            beat.tick().await;
            if self.eval(expression).await {
                return;
            }
            if Instant::now() > deadline {
                let html: String = self
                    .eval("document.documentElement.cloneNode(false).outerHTML")
                    .await;
                let console = self.console().await;
                panic!("never came: {expression}\npage: {html}\nconsole: {console:#?}");
            }
        }
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: &Key) {
        let keys = self.driver.action_chain().send_keys(key.clone());
        keys.perform().await.expect("a key is pressed");
    }

    /// Presses Shift and Tab where the focus is.
    pub async fn press_back(&self) {
        let keys = self.driver.action_chain().key_down(Key::Shift);
        let keys = keys.send_keys(Key::Tab).key_up(Key::Shift);
        keys.perform().await.expect("keys are pressed");
    }

    /// The element of a tag that reads so and is shown.
    pub async fn named(&self, tag: &str, name: &str) -> WebElement {
        let path = format!("//{tag}[normalize-space()='{name}']");
        self.driver
            .query(By::XPath(path))
            .wait(PATIENCE, BEAT)
            .and_displayed()
            .first()
            .await
            .unwrap_or_else(|error| panic!("no {tag} shows “{name}”: {error}"))
    }

    /// Clicks the element of a tag that reads so.
    pub async fn click(&self, tag: &str, name: &str) {
        let element = self.named(tag, name).await;
        self.click_on(&element).await;
    }

    /// Brings an element to the middle of the window and clicks it.
    pub async fn click_on(&self, element: &WebElement) {
        let element_json = element.to_json().expect("a reference");
        self.run::<()>(
            "arguments[0].scrollIntoView({block: 'center'});",
            vec![element_json],
        )
        .await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("{element} cannot be clicked: {error}"));
    }

    /// Errors in the console may contain this.
    pub fn foresee(&self, words: &'static str) {
        self.foreseen.borrow_mut().push(words);
    }

    /// Nothing stands in the console but what was foreseen.
    pub async fn console_is_clean(&self) {
        let foreseen = self.foreseen.borrow().clone();
        let mut errors = self.console().await;
        errors.retain(|error| !foreseen.iter().any(|words| error.contains(words)));
        // A story's servers end with it; what a service worker fetches just then
        // is told as an error.
        errors.retain(|error| !error.contains("occurred when fetching the script"));
        assert!(errors.is_empty(), "the console says {errors:#?}");
    }

    /// Warnings and errors since the last call.
    async fn console(&self) -> Vec<String> {
        let entries = self.driver.browser_log().await.expect("the console");
        entries
            .into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"))
            .map(|entry| entry.message)
            .collect()
    }
}

impl Process {
    /// Starts a driver and learns its port. A driver takes one port on both
    /// loopback addresses and gives up where another program has one of them,
    /// as a test beside this one may: then there is another try.
    fn start() -> (Process, u16) {
        (0..5)
            .find_map(|_| Process::attempt())
            .expect("chromedriver tells its port")
    }

    fn attempt() -> Option<(Process, u16)> {
        let started = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = started.unwrap_or_else(|error| {
            panic!("chromedriver does not start; `cargo xtask test` installs it: {error}")
        });
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut process = Process { child, output };
        let mut lines = process.output.by_ref().lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let port = line.split_once("started successfully on port ")?.1;
            port.trim_end_matches('.').parse().ok()
        })?;
        Some((process, port))
    }
}

fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ] {
        wanted.add_arg(argument)?;
    }
    // A page is parsed long before all of a held back file has arrived.
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}
