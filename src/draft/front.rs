//! What stands before a report's text: its title, where and by whom it was given, and
//! what a web page puts around it.

use super::aside::{Aside, AsideKind};
use super::document::{Paragraph, ParagraphPlace};
use super::doubt::{Doubt, DoubtKind};
use super::letter_width::width;
use super::sign::Sign;

/// What was found before the text.
#[derive(Debug, Default)]
pub struct Front {
    /// The title, where one was found.
    pub title: Option<String>,
    /// Where and by whom the report was given.
    pub given: Vec<String>,
    /// When it was published, as a web page says.
    pub published: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
}

/// The most lines before a text.
const MOST: usize = 60;

/// Words with which lines of a web page begin.
const WEB: [&str; 34] = [
    "分享",
    "打印",
    "字号",
    "字体",
    "浏览",
    "阅读",
    "点击",
    "责任编辑",
    "责编",
    "编辑：",
    "作者：",
    "首页",
    "当前位置",
    "您的位置",
    "您现在",
    "关闭",
    "扫一扫",
    "上一篇",
    "下一篇",
    "相关链接",
    "相关阅读",
    "版权",
    "主办",
    "承办单位：",
    "网站地图",
    "收藏",
    "返回",
    "登录",
    "无障碍",
    "索引号",
    "发文字号",
    "主题分类",
    "微信",
    "微博",
];

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
    web(&mut head, &mut front, asides);
    let title = title_of(&head);
    if let Some(at) = title.filter(|at| *at < head.len()) {
        let mut title = head.remove(at);
        let styled = title.level == Some(0) || is_title(&title.text);
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

/// 时间：, 来源： and what follows.
fn label(text: &str) -> Option<(&'static str, &str)> {
    let labels = [
        "发布时间",
        "发布日期",
        "成文日期",
        "时间",
        "日期",
        "信息来源",
        "文章来源",
        "来源",
        "发布机构",
    ];
    labels.into_iter().find_map(|label| {
        let rest = text.strip_prefix(label)?.trim_start();
        let rest = rest.strip_prefix(['：', ':'])?.trim();
        Some((label, rest))
    })
}

/// Takes out what a web page puts around a text.
fn web(head: &mut Vec<Paragraph>, front: &mut Front, asides: &mut Vec<Aside>) {
    let mut kept = Vec::new();
    let arrow = |text: &str| matches!(text.trim(), ">" | "›" | "»" | "＞" | ">>" | "/");
    // Between arrows stand the pages above this one.
    let arrows = head.iter().enumerate().filter(|(_, one)| arrow(&one.text));
    let arrows: Vec<usize> = arrows.map(|(at, _)| at).collect();
    let path = |at: usize| {
        let beside = arrows.iter().any(|arrow| arrow.abs_diff(at) <= 1);
        beside && !arrows.is_empty()
    };
    let mut lines = std::mem::take(head).into_iter().enumerate().peekable();
    while let Some((at, line)) = lines.next() {
        let text = line.text.as_str();
        let web = |text: &str| Aside::new(text, AsideKind::Web);
        if let Some((label, value)) = label(text) {
            let address = value.contains("://");
            let value = match value {
                "" => lines.next().map(|(_, next)| next.text).unwrap_or_default(),
                value if address => {
                    asides.push(web(text));
                    let _ = value;
                    continue;
                }
                value => value.to_owned(),
            };
            let of = text.split(['：', ':']).next().unwrap_or(label);
            asides.push(web(&[of, "："].concat()));
            let dates = label.contains("时间") || label.contains("日期");
            let slot = if dates {
                &mut front.published
            } else {
                &mut front.publisher
            };
            match slot {
                None => *slot = Some(value),
                Some(_) => asides.push(web(&value)),
            }
        } else if path(at)
            || text.contains("://")
            || line.place == ParagraphPlace::Web
            || text.contains(" > ")
            || WEB.iter().any(|word| text.starts_with(word)) && width(text) < 30.0
        {
            asides.push(web(text));
        } else {
            kept.push(line);
        }
    }
    *head = kept;
}
