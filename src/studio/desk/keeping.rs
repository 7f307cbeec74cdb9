//! After a change: the file is checked and shown, and the draft kept in this browser.

use std::sync::Arc;

use leptos::prelude::*;

use super::at_work::{AtDesk, DraftRecord, token};
use super::outside::{ask, keep_draft};
use crate::studio::errand::{Errand, Look};

impl AtDesk {
    /// Has the file checked and its page made.
    pub async fn see(self) {
        if self.looking.get_value() {
            return;
        }
        self.looking.set_value(true);
        // A press that fell over is replaced: what it was asked for is asked again, once.
        let mut again = true;
        loop {
            let turn = self.turn.get_value();
            let text = self.text();
            match self.looked(&text, false).await {
                Ok(()) => {}
                Err(_) if again => {
                    again = false;
                    continue;
                }
                Err(error) => self.fault(&error),
            }
            if self.turn.get_value() == turn {
                break;
            }
        }
        self.looking.set_value(false);
    }

    /// Has the page made as it is published, its lines broken at words. That takes longer,
    /// so it comes once nothing changes any more.
    pub async fn see_breaks(self) {
        if self.looking.get_value() || self.file.with_untracked(Option::is_none) {
            return;
        }
        self.looking.set_value(true);
        let turn = self.turn.get_value();
        // What fails here is told by the next look.
        let _ = self.looked(&self.text(), true).await;
        self.looking.set_value(false);
        if self.turn.get_value() != turn {
            self.see().await;
        }
    }

    async fn looked(self, text: &str, breaks: bool) -> Result<(), String> {
        let errand = Errand::Look {
            english: self.english.get_untracked(),
            breaks,
        };
        let (look, pieces) = ask::<Look>(&errand, &[text.as_bytes()]).await?;
        self.look.set(look);
        let page = pieces.into_iter().next().unwrap_or_default();
        if !page.is_empty() {
            let page = String::from_utf8(page).unwrap_or_default();
            self.page.set(Arc::new(page));
        }
        Ok(())
    }

    /// Keeps the draft in this browser.
    pub async fn keep(self) {
        if self.file.with_untracked(Option::is_none) {
            return;
        }
        let turn = self.turn.get_value();
        let text = self.text();
        let record = DraftRecord {
            name: self.name.get_untracked(),
            file: text.to_string(),
            doubts: self.doubts.get_untracked(),
            earlier: self.earlier.get_untracked().map(|file| file.to_string()),
        };
        let record = serde_json::to_string(&record).unwrap_or_default();
        let (id, tab) = (self.id.get_value(), self.tab.get_value());
        match keep_draft(&id, &record, &tab, self.count.get_value()).await {
            Ok(true) => {
                self.count.update_value(|count| *count += 1);
                self.kept.set(Some(self.turn.get_value() == turn));
            }
            Ok(false) => {
                self.id.set_value(token());
                self.count.set_value(0);
                self.notice.set(self.said(
                    "这份稿子在另一个窗口里也改过。两边都没有丢：这里的改动另存成了一份。",
                    "Another window changed this draft, too. Nothing is lost: what you did here is now a draft of its own.",
                ));
                self.changed();
            }
            Err(()) => self.kept.set(None),
        }
    }
}
