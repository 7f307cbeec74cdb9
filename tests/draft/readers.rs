//! Each kind of document is read as its program shows it.

use tujie::charset::Charset;
use tujie::draft::document::DocumentFormat;
use tujie::draft::{Draft, draft};
use tujie::report::Report;

use crate::measure::fixture;

fn drafted(name: &str) -> Draft {
    draft(&fixture(name), name, None).expect("a draft")
}

fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.title.text.text(), report.preface.text.clone()];
    for part in &report.parts {
        texts.push(part.heading.text());
        texts.extend(part.texts().map(str::to_owned));
    }
    texts
}

/// Numbering that Word counts itself, deletions and insertions, hidden words, fields, a
/// table, a text box that is told twice, the head of the pages.
#[test]
fn a_word_file_is_read_as_word_shows_it() {
    let draft = drafted("word-features.docx");
    assert_eq!(draft.format, DocumentFormat::Docx);
    let report = &draft.report;
    assert_eq!(report.title.text.text(), "绿化工作报告");
    let parts: Vec<_> = report
        .parts
        .iter()
        .map(|part| part.heading.text())
        .collect();
    let all = texts(report).join("\n");
    for words in [
        "全乡栽树12345棵，成活率98.5%。",
        "村村都有苗圃，家家都会栽树。",
        "护林员有86人。",
        "村名\u{3000}棵数",
        "东村\u{3000}520棵",
        "文本框里的一段话，说明栽树的方法，共三条。",
    ] {
        assert_eq!(all.matches(words).count(), 1, "{words} in {all}");
    }
    for words in ["9999", "内部数", "PAGE", "绿化委员会文件"] {
        assert!(!all.contains(words), "{words} in {all}");
    }
    let headings: Vec<_> = report
        .chapters()
        .flat_map(|(_, chapter)| {
            let sections = chapter
                .sections
                .iter()
                .map(|section| section.heading.text());
            std::iter::once(chapter.heading.text()).chain(sections)
        })
        .chain(parts)
        .collect();
    for heading in ["一年来的工作", "栽树又快又好", "护林又严又细", "明年的打算"]
    {
        assert!(
            headings.iter().any(|one| one == heading),
            "{heading} in {headings:?}"
        );
    }
    assert!(
        draft
            .asides
            .iter()
            .any(|aside| aside.text == "绿化委员会文件")
    );
}

/// One text in every encoding gives one draft, and the encoding is said.
#[test]
fn encodings_are_found_out() {
    let text = String::from_utf8(fixture("shaanxi.txt")).expect("UTF-8");
    let expected = draft(text.as_bytes(), "a.txt", None)
        .expect("a draft")
        .report;
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, charset) in [
        (
            marked(b"\xEF\xBB\xBF", text.as_bytes()),
            Charset::Utf8Marked,
        ),
        (
            marked(b"\xFF\xFE", &wide(u16::to_le_bytes)),
            Charset::Utf16Le,
        ),
        (wide(u16::to_le_bytes), Charset::Utf16Le),
        (
            marked(b"\xFE\xFF", &wide(u16::to_be_bytes)),
            Charset::Utf16Be,
        ),
        (
            encoding_rs::GB18030.encode(&text).0.into_owned(),
            Charset::Gb18030,
        ),
        (text.replace('\n', "\r\n").into_bytes(), Charset::Utf8),
        (text.replace('\n', "\r").into_bytes(), Charset::Utf8),
        (
            text.replace("，", "，\0\u{200B}").into_bytes(),
            Charset::Utf8,
        ),
    ] {
        let draft = draft(&bytes, "a.txt", None).expect("a draft");
        assert_eq!(draft.charset, Some(charset));
        assert!(draft.report == expected, "{charset:?}");
    }
}

/// A page of the same words, with what pages put around them.
#[test]
fn a_web_page_is_read_without_what_stands_around() {
    let text = "<html><head><title>某站</title></head><body><nav><a href=/>首页</a></nav>\
        <h1>绿化工作报告</h1><p>时间：2026-02-02</p><p>一年来，全乡上下一起栽树护林，山更绿了，水更清了，现在报告有关的情况，请大家提出意见。</p>\
        <h2>栽树</h2><p>全乡栽树12345棵。</p><h2>护林</h2><p>护林员有86人。</p><footer>版权所有</footer></body></html>";
    let draft = draft(text.as_bytes(), "a.htm", None).expect("a draft");
    assert_eq!(draft.format, DocumentFormat::Html);
    let report = &draft.report;
    assert_eq!(report.title.text.text(), "绿化工作报告");
    assert_eq!(report.imprint.published.as_deref(), Some("2026-02-02"));
    let parts: Vec<_> = report
        .parts
        .iter()
        .map(|part| part.heading.text())
        .collect();
    assert_eq!(parts, ["栽树", "护林"]);
    let phrases: Vec<_> = report
        .figures
        .iter()
        .map(|figure| figure.phrase.as_str())
        .collect();
    assert_eq!(phrases, ["12345棵", "86人"]);
}

/// The same file gives the same draft, and what was named is named so again.
#[test]
fn drafts_are_stable_and_carry_over() {
    let bytes = fixture("seed-headings.docx");
    let first = draft(&bytes, "a.docx", None).expect("a draft").report;
    assert!(first == draft(&bytes, "b.docx", None).expect("a draft").report);
    let earlier: Report =
        serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report");
    let next = draft(&bytes, "a.docx", Some(&earlier))
        .expect("a draft")
        .report;
    let chapters: Vec<_> = next
        .chapters()
        .map(|(_, chapter)| chapter.id.0.as_str())
        .collect();
    let before: Vec<_> = earlier
        .chapters()
        .map(|(_, chapter)| chapter.id.0.as_str())
        .collect();
    assert_eq!(chapters, before);
    assert!(tujie::report::check::check(&next).is_empty());
    let kept = next
        .figures
        .iter()
        .filter(|figure| earlier.figure(&figure.id).is_some())
        .count();
    assert!(
        kept * 3 > next.figures.len(),
        "{kept} of {}",
        next.figures.len()
    );
}
