//! 朗读: the page is read aloud, sentence by sentence, from where the reader is.
//!
//! - `dock`: the buttons at the foot, and what there is to say about the voice.
//! - `narration`: what is read, and how far.

mod dock;
mod narration;

use self::dock::Dock;
use self::narration::Narration;
use crate::browser::choice::{remember, remembered};
use crate::browser::listen::Listener;
use crate::browser::place::{find, focus};
use crate::browser::voice::{Changes, Heard, Saying, Voice};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::any::Any;
use std::cell::RefCell;
use std::time::Duration;
use web_sys::{CustomEvent, CustomEventInit, Element, SpeechSynthesisVoice};

/// How long a device may take to find its voices.
const PATIENCE: Duration = Duration::from_secs(3);

/// How fast may be read, by name.
const RATES: [(f32, &str); 4] = [(0.75, "慢"), (1.0, "正常"), (1.25, "快"), (1.5, "很快")];

/// What the reader hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing, and nothing is said of it: the dock opens.
    Opening,
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

/// The tool's state, for as long as its dock is open.
#[derive(Clone, Copy)]
struct Aloud {
    root: StoredValue<Element, LocalStorage>,
    state: RwSignal<State>,
    /// Which of [`RATES`].
    rate: RwSignal<usize>,
    voice: StoredValue<Option<SpeechSynthesisVoice>, LocalStorage>,
    narration: StoredValue<Option<Narration>, LocalStorage>,
    saying: StoredValue<Option<Saying>, LocalStorage>,
}

/// The open dock with all that it owns.
struct Open {
    root: Element,
    _mounted: Box<dyn Any>,
    _owner: Owner,
}

thread_local! {
    /// What reads now.
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

/// Begins to read the page inside `root`, or ends it.
pub fn turn(root: Element) -> Option<()> {
    if OPEN.with_borrow(Option::is_some) {
        stop();
        return Some(());
    }
    let owner = Owner::new();
    let aloud = owner.with(|| Aloud::new(root.clone()));
    let mounted = owner.with(|| mount_to_renderer(&root, move || view! { <Dock aloud/> }));
    // The last button is always there.
    if let Some(last) = find(&root, ".tj-dock button").last() {
        focus(last);
    }
    tell(true);
    OPEN.set(Some(Open {
        root,
        _mounted: Box::new(mounted),
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
    let told = CustomEvent::new_with_event_init_dict("tujie:aloud", &detail);
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
            .position(|(_, name)| known.as_deref() == Some(*name));
        Aloud {
            root: StoredValue::new_local(root),
            state: RwSignal::new(State::Opening),
            rate: RwSignal::new(rate.unwrap_or(1)),
            voice: StoredValue::new_local(None),
            narration: StoredValue::new_local(None),
            saying: StoredValue::new_local(None),
        }
    }

    fn state(self) -> State {
        self.state.get_untracked()
    }

    /// Reads from what is in view, once there is a voice.
    fn start(self) {
        let Some(voice) = Voice::here() else {
            self.state.set(State::NoEngine);
            return;
        };
        self.narration.set_value(Some(self.in_view()));
        // A page that is left falls silent.
        let left = web_sys::window()
            .and_then(|window| Listener::new(&window, "pagehide", move |_| self.pause()));
        let changes: Changes = voice.when_changed(move || self.voices_changed());
        let watching = SendWrapper::new((left, changes));
        on_cleanup(move || drop(watching));
        self.state.set(State::Waiting);
        self.voices_changed();
        let give_up = move || {
            if self.state() == State::Waiting {
                self.state.set(State::NoVoice);
            }
        };
        if self.state() == State::Waiting
            && let Ok(waiting) = set_timeout_with_handle(give_up, PATIENCE)
        {
            on_cleanup(move || waiting.clear());
        }
    }

    /// The page from what is in view.
    fn in_view(self) -> Narration {
        self.root.with_value(Narration::from_view)
    }

    /// Takes up a voice that came, and does without one that went.
    fn voices_changed(self) {
        let found = Voice::here().and_then(|voice| voice.chinese());
        let there = found.is_some();
        self.voice.set_value(found);
        match self.state() {
            State::Waiting | State::NoVoice if there => self.say(),
            State::Reading if !there => self.halt(State::Broken),
            _ => {}
        }
    }

    /// Says the sentence at the place, and then the next. After the last the
    /// dock goes, and this with it.
    fn say(self) {
        self.silence();
        let narration = self.narration;
        let shown = narration.try_update_value(|narration| narration.as_mut()?.show());
        let Some(words) = shown.flatten() else {
            stop();
            return;
        };
        let rate = RATES.get(self.rate.get_untracked());
        let rate = rate.map_or(1.0, |(rate, _)| *rate);
        let heard = move |heard| match heard {
            Heard::All => self.step(true),
            Heard::Silenced => self.halt(State::Paused),
            Heard::Broken => self.halt(State::Broken),
        };
        let voice = self.voice.get_value();
        let saying = Voice::here()
            .zip(voice)
            .and_then(|(engine, voice)| engine.say(&words, &voice, rate, heard));
        let state = match saying {
            Some(_) => State::Reading,
            None => State::Broken,
        };
        self.saying.set_value(saying);
        self.state.set(state);
    }

    /// Goes to the next sentence, or the one before.
    fn step(self, on: bool) {
        self.narration.update_value(|narration| {
            if let Some(narration) = narration {
                narration.step(on);
            }
        });
        self.say();
    }

    /// Begins anew where the reader has gone meanwhile.
    fn begin_here(self) {
        // The old mark goes before there is a new one.
        self.narration.set_value(None);
        self.narration.set_value(Some(self.in_view()));
        self.say();
    }

    /// Pauses, or goes on.
    fn turn(self) {
        match self.state() {
            State::Reading => self.pause(),
            State::Paused | State::Broken => self.say(),
            _ => {}
        }
    }

    /// The next of the rates, at once.
    fn faster(self) {
        let next = (self.rate.get_untracked() + 1) % RATES.len();
        self.rate.set(next);
        remember("rate", RATES.get(next).map(|(_, name)| *name));
        if self.state() == State::Reading {
            self.say();
        }
    }

    fn pause(self) {
        if self.state() == State::Reading {
            self.halt(State::Paused);
        }
    }

    /// Falls silent; the place is kept.
    fn halt(self, state: State) {
        self.silence();
        self.state.set(state);
    }

    fn silence(self) {
        // Nobody waits for its end any more.
        self.saying.set_value(None);
        hush();
    }
}
