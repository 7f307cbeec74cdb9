//! Chromium, without a driver: the DevTools protocol through a pipe, which new
//! and old ones speak alike. Messages are JSON, each with a zero behind it.
//!
//! Knows the protocol; knows nothing of tujie.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::time::timeout;

use crate::folder::Folder;
use crate::key::Key;
use crate::page::PATIENCE;
use crate::process::Process;

/// Chromium reads commands from the descriptor 3 and writes to 4, which a shell
/// makes of what we can give a program: its input and its output.
const PIPED: &str = r#"exec "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#;

/// A browser with one window.
pub struct DevTools {
    process: Process,
    input: ChildStdin,
    messages: UnboundedReceiver<Value>,
    /// How many commands were sent.
    sent: u64,
    /// How many documents were parsed.
    parsed: usize,
    /// The window's, once there is one.
    session: Option<String>,
    /// Warnings and errors so far.
    console: Vec<String>,
    _profile: Folder,
}

impl DevTools {
    pub async fn start(program: &OsStr) -> DevTools {
        let profile = Folder::new();
        let mut process = Process::start(
            Command::new("sh")
                .args(["-c", PIPED, "sh"])
                .arg(program)
                .args(["--headless", "--no-sandbox", "--disable-gpu"])
                .args(["--disable-quic", "--no-first-run", "--disable-sync"])
                .args(["--disable-background-networking"])
                .args(["--disable-component-update", "--remote-debugging-pipe"])
                .arg(format!("--user-data-dir={}", profile.path().display()))
                .arg("about:blank")
                .stdin(Stdio::piped())
                .stdout(Stdio::piped()),
        );
        let input = process.0.stdin.take().expect("a pipe");
        let output = process.0.stdout.take().expect("a pipe");
        let mut browser = DevTools {
            process,
            input,
            messages: read(output),
            sent: 0,
            parsed: 0,
            session: None,
            console: Vec::new(),
            _profile: profile,
        };
        browser.attach().await;
        browser
    }

    /// Opens a window and listens to its console.
    async fn attach(&mut self) {
        let blank = json!({"url": "about:blank"});
        let mut window = self.tell("Target.createTarget", blank).await;
        window["flatten"] = json!(true);
        let attached = self.tell("Target.attachToTarget", window).await;
        let session = attached["sessionId"].as_str().expect("a session");
        self.session = Some(session.to_owned());
        for domain in ["Page", "Runtime", "Log", "Accessibility"] {
            self.tell(&format!("{domain}.enable"), json!({})).await;
        }
    }

    /// Sends a command and takes up what comes until it is answered.
    async fn tell(&mut self, command: &str, parameters: Value) -> Value {
        self.sent += 1;
        let mut message = json!({"id": self.sent, "method": command, "params": parameters});
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).expect("Chromium listens");
        loop {
            let mut message = self.receive(command).await;
            if message["id"] == self.sent {
                let error = message.get("error");
                assert!(error.is_none(), "{command}: {error:?}");
                return message["result"].take();
            }
        }
    }

    /// The next answer or event.
    async fn receive(&mut self, command: &str) -> Value {
        let message = timeout(PATIENCE, self.messages.recv()).await;
        let message = message.unwrap_or_else(|_| panic!("no answer to {command}"));
        let message = message.unwrap_or_else(|| panic!("Chromium ended at {command}"));
        self.parsed += usize::from(message["method"] == "Page.domContentEventFired");
        self.console.extend(complaint(&message));
        message
    }

    /// Sets the size of what shows the page, in CSS px.
    pub async fn resize(&mut self, width: u32, height: u32) {
        let size =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.tell("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Goes to an address; returns when the page is parsed.
    pub async fn open(&mut self, address: &str) {
        let before = self.parsed;
        let command = "Page.navigate";
        self.tell(command, json!({"url": address})).await;
        while self.parsed == before {
            self.receive(command).await;
        }
    }

    /// Evaluates an expression.
    pub async fn eval(&mut self, expression: &str) -> Value {
        self.evaluate(expression, true).await["value"].take()
    }

    /// Evaluates to a value, or to a reference.
    async fn evaluate(&mut self, expression: &str, value: bool) -> Value {
        let asked = json!({"expression": expression, "returnByValue": value, "awaitPromise": true});
        let mut answer = self.tell("Runtime.evaluate", asked).await;
        let thrown = answer.get("exceptionDetails");
        assert!(thrown.is_none(), "{expression}\n{thrown:#?}");
        answer["result"].take()
    }

    /// What assistive technology calls the element of an expression.
    pub async fn name(&mut self, element: &str) -> String {
        let element = self.evaluate(element, false).await;
        let asked = json!({"objectId": element["objectId"], "fetchRelatives": false});
        let tree = self.tell("Accessibility.getPartialAXTree", asked).await;
        let name = &tree["nodes"][0]["name"]["value"];
        name.as_str().unwrap_or_default().to_owned()
    }

    /// Clicks the middle of the element of an expression, which must be there.
    pub async fn click(&mut self, element: &str) {
        let place = self
            .eval(&format!(
                "(() => {{
                    const element = {element};
                    element.scrollIntoView({{block: 'center'}});
                    const {{left, top, width, height}} = element.getBoundingClientRect();
                    const [x, y] = [left + width / 2, top + height / 2];
                    const hit = document.elementFromPoint(x, y);
                    return {{x, y, hit: element.contains(hit) || String(hit && hit.outerHTML)}};
                }})()"
            ))
            .await;
        assert_eq!(place["hit"], true, "something lies over {element}");
        for kind in ["mousePressed", "mouseReleased"] {
            let press = json!({
                "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1,
            });
            self.tell("Input.dispatchMouseEvent", press).await;
        }
    }

    /// Presses a key where the focus is.
    pub async fn press(&mut self, key: Key) {
        for kind in ["keyDown", "keyUp"] {
            let mut event = key.devtools();
            event["type"] = json!(kind);
            self.tell("Input.dispatchKeyEvent", event).await;
        }
    }

    /// Types where the focus is, a key a letter.
    pub async fn write(&mut self, text: &str) {
        for letter in text.chars() {
            let letter = letter.to_string();
            let down = json!({"type": "keyDown", "key": letter, "text": letter});
            self.tell("Input.dispatchKeyEvent", down).await;
            let up = json!({"type": "keyUp", "key": letter});
            self.tell("Input.dispatchKeyEvent", up).await;
        }
    }

    /// What is shown, as a PNG.
    pub async fn picture(&mut self) -> Vec<u8> {
        let taken = self.tell("Page.captureScreenshot", json!({})).await;
        let data = taken["data"].as_str().expect("a picture");
        STANDARD.decode(data).expect("base64")
    }

    /// Warnings and errors since the last call.
    pub async fn errors(&mut self) -> Vec<String> {
        // What was said before the answer has come with it.
        self.eval("0").await;
        std::mem::take(&mut self.console)
    }

    pub async fn end(mut self) {
        self.session = None;
        self.tell("Browser.close", json!({})).await;
        // An old one listens until there is nobody to listen to.
        drop(self.input);
        self.process.0.wait().expect("Chromium ends");
    }
}

/// Reads messages as they come, until the browser ends.
fn read(output: ChildStdout) -> UnboundedReceiver<Value> {
    let (sender, messages) = unbounded_channel();
    thread::spawn(move || {
        for message in BufReader::new(output).split(0).map_while(Result::ok) {
            let message = serde_json::from_slice(&message).expect("Chromium writes JSON");
            if sender.send(message).is_err() {
                break;
            }
        }
    });
    messages
}

/// What an event says against the page, if it does.
fn complaint(event: &Value) -> Option<String> {
    let told = &event["params"];
    match event["method"].as_str()? {
        "Runtime.exceptionThrown" => Some(told["exceptionDetails"].to_string()),
        "Runtime.consoleAPICalled" => {
            let grave = ["error", "warning", "assert"];
            let kind = told["type"].as_str()?;
            grave.contains(&kind).then(|| told["args"].to_string())
        }
        "Log.entryAdded" => {
            let entry = &told["entry"];
            let grave = entry["level"] == "error" || entry["level"] == "warning";
            grave.then(|| format!("{} {}", entry["text"], entry["url"]))
        }
        _ => None,
    }
}
