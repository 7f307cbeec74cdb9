//! The page read aloud by each browser's own voice: it is heard, and the marked
//! sentence moves.

use std::fmt::Write;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};

use super::driven::Driven;
use super::room::Room;
use super::running::{PATIENCE, Running, until, within};
use crate::tools::Tools;

/// How many sentences are heard.
const SENTENCES: usize = 3;

/// How long a sentence may be said.
const SENTENCE: Duration = Duration::from_secs(90);

/// Louder than the noise of converting a silence; a voice is louder a hundred times.
const LOUD: u16 = 60;

/// Brings a paragraph to where reading begins.
const BEGIN: &str = "
    document.querySelector('#congress p, #congress li').scrollIntoView({block: 'start'});
    return true;";

/// The sentence that is marked, painted or as a block, without what is drawn alone.
const MARKED: &str = "
    const words = (range) => range.startContainer.data.slice(range.startOffset, range.endOffset);
    const painted = [...(CSS.highlights.get('tj-saying') ?? [])].map(words).join('');
    const block = document.querySelector('[data-aloud=whole]')?.cloneNode(true);
    block?.querySelectorAll('[aria-hidden]').forEach((drawn) => drawn.remove());
    return painted || block?.textContent || null;";

/// What the dock says of itself.
const STATE: &str = "return document.querySelector('.tj-dock__state')?.textContent || null";

/// Whether the dock is gone.
const GONE: &str = "return document.querySelector('.tj-dock') ? null : true";

/// The sound of the room.
struct Sound {
    /// The loudest since it was last asked for.
    peak: Arc<AtomicU16>,
    _running: Running,
}

/// Lets both browsers read, and tells what was heard.
pub fn hear(room: &Room, tools: &Tools) -> Result<String> {
    let mut told = "# What voices read aloud\n\n`cargo xtask hear` has heard this: the sentences \
        that were marked while there was sound.\n"
        .to_owned();
    let sound = Sound::record(room)?;
    read(room, &Driven::firefox(room, tools)?, &sound, &mut told)?;
    read(room, &Driven::chromium(room)?, &sound, &mut told)?;
    Ok(told)
}

fn read(room: &Room, browser: &Driven, sound: &Sound, told: &mut String) -> Result<()> {
    let name = &browser.name;
    let _ = write!(told, "\n## {name}\n\n");
    browser.go("?motion=off#congress")?;
    browser.run(BEGIN)?;
    sound.falls_silent()?;
    browser.focus("[data-tool=aloud]")?;
    room.keys(&["key", "Return"])?;
    let mut before = None;
    for _ in 0..SENTENCES {
        let moved = || {
            Ok(browser
                .run(MARKED)?
                .filter(|now| Some(now) != before.as_ref()))
        };
        let now = within(SENTENCE, &format!("the mark in {name} to move"), moved)?;
        sound.peak.store(0, Relaxed);
        sound.is_heard(name)?;
        let state = browser.run(STATE)?.unwrap_or_default();
        let words = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let _ = writeln!(told, "- {}: {}", words(&state), words(&now).trim());
        before = Some(now);
    }
    browser.focus(".tj-dock button:last-child")?;
    room.keys(&["key", "Return"])?;
    until("the dock to go", || browser.run(GONE))?;
    sound.falls_silent()?;
    let _ = writeln!(told, "- stopped: silence");
    Ok(())
}

impl Sound {
    fn record(room: &Room) -> Result<Sound> {
        let mut running = room.record()?;
        let mut output = running.output()?;
        let peak = Arc::new(AtomicU16::new(0));
        let loudest = Arc::clone(&peak);
        thread::spawn(move || {
            let mut sample = [0; 1600];
            while output.read_exact(&mut sample).is_ok() {
                let (samples, _) = sample.as_chunks::<2>();
                let loud = samples.iter().map(|bytes| i16::from_le_bytes(*bytes));
                let loud = loud.map(i16::unsigned_abs).max();
                loudest.fetch_max(loud.unwrap_or(0), Relaxed);
            }
        });
        Ok(Sound {
            peak,
            _running: running,
        })
    }

    fn is_heard(&self, name: &str) -> Result<()> {
        let loud = || Ok((self.peak.load(Relaxed) > LOUD).then_some(()));
        until(&format!("a sound of {name}"), loud)
    }

    /// Waits for two seconds without a sound.
    fn falls_silent(&self) -> Result<()> {
        for _ in 0..PATIENCE.as_secs() {
            self.peak.store(0, Relaxed);
            thread::sleep(Duration::from_secs(2));
            if self.peak.load(Relaxed) <= LOUD {
                return Ok(());
            }
        }
        bail!("there is sound where nothing is read")
    }
}
