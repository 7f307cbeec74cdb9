//! Puts lines together that a PDF file or a mail program has broken.
//!
//! Knows widths, marks and punctuation; no word of any text. Lines are joined only
//! where the text shows that its lines are broken at all.

use std::collections::HashSet;

use super::document::Paragraph;
use super::doubt::{Doubt, DoubtKind};
use super::letter_width::{is_wide, width};
use super::sign::Sign;
use super::spaces::{is_spaced, unspaced, without_spaces};

/// Wider lines than any page has: the text is not broken.
const WIDEST: f32 = 75.0;

/// How much of a full line's width a line has that is full.
const FULL: f32 = 0.84;

/// How wide headings are at least, compared with the rest of a broken line.
const HEADING: f32 = 12.0;

/// How much wider than a full line one may be whose letters stand closely.
const WIDER: f32 = 1.18;

/// How much of a full line's width a line has that is surely full.
const SURELY: f32 = 0.9;

/// How much narrower than a full line those of another column are.
const NARROWER: f32 = 0.8;

/// Joins what belongs together.
pub fn join(lines: Vec<Paragraph>, doubts: &mut Vec<Doubt>) -> Vec<Paragraph> {
    let Some(page) = PageLines::of(&lines) else {
        return lines.into_iter().map(unspaced).collect();
    };
    let mut joined: Vec<Paragraph> = Vec::new();
    // Of the paragraph that is being put together: how many lines, and the widest.
    let (mut count, mut widest) = (0_usize, 0.0_f32);
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        let begun = before.zip(joined.last_mut());
        let belongs = begun.map(|(before, begun)| {
            let lines = lines.get(at..).unwrap_or_default();
            let sure = page.belongs(begun, before, lines, count, widest);
            (begun, sure)
        });
        match belongs {
            Some((begun, (true, sure))) => {
                if !sure {
                    let words = [ending(&begun.text), "｜", line.text.trim()].concat();
                    doubts.push(Doubt::new(
                        DoubtKind::Line,
                        20,
                        words,
                        "两行像是一句话断开的，已连起来",
                        &["连成一句", "分成两段"],
                    ));
                }
                append(&mut begun.text, line.text.trim());
                (count, widest) = (count + 1, widest.max(width(&line.text)));
            }
            _ => {
                joined.push(line.clone());
                (count, widest) = (1, width(&line.text));
            }
        }
    }
    for paragraph in &mut joined {
        paragraph.text = without_spaces(&paragraph.text);
    }
    joined
}

/// The end of a text, as far as it is shown.
fn ending(text: &str) -> &str {
    let start = text.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// What all lines together show.
struct PageLines {
    /// How wide full lines are.
    width: f32,
    /// Whether paragraphs are indented.
    indented: bool,
    /// Whether some lines stand apart and some do not.
    blanks: bool,
    /// Pairs of letters that stand side by side somewhere.
    pairs: HashSet<(char, char)>,
    /// Pairs of letters with which lines begin that surely begin something.
    starts: HashSet<(char, char)>,
}

impl PageLines {
    /// None where lines are whole paragraphs.
    fn of(lines: &[Paragraph]) -> Option<Self> {
        let mut widths: Vec<f32> = lines.iter().map(|line| width(&line.text)).collect();
        let widest = widths.iter().copied().fold(0.0, f32::max);
        let pairs = || lines.iter().zip(lines.iter().skip(1));
        let broken =
            pairs().filter(|(one, next)| next.sign.is_none() && is_cut(&one.text, &next.text));
        let broken = broken.count();
        if widest > WIDEST || broken < 3 || broken * 40 < lines.len() {
            return None;
        }
        widths.retain(|width| *width >= 10.0);
        widths.sort_by(f32::total_cmp);
        let width = *widths.get(widths.len() * 17 / 20)?;
        let starts = lines.iter().filter(|line| is_indented(&line.text)).count();
        let apart = lines.iter().filter(|line| line.apart).count();
        let mut together = HashSet::new();
        for line in lines {
            let letters = line.text.chars().filter(|letter| !letter.is_whitespace());
            together.extend(letters.clone().zip(letters.skip(1)));
        }
        let begins = |(at, (before, line)): (usize, (&Paragraph, &Paragraph))| {
            let wide = self::width(&before.text);
            let whole = wide < width * FULL || wide > width * WIDER;
            let next = lines.get(at + 2);
            let heads = line.apart
                && next.is_some_and(|next| next.sign == Some(Sign::Bullet) && !next.apart);
            let plain = line.sign.is_none() && !is_cut(&before.text, &line.text);
            (plain && (whole || heads)).then(|| first_pair(&line.text))?
        };
        let starts_alike = pairs().enumerate().filter_map(begins).collect();
        Some(Self {
            width,
            starts: starts_alike,
            indented: starts >= 3 && starts * 3 < lines.len() * 2,
            blanks: apart > 2 && apart + 2 < lines.len(),
            pairs: together,
        })
    }

    /// Whether the first of the lines goes on with what was begun, and whether that is
    /// sure.
    fn belongs(
        &self,
        begun: &Paragraph,
        before: &Paragraph,
        lines: &[Paragraph],
        count: usize,
        widest: f32,
    ) -> (bool, bool) {
        let (no, yes) = ((false, true), (true, true));
        let Some((line, after)) = lines.split_first() else {
            return no;
        };
        let next = after.first();
        if line.sign.is_some() || line.framed || self.indented && is_indented(&line.text) {
            return no;
        }
        if is_cut(&begun.text, &line.text) {
            return yes;
        }
        let wide = width(&before.text);
        let full = wide >= self.width * FULL || is_spaced(&before.text);
        if begun.text.ends_with(ENDS) {
            return (self.indented && full && !is_indented(&before.text), true);
        }
        let leads = next.is_some_and(|next| next.sign == Some(Sign::Bullet));
        if leads && line.apart && next.is_some_and(|next| !next.apart) && self.blanks {
            return no;
        }
        // Pairs of lines with blank lines between the pairs.
        if !before.apart && line.apart && next.is_some_and(|next| !next.apart) {
            return no;
        }
        if let Some(column) =
            column(lines).filter(|_| count == 1 || widest <= self.width * NARROWER)
        {
            let within = wide <= column + 0.6 && column <= self.width * WIDER;
            let reaches = wide >= column * NARROWER || full;
            return (within && reaches, true);
        }
        let narrow = count >= 2 && widest <= self.width * NARROWER;
        if narrow && wide >= widest * NARROWER && width(&line.text) <= widest + 0.6 {
            return yes;
        }
        if !full || wide > self.width * WIDER {
            return no;
        }
        let joint = begun
            .text
            .chars()
            .next_back()
            .zip(line.text.trim_start().chars().next());
        let known = joint.is_some_and(|joint| self.pairs.contains(&joint));
        if known {
            return yes;
        }
        if self.blanks && !line.apart {
            return (wide >= self.width * SURELY, true);
        }
        let plain = |letter: char| is_wide(letter) && !"，、；：（）".contains(letter);
        let alike = first_pair(&line.text).is_some_and(|pair| self.starts.contains(&pair));
        let long = width(&line.text) >= HEADING && line.text.chars().all(plain);
        let heads = leads && (alike || long);
        (!heads, !leads && !heads)
    }
}

/// The first two letters.
fn first_pair(text: &str) -> Option<(char, char)> {
    let mut letters = text.trim_start().chars();
    letters.next().zip(letters.next())
}

/// How wide the column is that these lines stand in: at least three, one below the other,
/// all but the last about equally wide.
fn column(lines: &[Paragraph]) -> Option<f32> {
    let (mut column, mut count) = (0.0_f32, 0);
    for line in lines {
        let wide = width(&line.text);
        let spaced = is_spaced(&line.text);
        if line.sign.is_some() || line.framed && count > 0 || wide > column * 1.25 && count > 1 {
            break;
        }
        count += 1;
        let last = !spaced && wide < column * 0.75 || line.text.ends_with(ENDS);
        column = column.max(wide);
        if last {
            break;
        }
    }
    (count >= 3).then_some(column)
}

/// Marks that end a sentence.
const ENDS: [char; 5] = ['。', '！', '？', '；', '：'];

/// Whether a line surely goes on: a bracket is open, a comma stands at its end, or the
/// next begins with a mark that begins no line.
fn is_cut(text: &str, next: &str) -> bool {
    const NEAR: usize = 150;
    let text = text.trim_end();
    let start = text.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let text = text.get(start..).unwrap_or_default();
    let comma = text.ends_with(['，', '、', '“', '《', '（', '‘', '—']) && !text.ends_with("——");
    let closes = next.trim_start().starts_with([
        '，', '。', '、', '；', '：', '！', '？', '”', '》', '）', '’', '%', '％',
    ]);
    let open = [('“', '”'), ('《', '》'), ('（', '）')]
        .iter()
        .any(|&(open, close)| text.matches(open).count() > text.matches(close).count());
    comma || closes || open
}

fn is_indented(text: &str) -> bool {
    text.starts_with("  ") || text.starts_with('\u{3000}')
}

fn append(text: &mut String, line: &str) {
    let latin = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphabetic());
    if latin(text.chars().next_back()) && latin(line.chars().next()) {
        text.push(' ');
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::sign::marked;

    /// Lines as they stand; an empty one is a blank line. The paragraphs, between bars.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut lines = Vec::new();
        let mut apart = true;
        for line in text.split('\n') {
            if line.is_empty() {
                apart = true;
                continue;
            }
            let sign = marked(line);
            lines.push(Paragraph {
                apart,
                sign: sign.map(|sign| sign.sign),
                ..Paragraph::new(sign.map_or(line, |sign| sign.words))
            });
            apart = false;
        }
        let joined = join(lines, &mut Vec::new());
        let texts: Vec<_> = joined.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts.join("|"), expected);
    }

    #[test]
    fn whole_paragraphs_are_left_as_they_are() {
        check("春天来了\n花开了\n草绿了", "春天来了|花开了|草绿了");
        check("目　录\n省长 某某某", "目录|省长 某某某");
    }

    #[test]
    fn broken_lines_are_put_together() {
        check(
            "·春天来了，山上的花开了，河边的草也绿了，\n小鸟在枝头唱歌，孩子们在草地上奔跑，老人们\n坐在树下，谈天说地，一边喝茶，一边看报，\n十分自在\n夏天的雨水\n·夏天来了，雨下个不停，田里的禾苗一天天地长\n高，农民们忙着除草、施肥，盼望着有个好收成，\n心里很高兴",
            "春天来了，山上的花开了，河边的草也绿了，小鸟在枝头唱歌，孩子们在草地上奔跑，老人们坐在树下，谈天说地，一边喝茶，一边看报，十分自在|夏天的雨水|夏天来了，雨下个不停，田里的禾苗一天天地长高，农民们忙着除草、施肥，盼望着有个好收成，心里很高兴",
        );
    }
}
