//! 朗读: the page is read aloud, sentence by sentence, from where the reader is.
//!
//! - `dock`: the buttons at the foot, and what there is to say about the voice.
//! - `hearing`: what the reader hears.
//! - `player`: what reads; `narration`: what is read, and how far.

mod dock;
mod hearing;
mod narration;
mod player;

use self::dock::Dock;
use self::hearing::{Now, RATES, State};
use self::player::Player;
use crate::browser::choice::{remember, remembered};
use crate::browser::dom::find;
use crate::browser::focus::focus;
use crate::browser::listen::Listener;
use crate::browser::tabs::OtherTabs;
use crate::browser::voice::{Heard, Voice, VoiceChanges};
use crate::page::mounting::{Mounted, mount};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::time::Duration;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// How long a device may take to find its voices.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long a voice may take until it is heard and tells that it has ended, in ms, and
/// how long for each character: twice what the slowest take at the slowest rate.
const PATIENCE_FOR_END: u64 = 8_000;
const A_CHARACTER: u64 = 800;

/// Under which name the toolbar is told that the page is read, and other tabs.
const READS: &str = "tujie:aloud";

/// The tool's state, for as long as its dock is open.
#[derive(Clone, Copy)]
struct Aloud {
    now: RwSignal<Now>,
    player: StoredValue<Player, LocalStorage>,
}

/// The open dock with all that it owns.
struct Open {
    root: Element,
    aloud: Aloud,
    _mounted: Mounted,
    _owner: Owner,
}

thread_local! {
    /// What reads now.
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Begins to read the page inside `root`, or ends it. What has failed begins anew.
pub fn turn(root: Element) -> Option<()> {
    if let Some(aloud) = OPEN.with_borrow(|open| Some(open.as_ref()?.aloud)) {
        let failed = aloud.state().failed();
        stop();
        if !failed {
            return Some(());
        }
    }
    let owner = Owner::new();
    let aloud = owner.with(|| Aloud::new(root.clone()));
    let mounted = owner.with(|| mount(&root, None, move || view! { <Dock aloud/> }));
    // The last button is always there.
    if let Some(last) = find(&root, ".tj-dock button").last() {
        focus(last);
    }
    tell(true);
    OPEN.set(Some(Open {
        root,
        aloud,
        _mounted: mounted,
        _owner: owner.clone(),
    }));
    owner.with(|| aloud.start());
    Some(())
}

/// Falls silent and puts the dock away; the focus does not get lost with it.
fn stop() {
    let Some(open) = OPEN.take() else { return };
    hush();
    let root = open.root.clone();
    let inside = root.query_selector(".tj-dock :focus");
    drop(open);
    tell(false);
    if let (Ok(Some(_)), Ok(Some(button))) = (inside, root.query_selector("[data-tool=aloud]")) {
        focus(&button);
    }
}

/// Tells the toolbar, which stands in another WASM, whether the page is read.
fn tell(on: bool) {
    let detail = CustomEventInit::new();
    detail.set_detail(&on.into());
    let told = CustomEvent::new_with_event_init_dict(READS, &detail);
    let document = web_sys::window().and_then(|window| window.document());
    if let (Ok(told), Some(document)) = (told, document) {
        let _ = document.dispatch_event(&told);
    }
}

/// Makes the voice stop.
fn hush() {
    if let Some(voice) = Voice::here() {
        voice.silence();
    }
}

impl Aloud {
    fn new(root: Element) -> Aloud {
        let known = remembered("rate");
        let rate = RATES
            .iter()
            .position(|(_, name, _)| known.as_deref() == Some(*name));
        Aloud {
            now: RwSignal::new(Now {
                state: State::Opening,
                rate: rate.unwrap_or(1),
            }),
            player: StoredValue::new_local(Player::new(root)),
        }
    }

    fn state(self) -> State {
        self.now.get_untracked().state
    }

    fn turn_to(self, state: State) {
        let Now {
            state: before,
            rate,
        } = self.now.get_untracked();
        self.now.set(Now { state, rate });
        if state.failed() != before.failed() {
            tell(!state.failed());
        }
    }

    /// Reads from what is in view, once there is a voice.
    fn start(self) {
        let Some(voice) = Voice::here() else {
            self.turn_to(State::NoEngine);
            return;
        };
        let tabs = OtherTabs::hear(READS, move || self.pause());
        self.player.update_value(|player| {
            player.begin();
            player.tabs = tabs;
        });
        // A page that is left falls silent.
        let left = web_sys::window()
            .and_then(|window| Listener::new(&window, "pagehide", move |_| self.pause()));
        let changes: VoiceChanges = voice.when_changed(move || self.voices_changed());
        let watching = SendWrapper::new((left, changes));
        on_cleanup(move || drop(watching));
        self.turn_to(State::Waiting);
        self.voices_changed();
        let give_up = move || {
            if self.state() == State::Waiting {
                self.turn_to(State::NoVoice);
            }
        };
        if self.state() == State::Waiting
            && let Ok(waiting) = set_timeout_with_handle(give_up, PATIENCE)
        {
            on_cleanup(move || waiting.clear());
        }
    }

    /// Takes up a voice that came, and does without one that went.
    fn voices_changed(self) {
        let found = Voice::here().and_then(|voice| voice.chinese());
        let there = found.is_some();
        self.player.update_value(|player| player.voice = found);
        match self.state() {
            State::Waiting | State::NoVoice if there => self.say(),
            state if state.speaks() && !there => self.halt(State::Broken),
            _ => {}
        }
    }

    /// Says the sentence at the place, and then the next. After the last the
    /// dock goes, and this with it.
    fn say(self) {
        let heard = move |heard| match heard {
            Heard::Begun => self.begun(),
            Heard::All => self.step(true),
            Heard::Silenced => self.halt(State::Paused),
            Heard::Broken => self.halt(State::Broken),
        };
        let rate = RATES.get(self.now.get_untracked().rate);
        let rate = rate.map_or(1.0, |(rate, ..)| *rate);
        let reading = self.state() == State::Reading;
        let mut said = None;
        self.player.update_value(|player| {
            if let Some(tabs) = player.tabs.as_ref().filter(|_| !reading) {
                tabs.tell();
            }
            said = player.say(rate, heard).map(|length| (length, player.turn));
        });
        match said {
            Some((Some(length), turn)) => {
                if !reading {
                    self.turn_to(State::Starting);
                }
                self.expect_end(length, turn);
            }
            Some((None, _)) => self.turn_to(State::Broken),
            None => stop(),
        }
    }

    /// The voice is heard.
    fn begun(self) {
        self.player.update_value(|player| player.begun = true);
        if self.state() == State::Starting {
            self.turn_to(State::Reading);
        }
    }

    /// Some voices fall silent and never tell. Goes on once so many characters have
    /// been said for certain.
    fn expect_end(self, length: usize, turn: u32) {
        let saying = A_CHARACTER * length as u64;
        let overdue = move || {
            let state = |player: &mut Player| (player.turn == turn).then_some(player.begun);
            match self.player.try_update_value(state).flatten() {
                Some(true) => self.step(true),
                Some(false) => self.halt(State::Broken),
                None => {}
            }
        };
        set_timeout(overdue, Duration::from_millis(PATIENCE_FOR_END + saying));
    }

    /// Goes to the next sentence, or the one before.
    fn step(self, on: bool) {
        self.player.update_value(|player| {
            if let Some(narration) = &mut player.narration {
                narration.step(on);
            }
        });
        self.say();
    }

    /// Begins anew where the reader has gone meanwhile.
    fn begin_here(self) {
        self.player.update_value(Player::begin);
        self.say();
    }

    /// Pauses, or goes on.
    fn turn(self) {
        match self.state() {
            State::Starting | State::Reading => self.pause(),
            State::Paused | State::Broken => self.say(),
            _ => {}
        }
    }

    /// The next of the rates, at once.
    fn faster(self) {
        let Now { state, rate } = self.now.get_untracked();
        let rate = (rate + 1) % RATES.len();
        self.now.set(Now { state, rate });
        remember("rate", RATES.get(rate).map(|(_, name, _)| *name));
        if state.speaks() {
            self.say();
        }
    }

    fn pause(self) {
        if self.state().speaks() {
            self.halt(State::Paused);
        }
    }

    /// Falls silent; the place is kept.
    fn halt(self, state: State) {
        self.player.update_value(Player::silence);
        self.turn_to(state);
    }
}
