//! One Chromium for many stories, and a context of its own for each: cookies,
//! storage, service workers and permissions are the context's and go with it.
//!
//! Knows how the program is started and ended, and who has it; knows nothing of what
//! a story does.

use std::collections::HashSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio, id};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use tokio::time::{interval, timeout};

use super::pipe::Pipe;
use super::{BEAT, PATIENCE};

/// Starts a driver, which tells its port on our third stream, and a Chromium, which
/// has its pipe for input and output. Chromium ends when the pipe does; then the
/// driver is ended and the profile removed, even where the tests were killed.
const START: &str = r#"
    profile=$1
    shift
    chromedriver --port=0 >&2 2>/dev/null &
    driver=$!
    exec 2>/dev/null
    chromium "$@" --user-data-dir="$profile" 3<&0 4>&1 </dev/null >/dev/null
    kill "$driver"
    rm -rf -- "$profile"
"#;

/// What a driver would ask for that starts a Chromium itself, as far as pages and
/// their times depend on it; and nothing that asks other hosts.
const ARGUMENTS: [&str; 23] = [
    "--allow-pre-commit-input",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-features=IgnoreDuplicateNavs,Prewarm",
    "--disable-gpu",
    "--disable-hang-monitor",
    "--disable-popup-blocking",
    "--disable-prompt-on-repost",
    "--disable-quic",
    "--disable-sync",
    "--enable-automation",
    "--headless",
    "--no-first-run",
    "--no-sandbox",
    "--no-startup-window",
    "--password-store=basic",
    "--remote-debugging-pipe",
    "--remote-debugging-port=0",
    "--test-type=webdriver",
];

/// Those that wait for a story: as many as stories are told at once.
static IDLE: Mutex<Vec<Chromium>> = Mutex::new(Vec::new());

/// Counts the profiles of this process.
static MADE: AtomicUsize = AtomicUsize::new(0);

/// A Chromium and its driver. Killed when dropped, for who drops it does not know
/// what has become of it.
pub struct Chromium {
    pipe: Option<Pipe>,
    /// The shell that started them, first in its group.
    shell: Child,
    /// The driver may write as long as it lives.
    _driver: BufReader<ChildStderr>,
    driver: u16,
    /// Where a driver finds the program.
    debugger: String,
    profile: PathBuf,
}

impl Chromium {
    /// One that waits and still answers, or else a new one.
    pub async fn take() -> Chromium {
        while let Some(mut chromium) = Chromium::idle() {
            if chromium.ask("Browser.getVersion", json!({})).await.is_ok() {
                return chromium;
            }
        }
        Chromium::start().await
    }

    fn idle() -> Option<Chromium> {
        IDLE.lock().expect("nobody panics holding this").pop()
    }

    /// It is as it was, and waits for the next story.
    pub fn give_back(self) {
        IDLE.lock().expect("nobody panics holding this").push(self);
    }

    /// A driver takes one port on both loopback addresses and gives up where another
    /// program has one of them, as a test beside this one may: then there is another
    /// try.
    pub async fn start() -> Chromium {
        for _ in 0..5 {
            if let Some(chromium) = Chromium::attempt().await {
                return chromium;
            }
        }
        panic!("chromedriver tells no port; `cargo xtask test` installs it");
    }

    async fn attempt() -> Option<Chromium> {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("tujie-chromium-{}-{number}", id()));
        let started = Command::new("sh")
            .args(["-c", START, "sh"])
            .arg(&profile)
            .args(ARGUMENTS)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn();
        let mut shell = started.expect("a shell");
        let pipe = Pipe::of(&mut shell);
        let mut chromium = Chromium {
            pipe: Some(pipe),
            _driver: BufReader::new(shell.stderr.take().expect("a pipe")),
            shell,
            driver: 0,
            debugger: String::new(),
            profile,
        };
        chromium.driver = port(&mut chromium._driver)?;
        chromium.tell("Browser.getVersion", json!({})).await;
        chromium.debugger = format!("127.0.0.1:{}", debugger(&chromium.profile).await);
        Some(chromium)
    }

    /// The driver's address.
    pub fn driver(&self) -> String {
        format!("http://127.0.0.1:{}", self.driver)
    }

    /// The address by which a driver finds the program.
    pub fn debugger(&self) -> &str {
        &self.debugger
    }

    /// Sends a command to the program.
    pub async fn tell(&mut self, command: &str, parameters: Value) -> Value {
        let answer = self.ask(command, parameters).await;
        answer.unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Sends a command to the program, which may not be there any more.
    async fn ask(&mut self, command: &str, parameters: Value) -> Result<Value, String> {
        let pipe = self.pipe.as_mut().expect("a pipe until the end");
        let sent = pipe.send(None, command, parameters);
        let sent = sent.map_err(|error| error.to_string())?;
        let answered = timeout(PATIENCE, async {
            loop {
                let message = pipe.receive().await;
                let mut message = message.ok_or("Chromium has ended")?;
                if message["id"] == sent {
                    return match message.get("error") {
                        Some(error) => Err(error.to_string()),
                        None => Ok(message["result"].take()),
                    };
                }
            }
        });
        answered.await.unwrap_or(Err("no answer".to_owned()))
    }

    /// Ends the program as a fault of its own would.
    #[allow(dead_code, reason = "only the browser's own tests do so")]
    pub async fn crash(&mut self) {
        let answer = self.ask("Browser.crash", json!({})).await;
        assert!(answer.is_err(), "Chromium goes on: {answer:?}");
    }

    /// Opens a window, in a context or in the one that the program starts with.
    pub async fn window(&mut self, context: Option<&str>) -> String {
        let mut asked = json!({"url": "about:blank", "newWindow": true});
        if let Some(context) = context {
            asked["browserContextId"] = json!(context);
        }
        let made = self.tell("Target.createTarget", asked).await;
        made["targetId"].as_str().expect("a window").to_owned()
    }

    /// Makes a context that knows nothing of any other.
    pub async fn context(&mut self) -> String {
        let made = self.tell("Target.createBrowserContext", json!({})).await;
        let context = made["browserContextId"].as_str();
        context.expect("a context").to_owned()
    }

    /// Ends a context and all that is in it.
    pub async fn dispose(&mut self, context: &str) {
        let disposed = json!({"browserContextId": context});
        self.tell("Target.disposeBrowserContext", disposed).await;
        // A window goes a moment later than its context.
        let mut beat = interval(BEAT);
        let gone = timeout(PATIENCE, async {
            while !self.windows(context).await.is_empty() {
                beat.tick().await;
            }
        });
        gone.await.expect("the windows close");
    }

    /// The pages and workers of a context.
    pub async fn windows(&mut self, context: &str) -> HashSet<String> {
        let found = self.tell("Target.getTargets", json!({})).await;
        let found = found["targetInfos"].as_array().cloned().unwrap_or_default();
        let ours = found
            .iter()
            .filter(|target| target["browserContextId"] == context);
        ours.map(|target| target["targetId"].to_string()).collect()
    }

    /// Ends the program, and fails where it does not end by itself.
    pub fn end(mut self) {
        self.pipe = None;
        self.shell.wait().expect("Chromium ends");
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        if let Ok(Some(_)) = self.shell.try_wait() {
            return;
        }
        let group = format!("kill -s KILL -- -{}", self.shell.id());
        let _ = Command::new("sh").args(["-c", &group]).status();
        let _ = self.shell.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// The port that a driver tells.
fn port(driver: &mut BufReader<ChildStderr>) -> Option<u16> {
    let mut lines = driver.lines().map_while(Result::ok);
    lines.find_map(|line| {
        let port = line.split_once("started successfully on port ")?.1;
        port.trim_end_matches('.').parse().ok()
    })
}

/// The port that Chromium writes into its profile.
async fn debugger(profile: &Path) -> u16 {
    let file = profile.join("DevToolsActivePort");
    let mut beat = interval(BEAT);
    let told = timeout(PATIENCE, async {
        loop {
            beat.tick().await;
            let told = fs::read_to_string(&file).unwrap_or_default();
            if let Some((port, _)) = told.split_once('\n') {
                return port.parse().expect("a port");
            }
        }
    });
    told.await.expect("Chromium tells its port")
}
