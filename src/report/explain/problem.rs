//! The checks' findings as sentences.

use super::shown::{code_point, quoted};
use crate::report::check::{Kind, MAX_TALLY, Within};

/// What an id looks like, for whoever has to write one.
pub const ID_RULE: &str = "应以小写英文字母开头，只含小写英文字母、数字和连字符，不超过 40 个字符";

/// What was found and what was expected, in one sentence.
pub fn sentence(kind: &Kind) -> String {
    match kind {
        Kind::IdMalformed { found } => format!("编号{}不合规定：{ID_RULE}", quoted(found)),
        Kind::IdReserved { found } => {
            format!("编号{}是网页自己要用的，应换一个", quoted(found))
        }
        Kind::IdTaken { found, first } => {
            format!("编号{}已用在 {first}，应换一个没有用过的", quoted(found))
        }

        Kind::FigureUnknown { found } => {
            format!("找不到数字{}，应为 figures 里已有的编号", quoted(found))
        }
        Kind::FigureRepeated { found } => {
            format!("数字{}在这里列了不止一次，应只列一次", quoted(found))
        }
        Kind::FigureElsewhere { found } => {
            format!("数字{}不在本章的原文中，应为本章列出的数字", quoted(found))
        }
        Kind::FigureUnused { found } => {
            format!(
                "数字{}没有用到，应列在它所在那段原文的 figures 里",
                quoted(found)
            )
        }

        Kind::PhraseAbsent { phrase } => {
            format!("原文中没有{}，应与原文写法一字不差", quoted(phrase))
        }
        Kind::PhraseCovered { phrase } => format!(
            "原文中没有单独的{}，它只是另一个数字的一部分，应为完整的写法",
            quoted(phrase)
        ),
        Kind::PhraseUnreadable { phrase } => format!(
            "从{}读不出数目，应有数字和单位，例如“21项”“近20项”“1千余个”",
            quoted(phrase)
        ),
        Kind::Value {
            phrase,
            expected,
            found,
        } => format!(
            "原文写作{}，应为 {expected}，这里是 {found}",
            quoted(phrase)
        ),
        Kind::Qualifier {
            phrase,
            expected,
            found,
        } => format!(
            "原文写作{}，{}，{}",
            quoted(phrase),
            match expected {
                Some(word) => format!("应为{}", quoted(word)),
                None => "应省略".into(),
            },
            match found {
                Some(word) => format!("这里是{}", quoted(word)),
                None => "这里没有写".into(),
            }
        ),
        Kind::Unit {
            phrase,
            expected,
            found,
        } => format!(
            "原文写作{}，应为{}，这里是{}",
            quoted(phrase),
            quoted(expected),
            quoted(found)
        ),

        Kind::NotIn { found, within } => match within {
            Within::Text => format!("原文中没有{}，应为这段原文中的字句", quoted(found)),
            Within::Heading => format!("标题中没有{}，应为标题中的字句", quoted(found)),
            Within::Title => format!("报告标题中没有{}，应为标题中的字句", quoted(found)),
            Within::TitleEnd => format!("报告标题不以{}结尾，应为标题末尾的词", quoted(found)),
            Within::PartText => format!(
                "本部分开头的段落中没有{}，应为其中的字句，一字不差",
                quoted(found)
            ),
        },
        Kind::Blank => "这里是空的，应写上文字".into(),
        Kind::Unprintable { found } => format!(
            "含有不显示的字符 {}，应只有看得见的文字，不换行",
            code_point(*found)
        ),
        Kind::TooLong { limit, found } => {
            format!("共有 {found} 个字符，应不超过 {limit} 个")
        }
        Kind::TooMany { limit, found } => format!("共有 {found} 项，应不超过 {limit} 项"),
        Kind::TooFew { least, found } => format!("共有 {found} 项，应至少有 {least} 项"),
        Kind::Hollow => "只有标题，应有内容，没有就整个删去".into(),

        Kind::ShareCount { found } => {
            format!("占比图应有两个数字，先写部分，后写整体，这里有 {found} 个")
        }
        Kind::ShareOrder { part, whole } => {
            format!("部分 {part} 大于整体 {whole}，应先写部分，后写整体")
        }
        Kind::ShareUnits { part, whole } => format!(
            "部分的单位是{}，整体的单位是{}，应相同",
            quoted(part),
            quoted(whole)
        ),
        Kind::Tally { found } => {
            format!("算筹一竖一次，应为不超过 {MAX_TALLY} 的整数，这里是 {found}")
        }

        Kind::FunnelRepeated => "前面已有一个漏斗，一份报告应只有一个".into(),
        Kind::FunnelWithoutText => "本部分没有开头的段落，应在 text 里写上漏斗所依据的原文".into(),
        Kind::StageGrows { previous, found } => {
            format!("这里是 {found}，应不多于上一环节的 {previous}")
        }
        Kind::LossMissing { previous, found } => {
            format!("从 {previous} 减少到 {found}，应写上减少的部分叫什么，这里没有写")
        }
        Kind::LossUnfounded {
            previous: Some(previous),
            found,
        } => format!("从 {previous} 到 {found} 没有减少，应省略"),
        Kind::LossUnfounded { previous: None, .. } => "第一个环节之前没有别的环节，应省略".into(),
        Kind::Count {
            phrase,
            expected,
            found,
        } => format!(
            "所依据的数字写作{}，应为 {expected}，这里是 {found}",
            quoted(phrase)
        ),
        Kind::CountUnit { expected, found } => format!(
            "所依据的数字的单位是{}，应为漏斗的单位{}",
            quoted(found),
            quoted(expected)
        ),
        Kind::SourcesSum { expected, found } => {
            format!("各来源合计 {found}，应等于最后一个环节的 {expected}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_what_was_found_and_what_was_expected() {
        let kind = Kind::Value {
            phrase: "1千余个".into(),
            expected: 1000.0,
            found: 1200.0,
        };
        let expected = "原文写作“1千余个”，应为 1000，这里是 1200";
        assert_eq!(sentence(&kind), expected);

        let kind = Kind::Qualifier {
            phrase: "21项".into(),
            expected: None,
            found: Some("余".into()),
        };
        assert_eq!(sentence(&kind), "原文写作“21项”，应省略，这里是“余”");
    }
}
