//! The file on the desk, and what follows from each change: it is checked, shown, kept.

use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::outside::ask;
use crate::browser::pause::{self, wait};
use crate::studio::errand::{Errand, Look, OpenDoubt, Shell};
use crate::studio::manuscript::{TextLine, lines};
use crate::studio::named::{figures, places};
use crate::studio::past::{Past, PastState, Settled};
use crate::studio::settle::{says, settle};

/// How long after the last key the file is looked at, and how long until it is kept, in ms.
const LOOK: i32 = 0;
const KEEP: i32 = 500;

/// How long after that its lines are broken as in what is published, in ms.
const BREAKS: i32 = 500;

/// How long work goes on before that is said, in ms.
const SLOW: i32 = 300;

/// What a narrow screen shows one of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Original,
    Review,
    Proof,
}

/// A doubt, and what the editor chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewedDoubt {
    pub doubt: OpenDoubt,
    /// How it stands.
    #[serde(flatten)]
    pub settled: Settled,
}

/// What is kept of a draft.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct DraftRecord {
    pub name: String,
    pub file: String,
    pub doubts: Vec<ReviewedDoubt>,
    pub earlier: Option<String>,
}

/// The state of the desk.
#[derive(Clone, Copy)]
pub struct AtDesk {
    /// The report's file.
    pub file: RwSignal<Option<Arc<Value>>>,
    /// Its lines.
    pub lines: Memo<Arc<Vec<TextLine>>>,
    /// What the document was called, without its ending.
    pub name: RwSignal<String>,
    pub doubts: RwSignal<Vec<ReviewedDoubt>>,
    pub look: RwSignal<Look>,
    /// The page of the last file that could be shown.
    pub page: RwSignal<Arc<String>>,
    pub shell: RwSignal<Shell>,
    /// The data format.
    pub schema: Memo<Arc<Value>>,
    /// Every figure, and every part, chapter and section: its id, and how it is told.
    pub figures: Memo<Vec<(String, String)>>,
    pub places: Memo<Vec<(String, String)>>,
    /// Last year's file.
    pub earlier: RwSignal<Option<Arc<Value>>>,
    pub pane: RwSignal<Pane>,
    /// The pointer of the line that is written in.
    pub editing: RwSignal<Option<String>>,
    /// Where in it the caret shall be, in characters; and in which number the panel is open.
    pub caret: RwSignal<Option<u32>>,
    pub number: RwSignal<Option<(String, usize)>>,
    pub busy: RwSignal<String>,
    /// What was just done, to be heard.
    pub told: RwSignal<String>,
    pub notice: RwSignal<String>,
    /// Whether the last state is kept; none where this browser keeps nothing.
    pub kept: RwSignal<Option<bool>>,
    pub ways: RwSignal<(bool, bool)>,
    pub english: RwSignal<bool>,
    pub keys_shown: RwSignal<bool>,
    pub out_shown: RwSignal<bool>,
    /// Whether `tujie edit` serves the page and keeps its file.
    pub served: RwSignal<bool>,
    pub(super) text: StoredValue<Arc<String>>,
    pub(super) past: StoredValue<Past>,
    /// Grows with each change.
    pub(super) turn: StoredValue<u32>,
    pub(super) looking: StoredValue<bool>,
    pub(super) id: StoredValue<String>,
    pub(super) count: StoredValue<u32>,
    pub(super) tab: StoredValue<String>,
}

impl AtDesk {
    /// An empty desk.
    pub fn new() -> AtDesk {
        let file = RwSignal::new(None::<Arc<Value>>);
        let lines = Memo::new(move |_| {
            Arc::new(file.with(|file| file.as_ref().map(|file| lines(file)).unwrap_or_default()))
        });
        let of = move |read: fn(&Value) -> Vec<(String, String)>| {
            Memo::new(move |_| file.with(|file| file.as_deref().map(read).unwrap_or_default()))
        };
        let shell = RwSignal::new(Shell::default());
        let schema = Memo::new(move |_| {
            Arc::new(shell.with(|shell| serde_json::from_str(&shell.schema).unwrap_or_default()))
        });
        AtDesk {
            file,
            lines,
            name: RwSignal::default(),
            doubts: RwSignal::default(),
            look: RwSignal::default(),
            page: RwSignal::default(),
            shell,
            schema,
            figures: of(figures),
            places: of(places),
            earlier: RwSignal::default(),
            pane: RwSignal::new(Pane::Original),
            editing: RwSignal::default(),
            caret: RwSignal::default(),
            number: RwSignal::default(),
            busy: RwSignal::default(),
            told: RwSignal::default(),
            notice: RwSignal::default(),
            kept: RwSignal::new(Some(true)),
            ways: RwSignal::default(),
            english: RwSignal::new(super::outside::spoke_english()),
            keys_shown: RwSignal::new(false),
            out_shown: RwSignal::new(false),
            served: RwSignal::new(false),
            text: StoredValue::default(),
            past: StoredValue::default(),
            turn: StoredValue::default(),
            looking: StoredValue::default(),
            id: StoredValue::default(),
            count: StoredValue::default(),
            tab: StoredValue::new(token()),
        }
    }

    /// Asks for what every preview needs.
    pub fn begin(self) {
        pause::begin(async move {
            match ask::<Shell>(&Errand::Shell, &[]).await {
                Ok((shell, _)) => self.shell.set(shell),
                Err(error) => self.fault(&error),
            }
        });
    }

    /// Words in the editor's language.
    pub fn say(self, zh: &'static str, en: &'static str) -> impl Fn() -> &'static str + Copy {
        move || if self.english.get() { en } else { zh }
    }

    /// The same as a text of its own.
    pub fn said(self, zh: &str, en: &str) -> String {
        let english = self.english.get();
        if english { en } else { zh }.to_owned()
    }

    /// Says that the press failed.
    pub fn fault(self, error: &str) {
        self.notice.set(self.said(
            &format!("后台程序出错，稿子没有丢，请再试一次。（{error}）"),
            &format!(
                "Something failed behind the scenes; your draft is safe, try again. ({error})"
            ),
        ));
    }

    /// Whether there is a file.
    pub fn is_open(self) -> bool {
        self.file.with(Option::is_some)
    }

    /// The file as text.
    pub fn text(self) -> Arc<String> {
        self.text.get_value()
    }

    /// Does work that may take long, and says so once it does.
    pub async fn while_busy<T>(self, words: String, work: impl Future<Output = T>) -> T {
        let done = StoredValue::new(false);
        pause::begin(async move {
            wait(SLOW).await;
            if done.try_get_value() == Some(false) {
                self.busy.set(words);
            }
        });
        let result = work.await;
        done.set_value(true);
        self.busy.set(String::new());
        result
    }

    /// Changes the file. `deed` says what is done: the same deed again is no step of its own
    /// to take back.
    pub fn change<T>(self, deed: &str, change: impl FnOnce(&mut Value) -> Option<T>) -> Option<T> {
        let mut file = self.file.get_untracked()?.as_ref().clone();
        let done = change(&mut file)?;
        let state = self.state();
        self.past.update_value(|past| past.remember(&state, deed));
        self.put(file);
        Some(done)
    }

    /// Takes a step back, or forth.
    pub fn step(self, forth: bool) {
        self.editing.set(None);
        self.number.set(None);
        let now = self.state();
        let there = self.past.try_update_value(|past| match forth {
            true => past.forth(now),
            false => past.back(now),
        });
        let Some(state) = there.flatten() else { return };
        if let Ok(file) = serde_json::from_str(&state.text) {
            self.doubts.update(|all| {
                for (one, settled) in all.iter_mut().zip(state.settled) {
                    one.settled = settled;
                }
            });
            self.put(file);
            let (zh, en) = match forth {
                true => ("已重做", "Done again"),
                false => ("已撤销", "Undone"),
            };
            // The same words again are news, too.
            self.told.set(String::new());
            self.told.set(self.said(zh, en));
        }
    }

    /// The file and the choices as they are now.
    fn state(self) -> PastState {
        let settled = |all: &Vec<ReviewedDoubt>| all.iter().map(|one| one.settled).collect();
        PastState {
            text: self.text().to_string(),
            settled: self.doubts.with_untracked(settled),
        }
    }

    /// Takes a choice of a doubt: the first was done by the draft, others are done here.
    /// False where only the editor can do it.
    pub fn choose(self, at: usize, choice: usize) -> bool {
        let state = self.state();
        let doubt = self
            .doubts
            .with_untracked(|all| all.get(at).map(|one| one.doubt.clone()));
        let (Some(doubt), Some(file)) = (doubt, self.file.get_untracked()) else {
            return true;
        };
        let words = doubt.choices.get(choice).filter(|_| choice != 0);
        let settled = words.and_then(|words| {
            let mut file = file.as_ref().clone();
            settle(&mut file, &doubt, words).map(|()| file)
        });
        let done = settled.is_some();
        let by_hand = choice != 0 && !done;
        self.doubts.update(|all| {
            if let Some(one) = all.get_mut(at) {
                one.settled = Settled {
                    choice: Some(choice),
                    by_hand,
                    done,
                };
            }
            // What is unsure of what is gone is settled with it.
            let inside = format!("{}/", doubt.pointer);
            let gone = |one: &ReviewedDoubt| {
                one.settled.choice.is_none() && one.doubt.pointer.starts_with(&inside)
            };
            let taken = settled
                .as_ref()
                .is_some_and(|file| file.pointer(&doubt.pointer).is_none());
            for one in all.iter_mut().filter(|one| taken && gone(one)) {
                one.settled = Settled {
                    choice: Some(0),
                    by_hand: false,
                    done: true,
                };
            }
        });
        self.past.update_value(|past| past.remember(&state, ""));
        self.put(settled.unwrap_or_else(|| file.as_ref().clone()));
        self.tell_open();
        !by_hand
    }

    /// Lets doubts stand in another way.
    pub fn stand(self, change: impl FnOnce(&mut Vec<ReviewedDoubt>)) {
        let state = self.state();
        self.doubts.update(change);
        self.past.update_value(|past| past.remember(&state, ""));
        self.ways.set(self.past.with_value(Past::ways));
        self.changed();
        self.tell_open();
    }

    /// Says how many doubts are open.
    pub fn tell_open(self) {
        let open = self.unsettled();
        self.told.set(match self.english.get_untracked() {
            true => format!("Unsure: {open} left"),
            false => format!("拿不准的还有 {open} 处"),
        });
    }

    /// How many doubts wait for the editor.
    pub fn unsettled(self) -> usize {
        let open = |one: &&ReviewedDoubt| !one.settled.is_over();
        self.doubts.with(|all| all.iter().filter(open).count())
    }

    /// The file is another one now.
    pub fn put(self, file: Value) {
        self.text.set_value(Arc::new(format!("{file:#}\n")));
        self.file.set(Some(Arc::new(file)));
        self.ways.set(self.past.with_value(Past::ways));
        self.changed();
    }

    /// Looks at the file and keeps it, a moment after the last change.
    pub fn changed(self) {
        let turn = self.turn.get_value() + 1;
        self.turn.set_value(turn);
        if self.kept.get_untracked() == Some(true) {
            self.kept.set(Some(false));
        }
        let still = move || self.turn.get_value() == turn;
        pause::begin(async move {
            wait(LOOK).await;
            if still() {
                self.see().await;
            }
            wait(KEEP).await;
            if still() {
                self.keep().await;
            }
            wait(BREAKS).await;
            if still() {
                self.see_breaks().await;
            }
        });
    }

    /// Whether the file still has there what a doubt is about: its words, or something that
    /// has none of its own.
    pub fn tells(self, pointer: &str, about: &str) -> bool {
        let told = |file: &Arc<Value>| match file.pointer(pointer) {
            Some(Value::String(_)) => says(file, pointer, about),
            Some(_) => !pointer.is_empty(),
            None => false,
        };
        self.file
            .with_untracked(|file| file.as_ref().is_some_and(told))
    }

    /// Leads to the place of a pointer: the nearest line, open to be written in.
    pub fn go_to(self, pointer: &str) {
        self.pane.set(Pane::Original);
        let line = self.lines.with_untracked(|lines| {
            let near = |line: &&TextLine| {
                line.pointer == pointer
                    || line.pointer.strip_suffix("/text") == Some(pointer)
                    || pointer.starts_with(&[line.pointer.trim_end_matches("text"), ""].concat())
                        && line.pointer.ends_with("/text")
            };
            lines.iter().find(near).map(|line| line.pointer.clone())
        });
        self.editing.set(None);
        match line {
            Some(line) => self.editing.set(Some(line)),
            None => super::holders::reveal(pointer),
        }
    }
}

/// A name that nothing else has.
pub fn token() -> String {
    let random = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:08x}{:08x}", random(), random())
}
