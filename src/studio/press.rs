//! What works for the desk: drafts, checks, renders, makes sites. An errand in, an answer
//! out; it keeps nothing between two.

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::archive::{unzipped, zipped};
use super::errand::{Errand, Look, OpenDoubt, Opened, Remark, Shell, packed, unpacked};
use crate::draft::{self, Refusal};
use crate::explain::{self, Finding, Lang, said};
use crate::page;
use crate::report::Report;
use crate::site::open_graph::BaseUrl;
use crate::site::segment;
use crate::site::{Files, PAGE, SiteOptions, complete, data, poster, version};

/// Does an errand; where that fails, the answer is a sentence for programmers.
pub fn answer(message: &[u8]) -> Vec<u8> {
    let Some((errand, pieces)) = unpacked::<Errand>(message) else {
        return packed(json!({"failed": "no errand"}), &[]);
    };
    done(&errand, &pieces)
        .unwrap_or_else(|error| packed(json!({ "failed": format!("{error:#}") }), &[]))
}

fn done(errand: &Errand, pieces: &[&[u8]]) -> Result<Vec<u8>> {
    let piece = |at: usize| pieces.get(at).copied().context("a piece is missing");
    Ok(match errand {
        Errand::Shell => packed(shell(&unzipped(piece(0)?)?)?, &[]),
        Errand::Open { name, english } => {
            let earlier = pieces.get(1).copied();
            packed(open(name, piece(0)?, earlier, lang(*english)), &[])
        }
        Errand::Look { english, breaks } => {
            let checked = explain::validate(piece(0)?, lang(*english));
            let found = checked.report.as_ref().filter(|_| *breaks);
            let found = found.and_then(|report| segment::found(report).ok());
            let page = found.as_ref().or(checked.report.as_ref()).map(page::render);
            let look = Look {
                problems: checked.problems.iter().map(remark).collect(),
                hints: checked.hints.iter().map(remark).collect(),
            };
            packed(look, &[page.unwrap_or_default().as_bytes()])
        }
        Errand::Pictures { base } => {
            let [long, card] = poster::drawings(&read(piece(0)?)?, based(base)?.as_ref())?;
            packed((), &[long.as_bytes(), card.as_bytes()])
        }
        Errand::Site { mark, base } => {
            let pictures = match pieces.get(2..4) {
                Some([long, card]) => Some(poster::Pictures {
                    long: long.to_vec(),
                    card: card.to_vec(),
                }),
                _ => None,
            };
            let options = SiteOptions {
                base_url: based(base)?,
                mark: *mark,
                offline: true,
                compressed: true,
                pictures,
            };
            let files = site(piece(0)?, piece(1)?, &options)?;
            packed((), &[&zipped(&files)?])
        }
    })
}

fn lang(english: bool) -> Lang {
    if english { Lang::En } else { Lang::Zh }
}

/// The style and the report of a site.
fn shell(site: &Files) -> Result<Shell> {
    let style = site
        .paths()
        .find(|path| path.starts_with("style") && path.ends_with(".css"))
        .context("the site has no style")?;
    Ok(Shell {
        style: site.text(style)?.to_owned(),
        sample: site.text(data::PATH)?.to_owned(),
        schema: explain::schema().to_string(),
        version: version::of(site.text(PAGE)?).unwrap_or_default(),
    })
}

/// A report out of a file, whatever it is.
fn open(name: &str, bytes: &[u8], earlier: Option<&[u8]>, lang: Lang) -> Opened {
    let earlier = earlier.and_then(|bytes| explain::validate(bytes, lang).report);
    match draft::draft(bytes, name, earlier.as_ref()) {
        Ok(draft) => Opened {
            report: Some(draft::json(&draft.report)),
            message: String::new(),
            doubts: draft.doubts.iter().map(open_doubt).collect(),
        },
        Err(Refusal::Report | Refusal::Json) => report(bytes, lang),
        Err(refusal) => Opened {
            message: match lang {
                Lang::Zh => refusal.to_string(),
                Lang::En => refusal.english(),
            },
            ..Opened::default()
        },
    }
}

/// A data file as it stands. What this edition does not know would be lost: that is said.
fn report(bytes: &[u8], lang: Lang) -> Opened {
    let checked = explain::validate(bytes, lang);
    match checked.report {
        Some(report) => Opened {
            report: Some(draft::json(&report)),
            message: checked
                .hints
                .iter()
                .filter(|hint| !hint.pointer.is_empty() && stands_alone(bytes, &hint.pointer))
                .map(Finding::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
            doubts: Vec::new(),
        },
        None => Opened {
            message: match is_report(bytes) {
                true => checked
                    .problems
                    .iter()
                    .take(5)
                    .map(Finding::to_string)
                    .collect::<Vec<_>>()
                    .join("\n"),
                false => said!(
                    lang,
                    "这不是报告的数据。请选 Word 文稿，或从编辑台下载的 report.json",
                    "this is no report; choose a Word document, or a report.json that was downloaded here"
                ),
            },
            ..Opened::default()
        },
    }
}

/// Whether a file has anything of a report, or cannot be told from one.
fn is_report(bytes: &[u8]) -> bool {
    let read = serde_json::from_slice::<serde_json::Value>(bytes);
    read.map_or(true, |file| {
        ["title", "preface", "parts"]
            .iter()
            .any(|field| file.get(field).is_some())
    })
}

/// Whether the hint is about a field that a report does not have: the others are told
/// with every check.
fn stands_alone(bytes: &[u8], pointer: &str) -> bool {
    let known = serde_json::from_slice::<Report>(bytes)
        .ok()
        .and_then(|report| serde_json::to_value(report).ok());
    known.is_some_and(|known| known.pointer(pointer).is_none())
}

fn open_doubt(doubt: &draft::doubt::Doubt) -> OpenDoubt {
    let kind = serde_json::to_value(doubt.kind).ok();
    let kind = kind.and_then(|kind| Some(kind.as_str()?.to_owned()));
    OpenDoubt {
        kind: kind.unwrap_or_default(),
        weight: doubt.weight,
        pointer: doubt.pointer.clone(),
        words: doubt.words.clone(),
        reason: doubt.reason.clone(),
        choices: doubt.choices.clone(),
        english: draft::doubt_english::english(doubt),
    }
}

fn remark(finding: &Finding) -> Remark {
    Remark {
        pointer: finding.pointer.clone(),
        place: finding.place.clone(),
        sentence: finding.sentence(),
        advice: finding.hint.clone(),
    }
}

/// A good report.
fn read(data: &[u8]) -> Result<Report> {
    let checked = explain::validate(data, Lang::Zh);
    match checked.report {
        Some(report) if checked.problems.is_empty() => Ok(report),
        _ => bail!("the report has {} problems", checked.problems.len()),
    }
}

fn based(base: &str) -> Result<Option<BaseUrl>> {
    match base {
        "" => Ok(None),
        base => Ok(Some(
            BaseUrl::read(base).context("no address of a folder on the web")?,
        )),
    }
}

/// The site, as `tujie publish` makes it.
fn site(built: &[u8], data: &[u8], options: &SiteOptions) -> Result<Files> {
    let report = read(data)?;
    let mut files = unzipped(built)?;
    files.retain(|path| !path.starts_with(poster::FOLDER));
    files.put(data::PATH, data);
    complete(&mut files, &report, options)?;
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_a_report_and_a_report_stays_one() {
        let text =
            "# 工作报告\n\n一年来，开展视察11次。\n\n## 主要工作\n\n### 建言\n\n提交提案773件。";
        let draft = open("a.md", text.as_bytes(), None, Lang::Zh);
        let report = draft.report.unwrap();
        let again = open("a.json", report.as_bytes(), None, Lang::Zh);
        assert_eq!(again.report.unwrap(), report);
        assert_eq!(again.message, "");
    }

    #[test]
    fn json_of_something_else_is_no_report() {
        let opened = open("a.json", br#"{"name": "x"}"#, None, Lang::Zh);
        assert_eq!(opened.report, None);
        assert!(
            opened.message.starts_with("这不是报告的数据"),
            "{}",
            opened.message
        );
    }

    #[test]
    fn what_a_newer_edition_knows_is_named() {
        let newer = r#"{"title": {"text": "甲", "short": "甲"}, "preface": {"text": "乙。"},
            "parts": [{"id": "a", "heading": "丙", "text": {"text": "丁"}}], "weather": 1}"#;
        let opened = open("a.json", newer.as_bytes(), None, Lang::Zh);
        assert!(opened.report.is_some());
        assert!(opened.message.contains("weather"), "{}", opened.message);
    }
}
