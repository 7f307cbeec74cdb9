//! The data model: everything the page says, as it stands in `report.json`.
//!
//! Knows serde and its schema, and nothing else. Words and numbers are the source's; what can
//! be computed from them (rates, losses, shares) is computed where it is shown
//! and never stored. [`check`] tells whether a report that parses also makes
//! sense; [`number`] reads number phrases such as `1千余个`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod check;
pub mod contents;
pub mod export;
pub mod find;
pub mod folding;
mod group;
pub mod hash;
pub mod items;
pub mod number;
pub mod origin;
pub mod outcome;
pub mod rate;
pub mod runs;
pub mod speech;
pub mod steps;
pub mod stops;

/// The largest data file the page and the command accept, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// 一份报告：网页上的每一个字、每一个数都来自这里。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// 标题。
    pub title: Title,
    /// 导语。
    pub preface: Point,
    /// 首屏的关键数字：`figures` 里的编号，按显示顺序。
    #[serde(default)]
    pub headline: Vec<Id>,
    /// 不可断行的词，例如“习近平总书记”。
    #[serde(default)]
    pub keep: Vec<String>,
    /// 报告的各部分，按阅读顺序。
    #[schemars(length(min = 1))]
    pub parts: Vec<Part>,
    /// 全部数字。同一事实出现在几处，也只在这里写一次。
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// 页脚的出处说明。
    #[serde(default, deserialize_with = "group::group")]
    pub imprint: Imprint,
    /// 是否示例数据：是则页面标明“示例数据”。
    #[serde(default)]
    pub sample: bool,
}

/// 编号：小写英文字母开头，只含小写字母、数字和连字符，全文不重复。链接以它为准，发布后请勿改动。
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Id(#[schemars(regex(pattern = r"^[a-z][a-z0-9-]{0,39}$"))] pub String);

/// 一行标题。可用竖线 `|` 标出适合换行的地方，竖线本身不显示。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Heading(#[schemars(length(min = 1))] pub String);

/// 报告的标题。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Title {
    /// 全称，例如“五届市政协常委会|工作报告|图解”。
    pub text: Heading,
    /// 窄处用的简称，须是全称中的字句。
    pub short: String,
    /// 末尾做成印章的词，须是全称的结尾；没有可省略。
    #[serde(default)]
    pub seal: Option<String>,
}

/// 一句话或一段话。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// 原文，一字不改。
    #[schemars(length(min = 1))]
    pub text: String,
    /// 文中的数字：`figures` 里的编号，其 `phrase` 须出现在原文中。
    #[serde(default)]
    pub figures: Vec<Id>,
    /// 要加重的词句，须出现在原文中。
    #[serde(default)]
    pub strong: Vec<String>,
}

/// 报告的一部分。有什么就显示什么，没有的可省略。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 导航里的短名，须是标题中的字句；有 `chapters` 时不用。
    #[serde(default)]
    pub nav: Option<String>,
    /// 开头的一段话。
    #[serde(default)]
    pub text: Option<Point>,
    /// 各章。
    #[serde(default)]
    pub chapters: Vec<Chapter>,
    /// 台阶：一项一级，`strong` 的第一个词最醒目。
    #[serde(default)]
    pub stairs: Vec<Point>,
    /// 提案漏斗。
    #[serde(default)]
    pub funnel: Option<Funnel>,
    /// 举措：几组并列的要点。
    #[serde(default)]
    pub measures: Option<Measures>,
    /// 建议：几条并列的短句。
    #[serde(default)]
    pub advice: Option<Advice>,
}

/// 一章。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Chapter {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 导航里的短名，须是标题中的字句。
    pub nav: String,
    /// 标题下的关键数字：`figures` 里的编号，须出自本章。
    #[serde(default)]
    pub strip: Vec<Id>,
    /// 概述。
    #[serde(default)]
    pub text: Option<Point>,
    /// 图。
    #[serde(default)]
    pub graphics: Vec<Graphic>,
    /// 各节。
    #[serde(default)]
    pub sections: Vec<Section>,
}

/// 一节：小标题和它的要点。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// 编号。
    pub id: Id,
    /// 小标题。
    pub heading: Heading,
    /// 要点。
    #[schemars(length(min = 1))]
    pub points: Vec<Point>,
}

/// 一幅小图，画的是几个已有的数字。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Graphic {
    /// 画法。
    pub kind: GraphicKind,
    /// 图题，取原文字句。
    pub title: String,
    /// 所画的数字：`figures` 里的编号。
    #[schemars(length(min = 1))]
    pub figures: Vec<Id>,
}

/// 图的画法。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GraphicKind {
    /// 算筹：一竖一次（项），每十竖一组，比较几个整数。
    Tally,
    /// 连弧：几个并列的数字，弧线只作连接。
    Linked,
    /// 占比：先写部分，后写整体，两个数字。
    Share,
}

/// 一个数字。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// 编号。
    pub id: Id,
    /// 说明这是什么的数字。
    #[schemars(length(min = 1))]
    pub label: String,
    /// 原文写法，连同余、多、近和量词，例如“1千余个”。
    #[schemars(length(min = 1))]
    pub phrase: String,
    /// 原文写出的数值：“1千余个”写 1000，不估算余数。
    #[schemars(range(min = 0))]
    pub value: f64,
    /// 原文的余、多、近、连续等字；没有可省略。
    #[serde(default)]
    pub qualifier: Option<String>,
    /// 量词或单位。
    pub unit: String,
}

/// 提案漏斗：从提交到办结，一个环节不多于上一个环节。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Funnel {
    /// 计量单位，例如“件”。
    pub unit: String,
    /// 各环节，按先后。
    #[schemars(length(min = 2))]
    pub stages: Vec<Stage>,
    /// 最后一个环节的构成，合计须等于它；没有可省略。
    #[serde(default)]
    pub sources: Vec<Source>,
}

/// 漏斗的一个环节。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    /// 编号。
    pub id: Id,
    /// 环节全名，例如“并案后交办”。
    pub label: String,
    /// 环节简称，用于比率，例如“交办”。
    pub short: String,
    /// 件数。
    pub count: u64,
    /// 件数所依据的数字：`figures` 里的编号。
    #[serde(default)]
    pub figure: Option<Id>,
    /// 依据的原文，须出现在本部分开头的段落中。
    pub quote: String,
    /// 比上一环节减少的部分叫什么；件数没有减少时省略。
    #[serde(default)]
    pub loss: Option<Loss>,
}

/// 比上一环节减少的部分。数目由相邻两个环节相减得出。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Loss {
    /// 名称，例如“并案”。
    pub label: String,
    /// 原因的原文，须出现在本部分开头的段落中；原文没有写明就省略，不可推测。
    #[serde(default)]
    pub reason: Option<String>,
}

/// 最后一个环节的一个来源。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// 编号。
    pub id: Id,
    /// 名称，例如“委员提案”。
    pub label: String,
    /// 件数。
    pub count: u64,
    /// 件数所依据的数字：`figures` 里的编号。
    #[serde(default)]
    pub figure: Option<Id>,
}

/// 举措。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Measures {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 各组。
    #[schemars(length(min = 1))]
    pub groups: Vec<Section>,
}

/// 建议。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Advice {
    /// 编号。
    pub id: Id,
    /// 标题。
    pub heading: Heading,
    /// 各条。
    #[schemars(length(min = 1))]
    pub items: Vec<Heading>,
}

/// 出处说明。原文没有写明的省略，页面显示“原文未注明”。
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Imprint {
    /// 资料来源。
    #[serde(default)]
    pub source: Option<String>,
    /// 发布日期。
    #[serde(default)]
    pub published: Option<String>,
    /// 主办单位。
    #[serde(default)]
    pub publisher: Option<String>,
}

impl Heading {
    /// The words, without the marks for line breaks.
    pub fn text(&self) -> String {
        self.0.replace('|', "")
    }

    /// The pieces between which a line may break, in order; joined they are [`Heading::text`].
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        phrases(&self.0)
    }
}

/// The pieces of a heading between which a line may break, in order.
pub fn phrases(heading: &str) -> impl Iterator<Item = &str> {
    heading.split('|').filter(|piece| !piece.is_empty())
}

impl Title {
    /// The full title with its marks for line breaks, up to the word that is made a
    /// seal, and that word.
    pub fn sealed(&self) -> (&str, Option<&str>) {
        let title = self.text.0.as_str();
        let sealed = self.seal.as_deref().and_then(|seal| {
            let before = title.strip_suffix(seal)?;
            Some((before, Some(seal)))
        });
        sealed.unwrap_or((title, None))
    }
}

impl Graphic {
    /// The figures that it draws, as far as the report has them.
    pub fn drawn<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        let figures = self.figures.iter();
        figures.filter_map(|id| report.figure(id)).collect()
    }
}

impl Report {
    /// The figure of that id.
    pub fn figure(&self, id: &Id) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == *id)
    }

    /// The proposals' funnel and the part whose text it is taken from.
    pub fn funnel(&self) -> Option<(&Part, &Funnel)> {
        let mut parts = self.parts.iter();
        parts.find_map(|part| Some((part, part.funnel.as_ref()?)))
    }

    /// The first part, where it is one of chapters: what is said over the title
    /// is its heading, which is not shown again.
    pub fn opening(&self) -> Option<&Part> {
        self.parts.first().filter(|part| !part.chapters.is_empty())
    }

    /// Every chapter with its number (from 1), in reading order across the parts.
    pub fn chapters(&self) -> impl Iterator<Item = (usize, &Chapter)> {
        self.parts
            .iter()
            .flat_map(|part| &part.chapters)
            .enumerate()
            .map(|(index, chapter)| (index + 1, chapter))
    }
}
