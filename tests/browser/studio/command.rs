//! The 编辑台 as `tujie edit` serves it: the file is written as the editor writes, and what
//! others write into it comes back.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use thirtyfour::Key;

use super::{SHOWN, studio, text};
use crate::browser::browse;
use crate::export::Folder;

/// The command, which ends with its story.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_file_is_written_as_the_editor_writes_and_comes_back_from_others() {
    browse(async |browser| {
        let folder = Folder::new("edit");
        let file = folder.0.join("明年.json");
        let report = include_str!("../../../public/data/report.json");
        fs::write(&file, report).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_tujie"));
        command.arg("edit").arg(&file).arg("--studio").arg(studio());
        let started = command.stdout(Stdio::piped()).spawn();
        let mut served = Served(started.expect("the command runs"));
        let told = served.0.stdout.take().expect("what it says");
        let mut line = String::new();
        BufReader::new(told).read_line(&mut line).expect("a line");
        let address = line.trim_start_matches("编辑台：").trim();
        browser.open(address).await;
        browser.until(SHOWN).await;

        // What the editor writes stands in the file.
        browser
            .run::<()>(
                "document.querySelectorAll('.de-line__words')[1].click();",
                Vec::new(),
            )
            .await;
        browser
            .until("document.activeElement.matches('.de-write__field')")
            .await;
        for letter in "写入".chars() {
            browser.press_letter(letter).await;
        }
        browser.press(&Key::Escape).await;
        browser
            .until(
                "document.querySelector('.de-lines').textContent.includes('写入')
                    && document.querySelector('.de-bar__kept').textContent === '已写入文件'",
            )
            .await;
        let written = fs::read_to_string(&file).expect("the file");
        assert!(written.contains("写入"), "the file never changed");

        // What somebody else writes is shown and said, and can be taken back.
        let before = text(browser).await;
        fs::write(&file, written.replace("写入", "外改")).expect("the file");
        browser
            .until("document.querySelector('.de-notice').textContent.includes('文件在别处改过')")
            .await;
        assert_eq!(text(browser).await, before.replace("写入", "外改"));
        browser.click("button", "撤销").await;
        browser
            .until("document.querySelector('.de-lines').textContent.includes('写入')")
            .await;

        // The command ends: that is said, and the draft is kept here.
        drop(served);
        browser.foresee("ERR_CONNECTION_REFUSED");
        browser
            .until(
                "document.querySelector('.de-notice').textContent.includes('tujie edit 已经结束')",
            )
            .await;
    });
}
