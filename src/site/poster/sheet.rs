//! A sheet that grows downwards: words, rules and drawings, in px.
//!
//! Room for words is judged without a font, on the safe side, as the layout
//! does: nothing is ever cut off.

use leptos::prelude::*;
use leptos::tachys::html::attribute::custom::custom_attribute;

use crate::layout::path::number;
use crate::page::html;
use crate::report::Report;
use crate::report::number::{Piece, read};
use crate::site::rewrite::edit;

/// The smallest words, in px.
pub const SMALLEST: f64 = 26.0;

/// A picture under construction.
pub struct PosterSheet {
    pub width: f64,
    /// How far down it is full; in the end, its height.
    pub y: f64,
    content: Vec<AnyView>,
}

impl PosterSheet {
    /// An empty sheet.
    pub fn new(width: f64) -> PosterSheet {
        PosterSheet {
            width,
            y: 0.0,
            content: Vec::new(),
        }
    }

    /// The whole picture as SVG, in the page's style.
    pub fn svg(self) -> anyhow::Result<String> {
        let (width, height) = (number(self.width), number(self.y));
        let picture = html(view! {
            <svg
                xmlns="http://www.w3.org/2000/svg"
                class="tj-poster"
                width=width.clone()
                height=height.clone()
                viewBox=format!("0 0 {width} {height}")
            >
                <style>{super::style::sheet()}</style>
                <Rect class="tj-poster__ground" x=0.0 y=0.0 width=self.width height=self.y/>
                {self.content}
            </svg>
        });
        // What the page's drawings carry for readers and scripts is no SVG, and
        // neither is an attribute without a value: a path of nothing.
        let (picture, _) = edit(&picture, "*", |element| {
            let all = element.attributes().iter();
            let all: Vec<_> = all.map(|one| (one.name(), one.value())).collect();
            for (name, value) in all {
                let meant = !name.starts_with("data-") && !name.starts_with("aria-");
                if value.is_empty() || !meant {
                    element.remove_attribute(&name);
                }
            }
            Ok(())
        })?;
        Ok(picture)
    }

    /// How much there is, to come back to.
    pub fn so_far(&self) -> (usize, f64) {
        (self.content.len(), self.y)
    }

    /// Takes away what came after.
    pub fn back_to(&mut self, (content, y): (usize, f64)) {
        self.content.truncate(content);
        self.y = y;
    }

    /// Adds what is drawn already.
    pub fn add(&mut self, drawn: impl IntoView) {
        self.content.push(drawn.into_any());
    }

    /// Adds a drawing with a view box of its own, stretched to that width and height.
    pub fn place(&mut self, drawing: impl IntoView, x: f64, y: f64, width: f64, height: f64) {
        self.add(drawing.add_any_attr((
            custom_attribute("x", number(x)),
            custom_attribute("y", number(y)),
            custom_attribute("width", number(width)),
            custom_attribute("height", number(height)),
        )));
    }

    /// A line of words from a place on its baseline.
    pub fn words(&mut self, class: &'static str, size: f64, x: f64, y: f64, words: &str) {
        self.add(view! { <Words class size x y words moves=tight(words, size)/> });
    }

    /// A line of words whose end, or whose middle, stands at a place on its baseline.
    pub fn anchored(
        &mut self,
        anchor: &'static str,
        class: &'static str,
        size: f64,
        (x, y): (f64, f64),
        words: &str,
    ) {
        self.add(view! { <Words class size x y words anchor/> });
    }

    /// A bar or a rule.
    pub fn rect(&mut self, class: &'static str, x: f64, y: f64, width: f64, height: f64) {
        self.add(view! { <Rect class x y width height/> });
    }
}

/// A bar or a rule, in px.
#[component]
fn Rect(class: &'static str, x: f64, y: f64, width: f64, height: f64) -> impl IntoView {
    view! {
        <rect class=class x=number(x) y=number(y) width=number(width) height=number(height)></rect>
    }
}

/// A line of words.
#[component]
fn Words<'a>(
    class: &'static str,
    /// The size of its characters, in px.
    size: f64,
    x: f64,
    y: f64,
    words: &'a str,
    /// Which of its places stands there, where it is not the first.
    #[prop(optional)]
    anchor: Option<&'static str>,
    /// How far each character moves.
    #[prop(optional_no_strip)]
    moves: Option<String>,
) -> impl IntoView {
    view! {
        <text
            class=class
            x=number(x)
            y=number(y)
            font-size=number(size)
            text-anchor=anchor
            dx=moves
        >
            {words}
        </text>
    }
}

/// A number phrase from a place on its baseline, within `room` px.
#[component]
pub fn PhraseLine<'a>(
    /// The phrase, as printed.
    phrase: &'a str,
    /// The sizes of its digits, less where they are too wide, and of its unit.
    sizes: (f64, f64),
    /// Where it begins, or where its anchor is.
    place: (f64, f64),
    /// How wide it may be.
    room: f64,
    /// Which of its places stands there, where it is not the first.
    #[prop(optional)]
    anchor: Option<&'static str>,
) -> impl IntoView {
    let (size, unit) = sizes;
    let pieces = pieces(phrase);
    let size = fit(&pieces, size, unit, room);
    let gaps = gaps(&pieces);
    let spans = pieces.into_iter().zip(gaps).map(|(piece, gap)| {
        let gap = (gap > 0.0).then(|| number(gap));
        let (class, size, words) = match piece {
            Piece::Digits(digits) => (None, None, digits),
            Piece::Scale(scale) => (Some("tj-poster__number"), Some(size * SCALE), scale),
            Piece::Word(word) => (Some("tj-poster__unit"), Some(unit), word),
        };
        view! { <tspan class=class font-size=size.map(number) dx=gap>{words}</tspan> }
    });
    view! {
        <text
            class="tj-poster__number"
            x=number(place.0)
            y=number(place.1)
            font-size=number(size)
            text-anchor=anchor
        >
            {spans.collect_view()}
        </text>
    }
}

/// A phrase in the pieces it is set in.
fn pieces(phrase: &str) -> Vec<Piece<'_>> {
    let reading = read(phrase);
    reading.map_or_else(|| vec![Piece::Word(phrase)], |reading| reading.pieces)
}

/// 万 and 千 are of this size beside their digits.
const SCALE: f64 = 0.57;
/// A digit's width in em of the numerals' typeface.
const DIGIT: f64 = 0.58;

/// What stands between the pieces of a phrase, before each of them, in px.
fn gaps(pieces: &[Piece]) -> Vec<f64> {
    let mut before = None;
    let gaps = pieces.iter().map(|piece| {
        let gap = match (before, piece) {
            (None, _) => 0.0,
            (Some(Piece::Word(_)), _) | (_, Piece::Word(_)) => 9.0,
            (_, Piece::Scale(_)) => 4.0,
            (_, Piece::Digits(_)) => 0.0,
        };
        before = Some(*piece);
        gap
    });
    gaps.collect()
}

/// What stands between the pieces of a phrase, in px: it is not anchored with them.
pub fn phrase_gaps(phrase: &str) -> f64 {
    gaps(&pieces(phrase)).into_iter().sum()
}

/// How wide a number phrase is, in px.
pub fn phrase_width(phrase: &str, size: f64, unit: f64) -> f64 {
    let (numerals, rest) = widths(&pieces(phrase), unit);
    numerals * size + rest
}

/// The size of the digits that leaves their phrase within the room.
fn fit(pieces: &[Piece], size: f64, unit: f64, room: f64) -> f64 {
    let (numerals, rest) = widths(pieces, unit);
    if numerals * size + rest <= room || numerals <= 0.0 {
        return size;
    }
    ((room - rest) / numerals).max(SMALLEST)
}

/// What grows with the digits, in em of them, and what does not, in px.
fn widths(pieces: &[Piece], unit: f64) -> (f64, f64) {
    pieces
        .iter()
        .fold((0.0, 0.0), |(numerals, rest), piece| match piece {
            Piece::Digits(text) => (numerals + text.chars().count() as f64 * DIGIT, rest),
            Piece::Scale(text) => (numerals + em(text) * SCALE, rest + 4.0),
            Piece::Word(text) => (numerals, rest + em(text) * unit + 9.0),
        })
}

/// The width of words in em, at the most: quotation marks and dashes are as
/// wide as characters in the typefaces of the page.
pub fn em(text: &str) -> f64 {
    let wide = |letter| if letter >= '\u{2000}' { 1.0 } else { 0.66 };
    text.chars().map(wide).sum()
}

/// The phrases in lines of at most `room` em; one that is wider breaks between words.
pub fn set<'a>(report: &Report, phrases: impl Iterator<Item = &'a str>, room: f64) -> Vec<String> {
    let pieces = phrases.flat_map(|phrase| match em(phrase) > room {
        true => report.units(phrase),
        false => vec![phrase],
    });
    lines(pieces, room)
}

/// The phrases in lines of at most `room` em: broken between phrases where
/// that is enough, else inside one. Marks that close never begin a line.
pub fn lines<'a>(phrases: impl Iterator<Item = &'a str>, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for phrase in phrases {
        if !line.is_empty() && em(&line) + em(phrase) > room {
            lines.push(core::mem::take(&mut line));
        }
        for letter in phrase.chars() {
            let mut buffer = [0; 4];
            let letter = &*letter.encode_utf8(&mut buffer);
            if em(&line) + em(letter) > room && !CLOSING.contains(letter) {
                lines.push(core::mem::take(&mut line));
            }
            line.push_str(letter);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Marks that hang over the end of a line.
const CLOSING: &str = "，。、；：！？”’》〉）】」』%";
/// Marks that close or open, each with half of its square empty.
const CLOSE: &str = "，。、；：”’》〉）】」』";
const OPEN: &str = "“‘《〈（【「『";

/// How far each character moves so that marks beside each other share their
/// empty halves, as in `”，`; none where there are no such marks.
fn tight(words: &str, size: f64) -> Option<String> {
    let letters: Vec<char> = words.chars().collect();
    let half = number(-size / 2.0);
    let mut any = false;
    let mut moves = String::from("0");
    for pair in letters.windows(2) {
        let shares = match pair {
            [first, second] => {
                CLOSE.contains(*first) && (CLOSE.contains(*second) || OPEN.contains(*second))
                    || OPEN.contains(*first) && OPEN.contains(*second)
            }
            _ => false,
        };
        any |= shares;
        moves.push(' ');
        moves.push_str(if shares { &half } else { "0" });
    }
    any.then_some(moves)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, room: f64, expected: &[&str]) {
        assert_eq!(lines(text.split('|'), room), expected);
    }

    #[test]
    fn lines_break_between_phrases_first() {
        check(
            "五届市政协常委会|工作报告",
            8.3,
            &["五届市政协常委会", "工作报告"],
        );
        check("工作|报告", 8.3, &["工作报告"]);
        check(
            "坚决做到“两个维护”，|沿着",
            10.0,
            &["坚决做到“两个维护”，", "沿着"],
        );
        check("很长的一个短语|完", 4.0, &["很长的一", "个短语完"]);
        check("", 4.0, &[]);
    }

    #[test]
    fn a_closing_mark_stays_with_its_words() {
        check("“一二”，三四", 4.0, &["“一二”，", "三四"]);
    }

    /// A tally of nine has no tenth tick: its path was an attribute without a
    /// value, which HTML knows and SVG does not.
    #[test]
    fn a_path_of_nothing_is_still_svg() {
        let mut sheet = PosterSheet::new(10.0);
        sheet.add(view! { <path d="" data-stage="a"></path> });
        let svg = sheet.svg().unwrap();
        assert!(svg.contains("<path></path>"), "{svg}");
    }

    #[test]
    fn marks_beside_each_other_share_their_halves() {
        assert_eq!(tight("“一”，二", 30.0).as_deref(), Some("0 0 0 -15 0"));
        assert_eq!(tight("一，二", 30.0), None);
    }

    #[test]
    fn long_numbers_grow_smaller_until_they_fit() {
        assert!(phrase_width("7596件", 112.0, 32.0) < 410.0);
        let long = "123456789012余人次";
        let pieces = read(long).unwrap().pieces;
        let size = fit(&pieces, 112.0, 32.0, 410.0);
        assert!(
            size < 60.0 && phrase_width(long, size, 32.0) <= 410.1,
            "{size}"
        );
    }
}
