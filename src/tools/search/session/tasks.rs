//! What follows a query, in tasks that keep no key waiting: finding, marking,
//! opening. The next query ends them.

use super::{Session, readdress};
use crate::browser::pause::{self, pause, wait};
use crate::report::search::Words;
use std::rc::Rc;

/// Tells assistive technology that what a key leads to is on its way.
const BUSY: &str = "aria-busy";

/// How long the address waits for the next key, in ms: browsers mind often.
const SOON: i32 = 250;

/// How many sections open in one task.
const AT_ONCE: usize = 6;

/// In how many steps a report of the usual length is read.
const USUAL: usize = 30;

impl Session {
    /// Looks for what the reader types.
    pub fn type_in(self: &Rc<Session>, query: &str) {
        self.quiet.set(false);
        self.look_for(query);
    }

    /// Looks for the words of a query; then, unless another key comes first, goes
    /// to the first hit and tells how many there are.
    pub(super) fn look_for(self: &Rc<Session>, query: &str) {
        let words = Words::of(query);
        if self.found.borrow().is_of(&words) {
            return;
        }
        self.found.borrow_mut().look_for(words);
        // Nothing of it is told before the rest has followed.
        let _ = self.bar.set_attribute(BUSY, "true");
        let turn = self.turn();
        let (session, query) = (self.clone(), query.to_owned());
        pause::begin(async move {
            if !session.follow(turn).await {
                return;
            }
            session.go(true);
            session.tell();
            let _ = session.bar.remove_attribute(BUSY);
            session.settle(turn).await;
            wait(SOON).await;
            if session.turn.get() == turn {
                let asked = session.found.borrow().is_asked();
                let _ = readdress(Some(query.as_str()).filter(|_| asked));
            }
        });
    }

    /// Does what is asked for, in tasks that keep no key waiting. Whether it is
    /// still asked for.
    pub(super) async fn follow(&self, turn: u32) -> bool {
        loop {
            pause().await;
            if self.turn.get() != turn {
                return false;
            }
            if !self.go_on() {
                return true;
            }
        }
    }

    /// Does some of what is asked for. Whether there is more to do.
    pub(super) fn go_on(&self) -> bool {
        let more = self.found.borrow_mut().go_on();
        self.pass();
        more
    }

    /// Goes to the next or the previous hit.
    pub fn step(self: &Rc<Session>, on: bool) {
        while self.go_on() {}
        self.quiet.set(false);
        self.found.borrow_mut().step(on);
        self.show(true);
    }

    /// The page has changed: the same words may stand elsewhere. Marks are away
    /// until they are found, which only in a long report anyone will see.
    pub(super) fn look_again(self: Rc<Session>) {
        self.found.borrow_mut().look_again();
        self.pass();
        if self.again.get() {
            return;
        }
        if !(0..USUAL).all(|_| self.go_on()) {
            self.show(false);
            return;
        }
        self.again.set(true);
        let turn = self.turn.get();
        pause::begin(async move {
            let asked = self.follow(turn).await;
            self.again.set(false);
            if asked {
                self.show(false);
            }
        });
    }

    /// Opens and closes sections, a few in a task, as long as this is asked for.
    pub(super) async fn settle(&self, turn: u32) {
        loop {
            pause().await;
            if self.turn.get() != turn || !self.keep(|found| found.settle(AT_ONCE)) {
                break;
            }
        }
    }

    /// Another query, or none: what was begun for the last one ends. Steps and
    /// changes of the page end nothing, or its first hit might never be gone to.
    pub(super) fn turn(&self) -> u32 {
        self.turn.set(self.turn.get() + 1);
        self.turn.get()
    }

    /// Marks are no changes of the page.
    pub(super) fn pass(&self) {
        if let Some(changes) = &*self.changes.borrow() {
            changes.pass();
        }
    }
}
