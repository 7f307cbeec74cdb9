//! A document, a file or a kept draft onto the desk, and off it.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use super::at_work::{AtDesk, DraftRecord, Pane, ReviewedDoubt, token};
use super::outside::ask;
use crate::browser::pause;
use crate::studio::errand::{Errand, Look, Opened};
use crate::studio::past::{Past, Settled};

impl AtDesk {
    /// Takes a file that was chosen, dropped or pasted.
    pub fn take(self, name: String, bytes: Vec<u8>) {
        self.notice.set(String::new());
        pause::begin(async move {
            let errand = Errand::Open {
                name: name.clone(),
                english: self.english.get_untracked(),
            };
            let earlier = self.earlier.get_untracked().map(|file| file.to_string());
            let mut pieces = vec![bytes.as_slice()];
            pieces.extend(earlier.as_ref().map(|text| text.as_bytes()));
            let words = self.said("正在读这份文稿…", "Reading the document …");
            match self
                .while_busy(words, ask::<Opened>(&errand, &pieces))
                .await
            {
                Ok((opened, _)) => self.opened(&name, opened),
                Err(error) => self.fault(&error),
            }
        });
    }

    fn opened(self, name: &str, opened: Opened) {
        let Some(text) = opened.report else {
            let name = name.to_owned();
            self.notice.set(format!("{name}：{}", opened.message));
            return;
        };
        let doubts = opened.doubts.into_iter().map(|doubt| ReviewedDoubt {
            doubt,
            settled: Settled::default(),
        });
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let record = DraftRecord {
            name: stem.to_owned(),
            file: text,
            doubts: doubts.collect(),
            earlier: self.earlier.get_untracked().map(|file| file.to_string()),
        };
        if !opened.message.is_empty() {
            self.notice.set(
                self.said(
                    "这份数据里有本版不认识的内容，会原样保留：",
                    "This file holds what this edition does not know; it is kept as it is: ",
                ) + &opened.message,
            );
        }
        self.lay_out(record, token(), 0);
    }

    /// Puts a draft on the desk.
    pub fn lay_out(self, record: DraftRecord, id: String, count: u32) {
        let Ok(file) = serde_json::from_str::<Value>(&record.file) else {
            return self.fault("JSON");
        };
        self.id.set_value(id);
        self.count.set_value(count);
        self.past.set_value(Past::default());
        self.ways.set((false, false));
        self.name.set(record.name);
        // What was done before cannot be taken back now, so it may be thought over again.
        let mut doubts = record.doubts;
        doubts.iter_mut().for_each(|one| one.settled.done = false);
        self.doubts.set(doubts);
        let earlier = record
            .earlier
            .and_then(|text| serde_json::from_str(&text).ok());
        self.earlier.set(earlier.map(Arc::new));
        self.editing.set(None);
        self.number.set(None);
        self.put(file);
        self.tell_open();
        super::hotkeys::into(Pane::Original);
    }

    /// Clears the desk; the draft stays where it is kept.
    pub fn close(self) {
        self.editing.set(None);
        self.file.set(None);
        self.earlier.set(None);
        self.look.set(Look::default());
        self.page.set(Arc::default());
        self.notice.set(String::new());
    }
}
