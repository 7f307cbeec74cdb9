//! A row of the matrix, and walking it: one fault, from its beginning to the
//! page that is whole again.

use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures_util::FutureExt;

use crate::browser::Browser;
use crate::server::{Fault, Gate, POLICY, Site};

/// A file of the site, by the path it has there.
pub type File = fn(&Site) -> String;

pub const WASM: File = Site::wasm;
pub const GLUE: File = Site::glue;
pub const WRITER: File = |site| site.path("writer_bg-", ".wasm");
pub const WRITER_GLUE: File = |site| site.path("writer-", ".js");
pub const LOADER: File = |site| site.path("loader-", ".js");
pub const OPTIONS: File = |site| site.path("options-", ".js");
pub const STYLE: File = |site| site.path("style-", ".css");
pub const DATA: File = |_| "/data/report.json".to_owned();
const PAGE: &str = "/index.html";

/// What happens to a page or to its site.
pub type Deed = for<'a> fn(&'a Browser, &'a mut Site) -> Done<'a>;
pub type Done<'a> = Pin<Box<dyn Future<Output = ()> + 'a>>;

/// A fault, and what becomes of the page.
pub struct Row {
    pub what: &'static str,
    how: How,
    state: &'static str,
    offers: Offers,
    mends: Mends,
}

/// How a fault comes about.
pub enum How {
    /// A file is served so.
    Served(File, Vec<Fault>),
    /// A file, or its second half, is held back, and the timer of so many
    /// milliseconds that waits for it runs out at once.
    Held(File, fn(&Site, &str) -> Gate, u32),
    /// The site has another report than its page was made of, and then that.
    Other(Box<How>),
    /// The page's policy has something else in place of this.
    Policy(&'static str, &'static str),
    /// A script runs before any of the page's.
    Script(&'static str),
    /// Something happens once the page is there, the app still on its way.
    Early(Deed),
    /// Something happens once the app runs.
    Late(Deed),
    /// Something happens once the site is kept; then the page is loaded again.
    Again(Deed),
}

/// What the notice offers.
#[derive(Clone, Copy)]
pub enum Offers {
    /// There is no notice.
    Silence,
    /// To put it away.
    Words,
    /// To try again as well.
    Retry,
}

/// What makes the page whole.
#[derive(Clone, Copy)]
pub enum Mends {
    /// It needs nothing.
    Nothing,
    /// 重试, though the fault lasts.
    AtOnce,
    /// 重试 once the fault is lifted, on the page as it stands; before it is
    /// tried in vain.
    InPlace,
    /// 重试 once the fault is lifted, which loads the page anew.
    Anew,
    /// Loading the page anew once the fault is lifted.
    Reload,
}

pub fn row(what: &'static str, how: How, state: &'static str, offers: Offers, mends: Mends) -> Row {
    Row {
        what,
        how,
        state,
        offers,
        mends,
    }
}

pub fn served<const N: usize>(file: File, faults: [Fault; N]) -> How {
    How::Served(file, faults.into())
}

/// Nothing comes of a file.
pub fn none(file: File, patience: u32) -> How {
    How::Held(file, Site::hold, patience)
}

/// No more than half comes of a file.
pub fn half(file: File, patience: u32) -> How {
    How::Held(file, Site::stall, patience)
}

/// Timers run out at once only when the app has come, which has as much time.
const ONCE_THERE_IS_THE_APP: &str = "
    window.hasty = false;
    Object.defineProperty(window, 'tujieApp', {configurable: true, set(value) {
        Object.defineProperty(window, 'tujieApp', {value, configurable: true, writable: true});
        window.hasty = true;
    }});";

/// The writer is needed, and then this goes wrong.
pub fn other(how: How) -> How {
    How::Other(Box::new(how))
}

/// Walks a row in a tab of its own. Whether all was as it should be; what was
/// not is told by the panic it led to.
pub async fn walk(browser: &Browser, row: &Row) -> bool {
    eprintln!("· {}", row.what);
    let first = browser.enter_tab().await;
    let walked = AssertUnwindSafe(row.walk(browser)).catch_unwind().await;
    browser.leave_tab(first).await;
    walked.is_ok()
}

/// What is still wrong, to be lifted.
#[derive(Default)]
struct Wrong {
    gate: Option<Gate>,
    script: Option<String>,
    hasty: bool,
}

impl Row {
    async fn walk(&self, browser: &Browser) {
        let site = &mut Site::built().await;
        let wrong = self.begin(browser, site).await;
        self.settle(browser).await;
        self.good(browser).await;
        self.mend(browser, site, wrong).await;
        browser.console_is_clean().await;
    }

    /// Opens the page, with the fault.
    async fn begin(&self, browser: &Browser, site: &mut Site) -> Wrong {
        let mut wrong = Wrong::default();
        let how = match &self.how {
            How::Other(how) => {
                put_up_another(site);
                how
            }
            how => how,
        };
        match how {
            How::Other(_) => panic!("one report is another already"),
            How::Served(file, faults) => {
                browser.foresee_missing_files();
                let path = file(site);
                for fault in faults {
                    site.fault(&path, fault.clone());
                }
                browser.open(&site.page("")).await;
            }
            How::Held(file, hold, patience) => {
                wrong.gate = Some(hold(site, &file(site)));
                wrong.script = Some(browser.hasten(*patience).await);
                if let How::Other(_) = self.how {
                    browser.before_scripts(ONCE_THERE_IS_THE_APP).await;
                }
                wrong.hasty = true;
                // A script that comes late, after another took its place, runs all
                // the same, and says what it finds there already.
                browser.foresee("has already been declared");
                browser.open(&site.page("")).await;
            }
            How::Policy(of, instead) => {
                browser.foresee("Content Security Policy");
                let policy = POLICY.replace(of, instead);
                assert_ne!(policy, POLICY);
                site.fault(PAGE, Fault::Policy(policy));
                browser.open(&site.page("")).await;
            }
            How::Script(script) => {
                browser.foresee("refused");
                wrong.script = Some(browser.before_scripts(script).await);
                browser.open(&site.page("")).await;
            }
            How::Early(deed) => {
                let gate = site.hold(&site.wasm());
                browser.open(&site.page("")).await;
                deed(browser, site).await;
                gate.open();
            }
            How::Late(deed) => {
                browser.open(&site.page("")).await;
                browser.until_live().await;
                deed(browser, site).await;
            }
            How::Again(deed) => {
                browser.open(&site.page("")).await;
                browser.until_live().await;
                browser.until_kept(site).await;
                deed(browser, site).await;
                browser.reload().await;
            }
        }
        if self.state == "failed panic" {
            browser.foresee("unreachable");
        }
        wrong
    }

    /// Waits until the page has come to its state.
    async fn settle(&self, browser: &Browser) {
        let state = self.state;
        if state == "static" {
            browser.until("document.readyState === 'complete'").await;
        } else {
            browser
                .until("document.documentElement.dataset.tujie !== 'static'")
                .await;
        }
        assert_eq!(browser.state().await, state);
        let wanted: &[&str] = match self.offers {
            Offers::Silence => &[],
            Offers::Words => &["关闭"],
            Offers::Retry => &["重试", "关闭"],
        };
        let offered: Vec<String> = browser
            .eval("[...document.querySelectorAll('#notice button')].map((one) => one.textContent)")
            .await;
        assert_eq!(offered, wanted, "what the notice offers");
    }

    /// What holds in every state.
    async fn good(&self, browser: &Browser) {
        match self.state.split_once(' ') {
            Some((_, reason)) => browser.until_failed(reason).await,
            None if self.state == "live" => {
                browser.until_live().await;
                browser.reads_with_the_app().await;
            }
            None => browser.reads_without_the_app().await,
        }
        browser.nothing_turns().await;
    }

    async fn mend(&self, browser: &Browser, site: &Site, wrong: Wrong) {
        match self.mends {
            Mends::Nothing => {
                if let Offers::Words = self.offers {
                    browser.click("button", "关闭").await;
                    browser.notice_is_gone().await;
                }
                return;
            }
            Mends::AtOnce => browser.retry_here().await,
            Mends::InPlace => {
                browser.click("button", "重试").await;
                browser
                    .until("document.querySelector('#notice button') !== null")
                    .await;
                self.settle(browser).await;
                self.lift(browser, site, wrong).await;
                browser.retry_here().await;
            }
            Mends::Anew => {
                self.lift(browser, site, wrong).await;
                browser.mark_page().await;
                browser.click("button", "重试").await;
                browser.until("!('marked' in window)").await;
            }
            Mends::Reload => {
                self.lift(browser, site, wrong).await;
                browser.reload().await;
            }
        }
        browser.until_live().await;
        browser.notice_is_gone().await;
        browser.reads_with_the_app().await;
    }

    async fn lift(&self, browser: &Browser, site: &Site, wrong: Wrong) {
        site.heal();
        if let How::Other(_) = self.how {
            put_up_another(site);
        }
        browser.run::<()>("window.lifted = true;", Vec::new()).await;
        if let Some(gate) = wrong.gate {
            gate.open();
        }
        if let Some(script) = wrong.script {
            browser.without_script(&script).await;
        }
        if wrong.hasty {
            browser.unhasten().await;
        }
    }
}

/// A report with all that the page says, and more.
fn put_up_another(site: &Site) {
    let mut report = super::report();
    let preface = report["preface"]["text"].as_str().expect("a preface");
    report["preface"]["text"] = format!("{preface}（更正）").into();
    site.fault(&DATA(site), Fault::Bytes(report.to_string().into_bytes()));
}

impl Browser {
    /// This very page can be told from the one that comes when it is loaded anew.
    async fn mark_page(&self) {
        self.run::<()>("window.marked = true;", Vec::new()).await;
    }

    /// 重试 brings the page to life as it stands.
    async fn retry_here(&self) {
        self.mark_page().await;
        self.click("button", "重试").await;
        self.until("document.documentElement.dataset.tujie === 'live'")
            .await;
        let same: bool = self.eval("'marked' in window").await;
        assert!(same, "the page was loaded anew");
    }

    /// Nothing tells that the reader has to wait.
    async fn nothing_turns(&self) {
        let turning: Vec<String> = self
            .eval(
                "[
                    ...document.querySelectorAll('[aria-busy=true], [role=progressbar], progress'),
                    ...document.getAnimations()
                        .filter(({effect}) => effect.getTiming().iterations === Infinity)
                        .map(({effect}) => effect.target),
                ].map((one) => one.outerHTML)",
            )
            .await;
        assert_eq!(turning, [""; 0], "what turns without end");
    }
}
