//! A browser in the room, behind its driver. It is asked what it shows and told what
//! to open; what a reader does comes by real keys instead.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::room::Room;
use super::running::{PATIENCE, Running, until};
use crate::tools::Tools;

/// A browser with one window.
pub struct Driven<'a> {
    room: &'a Room,
    /// What it calls itself.
    pub name: String,
    port: u16,
    session: String,
    _driver: Running,
}

impl<'a> Driven<'a> {
    /// Firefox, which tells assistive technology what it shows.
    pub fn firefox(room: &'a Room, tools: &Tools) -> Result<Driven<'a>> {
        let mut driver = room.inside(tools.command("geckodriver"));
        driver.args(["--port", "0"]);
        driver.stderr(room.log("geckodriver")?);
        let (driver, port) = Running::telling(&mut driver, |line| {
            line.rsplit_once("Listening on 127.0.0.1:")?.1.parse().ok()
        })?;
        let options = json!({
            "binary": crate::system::on_path("firefox-esr"),
            "prefs": {"accessibility.force_disabled": -1},
        });
        Driven::open(room, driver, port, &json!({"moz:firefoxOptions": options}))
    }

    /// Chromium, with the system's voices.
    pub fn chromium(room: &'a Room) -> Result<Driven<'a>> {
        let mut driver = room.command("chromedriver");
        driver.arg("--port=0").stderr(room.log("chromedriver")?);
        let (driver, port) = Running::telling(&mut driver, |line| {
            let (_, port) = line.rsplit_once("successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        })?;
        let profile = room.path("chromium").to_string_lossy().into_owned();
        let options = json!({"args": [
            "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--enable-speech-dispatcher", format!("--user-data-dir={profile}"),
        ]});
        Driven::open(room, driver, port, &json!({"goog:chromeOptions": options}))
    }

    fn open(room: &'a Room, driver: Running, port: u16, wanted: &Value) -> Result<Driven<'a>> {
        let wanted = json!({"capabilities": {"alwaysMatch": wanted}});
        let begun = ask(port, "POST", "/session", &wanted)?;
        let text = |pointer: &str| {
            let value = begun.pointer(pointer).and_then(Value::as_str);
            value.with_context(|| format!("the driver tells no {pointer}"))
        };
        let browser = text("/capabilities/browserName")?;
        let version = text("/capabilities/browserVersion")?;
        let version = version.split('.').next().unwrap_or(version);
        Ok(Driven {
            room,
            name: format!("{browser} {version}"),
            port,
            session: text("/sessionId")?.to_owned(),
            _driver: driver,
        })
    }

    /// Opens an address of the site anew, and waits until the page is live.
    pub fn go(&self, address: &str) -> Result<()> {
        let whole = format!("{}/index.html{address}", self.room.origin);
        for address in ["about:blank", &whole] {
            self.ask("url", &json!({"url": address}))?;
        }
        let live = "return document.documentElement.dataset.tujie === 'live' || null";
        until("a live page", || self.run(live)).map(drop)
    }

    /// Focuses what a selector finds.
    pub fn focus(&self, selector: &str) -> Result<()> {
        let script = format!(
            "const found = document.querySelector({}); found?.focus(); return found && true",
            json!(selector)
        );
        until(selector, || self.run(&script)).map(drop)
    }

    /// What a script returns, if that is not null.
    pub fn run(&self, script: &str) -> Result<Option<Value>> {
        let told = self.ask("execute/sync", &json!({"script": script, "args": []}))?;
        Ok(Some(told).filter(|told| !told.is_null()))
    }

    fn ask(&self, what: &str, body: &Value) -> Result<Value> {
        let path = format!("/session/{}/{what}", self.session);
        ask(self.port, "POST", &path, body)
    }
}

impl Drop for Driven<'_> {
    fn drop(&mut self) {
        // The driver ends what does not end by itself.
        let path = format!("/session/{}", self.session);
        let _ = ask(self.port, "DELETE", &path, &json!({}));
    }
}

/// Asks a driver something.
fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value> {
    let body = body.to_string();
    let answer = exchange(port, method, path, &body)
        .with_context(|| format!("the driver does not answer {method} {path}"))?;
    let answer: Value = serde_json::from_slice(&answer).context("the driver answers no JSON")?;
    let value = answer.get("value").cloned().unwrap_or_default();
    if let Some(error) = value.get("error") {
        let message = value.get("message").unwrap_or(error);
        bail!("{method} {path}: {message}");
    }
    Ok(value)
}

/// One request and the body of its answer, as HTTP has them.
fn exchange(port: u16, method: &str, path: &str, body: &str) -> Result<Vec<u8>> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(2 * PATIENCE))?;
    let length = body.len();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = BufReader::new(stream);
    let mut length = None;
    loop {
        let mut line = String::new();
        answer.read_line(&mut line)?;
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = Some(value.trim().parse()?);
            }
            None if line.trim_end().is_empty() => break,
            _ => {}
        }
    }
    let mut body = vec![0; length.context("the answer has no length")?];
    answer.read_exact(&mut body)?;
    Ok(body)
}
