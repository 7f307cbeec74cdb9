//! The engines, and a story told in each.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;

use crate::page::Page;
use xtask::cache;

/// An engine of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// The system's Chromium.
    Chromium,
    /// Chromium 72, which is what many WebViews of then still are.
    ChromiumOf2018,
    FirefoxEsr,
    WebKitGtk,
}

/// Makes a story a test of each engine.
macro_rules! in_every_engine {
    ($story:ident) => {
        mod $story {
            use crate::engine::{Engine, tell};

            #[test]
            fn chromium() {
                tell(Engine::Chromium, super::$story);
            }

            #[test]
            fn chromium_of_2018() {
                tell(Engine::ChromiumOf2018, super::$story);
            }

            #[test]
            fn firefox_esr() {
                tell(Engine::FirefoxEsr, super::$story);
            }

            #[test]
            fn webkitgtk() {
                tell(Engine::WebKitGtk, super::$story);
            }
        }
    };
}
pub(crate) use in_every_engine;

/// Tells a story in an engine, ends the engine, and fails on errors of the page
/// that the story did not foresee.
pub fn tell(engine: Engine, story: impl AsyncFnOnce(&mut Page)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let mut page = runtime.block_on(Page::start(engine));
    let told = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            story(&mut page).await;
            page.is_without_errors().await;
        });
    }));
    runtime.block_on(page.end());
    if let Err(failure) = told {
        resume_unwind(failure);
    }
}

impl Engine {
    /// For names of files.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::ChromiumOf2018 => "chromium-2018",
            Engine::FirefoxEsr => "firefox-esr",
            Engine::WebKitGtk => "webkitgtk",
        }
    }
}

/// A file of a package that `cargo xtask test` keeps beside the checkout.
pub fn installed(package: &str, version: &str, file: &str) -> PathBuf {
    let cache = cache::folder().expect("a home folder");
    let path = cache::of(&cache, package, version).join(file);
    assert!(
        path.is_file(),
        "{} is missing; `cargo xtask test` installs it",
        path.display()
    );
    path
}
