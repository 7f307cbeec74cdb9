//! What stands before a report's text: its title, where and by whom it was given.

use super::aside::{Aside, AsideKind};
use super::document::{Paragraph, ParagraphPlace};
use super::doubt::{Doubt, DoubtKind};
use super::front_matter::Front;
use super::letter_width::width;
use super::sign::Sign;
use super::web_remains::{parted, tail, web};

/// The most lines before a text.
const MOST: usize = 60;

/// Words that a title ends with.
const TITLES: [&str; 14] = [
    "报告",
    "图解",
    "总结",
    "综述",
    "要点",
    "公报",
    "工作情况",
    "报告摘要",
    "讲话",
    "述评",
    "概况",
    "汇报",
    "报告（摘要）",
    "白皮书",
];

/// Takes what stands before the text out of the paragraphs.
pub fn take(
    paragraphs: &mut Vec<Paragraph>,
    asides: &mut Vec<Aside>,
    doubts: &mut Vec<Doubt>,
) -> Front {
    let mut front = Front::default();
    let end = begins(paragraphs);
    let mut head: Vec<Paragraph> = paragraphs.drain(..end).collect();
    parted(&mut head);
    web(&mut head, &mut front, asides);
    tail(paragraphs, &mut front, asides);
    let title = title_of(&head);
    if let Some(mut at) = title.filter(|at| *at < head.len()) {
        let mut title = head.remove(at);
        let styled = title.level == Some(0) || is_title(&title.text);
        // Whose report it is may stand in a line above.
        if let Some(before) = at.checked_sub(1)
            && title.text.starts_with("关于")
            && head.get(before).is_some_and(is_office)
        {
            let office = head.remove(before);
            at = before;
            title.text.insert_str(0, &office.text);
        }
        // A title may run over lines of equal weight.
        while let Some(next) = head.get(at).filter(|next| goes_on(&title, next)) {
            title.text.push_str(&next.text);
            head.remove(at);
        }
        if !styled {
            let reason = "文稿开头没有标明标题，取了这一行";
            let choices = ["作标题", "另写标题"];
            let doubt = Doubt::new(DoubtKind::Title, 80, &title.text, reason, &choices);
            doubts.push(doubt);
        }
        front.title = Some(title.text);
    }
    let title = front.title.as_deref().unwrap_or_default();
    let mut seen: Vec<String> = Vec::new();
    for line in head {
        if line.text == title || seen.contains(&line.text) {
            asides.push(Aside::new(line.text, AsideKind::Repeated));
        } else if line.text.ends_with('摄') || line.text.contains("。 ") && width(&line.text) < 40.0
        {
            asides.push(Aside::new(line.text, AsideKind::Caption));
        } else {
            seen.push(line.text.clone());
            let mark = line
                .sign
                .map_or("", |sign| if sign == Sign::Dash { "——" } else { "" });
            front.given.push([mark, &line.text].concat());
        }
    }
    front
}

/// Where the text begins: with a heading, a greeting, a mark or a long paragraph.
fn begins(paragraphs: &[Paragraph]) -> usize {
    let text = |at: usize, one: &Paragraph| {
        let next = paragraphs.get(at + 1);
        let bullets = next.is_some_and(|next| next.sign == Some(Sign::Bullet));
        let listed = one
            .sign
            .is_some_and(|sign| sign != Sign::Dash || !is_date(&one.text));
        let greets = is_greeting(&one.text);
        let long = width(&one.text) > 45.0 && one.text.contains(['。', '，']);
        let styled = one.level.is_some_and(|level| level > 0);
        // The first words of all may be a title, whatever their style.
        let first = at == 0 && !bullets && (styled || one.weight > 0) && !one.text.ends_with('。');
        let around = one.place == ParagraphPlace::Web;
        !around && !first && (bullets || listed || greets || long || styled)
    };
    let found = paragraphs
        .iter()
        .take(MOST)
        .enumerate()
        .find(|(at, one)| text(*at, one));
    found.map_or_else(|| paragraphs.len().min(1), |(at, _)| at)
}

/// Which of the lines is the title.
fn title_of(head: &[Paragraph]) -> Option<usize> {
    let styled = head.iter().position(|one| one.level == Some(0));
    let named = |one: &&Paragraph| is_title(&one.text);
    let heaviest = head
        .iter()
        .map(|one| one.weight)
        .max()
        .filter(|weight| *weight > 0);
    let heaviest = heaviest.and_then(|heaviest| head.iter().position(|one| one.weight == heaviest));
    let listed = |at: usize| head.get(at).is_some_and(|one| one.sign.is_some());
    styled
        .or_else(|| heaviest.filter(|at| head.get(*at).as_ref().is_some_and(named)))
        .or_else(|| {
            head.iter()
                .position(|one| is_title(&one.text) && one.sign.is_none())
        })
        .or(heaviest)
        .or_else(|| (!head.is_empty()).then_some(0))
        .filter(|at| !listed(*at))
}

/// Whether words read like a title.
pub fn is_title(text: &str) -> bool {
    let text = text.trim_end_matches(['》', '”']);
    let ends = TITLES.iter().any(|word| text.ends_with(word));
    ends && width(text) <= 40.0 && !text.contains(['。', '：']) && !text.contains("作政府")
}

fn goes_on(title: &Paragraph, next: &Paragraph) -> bool {
    let alike = title.weight > 0 && next.weight == title.weight && next.level == title.level;
    alike
        && width(&title.text) + width(&next.text) < 50.0
        && !is_title(&title.text)
        && !is_date(&next.text)
}

/// Who reports, in a line of its own: an office by its last word.
fn is_office(one: &Paragraph) -> bool {
    let ends = ["委员会", "人民政府", "政协", "办公室", "常委会"];
    let whole = one.sign.is_none() && width(&one.text) <= 40.0 && !one.text.contains(' ');
    whole && ends.iter().any(|word| one.text.ends_with(word))
}

fn is_date(text: &str) -> bool {
    text.contains('年') && text.contains('月') && text.contains('日') || text.contains("会议上")
}

/// 各位代表：
fn is_greeting(text: &str) -> bool {
    let words = text.trim_end_matches(['：', ':', '！']);
    let begins = ["各位", "同志", "尊敬", "朋友"]
        .iter()
        .any(|word| words.starts_with(word));
    words.len() < text.len() && width(text) < 24.0 && (begins || words.ends_with('们'))
}
