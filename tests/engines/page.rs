//! The page in an engine, in the words of a story.

use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::devtools::DevTools;
use crate::engine::{Engine, installed};
use crate::key::Key;
use crate::server::{Fault, POLICY, Site};
use crate::webdriver::Driver;
use xtask::cache::CHROMIUM_2018;

/// How long anything may take that a story waits for. Long, so that a busy
/// computer fails no test; a good page takes none of it.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// How often a condition is looked at.
pub const BEAT: Duration = Duration::from_millis(20);

/// The built site, in an engine with one window.
pub struct Page {
    pub engine: Engine,
    pub site: Site,
    driven: Driven,
    /// What errors may contain.
    foreseen: Vec<&'static str>,
}

/// How the engine is driven.
enum Driven {
    DevTools(Box<DevTools>),
    Driver(Box<Driver>),
}

impl Page {
    pub async fn start(engine: Engine) -> Page {
        let driven = match engine {
            Engine::Chromium => DevTools::start("chromium".as_ref()).await.into(),
            Engine::ChromiumOf2018 => {
                let (package, version) = CHROMIUM_2018;
                let program = installed(package, version, "chromium");
                DevTools::start(program.as_os_str()).await.into()
            }
            Engine::FirefoxEsr => Driver::firefox().await.into(),
            Engine::WebKitGtk => Driver::webkit().await.into(),
        };
        let mut page = Page {
            engine,
            site: Site::built().await,
            driven,
            foreseen: Vec::new(),
        };
        if engine == Engine::ChromiumOf2018 {
            page.permit_wasm();
        }
        page.resize(1440, 900).await;
        page
    }

    /// Serves the page under a policy by which old engines run WASM. They do not
    /// know the word for that alone, and say so.
    fn permit_wasm(&mut self) {
        let policy = POLICY.replace("'wasm-unsafe-eval'", "'wasm-unsafe-eval' 'unsafe-eval'");
        self.site.fault("/index.html", Fault::Policy(policy));
        self.foresee("contains an invalid source: ''wasm-unsafe-eval''");
    }

    /// Opens the page at an address, which is what follows its `/`.
    pub async fn open(&mut self, rest: &str) {
        let address = self.site.page(rest);
        self.open_address(&address).await;
    }

    /// Opens whatever stands at an address.
    pub async fn open_address(&mut self, address: &str) {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.open(address).await,
            Driven::Driver(driven) => driven.open(&self.site, address).await,
        }
    }

    /// Opens the page and waits for the app to run.
    pub async fn open_live(&mut self, rest: &str) {
        self.open(rest).await;
        self.until("document.documentElement.dataset.tujie !== 'static'")
            .await;
        let state: Value = self.eval("({...document.documentElement.dataset})").await;
        assert_eq!(state["tujie"], "live", "{state}");
        // Then what is out of sight finds its place.
        self.until("document.documentElement.dataset.waits !== ''")
            .await;
    }

    /// Sets the size of what shows the page, in CSS px.
    pub async fn resize(&mut self, width: u32, height: u32) {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.resize(width, height).await,
            Driven::Driver(driven) => driven.resize(width, height).await,
        }
        self.until(&format!(
            "innerWidth === {width} && innerHeight === {height}"
        ))
        .await;
    }

    /// Evaluates an expression.
    pub async fn eval<T: DeserializeOwned>(&mut self, expression: &str) -> T {
        let value = match &mut self.driven {
            Driven::DevTools(driven) => driven.eval(expression).await,
            Driven::Driver(driven) => driven.eval(expression).await,
        };
        serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("{expression}\nis {value}: {error}"))
    }

    /// Waits until an expression is true.
    pub async fn until(&mut self, expression: &str) {
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
                let errors = self.errors().await;
                panic!("never came: {expression}\npage: {html}\nerrors: {errors:#?}");
            }
        }
    }

    /// What assistive technology calls the element of an expression.
    pub async fn name(&mut self, element: &str) -> String {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.name(element).await,
            Driven::Driver(driven) => driven.name(element).await,
        }
    }

    /// Brings the element of an expression to the middle of the window and
    /// clicks it.
    pub async fn click(&mut self, element: &str) {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.click(element).await,
            Driven::Driver(driven) => driven.click(element).await,
        }
    }

    /// Presses a key where the focus is.
    pub async fn press(&mut self, key: Key) {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.press(key).await,
            Driven::Driver(driven) => driven.press(key).await,
        }
    }

    /// Types where the focus is.
    pub async fn write(&mut self, text: &str) {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.write(text).await,
            Driven::Driver(driven) => driven.write(text).await,
        }
    }

    /// What is shown, as a PNG.
    pub async fn picture(&mut self) -> Vec<u8> {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.picture().await,
            Driven::Driver(driven) => driven.picture().await,
        }
    }

    /// Errors may contain this.
    pub fn foresee(&mut self, words: &'static str) {
        self.foreseen.push(words);
    }

    /// Errors of the page, as far as the engine tells.
    async fn errors(&mut self) -> Vec<String> {
        match &mut self.driven {
            Driven::DevTools(driven) => driven.errors().await,
            Driven::Driver(driven) => driven.errors(&self.site).await,
        }
    }

    /// Fails on errors that the story did not foresee.
    pub async fn is_without_errors(&mut self) {
        let mut errors = self.errors().await;
        errors.retain(|error| !self.foreseen.iter().any(|words| error.contains(words)));
        assert!(errors.is_empty(), "the page has errors: {errors:#?}");
    }

    pub async fn end(self) {
        match self.driven {
            Driven::DevTools(driven) => driven.end().await,
            Driven::Driver(driven) => driven.end().await,
        }
    }
}

impl From<DevTools> for Driven {
    fn from(driven: DevTools) -> Driven {
        Driven::DevTools(Box::new(driven))
    }
}

impl From<Driver> for Driven {
    fn from(driven: Driver) -> Driven {
        Driven::Driver(Box::new(driven))
    }
}

/// An expression for the element of a tag that reads so and takes up room.
pub fn named(tag: &str, name: &str) -> String {
    format!(
        "Array.from(document.querySelectorAll('{tag}')).find((one) =>
            one.textContent.trim() === '{name}' && one.getClientRects().length > 0)"
    )
}
