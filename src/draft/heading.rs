//! Which paragraphs are headings, and which of them stands above which.
//!
//! A style says so, a mark, or how a line looks beside the next. Levels are none yet:
//! headings of one rank are of one level wherever they stand.

use std::collections::HashSet;

use super::document::{Paragraph, ParagraphPlace};
use super::letter_width::width;
use super::sign::Sign;

/// How headings of one kind stand among others; the smaller stands above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadingRank {
    /// Notes, an appendix: on a level with the highest.
    Top,
    /// A heading style of that level.
    Style(u8),
    /// A mark.
    Sign(Sign),
    /// Letters that catch the eye, the more the less this number.
    Weight(u32),
    /// A short line above a long one, or above bullets.
    Plain,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphRole {
    /// A heading by itself.
    Heading(HeadingRank),
    /// A paragraph that begins with its heading, so many bytes long with its full stop.
    RunIn(HeadingRank, usize),
    /// A paragraph or a point.
    Text,
}

/// Longer lines are no headings.
const LONGEST: f32 = 60.0;

/// Longer lines are headings only by style or mark.
const LONGEST_PLAIN: f32 = 36.0;

/// The longest heading that ends like a sentence and is like no other.
const LONGEST_SENTENCE: f32 = 16.0;

/// The role of every paragraph.
pub fn roles(paragraphs: &[Paragraph]) -> Vec<ParagraphRole> {
    let styled = paragraphs
        .iter()
        .filter(|one| one.level.is_some_and(|level| level > 0));
    let styled = styled.count() >= 2;
    let sentences = parallel(paragraphs);
    let role = |(at, one): (usize, &Paragraph)| {
        let next = paragraphs.get(at + 1);
        let before = at.checked_sub(1).and_then(|at| paragraphs.get(at));
        match role(one, next, styled, &sentences) {
            ParagraphRole::Heading(HeadingRank::Plain)
                if before.is_some_and(|before| is_list(before, one)) =>
            {
                ParagraphRole::Text
            }
            role => role,
        }
    };
    let mut roles: Vec<_> = paragraphs.iter().enumerate().map(role).collect();
    // The last entry of a list stands above something else and is no heading for that.
    for (at, pair) in paragraphs.windows(2).enumerate() {
        let [before, one] = pair else { continue };
        let listed = one.sign.is_some() && one.sign == before.sign && one.level.is_none();
        let text = roles.get(at) == Some(&ParagraphRole::Text);
        if let Some(role) = roles.get_mut(at + 1).filter(|_| listed && text)
            && matches!(role, ParagraphRole::Heading(_))
        {
            *role = ParagraphRole::Text;
        }
    }
    roles
}

fn role(
    one: &Paragraph,
    next: Option<&Paragraph>,
    styled: bool,
    sentences: &[&str],
) -> ParagraphRole {
    let text = one.text.as_str();
    let wide = width(text);
    if one.place != ParagraphPlace::Body {
        return ParagraphRole::Text;
    }
    if let Some(level) = one.level.filter(|level| *level > 0) {
        return match run_in(text) {
            Some(end) if wide > LONGEST => ParagraphRole::RunIn(HeadingRank::Style(level), end),
            _ if wide > LONGEST * 3.0 => ParagraphRole::Text,
            _ => ParagraphRole::Heading(HeadingRank::Style(level)),
        };
    }
    if is_appendix(text) && one.sign.is_none() {
        return ParagraphRole::Heading(HeadingRank::Top);
    }
    let closed = text.ends_with(['。', '；', '！', '？', '，', '、', '：', ';', ':']);
    if let Some(sign) = one.sign {
        if sign == Sign::Bullet {
            return ParagraphRole::Text;
        }
        if sign == Sign::Star && wide <= LONGEST {
            return ParagraphRole::Heading(HeadingRank::Sign(sign));
        }
        if let Some(end) = run_in(text).filter(|_| sign != Sign::Bare) {
            return ParagraphRole::RunIn(HeadingRank::Sign(sign), end);
        }
        let ended = text.ends_with('。') && text.matches('。').count() == 1;
        let above = next.is_some_and(|next| {
            next.sign
                .is_none_or(|other| other != sign && (other > sign || sign == Sign::Bare))
        });
        let heads = above && wide <= LONGEST && (!closed || ended && sign <= Sign::HanParen);
        let alone = sign <= Sign::Han || sign == Sign::Bare;
        let heads = heads || alone && wide <= LONGEST && !closed;
        return if heads {
            ParagraphRole::Heading(HeadingRank::Sign(sign))
        } else {
            ParagraphRole::Text
        };
    }
    // Bold words at the beginning are the paragraph's heading.
    if one.lead > 0 && one.lead < text.len() {
        let lead = text.get(..one.lead).unwrap_or_default().trim_end();
        let ends = lead.ends_with(['。', '：', '！']) && width(lead) <= LONGEST_PLAIN;
        if ends {
            return ParagraphRole::RunIn(HeadingRank::Weight(u32::MAX), lead.len());
        }
    }
    if one.weight > 0 && wide <= LONGEST && (!closed || text.ends_with('。')) && next.is_some() {
        return ParagraphRole::Heading(HeadingRank::Weight(u32::MAX - one.weight));
    }
    let Some(next) = next.filter(|_| !styled) else {
        return ParagraphRole::Text;
    };
    let below = width(&next.text);
    let bullets = next.sign == Some(Sign::Bullet);
    let long = next.sign.is_none()
        && next.level.is_none()
        && next.text.ends_with(['。', '！'])
        && below > 40.0;
    if !closed && wide <= LONGEST_PLAIN && (bullets || long && below > wide * 2.5) {
        return ParagraphRole::Heading(HeadingRank::Plain);
    }
    let alike = wide <= LONGEST_SENTENCE || sentences.contains(&beginning(text));
    let sentence = text.ends_with('。') && text.matches('。').count() == 1;
    if sentence && alike && wide <= LONGEST_PLAIN && long && below > wide * 4.0 {
        return ParagraphRole::Heading(HeadingRank::Plain);
    }
    ParagraphRole::Text
}

/// Whether two lines are entries of a list, each of two halves with a comma between.
fn is_list(before: &Paragraph, one: &Paragraph) -> bool {
    let entry = |one: &Paragraph| {
        one.sign.is_none() && one.text.contains('，') && !one.text.ends_with(['。', '：', '，'])
    };
    entry(before) && entry(one)
}

/// Where the heading ends that a paragraph begins with: with its first sentence, where
/// more follows.
fn run_in(text: &str) -> Option<usize> {
    let at = text.find('。')?;
    let heading = text.get(..at)?;
    let end = at + '。'.len_utf8();
    let rest = text.get(end..)?;
    let open = heading.matches('“').count() > heading.matches('”').count();
    (width(heading) <= LONGEST_PLAIN && width(rest) >= 8.0 && !open).then_some(end)
}

/// The first words of short sentences that stand above long paragraphs, where more than
/// one begins so.
fn parallel(paragraphs: &[Paragraph]) -> Vec<&str> {
    let mut begun: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    for (one, next) in paragraphs.iter().zip(paragraphs.iter().skip(1)) {
        let wide = width(&one.text);
        let above = wide <= LONGEST_PLAIN && width(&next.text) > wide * 4.0;
        if !above || one.sign.is_some() || !one.text.ends_with('。') {
            continue;
        }
        let first = beginning(&one.text);
        if !begun.insert(first) && !found.contains(&first) {
            found.push(first);
        }
    }
    found
}

/// The first three letters.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(3).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// Whether a line begins notes or an appendix.
pub fn is_appendix(text: &str) -> bool {
    let name = text.trim_end_matches(['：', ':']);
    let whole = [
        "注释",
        "注",
        "名词解释",
        "附录",
        "附件",
        "相关名词解释",
        "有关名词解释",
        "注释说明",
    ];
    let begins = ["附件", "附录"].iter().any(|word| {
        let rest = text.strip_prefix(word);
        rest.is_some_and(|rest| {
            rest.starts_with(|letter: char| letter.is_ascii_digit() || "：:一二三".contains(letter))
        })
    });
    whole.contains(&name) || begins && width(text) <= LONGEST_PLAIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::sign::marked;

    fn of(texts: &[&str]) -> Vec<ParagraphRole> {
        let paragraphs: Vec<_> = texts
            .iter()
            .map(|text| {
                let sign = marked(text);
                Paragraph {
                    sign: sign.map(|sign| sign.sign),
                    ..Paragraph::new(sign.map_or(*text, |sign| sign.words))
                }
            })
            .collect();
        roles(&paragraphs)
    }

    #[test]
    fn marks_make_headings_of_what_stands_above_other_things() {
        let found = of(&[
            "一、春天",
            "（一）山上",
            "1.花开。花有红的，也有白的。",
            "·草绿了",
        ]);
        let rank = |sign| ParagraphRole::Heading(HeadingRank::Sign(sign));
        assert_eq!(found[..2], [rank(Sign::Han), rank(Sign::HanParen)]);
        assert_eq!(
            found[2],
            ParagraphRole::RunIn(HeadingRank::Sign(Sign::Arabic), "花开。".len())
        );
        assert_eq!(found[3], ParagraphRole::Text);
    }

    #[test]
    fn a_list_of_sentences_has_no_headings() {
        assert_eq!(
            of(&["1.花开了。", "2.草绿了。", "3.鸟叫了。"]),
            [ParagraphRole::Text; 3]
        );
    }

    #[test]
    fn a_short_line_above_bullets_is_a_heading() {
        assert_eq!(
            of(&["山上的春天", "·花开了"])[0],
            ParagraphRole::Heading(HeadingRank::Plain)
        );
        assert_eq!(of(&["各位朋友：", "·花开了"])[0], ParagraphRole::Text);
    }
}
