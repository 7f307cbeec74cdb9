//! Drafting: how long a document takes, and how much memory.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::row::Row;
use crate::sites::repository;
use crate::spent::spent;

/// Drafts a work report that is repeated until it is as long, with the command as it is
/// released; works in a folder.
pub fn rows(command: &Path, folder: &Path) -> Result<Vec<Row>> {
    let text = fs::read_to_string(repository().join("tests/fixtures/draft/guizhou.txt"))
        .context("cannot read the document")?;
    let characters = 50_000 / text.chars().count() + 1;
    let megabytes = 10_000_000 / text.len() + 1;
    let mut rows = Vec::new();
    for (what, times, seconds) in [
        ("draft 50,000 characters", characters, 1.0),
        ("draft 10 MB of text", megabytes, 10.0),
    ] {
        let document = folder.join("document.txt");
        fs::write(&document, text.repeat(times)).context("cannot write the document")?;
        let out = folder.join("draft.json");
        if out.exists() {
            fs::remove_file(&out).context("cannot remove the draft before")?;
        }
        let mut draft = Command::new(command);
        let (time, memory) = spent(draft.arg("draft").arg(&document).arg("--out").arg(&out))?;
        rows.push(Row::new(what, time, seconds, "s"));
        rows.push(Row::new(format!("{what}: memory"), memory, 300.0, "MB"));
    }
    Ok(rows)
}
