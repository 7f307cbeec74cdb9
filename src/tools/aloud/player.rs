//! What reads, and how far: the voice, the page's blocks and the reader's place in them.

use super::narration::Narration;
use crate::browser::tabs::OtherTabs;
use crate::browser::voice::{Heard, Saying, Voice};
use web_sys::{Element, SpeechSynthesisVoice};

/// What reads, and how far.
pub struct Player {
    pub root: Element,
    pub voice: Option<SpeechSynthesisVoice>,
    pub narration: Option<Narration>,
    saying: Option<Saying>,
    /// Counts what was given to the voice, and what was taken from it.
    pub turn: u32,
    /// Whether the voice was heard since.
    pub begun: bool,
    /// Others of this site, which use the same voice.
    pub tabs: Option<OtherTabs>,
}

impl Player {
    /// Reads nothing of the page inside `root` yet.
    pub fn new(root: Element) -> Player {
        Player {
            root,
            voice: None,
            narration: None,
            saying: None,
            turn: 0,
            begun: false,
            tabs: None,
        }
    }

    /// Takes the page from what is in view.
    pub fn begin(&mut self) {
        // The old mark goes before there is a new one.
        self.narration = None;
        self.narration = Some(Narration::from_view(&self.root));
    }

    /// Says the sentence at the place; how many characters are being said, or none
    /// where the voice is broken. None at the end of the page.
    pub fn say(&mut self, rate: f32, heard: impl Fn(Heard) + 'static) -> Option<Option<usize>> {
        self.silence();
        let words = self.narration.as_mut()?.show()?;
        self.saying = Voice::here()
            .zip(self.voice.as_ref())
            .and_then(|(engine, voice)| engine.say(&words, voice, rate, heard));
        Some(self.saying.as_ref().map(|_| words.chars().count()))
    }

    pub fn silence(&mut self) {
        // Nobody waits for its end any more.
        self.saying = None;
        self.turn += 1;
        self.begun = false;
        if let Some(voice) = Voice::here() {
            voice.silence();
        }
    }
}
