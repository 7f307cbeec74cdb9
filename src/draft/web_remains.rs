//! What a web page puts around a text that was copied from it: menus, buttons, when and
//! where it was published, who edited it.

use super::aside::{Aside, AsideKind};
use super::document::{Paragraph, ParagraphPlace};
use super::front_matter::Front;
use super::letter_width::width;

/// Words with which lines of a web page begin.
const WEB: [&str; 39] = [
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
    "查看全文",
    "阅读全文",
    "查看更多",
    "阅读原文",
    "原文链接",
];

/// Words with which lines end that a page puts below a text.
const BELOW: [&str; 12] = [
    "来源", "文字", "图片", "制图", "设计", "供稿", "编审", "审核", "校对", "监制", "撰稿", "编制",
];

/// The most lines below a text.
const MOST: usize = 20;

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
pub fn web(head: &mut Vec<Paragraph>, front: &mut Front, asides: &mut Vec<Aside>) {
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
        let bare = text.trim_matches(['（', '(', '[', '【']);
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
            || WEB.iter().any(|word| bare.starts_with(word)) && width(text) < 30.0
        {
            asides.push(web(text));
        } else {
            kept.push(line);
        }
    }
    *head = kept;
}

/// Parts lines in which a page tells several things, with wide spaces between.
pub fn parted(head: &mut Vec<Paragraph>) {
    let parted = |line: Paragraph| {
        let pieces: Vec<&str> = line.text.split(['\u{3000}', '|', '\u{A0}']).collect();
        let told = pieces.iter().any(|piece| label(piece.trim()).is_some());
        if pieces.len() < 2 || !told {
            return vec![line];
        }
        let pieces = pieces
            .into_iter()
            .map(str::trim)
            .filter(|piece| !piece.is_empty());
        let line = |piece: &str| Paragraph {
            text: piece.to_owned(),
            ..line.clone()
        };
        pieces.map(line).collect()
    };
    *head = head.drain(..).flat_map(parted).collect();
}

/// Takes out what stands below the text, from the end upwards.
pub fn tail(paragraphs: &mut Vec<Paragraph>, front: &mut Front, asides: &mut Vec<Aside>) {
    for _ in 0..MOST {
        let Some(last) = paragraphs.last() else {
            return;
        };
        let bare = last
            .text
            .trim_matches(['（', '）', '(', ')', '[', ']', '【', '】']);
        let credit = BELOW.iter().any(|word| {
            let rest = bare.strip_prefix(word);
            rest.is_some_and(|rest| rest.trim_start().starts_with(['：', ':']))
        });
        let around = WEB.iter().any(|word| bare.starts_with(word)) && !bare.ends_with('。');
        let around = around || bare.contains("ICP备") || bare.contains("公网安备");
        let around = (around || credit) && width(bare) < 40.0 && last.level.is_none();
        if !around && last.place != ParagraphPlace::Web || paragraphs.len() < 2 {
            return;
        }
        if let Some((_, value)) = label(bare).filter(|(label, _)| label.contains("来源"))
            && front.publisher.is_none()
            && !value.is_empty()
        {
            front.publisher = Some(value.to_owned());
            let mark = bare.len() - value.len();
            asides.push(Aside::new(
                bare.get(..mark).unwrap_or_default(),
                AsideKind::Web,
            ));
        } else {
            asides.push(Aside::new(last.text.clone(), AsideKind::Web));
        }
        paragraphs.pop();
    }
}
