//! `tujie draft`: a document made into a report's draft.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::draft::{self, Draft};
use crate::explain::{self, Lang, said};
use crate::report::Report;
use crate::site::failure::{reason, unreadable};

/// What is to be drafted, and where to.
pub struct DraftOrder {
    /// The document.
    pub file: PathBuf,
    /// Where the draft goes; `-` is standard output.
    pub out: Option<PathBuf>,
    /// Where the doubts go as JSON.
    pub doubts: Option<PathBuf>,
    /// An earlier report's data file.
    pub beside: Option<PathBuf>,
}

/// The largest document, in bytes.
const MOST: u64 = 64 << 20;

/// The most doubts that are told in words; a file has them all.
const TOLD: usize = 20;

/// Drafts; 0 done, 1 nothing to draft from, 2 unreadable or not written.
pub fn run(order: &DraftOrder, lang: Lang) -> u8 {
    match drafted(order, lang) {
        Ok(()) => 0,
        Err((code, message)) => {
            eprintln!("{message}");
            code
        }
    }
}

fn drafted(order: &DraftOrder, lang: Lang) -> Result<(), (u8, String)> {
    let path = &order.file;
    let shown = path.display();
    let bytes = read(path).map_err(|error| (2, unreadable(lang, &shown, &error)))?;
    let beside = order
        .beside
        .as_deref()
        .map(|path| earlier(path, lang))
        .transpose()?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let draft = draft::draft(&bytes, &name, beside.as_ref()).map_err(|refusal| {
        let english = refusal.english();
        let message = said!(
            lang,
            "{shown}：{refusal}。没有写出任何文件",
            "{shown}: {english}; nothing was written"
        );
        (refusal.code(), message)
    })?;
    let out = order
        .out
        .clone()
        .unwrap_or_else(|| path.with_extension("json"));
    let text = draft::json(&draft.report);
    if out.as_os_str() == "-" {
        let written = io::stdout().write_all(text.as_bytes());
        written.map_err(|error| unwritable(&out, &error, lang))?;
    } else {
        create(&out, &text).map_err(|error| unwritable(&out, &error, lang))?;
    }
    if let Some(path) = &order.doubts {
        create(path, &doubts(&draft)).map_err(|error| unwritable(path, &error, lang))?;
    }
    tell(&out, &draft, lang);
    Ok(())
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path)?;
    io::Read::read_to_end(&mut io::Read::take(file, MOST + 1), &mut bytes)?;
    if bytes.len() as u64 > MOST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// The earlier report.
fn earlier(path: &Path, lang: Lang) -> Result<Report, (u8, String)> {
    let shown = path.display();
    let bytes = read(path).map_err(|error| (2, unreadable(lang, &shown, &error)))?;
    let report = explain::validate(&bytes, lang).report;
    report.ok_or_else(|| {
        let message = said!(
            lang,
            "{shown}：不是报告的数据文件；检查：tujie check {shown}",
            "{shown}: no report's data file; check it: tujie check {shown}"
        );
        (2, message)
    })
}

/// Writes a new file, whole or not at all: a cut one would look like a report.
pub fn create(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        let _ = fs::remove_file(path);
    }
    written
}

fn unwritable(path: &Path, error: &io::Error, lang: Lang) -> (u8, String) {
    let shown = path.display();
    let message = if error.kind() == io::ErrorKind::AlreadyExists {
        said!(
            lang,
            "{shown}：已经存在，没有改动；用 --out 另取文件名",
            "{shown}: exists and was left as it is; name another file with --out"
        )
    } else {
        let why = reason(lang, error);
        said!(
            lang,
            "{shown}：不能写入（{why}）",
            "{shown}: cannot be written ({why})"
        )
    };
    (2, message)
}

/// What was written, and what is unsure, on standard error.
fn tell(out: &Path, draft: &Draft, lang: Lang) {
    let shown = out.display();
    let report = &draft.report;
    let figures = report.figures.len();
    let parts = report.parts.len();
    let chapters = report.chapters().count();
    let flows = report.flows().count();
    let count = draft.doubts.len();
    eprintln!(
        "{}",
        said!(
            lang,
            "{shown}：已写好初稿（{parts} 部分，{chapters} 章，{figures} 个数字，{flows} 个流程），有 {count} 处要核对",
            "{shown}: draft written (parts: {parts}, chapters: {chapters}, figures: {figures}, flows: {flows}); doubts: {count}"
        )
    );
    for (at, doubt) in draft.doubts.iter().take(TOLD).enumerate() {
        eprintln!("  {}. {}", at + 1, doubt.sentence());
    }
    if count > TOLD {
        let rest = count - TOLD;
        eprintln!(
            "{}",
            said!(
                lang,
                "  还有 {rest} 处较轻的，用 --doubts 文件 全部写出",
                "  and {rest} lighter ones; --doubts FILE writes all"
            )
        );
    }
}

/// All doubts, and all that was left out, as JSON.
fn doubts(draft: &Draft) -> String {
    let asides: Vec<_> = draft
        .asides
        .iter()
        .map(|aside| json!({ "kind": aside.kind.name(), "text": aside.text }))
        .collect();
    let file = json!({ "doubts": draft.doubts, "leftOut": asides });
    format!("{file:#}\n")
}
