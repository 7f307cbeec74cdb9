//! 朗读: the page is read aloud, sentence by sentence, from where the reader is.
//!
//! - `dock`: the buttons at the foot, and what there is to say about the voice.
//! - `place`: what is read, and how far.

mod dock;
mod place;

use self::place::Reading;
use crate::browser::choice::{remember, remembered};
use crate::browser::listen::Listener;
use crate::browser::place::focus;
use crate::browser::voice::{Heard, Saying, Voice};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Element, SpeechSynthesisVoice};

/// How long a device may take to find its voices, in ms.
const PATIENCE: i32 = 3_000;

/// How fast may be read, by name.
const RATES: [(f32, &str); 4] = [(0.75, "慢"), (1.0, "正常"), (1.25, "快"), (1.5, "很快")];

/// What the reader hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing, and there is no dock.
    Off,
    /// Nothing yet: the device looks for its voices.
    Waiting,
    /// The page.
    Reading,
    /// Nothing, until the reader wants to go on.
    Paused,
    /// Nothing: the voice broke.
    Broken,
    /// Nothing: no voice speaks Chinese.
    NoVoice,
    /// Nothing: the browser cannot speak.
    NoEngine,
}

/// What the dock shows.
#[derive(Clone, Copy)]
struct Now {
    state: State,
    /// Which of [`RATES`].
    rate: usize,
}

/// The tool's state. Lives as long as the page.
struct Aloud {
    root: Element,
    now: Cell<Now>,
    voice: RefCell<Option<SpeechSynthesisVoice>>,
    reading: RefCell<Option<Reading>>,
    saying: RefCell<Option<Saying>>,
    dock: RefCell<Option<dock::Dock>>,
    left: RefCell<Option<Listener>>,
}

thread_local! {
    /// What reads now.
    static ALOUD: RefCell<Option<Rc<Aloud>>> = const { RefCell::new(None) };
}

/// Begins to read the page inside `root`, or ends it.
pub fn turn(root: Element) -> Option<()> {
    match ALOUD.take() {
        Some(aloud) if aloud.now.get().state != State::Off => aloud.stop(),
        _ => {
            let aloud = Rc::new(Aloud::new(root));
            ALOUD.set(Some(aloud.clone()));
            aloud.start();
        }
    }
    Some(())
}

impl Aloud {
    fn new(root: Element) -> Aloud {
        let known = remembered("rate");
        let rate = RATES
            .iter()
            .position(|(_, name)| known.as_deref() == Some(*name));
        Aloud {
            root,
            now: Cell::new(Now {
                state: State::Off,
                rate: rate.unwrap_or(1),
            }),
            voice: RefCell::default(),
            reading: RefCell::default(),
            saying: RefCell::default(),
            dock: RefCell::default(),
            left: RefCell::default(),
        }
    }

    fn state(&self) -> State {
        self.now.get().state
    }

    fn turn_to(&self, state: State) {
        let rate = self.now.get().rate;
        self.show(Now { state, rate });
    }

    /// Tells how it goes, in the dock and to the toolbar.
    fn show(&self, now: Now) {
        let was = self.now.replace(now);
        if let Some(dock) = &*self.dock.borrow() {
            dock.show(now);
        }
        let (before, on) = (was.state != State::Off, now.state != State::Off);
        if before != on {
            let detail = CustomEventInit::new();
            detail.set_detail(&on.into());
            let told = CustomEvent::new_with_event_init_dict("tujie:aloud", &detail);
            if let (Ok(told), Some(document)) = (told, self.root.owner_document()) {
                let _ = document.dispatch_event(&told);
            }
        }
    }

    /// Opens the dock and reads from what is in view.
    fn start(self: &Rc<Aloud>) {
        *self.dock.borrow_mut() = dock::open(self);
        let Some(voice) = Voice::here() else {
            self.turn_to(State::NoEngine);
            return;
        };
        *self.reading.borrow_mut() = Some(Reading::from_view(&self.root));
        // A page that is left falls silent.
        let leaving = self.clone();
        *self.left.borrow_mut() = web_sys::window()
            .and_then(|window| Listener::new(&window, "pagehide", move |_| leaving.pause()));
        let changed = self.clone();
        voice.when_changed(move || changed.voices_changed());
        self.turn_to(State::Waiting);
        self.voices_changed();
        if self.state() == State::Waiting {
            let waiting = self.clone();
            let give_up = Closure::once_into_js(move || {
                if waiting.state() == State::Waiting {
                    waiting.turn_to(State::NoVoice);
                }
            });
            let window = web_sys::window();
            let _ = window.map(|window| {
                window.set_timeout_with_callback_and_timeout_and_arguments_0(
                    give_up.unchecked_ref(),
                    PATIENCE,
                )
            });
        }
    }

    /// Takes up a voice that came, and does without one that went.
    fn voices_changed(self: &Rc<Aloud>) {
        let found = Voice::here().and_then(|voice| voice.chinese());
        let there = found.is_some();
        *self.voice.borrow_mut() = found;
        match self.state() {
            State::Waiting | State::NoVoice if there => self.say(),
            State::Reading if !there => self.halt(State::Broken),
            _ => {}
        }
    }

    /// Says the sentence at the place, and then the next.
    fn say(self: &Rc<Aloud>) {
        self.hush();
        let words = match &mut *self.reading.borrow_mut() {
            Some(reading) => reading.show(),
            None => None,
        };
        let Some(words) = words else {
            self.stop();
            return;
        };
        let (rate, _) = RATES.get(self.now.get().rate).copied().unwrap_or((1.0, ""));
        let this = self.clone();
        let heard = move |heard| match heard {
            Heard::All => this.step(true),
            Heard::Silenced => this.halt(State::Paused),
            Heard::Broken => this.halt(State::Broken),
        };
        let saying = match (Voice::here(), &*self.voice.borrow()) {
            (Some(engine), Some(voice)) => engine.say(&words, voice, rate, heard),
            _ => None,
        };
        let state = match saying {
            Some(_) => State::Reading,
            None => State::Broken,
        };
        *self.saying.borrow_mut() = saying;
        self.turn_to(state);
    }

    /// Goes to the next sentence, or the one before.
    fn step(self: &Rc<Aloud>, on: bool) {
        if let Some(reading) = &mut *self.reading.borrow_mut() {
            reading.step(on);
        }
        self.say();
    }

    /// Begins anew where the reader has gone meanwhile.
    fn from_here(self: &Rc<Aloud>) {
        // The old mark goes before there is a new one.
        self.reading.take();
        *self.reading.borrow_mut() = Some(Reading::from_view(&self.root));
        self.say();
    }

    /// Pauses, or goes on.
    fn turn(self: &Rc<Aloud>) {
        match self.state() {
            State::Reading => self.pause(),
            State::Paused | State::Broken => self.say(),
            _ => {}
        }
    }

    /// The next of the rates, at once.
    fn faster(self: &Rc<Aloud>) {
        let Now { state, rate } = self.now.get();
        let next = (rate + 1) % RATES.len();
        self.show(Now { state, rate: next });
        remember("rate", RATES.get(next).map(|(_, name)| *name));
        if self.state() == State::Reading {
            self.say();
        }
    }

    fn pause(&self) {
        if self.state() == State::Reading {
            self.halt(State::Paused);
        }
    }

    /// Falls silent; the place is kept.
    fn halt(&self, state: State) {
        self.hush();
        self.turn_to(state);
    }

    fn hush(&self) {
        self.saying.take();
        if let Some(voice) = Voice::here() {
            voice.silence();
        }
    }

    /// Falls silent and puts the dock away.
    fn stop(&self) {
        self.halt(State::Off);
        self.reading.take();
        self.left.take();
        let inside = self.dock.take().is_some_and(dock::Dock::close);
        if inside && let Ok(Some(button)) = self.root.query_selector("[data-tool=aloud]") {
            focus(&button);
        }
    }
}
