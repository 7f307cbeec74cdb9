//! The command `tujie edit`, where it serves the page: its file comes from there, and goes
//! back at each change.

use leptos::prelude::*;

use super::at_work::{AtDesk, DraftRecord};
use super::outside::{CommandAnswer, ask_command};
use crate::browser::pause::{self, wait};

/// How often the file is asked for, in ms.
const BEAT: i32 = 1_500;

/// How long after the last change it is given back, in ms.
const REST: i32 = 400;

/// What is known of the command's file.
#[derive(Clone, Copy, Default)]
pub struct CommandLink {
    /// The tag of the state that both sides have; empty where no command serves the page.
    tag: StoredValue<String>,
    /// The text of that state.
    same: StoredValue<String>,
    /// Grows with each change.
    turn: StoredValue<u32>,
}

impl CommandLink {
    /// Takes the file from the command, and again whenever it changes outside; gives it back
    /// a moment after each change here.
    pub fn begin(desk: AtDesk) {
        let link = CommandLink::default();
        Effect::new(move |_| {
            desk.file.track();
            let turn = link.turn.get_value() + 1;
            link.turn.set_value(turn);
            pause::begin(async move {
                wait(REST).await;
                if link.turn.get_value() == turn && desk.file.with_untracked(Option::is_some) {
                    link.save(desk, &desk.text()).await;
                }
            });
        });
        pause::begin(async move {
            while let Ok(Some(answer)) = ask_command("GET", &link.tag.get_value(), "").await {
                desk.served.set(true);
                link.took(desk, answer);
                wait(BEAT).await;
            }
            if desk.served.get_untracked() {
                desk.served.set(false);
                desk.notice.set(desk.said(
                    "tujie edit 已经结束，改动不再写入文件；稿子仍保存在这个浏览器里，也可以下载。",
                    "tujie edit has ended: changes no longer reach the file. The draft stays in this browser.",
                ));
            }
        });
    }

    fn took(self, desk: AtDesk, answer: CommandAnswer) {
        let tag = answer.tag.unwrap_or_default();
        if answer.status != 200 || tag == self.tag.get_value() {
            return;
        }
        let first = self.tag.get_value().is_empty();
        self.tag.set_value(tag);
        if answer.text.is_empty() || answer.text == self.same.get_value() {
            return;
        }
        self.same.set_value(answer.text.clone());
        if !first {
            desk.notice.set(desk.said(
                "文件在别处改过，已重新载入；用“撤销”可以回到这里原来的样子。",
                "The file was changed elsewhere and is loaded anew; undo brings back what was here.",
            ));
        }
        let Ok(file) = serde_json::from_str::<serde_json::Value>(&answer.text) else {
            return desk.take("report.json".to_owned(), answer.text.into_bytes());
        };
        if first {
            let record = DraftRecord {
                name: "report".to_owned(),
                file: answer.text,
                ..DraftRecord::default()
            };
            desk.lay_out(record, super::at_work::token(), 0);
        } else {
            desk.change("", |now| {
                *now = file;
                Some(())
            });
        }
    }

    /// Gives the file back. Where it was changed outside meanwhile, the newer one is taken
    /// at the next beat.
    async fn save(self, desk: AtDesk, text: &str) {
        if !desk.served.get_untracked() || text == self.same.get_value() {
            return;
        }
        match ask_command("PUT", &self.tag.get_value(), text).await {
            Ok(Some(answer)) if answer.status == 200 => {
                self.tag.set_value(answer.tag.unwrap_or_default());
                self.same.set_value(text.to_owned());
            }
            Ok(Some(answer)) if answer.status == 412 => {}
            _ => desk.notice.set(desk.said(
                "文件没有写成，请看 tujie edit 的提示；稿子仍保存在这个浏览器里。",
                "The file could not be written; see what tujie edit says. The draft stays in this browser.",
            )),
        }
    }
}
