//! Doubts in English: each reason and each choice beside the Chinese one that it tells
//! again. `{}` stands for words of the report, which stay as they are.

use super::doubt::Doubt;

const REASONS: &[(&str, &str)] = &[
    (
        "没有找到标题，暂用这几个字",
        "no title was found; these words stand in for one",
    ),
    (
        "文稿开头没有标明标题，取了这一行",
        "no line at the beginning is marked as the title; this one was taken",
    ),
    (
        "标题之前的几段合成导语",
        "the paragraphs before the first heading were put together as the preface",
    ),
    (
        "没有导语，取了第一部分开头的一段",
        "there is no preface; the first paragraph of the first part was taken",
    ),
    (
        "没有导语，暂用标题",
        "there is no preface; the title stands in for one",
    ),
    (
        "几段文字没有标题，单独成一部分，暂用全文标题",
        "paragraphs without a heading became a part, under the report’s title for now",
    ),
    (
        "标题在内容之后，这一节起归入“{}”，之前的归入“{}”",
        "headings follow their text: from this section on it belongs to “{}”, before it to “{}”",
    ),
    (
        "两行像是一句话断开的，已连起来",
        "two lines read like one broken sentence and were joined",
    ),
    (
        "这一章有 {} 段不属于任何一节，合成一段概述",
        "{} paragraphs of this chapter belong to no section; together they are its summary",
    ),
    (
        "各章之前有 {} 段，合成这一部分开头的一段",
        "{} paragraphs stand before the chapters; together they open the part",
    ),
    (
        "这一段在各章之后，没有标题，列在这一部分末尾",
        "this paragraph stands behind the chapters without a heading; it is listed at the end of the part",
    ),
    (
        "这几段在两章之间，没有标题，单独成一章，暂以第一句为标题",
        "these paragraphs stand between two chapters without a heading; they became a chapter, headed by their first sentence for now",
    ),
    (
        "这一句在两章之间，没有标题，归入前一章",
        "this sentence stands between two chapters without a heading; it went to the chapter before",
    ),
    (
        "从这段文字读出流程：{}",
        "a flow was read from this text: {}",
    ),
    (
        "这个数比前一环节还多，没有列入流程",
        "this count is higher than the stage before; it was left out of the flow",
    ),
    (
        "比前一环节少{}件，原文没有写件数，由相减得出",
        "{} fewer than in the stage before; the text gives no count, so it was subtracted",
    ),
    (
        "提交的件数分开写，没有合计，没有列入流程",
        "what was submitted is counted in parts without a sum; it was left out of the flow",
    ),
    (
        "构成加起来比这一环节还多，没有列入流程",
        "the parts are more than their stage; they were left out of the flow",
    ),
    (
        "读出的流程前后不合，没有列入",
        "the flow that was read contradicts itself; it was left out",
    ),
    (
        "与前面各章的标题有相同字句：{}",
        "it has words in common with the headings of chapters before: {}",
    ),
    (
        "从正文读出 {} 处“做了什么、有什么结果”",
        "the text tells {} times what was done and what came of it",
    ),
    (
        "从正文读出工作到了哪些范围：{}",
        "the text tells how far the work reaches: {}",
    ),
    (
        "数字太多，还有 {} 个没有列入",
        "there are too many numbers; {} more were left out",
    ),
    (
        "有 {} 个数字叫什么，原文分不清，这是第一个",
        "the text does not tell for sure what {} numbers are called; this is the first",
    ),
    (
        "文字太多，一份报告最多 2 MiB，网页放不下",
        "the text is too long: a report has at most 2 MiB",
    ),
    (
        "这个数字在原文中的位置分不清，没有列入",
        "the number’s place in the text is not clear; it was left out",
    ),
    (
        "去掉了 {} 个看不见的字符",
        "{} invisible characters were taken away",
    ),
    (
        "文件是 {} 编码，已转为 UTF-8",
        "the file was encoded in {}; now it is UTF-8",
    ),
    (
        "网页上的其他文字没有列入，共 {} 处",
        "other words of the web page were left out, at {} places",
    ),
    ("{}没有列入，共 {} 处", "left out ({}), at {} places"),
];

const WORDS: &[(&str, &str)] = &[
    ("暂用", "Leave it for now"),
    ("另写标题", "Write another title"),
    ("另写导语", "Write a preface"),
    ("作标题", "It is the title"),
    ("合成导语", "One preface"),
    ("只取一段", "Only one paragraph"),
    ("单独成一部分", "A part of its own"),
    ("并入导语", "Into the preface"),
    ("从这一节分开", "Divide here"),
    ("从别的节分开", "Divide elsewhere"),
    ("连成一句", "One sentence"),
    ("分成两段", "Two paragraphs"),
    ("合成一段", "One paragraph"),
    ("加上小标题", "Add headings"),
    ("分到各章", "Spread over the chapters"),
    ("列在末尾", "At the end"),
    ("归入最后一章", "Into the last chapter"),
    ("另立一章", "A chapter of its own"),
    ("单独成一章", "A chapter of its own"),
    ("归入前一章", "Into the chapter before"),
    ("是", "Yes"),
    ("改正", "Put it right"),
    ("不画流程", "Draw no flow"),
    ("不列入", "Leave it out"),
    ("另计", "Count it apart"),
    ("并入同类提案", "Merged with like proposals"),
    ("未予立案", "Not filed"),
    ("原文未说明", "The text does not say"),
    ("改正后列入", "Put it right and in"),
    ("分成几份报告", "Make several reports"),
    ("补进正文", "Put it into the text"),
    ("页码", "page numbers"),
    ("页眉页脚", "heads and feet of pages"),
    ("目录", "contents"),
    ("图片说明", "captions"),
    ("重复的文字", "repeated words"),
];

/// The reason and the choices of a doubt in English; what has no English stays Chinese.
pub fn english(doubt: &Doubt) -> (String, Vec<String>) {
    let reason = REASONS
        .iter()
        .find_map(|(zh, en)| filled(&doubt.reason, zh, en));
    let choices = doubt.choices.iter().map(|choice| word(choice).to_owned());
    (
        reason.unwrap_or_else(|| doubt.reason.clone()),
        choices.collect(),
    )
}

fn word(zh: &str) -> &str {
    WORDS
        .iter()
        .find(|(known, _)| *known == zh)
        .map_or(zh, |(_, en)| en)
}

/// The English of a sentence, if it is one of this pattern.
fn filled(told: &str, zh: &str, en: &str) -> Option<String> {
    let mut pieces = zh.split("{}");
    let mut rest = told.strip_prefix(pieces.next()?)?;
    let mut english = en.split("{}");
    let mut sentence = english.next()?.to_owned();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let end = match pieces.peek() {
            None => rest.strip_suffix(piece)?.len(),
            Some(_) => rest.find(piece)?,
        };
        let (held, after) = rest.split_at_checked(end)?;
        sentence.push_str(word(held));
        sentence.push_str(english.next()?);
        rest = after.strip_prefix(piece)?;
    }
    rest.is_empty().then_some(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::doubt::DoubtKind;

    #[track_caller]
    fn check(reason: &str, expected: &str) {
        let doubt = Doubt::new(DoubtKind::Heading, 1, "", reason, &["是"]);
        assert_eq!(
            english(&doubt),
            (expected.to_owned(), vec!["Yes".to_owned()])
        );
    }

    #[test]
    fn words_of_the_report_stay_as_they_are() {
        check(
            "标题在内容之后，这一节起归入“甲”，之前的归入“乙”",
            "headings follow their text: from this section on it belongs to “甲”, before it to “乙”",
        );
        check(
            "页码没有列入，共 12 处",
            "left out (page numbers), at 12 places",
        );
        check(
            "从这段文字读出流程：提交→立案",
            "a flow was read from this text: 提交→立案",
        );
    }

    /// Whoever writes a new doubt writes it in both languages.
    #[test]
    fn every_sentence_of_a_doubt_is_told_in_english() {
        let sources = [
            include_str!("../draft.rs"),
            include_str!("assemble.rs"),
            include_str!("assemble/drafted_chapter.rs"),
            include_str!("assemble/drafted_part.rs"),
            include_str!("broken_lines.rs"),
            include_str!("follow.rs"),
            include_str!("front.rs"),
            include_str!("labels.rs"),
            include_str!("proposals/flow_ending.rs"),
            include_str!("proposals/flow_reading.rs"),
            include_str!("story.rs"),
        ];
        let missing = |written: &str| {
            let holes: String = written
                .split('{')
                .map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest))
                .collect::<Vec<_>>()
                .join("{}");
            let known = REASONS.iter().chain(WORDS).any(|(zh, _)| *zh == holes);
            // A separator is no sentence.
            (!known && 1 < holes.chars().count()).then_some(holes)
        };
        let mut lost = Vec::new();
        for source in sources {
            for line in source.split("#[cfg(test)]").next().unwrap().lines() {
                let told = [
                    "let reason = ",
                    "let choices = ",
                    "Some(_) => \"",
                    "None => \"",
                    "\"两行",
                    "\"几段",
                    "&[\"",
                    "=> &[\"",
                ];
                if told.iter().any(|told| line.trim().starts_with(told)) {
                    lost.extend(line.split('"').skip(1).step_by(2).filter_map(missing));
                }
            }
        }
        assert_eq!(lost, Vec::<String>::new());
    }
}
