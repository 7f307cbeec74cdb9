//! Where a line of display text may break: between words, and never where one letter or
//! a number without its unit would stand alone.
//!
//! Works while a site is made, so that neither page nor writer needs a dictionary. That
//! is jieba's (MIT) without what is rare, no words or foreign: its lines of up to six
//! Han letters with a frequency of ten and more, `word frequency`, sorted, in brotli.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor};
use std::ops::Range;
use std::sync::OnceLock;

use anyhow::{Context, Result};
use jieba_rs::Jieba;

use super::member;
use crate::report::breaks::MARK;
use crate::report::find::places;
use crate::report::number::unbroken;
use crate::report::{Part, Report};

/// The member of the data file.
const MEMBER: &str = "breaks";

static DICTIONARY: &[u8] = include_bytes!("segment/words.br");

/// A text of so many letters has room in every line.
const SHORT: usize = 5;

/// Words that two places share stay whole up to so many letters.
const PAIRED: usize = 8;

/// Han letters that one unit takes together at most; a longer word stays whole.
const MOST: usize = 4;

/// Words of one letter that belong to what stands before them; others lead on to what
/// follows.
const BEHIND: &str = "的地得了着过来们等中上下里内外间后前时者性化率度型式化年月日次个件";

/// What belongs to the words behind it.
const OPENING: &str = "（《〈“‘「『【〔(";

/// The report with all places where lines may break.
pub fn found(report: &Report) -> Result<Report> {
    let words = Segmenter::known()?;
    let paired = report.parts.iter().flat_map(|part| &part.pairs);
    let paired = paired.flat_map(|pair| &pair.words);
    // What is underlined as one is read as one.
    let paired = paired.filter(|words| letters(words) <= PAIRED);
    let keep: Vec<String> = report.keep.iter().chain(paired).cloned().collect();
    let shown = report.displayed().into_iter();
    let marked = shown.map(|text| words.marked(text, &keep));
    let mut breaks: Vec<String> = marked.filter(|text| text.contains(MARK)).collect();
    breaks.extend(numbers(report).into_iter().map(str::to_owned));
    Ok(Report {
        breaks,
        ..report.clone()
    })
}

/// The numbers of the texts that are no figures there.
fn numbers(report: &Report) -> BTreeSet<&str> {
    let parts = report.parts.iter().flat_map(Part::points);
    let points = parts.chain([&report.preface]);
    let numbers = points.flat_map(|point| {
        let text = point.text.as_str();
        let numbers = unbroken(text).into_iter();
        let numbers = numbers.filter_map(|range| text.get(range));
        let figures = point.figures.iter().filter_map(|id| report.figure(id));
        let phrases: Vec<&str> = figures.map(|figure| figure.phrase.as_str()).collect();
        numbers.filter(move |number| !phrases.iter().any(|phrase| phrase.contains(number)))
    });
    numbers.collect()
}

/// The data with them, otherwise as it is written.
pub fn data(json: &str, report: &Report) -> Result<String> {
    let breaks = serde_json::to_string(&report.breaks)?;
    Ok(member::with(
        &member::without(json, MEMBER),
        MEMBER,
        &breaks,
    ))
}

/// The words of Chinese.
pub struct Segmenter(Jieba);

impl Segmenter {
    /// The words, read once.
    pub fn known() -> Result<&'static Segmenter> {
        static WORDS: OnceLock<Option<Segmenter>> = OnceLock::new();
        let words = WORDS.get_or_init(|| {
            let mut lines = Vec::new();
            brotli::BrotliDecompress(&mut Cursor::new(DICTIONARY), &mut lines).ok()?;
            Jieba::with_dict(&mut BufReader::new(lines.as_slice()))
                .ok()
                .map(Segmenter)
        });
        words.as_ref().context("the dictionary cannot be read")
    }

    /// A text in words, in bytes.
    pub fn of(&self, text: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let tokens = self.0.cut(text, false).into_iter();
        tokens
            .map(|token| {
                let start = at;
                at += token.word.len();
                start..at
            })
            .collect()
    }

    /// The text with a mark at each place where a line may break. None breaks what is to
    /// be kept whole.
    fn marked(&self, text: &str, keep: &[String]) -> String {
        self.units(text, keep).join(&MARK.to_string())
    }

    /// The pieces that stay whole; joined they are the text.
    fn units<'a>(&self, text: &'a str, keep: &[String]) -> Vec<&'a str> {
        if letters(text) <= SHORT {
            return vec![text];
        }
        let part = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        let words = self.of(text);
        let mut kept = unbroken(text);
        kept.extend(names(text));
        for word in keep {
            kept.extend(places(text, word).map(|at| at..at + word.len()));
        }
        let inside = |at: usize| kept.iter().any(|kept| kept.start < at && at < kept.end);
        // Signs, and words of one letter, go with the words beside them.
        let mut whole: Vec<Range<usize>> = Vec::new();
        let mut leads = false;
        for (index, word) in words.iter().enumerate() {
            let next = words.get(index + 1).map(part);
            let ends = next.is_none_or(|next| letters(next) == 0 && !opens(next));
            let after_pause = whole
                .last()
                .is_some_and(|last| part(last).ends_with(is_pause));
            let behind = match (letters(part(word)), part(word)) {
                (0, sign) => !opens(sign),
                (1, letter) => !after_pause && (ends || BEHIND.contains(letter)),
                _ => false,
            };
            match whole.last_mut() {
                Some(last) if leads || behind || inside(word.start) => last.end = word.end,
                _ => whole.push(word.clone()),
            }
            let unit = whole.last().map(part).unwrap_or_default();
            leads = letters(unit) < 2 && !ends || opens(part(word));
        }
        // Two short ones are read as one.
        let mut units: Vec<Range<usize>> = Vec::new();
        for piece in whole {
            let last = units.last().map(part).unwrap_or_default();
            let seam = last.ends_with(char::is_alphabetic)
                && part(&piece).starts_with(char::is_alphabetic);
            let short = seam && letters(last) + letters(part(&piece)) <= MOST;
            match units.last_mut() {
                Some(last) if short => last.end = piece.end,
                _ => units.push(piece),
            }
        }
        // No letter alone on the last line.
        while let [.., before, last] = units.as_mut_slice()
            && letters(part(last)) < 2
        {
            before.end = last.end;
            units.pop();
        }
        units.iter().map(part).collect()
    }
}

/// Short names in quotation marks, with these.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('“').filter_map(|(start, sign)| {
        let from = start + sign.len();
        let (name, _) = text.get(from..)?.split_once('”')?;
        let end = from + name.len() + '”'.len_utf8();
        (letters(name) <= SHORT).then_some(start..end)
    })
}

/// How many letters and digits there are.
fn letters(piece: &str) -> usize {
    piece
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .count()
}

/// Whether it begins what follows.
fn opens(piece: &str) -> bool {
    piece.ends_with(|letter| OPENING.contains(letter))
}

/// Where a reader pauses.
fn is_pause(letter: char) -> bool {
    "，、。；：！？—…·".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace(MARK, "");
        assert_eq!(Segmenter::known().unwrap().marked(&text, &[]), expected);
    }

    #[test]
    fn lines_break_between_words() {
        check("助推|高质量|发展之路|越走|越宽广");
        check("征集|“三亲”|史料");
        check("共同应对|大战大考，");
        check("坚决拥护|“两个确立”，|坚决做到|“两个维护”");
    }

    #[test]
    fn a_short_name_in_quotation_marks_stays_whole() {
        check("创新开展|“渝事好商量”|协商工作");
    }

    #[test]
    fn no_letter_stands_alone() {
        check("经审查|未立案");
        check("经审查立案");
    }

    #[test]
    fn a_number_keeps_its_unit() {
        check("提出|6方面|22条|建议");
    }
}
