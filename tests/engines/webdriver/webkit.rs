//! WebKitGTK: its driver, and a page that tells its own errors, for nothing else
//! does.

use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};

use serde_json::json;
use thirtyfour::Capabilities;
use tokio::time::interval;

use crate::page::BEAT;
use crate::process::Process;
use crate::screen::Screen;
use crate::server::{Fault, Site};

/// Where the script stands that listens before all others.
const WATCH: &str = "/watch.js";

const SCRIPT: &str = "
    window.complaints = [];
    (() => {
        const tell = (...words) => complaints.push(words.join(' '));
        addEventListener('error', ({message, target}) =>
            tell(message || `${target.localName} ${target.src || target.href}`), true);
        addEventListener('unhandledrejection', ({reason}) => tell('rejected:', reason));
        addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
            tell('refused:', violatedDirective, blockedURI));
        for (const name of ['error', 'warn']) {
            const say = console[name];
            console[name] = (...words) => {
                tell(...words);
                say.apply(console, words);
            };
        }
    })();";

/// An expression for what it heard.
pub const ERRORS: &str = "complaints";

/// Puts the script into the site's page.
pub fn watch(site: &Site) {
    let page = String::from_utf8(site.read("/index.html")).expect("a page of text");
    let script = format!("<head><script src=\"{WATCH}\"></script>");
    let watched = page.replacen("<head>", &script, 1);
    assert_ne!(watched, page, "the page has a head");
    site.fault("/index.html", Fault::Bytes(watched.into_bytes()));
    site.fault(WATCH, Fault::Bytes(SCRIPT.into()));
}

/// Starts the driver on a port of its own. It cannot choose one itself: where
/// another program was quicker, there is another try.
pub async fn start(screen: &Screen) -> (Process, u16) {
    for _ in 0..5 {
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let mut process = Process::start(
            Command::new("WebKitWebDriver")
                .arg(format!("--port={port}"))
                .env("DISPLAY", &screen.name)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let mut beat = interval(BEAT);
        while !process.has_ended() {
            beat.tick().await;
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return (process, port);
            }
        }
    }
    panic!("WebKitWebDriver does not start");
}

/// A window of any size, without the browser's own bars.
pub fn capabilities() -> Capabilities {
    let options = json!({"args": ["--automation", "--full-screen"]});
    let mut wanted = Capabilities::new();
    let set = wanted.set("webkitgtk:browserOptions", options);
    set.expect("a capability");
    wanted
}
