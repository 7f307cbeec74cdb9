//! A real Chromium for each test, as if it were started for it: a context and a
//! driver's session of its own in a program that is kept for the next. What a story
//! leaves behind ends with its context, its window or its session; a program whose
//! story failed is not used again.
//!
//! Knows WebDriver; knows nothing of tujie.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::PageLoadStrategy;
use thirtyfour::prelude::*;
use thirtyfour::{ChromeCapabilities, LoggingPrefsLogLevel, WindowHandle};
use tokio::sync::Mutex;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use self::chromium::Chromium;

#[path = "browser/chromium.rs"]
mod chromium;
#[path = "../pipe.rs"]
mod pipe;

/// How long anything may take that a test waits for. Long, so that a busy
/// computer fails no test; a good page takes none of it.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a whole story may take, before it counts as one that hangs.
const LONGEST: Duration = Duration::from_secs(10 * 60);

/// How often a condition is looked at.
const BEAT: Duration = Duration::from_millis(20);

/// Runs a test's story in a context of its own, ends that, and fails on errors in
/// the console that the story did not foresee.
pub fn browse(story: impl AsyncFnOnce(&Browser)) {
    tell(false, async |browser| {
        let told = timeout(LONGEST, story(browser)).await;
        told.unwrap_or_else(|_| panic!("the story took longer than {LONGEST:?}"));
    });
}

/// Runs a test's story, however long it takes, in a Chromium of its own: one that
/// nobody used before, outside of any context, which Chromium takes for a private
/// window.
pub fn browse_alone(story: impl AsyncFnOnce(&Browser)) {
    tell(true, story);
}

fn tell(alone: bool, story: impl AsyncFnOnce(&Browser)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let browser = runtime.block_on(Browser::start(alone));
    let told = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            story(&browser).await;
            browser.console_is_clean().await;
        });
    }));
    match told {
        Ok(()) => runtime.block_on(browser.end()),
        Err(failure) => {
            runtime.block_on(browser.abandon());
            resume_unwind(failure);
        }
    }
}

/// A browser with one window.
pub struct Browser {
    pub driver: WebDriver,
    chromium: Mutex<Chromium>,
    /// Which context of the program it is, unless it has the program alone.
    context: Option<String>,
    /// What console messages may contain.
    foreseen: RefCell<Vec<&'static str>>,
}

impl Browser {
    async fn start(alone: bool) -> Browser {
        let mut chromium = match alone {
            true => Chromium::start().await,
            false => Chromium::take().await,
        };
        let context = match alone {
            true => None,
            false => Some(chromium.context().await),
        };
        chromium.window(context.as_deref()).await;
        let wanted = capabilities(chromium.debugger()).expect("capabilities");
        let driver = WebDriver::new(chromium.driver(), wanted)
            .await
            .unwrap_or_else(|error| panic!("the driver finds no Chromium: {error}"));
        let browser = Browser {
            driver,
            chromium: Mutex::new(chromium),
            context,
            foreseen: RefCell::default(),
        };
        browser.resize(1440, 900).await;
        browser
    }

    /// Ends what was the story's; the program waits for the next.
    async fn end(self) {
        let left = self.driver.quit().await;
        left.expect("the driver lets the browser go");
        let mut chromium = self.chromium.into_inner();
        match self.context {
            Some(context) => {
                chromium.dispose(&context).await;
                chromium.give_back();
            }
            None => chromium.end(),
        }
    }

    /// Ends the program, too, whatever has become of it.
    async fn abandon(self) {
        drop(self.chromium);
        // There is nobody to answer any more.
        let _ = self.driver.quit().await;
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

    /// Saves what is downloaded from now on into a folder.
    pub async fn save_into(&self, folder: &Path) {
        let mut allowed = json!({"behavior": "allow", "downloadPath": folder});
        if let Some(context) = self.context() {
            allowed["browserContextId"] = json!(context);
        }
        let mut chromium = self.chromium.lock().await;
        chromium.tell("Browser.setDownloadBehavior", allowed).await;
    }

    /// What tells this program from others that are running.
    #[allow(dead_code, reason = "only the browser's own tests ask")]
    pub async fn program(&self) -> String {
        self.chromium.lock().await.debugger().to_owned()
    }

    /// Ends the program in the midst of a story.
    #[allow(dead_code, reason = "only the browser's own tests do so")]
    pub async fn crash(&self) {
        self.chromium.lock().await.crash().await;
    }

    fn context(&self) -> Option<&str> {
        self.context.as_deref()
    }

    /// Goes to a tab of its own, which knows nothing of what was done to others;
    /// the tab that it came from.
    pub async fn enter_tab(&self) -> WindowHandle {
        let first = self.driver.window().await.expect("a tab");
        let tab = self.chromium.lock().await.window(self.context()).await;
        let gone = self.driver.switch_to_window(tab.into()).await;
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

    /// Calls the function that a script consists of, with no semicolon behind it, and converts what it
    /// returns, or what the promise becomes that it returns.
    pub async fn call<T: DeserializeOwned>(&self, function: &str, arguments: Vec<Value>) -> T {
        self.run(&format!("return ({function})(...arguments);"), arguments)
            .await
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

    /// Writes a letter where the focus is.
    pub async fn press_letter(&self, letter: char) {
        let keys = self.driver.action_chain().send_keys(letter.to_string());
        keys.perform().await.expect("a letter is written");
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
        // So is what a page has yet to fetch: a server that is there refuses nobody.
        errors.retain(|error| !error.contains("net::ERR_CONNECTION_REFUSED"));
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

/// What a session asks of a Chromium that runs already.
fn capabilities(debugger: &str) -> WebDriverResult<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    wanted.set_debugger_address(debugger)?;
    // A page is parsed long before all of a held back file has arrived.
    wanted.set_page_load_strategy(PageLoadStrategy::Eager)?;
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}
