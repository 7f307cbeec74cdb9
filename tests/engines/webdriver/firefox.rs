//! Firefox: its driver, and what its own scripts can do that a page's cannot.

use std::env;
use std::io::BufReader;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::{Capabilities, DesiredCapabilities};

use super::{Driver, drain, find};
use crate::engine::installed;
use crate::process::Process;
use xtask::cache::GECKODRIVER;

/// Errors in the console that a page of this origin made (nsIScriptError, of
/// which 1 marks warnings).
const ERRORS: &str = "
    const [origin] = arguments;
    return Services.console.getMessageArray()
        .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & 1))
        .filter(({sourceName}) => sourceName.startsWith(origin))
        .map(({category, errorMessage}) => `${category}: ${errorMessage}`);";

/// Gives the page a size that its window cannot have.
const SIZE: &str = "
    const [width, height] = arguments;
    const {style} = gBrowser.selectedBrowser;
    style.minWidth = style.maxWidth = `${width}px`;
    style.minHeight = style.maxHeight = `${height}px`;";

/// Starts the driver and learns its port.
pub fn start() -> (Process, u16) {
    let program = installed("geckodriver", GECKODRIVER, "bin/geckodriver");
    let mut process = Process::start(
        Command::new(program)
            .args(["--port", "0", "--allow-system-access"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut output = BufReader::new(process.0.stdout.take().expect("a pipe"));
    let port = find(&mut output, |line| {
        line.rsplit_once("Listening on 127.0.0.1:")?.1.parse().ok()
    });
    drain(output);
    (process, port.expect("geckodriver tells its port"))
}

pub fn capabilities() -> Capabilities {
    let mut wanted = DesiredCapabilities::firefox();
    let path = env::var_os("PATH").unwrap_or_default();
    let program: PathBuf = env::split_paths(&path)
        .map(|folder| folder.join("firefox-esr"))
        .find(|path| path.is_file())
        .expect("firefox-esr is on PATH; `cargo xtask test` installs it");
    let program = program.to_str().expect("a readable path");
    wanted.set_firefox_binary(program).expect("a capability");
    wanted.set_headless().expect("a capability");
    wanted.into()
}

impl Driver {
    pub(super) async fn resize_firefox(&mut self, width: u32, height: u32) {
        let sized = self.driver.set_window_rect(0, 0, width, height + 200).await;
        sized.expect("a window of about that size");
        self.run_in_browser(SIZE, vec![json!(width), json!(height)])
            .await;
    }

    pub(super) async fn firefox_errors(&mut self, origin: &str) -> Value {
        self.run_in_browser(ERRORS, vec![json!(origin)]).await
    }

    /// Runs a script among the browser's own.
    async fn run_in_browser(&mut self, script: &str, arguments: Vec<Value>) -> Value {
        self.enter("chrome").await;
        let returned = self.run(script, arguments).await.json().clone();
        self.enter("content").await;
        returned
    }

    async fn enter(&mut self, context: &str) {
        let context = json!({"context": context});
        self.tell(Method::POST, "moz/context".to_owned(), Some(context))
            .await;
    }
}
