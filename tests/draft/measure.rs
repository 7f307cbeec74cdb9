//! What of a text a draft keeps and finds.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use tujie::draft::{Draft, draft, json};
use tujie::explain::{Lang, validate};
use tujie::report::{Id, Point, Report};

/// What was measured of one text.
#[derive(Debug)]
struct Measured {
    letters: f64,
    phrases: f64,
    headings: f64,
    levels: f64,
    false_headings: usize,
    points: Option<f64>,
    numbers: f64,
    false_numbers: usize,
    found: usize,
    doubts: usize,
    seconds: f64,
}

pub fn fixture(name: &str) -> Vec<u8> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let path = path.join("draft").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn text(name: &str) -> String {
    String::from_utf8(fixture(name)).expect("UTF-8")
}

/// The text that a draft is held against.
fn source(name: &str) -> String {
    match name.strip_suffix(".docx") {
        Some("seed-headings") => outlined(),
        Some(name) => text(&format!("{name}.txt")),
        None => text(name),
    }
}

/// The words of the seed's outline.
fn outlined() -> String {
    let outline = text("seed.outline");
    outline
        .lines()
        .map(|line| line[2..].to_owned() + "\n")
        .collect()
}

fn squeezed(text: &str) -> String {
    let seen = |letter: &char| !letter.is_whitespace() && *letter != '|';
    text.chars().filter(seen).collect()
}

/// Headings with their levels and points with none, in reading order.
fn outline(report: &Report) -> Vec<(Option<u8>, String)> {
    let mut lines = vec![(Some(0), report.title.text.text())];
    let point = |point: &Point| (None, point.text.clone());
    lines.push(point(&report.preface));
    for part in &report.parts {
        lines.push((Some(1), part.heading.text()));
        lines.extend(part.text.iter().map(point));
        for chapter in &part.chapters {
            lines.push((Some(2), chapter.heading.text()));
            for section in &chapter.sections {
                lines.push((Some(3), section.heading.text()));
                lines.extend(section.points.iter().map(point));
            }
            lines.extend(chapter.text.iter().map(point));
        }
        lines.extend(part.stairs.iter().map(point));
        if let Some(measures) = &part.measures {
            lines.push((Some(2), measures.heading.text()));
            for section in &measures.groups {
                lines.push((Some(3), section.heading.text()));
                lines.extend(section.points.iter().map(point));
            }
        }
        if let Some(advice) = &part.advice {
            lines.push((Some(2), advice.heading.text()));
            lines.extend(advice.items.iter().map(|item| (None, item.text())));
        }
    }
    lines
}

fn expected(name: &str) -> Vec<(Option<u8>, String)> {
    let lines = text(name);
    let line = |line: &str| {
        let (level, words) = line.split_once(' ').expect("a level and words");
        (level.parse().ok(), words.to_owned())
    };
    lines.lines().map(line).collect()
}

fn letters(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for letter in squeezed(text).chars() {
        *counts.entry(letter).or_default() += 1;
    }
    counts
}

/// All words of the draft: the report's and those put aside.
fn all(draft: &Draft) -> String {
    let report = &draft.report;
    let mut all: String = outline(report)
        .into_iter()
        .map(|(_, text)| text + "\n")
        .collect();
    let imprint = &report.imprint;
    for line in [&imprint.source, &imprint.published, &imprint.publisher] {
        all.extend(line.iter().map(|line| line.clone() + "\n"));
    }
    all.extend(draft.asides.iter().map(|aside| aside.text.clone() + "\n"));
    all
}

/// Which share of the letters is kept.
pub fn kept_words(source: &str, draft: &Draft) -> f64 {
    let have = letters(&all(draft));
    let mut total = 0;
    let mut missing = 0;
    for (letter, count) in letters(source) {
        total += count;
        missing += count.saturating_sub(have.get(&letter).copied().unwrap_or(0));
    }
    1.0 - missing as f64 / total as f64
}

/// Which share of the clauses stands whole in the draft. Of the raw seed the outline
/// tells the clauses, for its lines break inside words.
fn clauses(source: &str, draft: &Draft) -> f64 {
    let have = squeezed(&all(draft));
    let marks = |letter: char| "，。；、：！★·（）—>".contains(letter) || letter.is_whitespace();
    let clauses = source.split(marks).map(squeezed);
    let clauses: Vec<_> = clauses
        .filter(|clause| clause.chars().count() > 3)
        .collect();
    let lost: Vec<_> = clauses
        .iter()
        .filter(|clause| !have.contains(&***clause))
        .collect();
    if std::env::var("TUJIE_TELL").is_ok() {
        println!("lost: {lost:?}");
    }
    1.0 - lost.len() as f64 / clauses.len() as f64
}

/// The numerals of a phrase: `2`, `1` of `2：1以内`; in Chinese where there are no digits.
fn numerals(phrase: &str) -> Vec<String> {
    let digits = phrase.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
    let digits: Vec<_> = digits
        .map(|run| run.trim_matches('.'))
        .filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect();
    if !digits.is_empty() {
        return digits;
    }
    let han = |letter: &char| "一二三四五六七八九十百千".contains(*letter);
    vec![phrase.chars().filter(han).collect()]
}

fn figures(report: &Report) -> Vec<String> {
    let of = |id: &Id| report.figure(id).map(|figure| figure.phrase.clone());
    let mut found = Vec::new();
    let mut point = |point: &Point| {
        for id in &point.figures {
            let phrase = of(id).expect("a figure");
            // A phrase that stands twice in one text is one figure.
            let times = tujie::report::number::find(&point.text)
                .iter()
                .filter(|one| point.text[one.range.clone()] == phrase)
                .count();
            let same = point
                .figures
                .iter()
                .filter(|other| of(other).as_ref() == Some(&phrase))
                .count();
            for _ in 0..(times / same.max(1)).max(1) {
                found.extend(numerals(&phrase));
            }
        }
    };
    point(&report.preface);
    for part in &report.parts {
        part.text.iter().chain(&part.stairs).for_each(&mut point);
        for chapter in &part.chapters {
            chapter.text.iter().for_each(&mut point);
            chapter
                .sections
                .iter()
                .flat_map(|one| &one.points)
                .for_each(&mut point);
        }
        if let Some(measures) = &part.measures {
            measures
                .groups
                .iter()
                .flat_map(|one| &one.points)
                .for_each(&mut point);
        }
    }
    found
}

/// Of the draft, which a debug build makes in many times what a release build needs.
fn measure(name: &str, of: &str) -> Measured {
    let bytes = match name {
        "source.txt" => fixture("../source.txt"),
        name => fixture(name),
    };
    let began = Instant::now();
    let draft = draft(&bytes, name, None).expect("a draft");
    let seconds = began.elapsed().as_secs_f64();
    let checked = validate(json(&draft.report).as_bytes(), Lang::Zh);
    assert!(
        checked.problems.is_empty(),
        "{name}: {:#?}",
        checked.problems
    );

    let source = match name {
        "source.txt" => text("../source.txt"),
        name => source(name),
    };
    let found = outline(&draft.report);
    let wanted = expected(&format!("{of}.outline"));
    let headings = |list: &[(Option<u8>, String)]| -> Vec<(u8, String)> {
        list.iter()
            .filter_map(|(level, text)| Some(((*level)?, squeezed(text))))
            .collect()
    };
    let (have, want) = (headings(&found), headings(&wanted));
    let texts = |list: &[(u8, String)], text: &str| list.iter().any(|(_, other)| other == text);
    let hit = want.iter().filter(|(_, text)| texts(&have, text)).count();
    let level = want.iter().filter(|one| have.contains(one)).count();
    let wrong: Vec<_> = have
        .iter()
        .filter(|(_, text)| !texts(&want, text))
        .collect();
    let points = |list: &[(Option<u8>, String)]| -> Vec<String> {
        list.iter()
            .filter(|(level, _)| level.is_none())
            .map(|(_, text)| squeezed(text))
            .collect()
    };
    let (has, wants) = (points(&found), points(&wanted));
    let same = wants.iter().filter(|text| has.contains(text)).count();

    let mut open: HashMap<String, usize> = HashMap::new();
    let mut sure: HashMap<String, usize> = HashMap::new();
    for line in text(&format!("{of}.numbers")).lines() {
        let (mark, numeral) = line.split_once(' ').expect("a mark and a numeral");
        let list = if mark == "+" { &mut sure } else { &mut open };
        *list.entry(numeral.to_owned()).or_default() += 1;
    }
    let total: usize = sure.values().sum();
    let mut false_numbers = Vec::new();
    let mut all = 0;
    for numeral in figures(&draft.report) {
        all += 1;
        let left = sure.get_mut(&numeral).filter(|left| **left > 0);
        match left.or(open.get_mut(&numeral).filter(|left| **left > 0)) {
            Some(left) => *left -= 1,
            None => false_numbers.push(numeral),
        }
    }
    let missed: usize = sure.values().sum();
    if std::env::var("TUJIE_TELL").is_ok() {
        let not: Vec<_> = want.iter().filter(|one| !have.contains(one)).collect();
        println!("{name}\nheadings not found: {not:#?}\nfalse: {wrong:#?}");
        let lost: Vec<_> = wants.iter().filter(|text| !has.contains(text)).collect();
        println!("points not found: {lost:#?}");
        sure.retain(|_, left| *left > 0);
        println!("numbers missed: {sure:?}, false: {false_numbers:?}");
    }
    Measured {
        letters: kept_words(&source, &draft),
        phrases: match of {
            "seed" => clauses(&outlined(), &draft),
            _ => clauses(&source, &draft),
        },
        headings: hit as f64 / want.len() as f64,
        levels: level as f64 / want.len() as f64,
        false_headings: wrong.len(),
        points: (!wants.is_empty()).then(|| same as f64 / wants.len() as f64),
        numbers: 1.0 - missed as f64 / total as f64,
        false_numbers: false_numbers.len(),
        found: all,
        doubts: draft.doubts.len(),
        seconds,
    }
}

/// Each text with the outline and the numbers that it is held against.
const TEXTS: [(&str, &str); 8] = [
    ("seed-headings.docx", "seed"),
    ("seed-marks.txt", "seed"),
    ("source.txt", "seed"),
    ("guizhou.txt", "guizhou"),
    ("hainan.txt", "hainan"),
    ("shaanxi.txt", "shaanxi"),
    ("guizhou.docx", "guizhou"),
    ("shaanxi.docx", "shaanxi"),
];

#[test]
fn table() {
    println!(
        "text | letters kept | phrases | headings | with level | false | points | numbers | false | doubts | s"
    );
    let mut measured = Vec::new();
    for (name, of) in TEXTS {
        let one = measure(name, of);
        let percent = |share: f64| format!("{:.1}%", share * 100.0);
        println!(
            "{name} | {} | {} | {} | {} | {} | {} | {} | {} of {} | {} | {:.3}",
            percent(one.letters),
            percent(one.phrases),
            percent(one.headings),
            percent(one.levels),
            one.false_headings,
            one.points.map_or("–".to_owned(), percent),
            percent(one.numbers),
            one.false_numbers,
            one.found,
            one.doubts,
            one.seconds
        );
        measured.push((name, one));
    }
    for (name, one) in measured {
        let raw = name == "source.txt";
        assert!(one.letters >= 1.0, "{name}: {one:?}");
        assert!(
            one.headings >= 0.95 && (raw || one.levels >= 0.95),
            "{name}: {one:?}"
        );
        assert!(
            one.points.is_none_or(|points| points >= 0.95),
            "{name}: {one:?}"
        );
        // Lines of the raw seed break inside words, of whose joints some are in doubt.
        assert!(
            one.phrases >= if raw { 0.99 } else { 1.0 },
            "{name}: {one:?}"
        );
        assert!(one.numbers >= 0.97, "{name}: {one:?}");
        assert!(one.false_numbers * 50 <= one.found, "{name}: {one:?}");
    }
}
