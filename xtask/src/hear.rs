//! `cargo xtask hear`: what a screen reader says of the page, and whether voices
//! read it aloud.
//!
//! Orca hears the site of `dist/` in Firefox, moved through by real keys; then each
//! browser's own voice reads a paragraph. What is heard is written to
//! `tests/snapshots/heard`, to be read by whoever changes the page.
//!
//! - `room`: a screen, a session, sound and a server; `running`: programs that end
//!   with their owner.
//! - `driven`: a browser that shows the page; `orca`: what the screen reader says.
//! - `tour`: where a reader goes; `voices`: the page read aloud.

mod driven;
mod orca;
mod room;
mod running;
mod tour;
mod voices;

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::step::{repository, step};
use crate::{system, tools};
use room::Room;

/// Hears the site that stands in `dist/`.
pub fn run() -> Result<()> {
    eprintln!("hear: what a screen reader and voices say of dist/, in about eight minutes");
    let dist = repository().join("dist");
    ensure!(
        dist.join("index.html").is_file(),
        "there is no site in dist/; `cargo xtask build` makes it"
    );
    let needs = [system::BROWSER, system::SCREEN_READER_AND_VOICES].concat();
    let tools = tools::ensure(tools::HEAR, &needs, None, Vec::new())?;
    let heard = repository().join("tests").join("snapshots").join("heard");
    fs::create_dir_all(&heard).with_context(|| format!("cannot make {}", heard.display()))?;
    let room = step("make a room to hear in", || Room::open(&dist))?;
    for (name, file, hear) in [
        ("hear the screen reader", "orca.md", tour::hear as Hear),
        ("hear the voices", "voices.md", voices::hear),
    ] {
        let told = step(name, || hear(&room, &tools))?;
        let file = heard.join(file);
        fs::write(&file, told).with_context(|| format!("cannot write {}", file.display()))?;
        eprintln!("  {}", file.display());
    }
    Ok(())
}

/// What is heard, as a text to be reviewed.
type Hear = fn(&Room, &tools::Tools) -> Result<String>;
