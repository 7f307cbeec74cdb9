//! What gives no draft is named, and nothing is written.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

use tujie::draft::{Refusal, draft};

use crate::measure::fixture;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("a zip file").into_inner()
}

#[track_caller]
fn check(bytes: &[u8], expected: Refusal) {
    assert_eq!(draft(bytes, "文稿.txt", None).err(), Some(expected));
}

#[test]
fn each_kind_of_bad_file_is_named() {
    check(b"", Refusal::Empty);
    check(b" \r\n\0", Refusal::Empty);
    check(b"%PDF-1.7\n", Refusal::Pdf);
    check(b"\x89PNG\r\n\x1a\n", Refusal::Picture("PNG"));
    check(b"\xFF\xD8\xFF\xE0", Refusal::Picture("JPEG"));
    check(b"{\\rtf1 a}", Refusal::Rtf);
    check(&fixture("old.doc"), Refusal::OldWord);
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check(&encrypted, Refusal::Encrypted);
    check(
        &fixture("other.odt"),
        Refusal::Packed("OpenDocument 文件（.odt）", "an OpenDocument file (.odt)"),
    );
    check(
        &zipped(&[("xl/workbook.xml", b"")]),
        Refusal::Packed("电子表格（.xlsx）", "a spreadsheet (.xlsx)"),
    );
    check(
        &zipped(&[("a.txt", b"a")]),
        Refusal::Packed("压缩包（.zip）", "an archive (.zip)"),
    );
    let report = include_bytes!("../../public/data/report.json");
    check(report, Refusal::Report);
    check(b"[1, 2]", Refusal::Json);
    check(b"\x80\x81\x82\xFF", Refusal::NoText);
    let docx = fixture("word-features.docx");
    check(&docx[..docx.len() / 2], Refusal::Broken);
    check(
        &zipped(&[("word/document.xml", b"<w:document><w:p></w:x>")]),
        Refusal::Broken,
    );
    let empty = b"<w:document xmlns:w='w'><w:body/></w:document>";
    check(
        &zipped(&[("word/document.xml", empty), ("word/media/image1.png", b"")]),
        Refusal::NoWords { pictures: 1 },
    );
}

#[test]
fn what_unpacks_to_far_too_much_is_not_read() {
    let bytes = vec![b' '; 200 << 20];
    check(&zipped(&[("word/document.xml", &bytes)]), Refusal::Bomb);
}

/// 300 KB of it held three million paragraphs, and took 2 GB and minutes.
#[test]
fn more_paragraphs_than_any_report_has_are_not_read() {
    let many = "<w:p><w:r><w:t>好</w:t></w:r></w:p>".repeat(260_000);
    let xml = format!("<w:document xmlns:w='w'><w:body>{many}</w:body></w:document>");
    check(
        &zipped(&[("word/document.xml", xml.as_bytes())]),
        Refusal::Bomb,
    );
}

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tujie"));
        let output = command
            .current_dir(&self.0)
            .args(arguments)
            .output()
            .expect("the command runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a folder");
        let mut names: Vec<_> = entries
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }
}

#[test]
fn the_command_writes_beside_the_document_and_over_nothing() {
    let folder = Folder::new("draft-command");
    fs::write(folder.0.join("报告.docx"), fixture("seed-headings.docx")).expect("a file");
    let (code, out, err) = folder.run(&["draft", "报告.docx", "--doubts", "疑问.json"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    assert!(
        err.starts_with("报告.json：已写好初稿（3 部分，6 章"),
        "{err}"
    );
    assert_eq!(folder.names(), ["报告.docx", "报告.json", "疑问.json"]);
    let (code, ..) = folder.run(&["check", "报告.json"]);
    assert_eq!(code, Some(0));
    let written = fs::read(folder.0.join("报告.json")).expect("the draft");
    let (code, _, err) = folder.run(&["draft", "报告.docx"]);
    assert_eq!(code, Some(2));
    assert!(err.contains("已经存在，没有改动"), "{err}");
    assert_eq!(
        fs::read(folder.0.join("报告.json")).expect("the draft"),
        written
    );
    let (code, out, _) = folder.run(&["draft", "报告.docx", "--out", "-"]);
    assert_eq!((code, out.as_bytes()), (Some(0), written.as_slice()));
    fs::create_dir(folder.0.join("新")).expect("a folder");
    let (code, ..) = folder.run(&["draft", "报告.docx", "--out", "新/../新/稿"]);
    assert_eq!(code, Some(0));
    assert!(folder.0.join("新/稿").exists());
    let doubts = fs::read_to_string(folder.0.join("疑问.json")).expect("the doubts");
    let doubts: serde_json::Value = serde_json::from_str(&doubts).expect("JSON");
    let doubts = doubts["doubts"].as_array().expect("a list");
    let weights: Vec<_> = doubts
        .iter()
        .map(|doubt| doubt["weight"].as_u64())
        .collect();
    assert!(weights.is_sorted_by(|one, next| one >= next), "{weights:?}");
}

#[test]
fn a_refusal_is_told_and_writes_nothing() {
    let folder = Folder::new("draft-refused");
    for (name, bytes, code, words) in [
        ("空.txt", &b""[..], 1, "文件是空的，请另选一个"),
        ("图.docx", b"\x89PNG", 2, "这是图片（PNG）"),
        ("旧.docx", &fixture("old.doc"), 2, "另存为 .docx"),
        ("论文.pdf", b"%PDF-1.4", 2, "复制全部文字"),
    ] {
        fs::write(folder.0.join(name), bytes).expect("a file");
        let (found, out, err) = folder.run(&["draft", name]);
        assert_eq!((found, out.as_str()), (Some(code), ""), "{err}");
        assert!(err.starts_with(name) && err.contains(words), "{err}");
        let (_, _, err) = folder.run(&["--lang", "en", "draft", name]);
        assert!(err.contains("nothing was written"), "{err}");
        fs::remove_file(folder.0.join(name)).expect("a file");
        assert_eq!(folder.names(), Vec::<String>::new());
    }
    assert_eq!(folder.run(&["draft", "没有.txt"]).0, Some(2));
}
