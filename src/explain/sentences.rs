//! The checks' findings in words: what was found, what was expected.

use super::contradictions;
use super::lang::{Lang, Wording, said, told};
use super::shown::{code_point, quoted};
use crate::report::check::{MAX_TALLY, ProblemKind, Within};

/// What an id looks like, for whoever has to write one.
pub fn id_rule(lang: Lang) -> String {
    said!(
        lang,
        "应以小写英文字母开头，只含小写英文字母、数字和连字符，不超过 40 个字符",
        "expected a letter a–z, then letters a–z, digits and hyphens, 40 characters at most"
    )
}

/// What was found and what was expected.
#[rustfmt::skip] // One wording a line, however wide its characters.
pub fn tell(kind: &ProblemKind, lang: Lang) -> Wording {
    match kind {
        ProblemKind::IdMalformed { found } => {
            let (found, rule) = (quoted(found), id_rule(lang));
            told!(lang,
                ["编号{found}不合规定", "{rule}"],
                ["the id {found} is not well-formed", "{rule}"],
            )
        }
        ProblemKind::IdReserved { found } => {
            let found = quoted(found);
            told!(lang,
                ["编号{found}是网页自己要用的", "应换一个"],
                ["the page itself uses the id {found}", "expected another"],
            )
        }
        ProblemKind::IdTaken { found, first } => {
            let (shown, other) = (quoted(found), quoted(&[found, "-2"].concat()));
            told!(lang,
                ["编号{shown}已用于{first}", "应换一个没有用过的"],
                ["the id {shown} is that of {first} already", "expected one not yet used"],
            )
            .hint(Some(said!(lang, "例如{other}", "for example {other}")))
        }

        ProblemKind::PlaceUnknown { found } => {
            let found = quoted(found);
            told!(lang,
                ["没有编号是{found}的部分、章或节", "应为已有的编号"],
                ["no part, chapter or section has the id {found}", "expected one that is there"],
            )
        }
        ProblemKind::FigureUnknown { found } => {
            let found = quoted(found);
            told!(lang,
                ["找不到数字{found}", "应为 figures 里已有的编号"],
                ["there is no figure {found}", "expected an id that stands in figures"],
            )
        }
        ProblemKind::FigureRepeated { found } => {
            let found = quoted(found);
            told!(lang,
                ["数字{found}在这里列了不止一次", "应只列一次"],
                ["the figure {found} is listed here more than once", "expected once"],
            )
        }
        ProblemKind::FigureElsewhere { found } => {
            let found = quoted(found);
            told!(lang,
                ["数字{found}不在本章的原文中", "应为本章列出的数字"],
                ["the figure {found} is in no text of this chapter", "expected one that is"],
            )
        }
        ProblemKind::FigureUnused { found } => {
            let found = quoted(found);
            told!(lang,
                ["数字{found}没有用到", "应列在它所在那段原文的 figures 里"],
                ["the figure {found} is not used", "expected it in the figures of the text it stands in"],
            )
        }

        ProblemKind::PhraseAbsent { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["原文中没有{phrase}", "应与原文写法一字不差"],
                ["the text does not say {phrase}", "expected the very words of the text"],
            )
        }
        ProblemKind::PhraseCovered { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["原文中没有单独的{phrase}，它只是另一个数字的一部分", "应为完整的写法"],
                ["the text says {phrase} only within another number", "expected all of it"],
            )
        }
        ProblemKind::PhraseUnreadable { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["从{phrase}读不出数目", "应有数字和单位，例如“21项”“近20项”“1千余个”"],
                ["no number can be read from {phrase}", "expected digits and a unit, such as “21项”, “近20项”, “1千余个”"],
            )
        }
        ProblemKind::Value { phrase, expected, found } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["原文写作{phrase}，这里是 {found}", "应为 {expected}"],
                ["the phrase is {phrase}, the value {found}", "expected {expected}"],
            )
        }
        ProblemKind::Qualifier { phrase, expected, found } => {
            let phrase = quoted(phrase);
            let found = match found.as_deref().map(quoted) {
                Some(word) => said!(lang, "这里是{word}", "the qualifier {word}"),
                None => said!(lang, "这里没有写", "there is no qualifier"),
            };
            let expected = match expected.as_deref().map(quoted) {
                Some(word) => said!(lang, "应为{word}", "expected {word}"),
                None => said!(lang, "应省略", "expected none"),
            };
            told!(lang,
                ["原文写作{phrase}，{found}", "{expected}"],
                ["the phrase is {phrase}, {found}", "{expected}"],
            )
        }
        ProblemKind::Unit { phrase, expected, found } => {
            let (phrase, expected, found) = (quoted(phrase), quoted(expected), quoted(found));
            told!(lang,
                ["原文写作{phrase}，这里是{found}", "应为{expected}"],
                ["the phrase is {phrase}, the unit {found}", "expected {expected}"],
            )
        }

        ProblemKind::DateMalformed { found } => {
            let found = quoted(found);
            told!(lang,
                ["日期{found}的写法不对", "应写作“2026-03-01”"],
                ["{found} is no date", "expected one such as “2026-03-01”"],
            )
        }
        ProblemKind::NotIn { found, within } => excerpt(&quoted(found), *within, lang),
        ProblemKind::LinkMalformed { found } => {
            let found = quoted(found);
            told!(lang,
                ["{found}不是网页可以链接的网址", "应以 https:// 或 http:// 开头，或是相对路径，例如“../”"],
                ["{found} is no address that a page may lead to", "expected https://… or http://…, or a relative path such as “../”"],
            )
        }
        ProblemKind::Blank => told!(lang,
            ["这里是空的", "应写上文字"],
            ["there is nothing here", "expected words"],
        ),
        ProblemKind::Unprintable { found } => {
            let point = code_point(*found);
            told!(lang,
                ["含有不显示的字符 {point}", "应只有看得见的文字，不换行"],
                ["it holds {point}, which is not seen", "expected visible words on one line"],
            )
        }
        ProblemKind::TooLong { limit, found } => told!(lang,
            ["共有 {found} 个字符", "应不超过 {limit} 个"],
            ["the number of characters is {found}", "expected at most {limit}"],
        ),
        ProblemKind::TooMany { limit, found } => told!(lang,
            ["共有 {found} 项", "应不超过 {limit} 项"],
            ["the number of entries is {found}", "expected at most {limit}"],
        ),
        ProblemKind::TooFew { least, found } => too_few(*least as u64, *found, lang),
        ProblemKind::Hollow => told!(lang,
            ["只有标题", "应有内容，没有就整个删去"],
            ["there is nothing but a heading", "expected content, or nothing at all"],
        ),

        ProblemKind::ShareCount { found } => told!(lang,
            ["这里有 {found} 个数字", "占比图应有两个数字，先写部分，后写整体"],
            ["the number of figures is {found}", "expected two, the part and the whole"],
        ),
        ProblemKind::ShareOrder { part, whole } => told!(lang,
            ["部分 {part} 大于整体 {whole}", "应先写部分，后写整体"],
            ["the part {part} is larger than the whole {whole}", "expected the part first"],
        ),
        ProblemKind::ShareUnits { part, whole } => {
            let (part, whole) = (quoted(part), quoted(whole));
            told!(lang,
                ["部分的单位是{part}，整体的单位是{whole}", "应相同"],
                ["the part is counted in {part}, the whole in {whole}", "expected one unit"],
            )
        }
        ProblemKind::ShareOfTimes { part, whole } => {
            let (part, whole) = (quoted(part), quoted(whole));
            told!(lang,
                ["原文说{part}变到了{whole}，是前后两个时候，不是部分和整体", "应改用 pair"],
                ["the source says that one of {part} and {whole} became the other: they are no part and whole", "expected the kind pair"],
            )
        }
        ProblemKind::PairCount { found } => told!(lang,
            ["这里有 {found} 个数字", "前后图应有两个数字，先写从前，后写如今"],
            ["the number of figures is {found}", "expected two, before and after"],
        ),
        ProblemKind::Undrawable { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}是名次、区间或比值，不画图：原文的字句说得更清楚", "应去掉"],
                ["{phrase} is a rank, a range or a ratio, which its words tell better than any drawing", "expected another figure"],
            )
        }
        ProblemKind::GraphicUnits { one, other } => {
            let (one, other) = (quoted(one), quoted(other));
            told!(lang,
                ["单位有{one}，又有{other}", "一幅图应只有一种单位"],
                ["the figures are counted in {one} and in {other}", "expected one unit"],
            )
        }
        ProblemKind::Inexact { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}不是准确的数，这种画法只画准确的数", "应去掉，或改用 units"],
                ["{phrase} is not exact, and this kind draws only what is", "expected exact figures, or the kind units"],
            )
        }
        ProblemKind::BoundAbove { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}只说了不到多少，没有可画的长度", "应去掉"],
                ["{phrase} only says less than what it is", "expected another figure"],
            )
        }
        ProblemKind::ShareCounted { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}是百分数，不能一个一个地数", "应改用 percent"],
                ["{phrase} is a percentage, and nothing to be counted one by one", "expected the kind percent"],
            )
        }
        ProblemKind::ChangeWanted { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}不是增减的幅度", "应像“增长5.6％”“下降8.3%”，连同说增减的词"],
                ["{phrase} is no change", "expected one, such as “增长5.6％” or “下降8.3%”, with its verb"],
            )
        }
        ProblemKind::ChangeFound { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}是增减的幅度，不是数目", "应改用 change"],
                ["{phrase} is a change and no amount", "expected the kind change"],
            )
        }
        ProblemKind::ChangeYears { one, other } => {
            let (one, other) = (quoted(one), quoted(other));
            told!(lang,
                ["{one}和{other}，一个是年均，一个不是，画在一起会误读", "应分作两幅图"],
                ["of {one} and {other} one is a yearly average and the other is not", "expected a graphic for each"],
            )
        }
        ProblemKind::PartsOrder { part, whole } => {
            let (part, whole) = (quoted(part), quoted(whole));
            told!(lang,
                ["部分{part}大于整体{whole}", "应先写各部分，最后写整体"],
                ["the part {part} is larger than the whole {whole}", "expected the parts first and the whole last"],
            )
        }
        ProblemKind::PercentWanted { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}不是 100% 以内的百分数", "应为百分数，例如“81.31%”"],
                ["{phrase} is no percentage up to 100%", "expected one, such as “81.31%”"],
            )
        }
        ProblemKind::UnitsWhole { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}不是可数的整数", "应为大于 0 的整数，可带余、多、近"],
                ["{phrase} is no whole number of things", "expected one above 0, with its “余”, “多” or “近”"],
            )
        }
        ProblemKind::UnitsApart { least, most } => {
            let (least, most) = (quoted(least), quoted(most));
            told!(lang,
                ["{least}和{most}相差太大，画在一起就看不见{least}了", "应分作两幅图"],
                ["{least} and {most} are too far apart: the smaller would not be seen", "expected a graphic for each"],
            )
        }
        ProblemKind::Tally { found } => told!(lang,
            ["这里是 {found}", "算筹一竖一次，应为不超过 {MAX_TALLY} 的整数"],
            ["the value is {found}", "expected a whole number up to {MAX_TALLY}, for a tally draws each one"],
        ),

        ProblemKind::StageGrows { previous, found } => told!(lang,
            ["这一环节是 {found}，多于上一环节的 {previous}", "应不多于上一环节；若是另一种计数（例如答复件次），写进 beside"],
            ["the count is {found}, more than the {previous} of the stage before", "expected at most that; what is counted in another way belongs in beside"],
        ),
        ProblemKind::FirstUncounted => told!(lang,
            ["第一个环节没有写数字", "应写上 figure"],
            ["the first stage has no figure", "expected one"],
        ),
        ProblemKind::StageUncounted => told!(lang,
            ["这一环节和它的去向都没有写数字，无从推算", "应至少给其中一处写上 figure"],
            ["neither the stage nor what left before it is counted", "expected a figure for one of them"],
        ),
        ProblemKind::QuoteMissing => told!(lang,
            ["这一环节没有写数字，也没有写依据", "应写上 quote，取原文字句"],
            ["the stage has neither a figure nor the words it is taken from", "expected a quote from the source"],
        ),
        ProblemKind::ExitsBeforeFirst => told!(lang,
            ["第一个环节之前没有别的环节", "应移到后面的环节"],
            ["there is no stage before the first", "expected the exits at a later stage"],
        ),
        ProblemKind::ExitEmpty => told!(lang,
            ["这一去向没有写数字，由相邻环节推算也没有剩下的", "应省略，或写上 figure"],
            ["the exit has no figure, and the stages beside it leave nothing for it", "expected none, or a figure"],
        ),
        ProblemKind::ExitsUncounted => told!(lang,
            ["这一环节有不止一个去向没有写数字，无从推算", "应只省略一处"],
            ["more than one exit is without a figure", "expected at most one"],
        ),
        ProblemKind::ToUnfounded => told!(lang,
            ["只有转到别处的才有去处", "应省略，或把 kind 写成 \"transferred\""],
            ["only what is transferred goes somewhere", "expected nothing here, or the kind \"transferred\""],
        ),
        ProblemKind::PartUncounted => told!(lang,
            ["这一部分既没有数字也没有比例", "应写上 figure 或 share"],
            ["the part has neither a figure nor a share", "expected one of them"],
        ),
        ProblemKind::PartsTooDeep => told!(lang,
            ["“其中”之下又分了一层", "应只再分一层"],
            ["these are parts of parts of parts", "expected one level less"],
        ),
        ProblemKind::ShareUnreadable { found } => {
            let found = quoted(found);
            told!(lang,
                ["{found}不是比例", "应为原文写出的百分数，例如“77.1%”；第一个环节没有比例"],
                ["{found} is no share", "expected a percentage as it is printed, such as “77.1%”; the first stage has none"],
            )
        }
        ProblemKind::CountInexact { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}不是准确的整数", "流程里的数应是准确的整数；约数、余数不能按比例画"],
                ["{phrase} is no exact whole number", "expected one: nothing else can be drawn to scale"],
            )
        }
        ProblemKind::NumberUnclaimed { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["{phrase}没有列为数字", "若要显示为数字，写进 figures"],
                ["no figure takes {phrase}", "list it in figures if it shall be shown as one"],
            )
        }
        ProblemKind::CopyNeedless { phrase } => {
            let phrase = quoted(phrase);
            told!(lang,
                ["由{phrase}已经读得出", "可以删去"],
                ["{phrase} says this already", "it can be left out"],
            )
        }
        ProblemKind::Contradiction { found } => contradictions::of_flow(found, lang),
        ProblemKind::Excess { whole, by } => contradictions::of_parts(whole, by, lang),
        ProblemKind::CountUnit { expected, found } => {
            let (expected, found) = (quoted(expected), quoted(found));
            told!(lang,
                ["所依据的数字的单位是{found}", "应为这股流程的单位{expected}；单位不同的写进 beside"],
                ["the figure it is taken from is in {found}", "expected the flow's {expected}; what is counted in another unit belongs in beside"],
            )
        }
    }
}

/// That a graphic is of the kind that said nothing, and what says something.
#[rustfmt::skip]
pub fn linked(lang: Lang) -> Wording {
    told!(lang,
        ["这里是文字“linked”，第二版没有连弧了：弧线不表示数量", "应改用 units（单位图），或删去这幅图，数字在原文里仍看得到"],
        ["this is “linked”, which the second edition does not draw any more: its arcs told no number", "expected the kind units, or no graphic: the figures stand in the text"],
    )
}

/// That a flow is written as in the first edition, and how it is written now.
#[rustfmt::skip]
pub fn first_edition(lang: Lang) -> Wording {
    told!(lang,
        ["这是第一版的写法，网页不再读它", "应改写成 flows：每个环节写 id、label、short 和 figure，不写 count；loss 改成上面这一环节的 exits，写明 kind（rejected、merged、transferred、pending 或 unstated）；sources 改成所属环节的 splits"],
        ["this is how the first edition wrote a flow, which the page does not read any more", "expected flows: each stage with id, label, short and figure, without count; a loss as one of the stage's exits with its kind (rejected, merged, transferred, pending or unstated); sources as a split of the stage they make up"],
    )
}

/// That a list is too short; the schema finds that as well.
#[rustfmt::skip]
pub fn too_few(least: u64, found: usize, lang: Lang) -> Wording {
    told!(lang,
        ["共有 {found} 项", "应至少有 {least} 项"],
        ["the number of entries is {found}", "expected at least {least}"],
    )
}

/// That words are not where they are said to be from.
#[rustfmt::skip]
fn excerpt(found: &str, within: Within, lang: Lang) -> Wording {
    match within {
        Within::Text => told!(lang,
            ["原文中没有{found}", "应为这段原文中的字句"],
            ["the text does not say {found}", "expected words of this text"],
        ),
        Within::Heading => told!(lang,
            ["标题中没有{found}", "应为标题中的字句"],
            ["the heading does not say {found}", "expected words of the heading"],
        ),
        Within::Title => told!(lang,
            ["报告标题中没有{found}", "应为标题中的字句"],
            ["the report's title does not say {found}", "expected words of the title"],
        ),
        Within::TitleEnd => told!(lang,
            ["报告标题不以{found}结尾", "应为标题末尾的词"],
            ["the report's title does not end with {found}", "expected its last word"],
        ),
        Within::Report => told!(lang,
            ["原文中没有{found}", "应为原文的词"],
            ["no text of the report says {found}", "expected a word of one"],
        ),
        Within::Outcome => told!(lang,
            ["展望中没有一项说到{found}", "应为其中一项的字句，一字不差"],
            ["nothing of the outlook says {found}", "expected words that one of them says"],
        ),
        Within::Place => told!(lang,
            ["所指之处的原文中没有{found}", "应为那里一段原文中的字句，一字不差，按先后"],
            ["no text of that place says {found}", "expected words of one of its texts, in their order"],
        ),
        Within::PartText => told!(lang,
            ["本部分的原文中没有{found}", "应为其中的字句，一字不差"],
            ["the texts of the part do not say {found}", "expected their very words"],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_name_what_was_found_and_what_was_expected() {
        let kind = ProblemKind::Value {
            phrase: "1千余个".into(),
            expected: 1000.0,
            found: 1200.0,
        };
        let chinese = tell(&kind, Lang::Zh);
        assert_eq!(chinese.found, "原文写作“1千余个”，这里是 1200");
        assert_eq!(chinese.expected, "应为 1000");
        let english = tell(&kind, Lang::En);
        assert_eq!(english.found, "the phrase is “1千余个”, the value 1200");
        assert_eq!(english.expected, "expected 1000");
    }
}
