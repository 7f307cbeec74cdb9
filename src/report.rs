//! The data model: everything the page says, as it stands in `report.json`.
//!
//! Knows serde and its schema, and nothing else. Words and numbers are the source's; what can
//! be computed from them (rates, losses, shares) is computed where it is shown
//! and never stored. [`check`] tells whether a report that parses also makes
//! sense; [`number`] reads number phrases such as `1千余个`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::imprint::Imprint;

pub mod breaks;
pub mod breath;
pub mod check;
pub mod composition;
pub mod contents;
pub mod drawable;
pub mod earlier_report;
pub mod export;
pub mod extent;
pub mod find;
pub mod flow;
pub mod folding;
mod group;
pub mod hash;
pub mod imprint;
pub mod number;
pub mod origin;
pub mod outcome;
pub mod pairing;
pub mod place;
pub mod rate;
pub mod repeat;
pub mod runs;
pub mod sequel;
pub mod speech;
pub mod stops;
pub mod term;
pub mod topic;

pub use earlier_report::EarlierReport;
pub use extent::{Extent, Ring};
pub use pairing::Pairing;
pub use sequel::{Sequel, Sequels};
pub use term::{Correction, Term};
pub use topic::Topic;

/// The largest data file the page and the command accept, in bytes.
pub const MAX_BYTES: usize = 2 * 1024 * 1024;

/// 一份报告：网页上的每一个字、每一个数都来自这里。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// 标题。
    pub title: Title,
    /// 导语。
    pub preface: Point,
    /// 首屏的关键数字，按显示顺序。
    #[serde(default)]
    pub headline: Vec<Id>,
    /// 我关心的：读者会找的词，各链接到说到它的那一处。
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// 名词解释。
    #[serde(default)]
    pub terms: Vec<Term>,
    /// 更正，新的在前。
    #[serde(default)]
    pub corrections: Vec<Correction>,
    /// 较早的一份报告，和这一份并列。
    #[serde(default)]
    pub earlier: Option<EarlierReport>,
    /// 不可断行的词，例如“习近平总书记”。
    #[serde(default)]
    pub keep: Vec<String>,
    /// 标题、标签可以断行之处，做网站时由程序写入。
    #[serde(default, skip_serializing)]
    #[schemars(skip)]
    pub breaks: Vec<String>,
    /// 报告的各部分，按阅读顺序。
    #[schemars(length(min = 1))]
    pub parts: Vec<Part>,
    /// 全部数字。同一事实出现在几处，也只在这里写一次。
    #[serde(default)]
    pub figures: Vec<Figure>,
    /// 出处和网站信息。
    #[serde(default, deserialize_with = "group::group")]
    pub imprint: Imprint,
    /// 首屏和页脚的画。
    #[serde(default)]
    pub scenery: Scenery,
    /// 这是示例数据：页面会标明“示例数据”。
    #[serde(default)]
    pub sample: bool,
}

/// 首屏和页脚的画，只作装饰，不表示任何数字。
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Scenery {
    /// 山城：江上的桥，山间的高楼。
    Hills,
    /// 平川：远山低缓，水边有人家。
    #[default]
    Plain,
    /// 不画。
    None,
}

impl Scenery {
    /// Its name in the data.
    pub fn name(self) -> &'static str {
        match self {
            Scenery::Hills => "hills",
            Scenery::Plain => "plain",
            Scenery::None => "none",
        }
    }
}

/// 编号：小写英文字母开头，只含小写字母、数字和连字符，全文不重复。链接以它为准，发布后请勿改动。
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct Id(#[schemars(regex(pattern = r"^[a-z][a-z0-9-]{0,39}$"))] pub String);

/// 一行标题。换行的地方由程序找；要另作安排时，可用竖线 `|` 标出适合换行之处，竖线本身不显示。
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
    /// 文中的数字，其写法须出现在原文中。
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
    /// 说了之后：做了什么，有了什么结果。
    #[serde(default)]
    pub sequels: Option<Sequels>,
    /// 同心圆：工作到了哪些范围。
    #[serde(default)]
    pub reach: Option<Extent>,
    /// 今后的几项要求，并列不分先后，`strong` 的第一个词最醒目。
    #[serde(default)]
    pub stairs: Vec<Point>,
    /// 呼应：展望中的哪一项接着哪一章说。
    #[serde(default)]
    pub pairs: Vec<Pairing>,
    /// 流程，例如提案从提交到办结。
    #[serde(default)]
    pub flows: Vec<Flow>,
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
    /// 标题下的关键数字，须出自本章。
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
    /// 编号。
    pub id: Id,
    /// 画法。
    pub kind: GraphicKind,
    /// 图题，取原文字句。
    pub title: String,
    /// 所画的数字。
    #[schemars(length(min = 1))]
    pub figures: Vec<Id>,
}

/// 图的画法。名次、区间、比值不画图：原文的字句说得更清楚。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GraphicKind {
    /// 算筹：一竖一次（项），每十竖一组，比较几个准确的整数。
    Tally,
    /// 占比：先写部分，后写整体，两个准确的数字，单位相同。
    Share,
    /// 前后：先写从前，后写如今，两个数字，单位相同，例如“11.37万亿元”和“14.58万亿元”。
    Pair,
    /// 增减：几个增长或下降的幅度，单位相同，例如“增长5.6％”和“下降8.3%”。
    Change,
    /// 构成：先写各部分，最后写整体，单位相同；各部分都是百分数时，整体是 100%，不写。
    Parts,
    /// 百分比：每个百分数一条，全长为 100%，例如“81.31%”。
    Percent,
    /// 单位图：一格代表同样多，比较几个大小悬殊的数；余、多画作淡出的一格。
    Units,
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
    /// 数值。从 `phrase` 读得出时省略；读不出时才写。
    #[serde(default)]
    pub value: Option<f64>,
    /// 余、多、近、连续等字。从 `phrase` 读得出时省略。
    #[serde(default)]
    pub qualifier: Option<String>,
    /// 量词或单位。从 `phrase` 读得出时省略。
    #[serde(default)]
    pub unit: Option<String>,
}

/// 一股流程：例如提案从提交到办结。件数都取自 `figures`，或由别的件数推算，这里不写。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Flow {
    /// 编号。
    pub id: Id,
    /// 图题，取原文字句。
    #[schemars(length(min = 1))]
    pub title: String,
    /// 计量单位，例如“件”。
    #[schemars(length(min = 1))]
    pub unit: String,
    /// 各环节，按先后。
    #[schemars(length(min = 1))]
    pub stages: Vec<Stage>,
    /// 另计：与这股流程有关、但基数不同的数，例如答复 773 件次、满意率。不画在水里。
    #[serde(default)]
    pub beside: Vec<Beside>,
}

/// 流程的一个环节。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stage {
    /// 编号。
    pub id: Id,
    /// 环节全名，例如“并案后交办”。
    pub label: String,
    /// 环节简称，用于比率，例如“交办”。
    pub short: String,
    /// 件数。原文只说“全部”而没有写件数的环节省略，件数由上一环节推算。
    #[serde(default)]
    pub figure: Option<Id>,
    /// 依据的原文，须出现在本部分中；有 `figure` 时可省略。
    #[serde(default)]
    pub quote: Option<String>,
    /// 原文写出的、占上一环节的比例，例如“87.5%”；没有写就省略。
    #[serde(default)]
    pub share: Option<String>,
    /// 上一环节中没有到这一环节的，各去了哪里。
    #[serde(default)]
    pub exits: Vec<Exit>,
    /// 这一环节的构成：按提案者、按会议、按类别、按结果……一种分法一项。
    #[serde(default)]
    pub splits: Vec<Split>,
}

/// 一个去向：上一环节中没有到这一环节的一部分。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Exit {
    /// 编号。
    pub id: Id,
    /// 去了哪里。
    pub kind: ExitKind,
    /// 名称，例如“并案”。
    pub label: String,
    /// 件数。原文没有写就省略，由相邻环节相减；一个环节只能省略一处。
    #[serde(default)]
    pub figure: Option<Id>,
    /// 转到了哪里，须是原文字句，例如“部门参考”；只用于 `transferred`。
    #[serde(default)]
    pub to: Option<String>,
    /// 原因的原文，须出现在本部分中；原文没有写明就省略，不可推测。
    #[serde(default)]
    pub reason: Option<String>,
    /// 原文写出的、占上一环节的比例；没有写就省略。
    #[serde(default)]
    pub share: Option<String>,
}

/// 去向的种类。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExitKind {
    /// 没有受理：不予立案、未采纳。离开水流。
    Rejected,
    /// 并入同类提案：内容还在，只是不再单独计数。回到水流。
    Merged,
    /// 转到别处：作意见建议、转部门参考。
    Transferred,
    /// 还没有完成。
    Pending,
    /// 原文没有说明去向。
    Unstated,
}

/// 一种分法。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Split {
    /// 按什么分，例如“提案者”“办理结果”。
    #[schemars(length(min = 1))]
    pub by: String,
    /// 各部分，按原文次序。
    #[schemars(length(min = 1))]
    pub parts: Vec<SplitPart>,
}

/// 构成的一部分。件数和比例至少写一样。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SplitPart {
    /// 编号。
    pub id: Id,
    /// 名称，例如“委员提案”。
    pub label: String,
    /// 件数；原文只写比例的省略。
    #[serde(default)]
    pub figure: Option<Id>,
    /// 原文写出的比例，例如“77.1%”；没有写就省略。
    #[serde(default)]
    pub share: Option<String>,
    /// 其中：这一部分的构成，只可再分一层。
    #[serde(default)]
    pub parts: Vec<SplitPart>,
}

/// 另计的一项：有自己的基数。
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Beside {
    /// 编号。
    pub id: Id,
    /// 名称，例如“答复”“满意率”。
    pub label: String,
    /// 基数；原文只写比例的省略。
    #[serde(default)]
    pub figure: Option<Id>,
    /// 原文写出的比例，例如“100%”；没有写就省略。
    #[serde(default)]
    pub share: Option<String>,
    /// 构成。
    #[serde(default)]
    pub parts: Vec<SplitPart>,
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

/// The pieces of a heading between which a line had best break, in order: at its marks,
/// and where a reader pauses.
pub fn phrases(heading: &str) -> impl Iterator<Item = &str> {
    let pieces = heading.split('|');
    pieces
        .flat_map(|piece| piece.split_inclusive(['，', '；', '：', '。']))
        .filter(|piece| !piece.is_empty())
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

impl Part {
    /// Its texts, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.points().map(|point| point.text.as_str())
    }

    /// Its points, in reading order.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        let own = self.text.iter();
        let chapters = self.chapters.iter().flat_map(|chapter| {
            let sections = chapter.sections.iter().flat_map(|section| &section.points);
            chapter.text.iter().chain(sections)
        });
        let groups = self.measures.iter().flat_map(|measures| &measures.groups);
        let groups = groups.flat_map(|group| &group.points);
        own.chain(chapters).chain(&self.stairs).chain(groups)
    }
}

impl Figure {
    /// The value as printed: what is written apart, or else what the phrase says.
    pub fn value(&self) -> Option<f64> {
        let read = || Some(number::read(&self.phrase)?.quantity()?.value.to_f64());
        self.value.or_else(read)
    }

    /// The counter or unit.
    pub fn unit(&self) -> &str {
        let read = || Some(number::read(&self.phrase)?.quantity()?.unit);
        self.unit.as_deref().or_else(read).unwrap_or_default()
    }

    /// How many there are, where the phrase counts exactly: no fraction, no 余.
    pub fn whole(&self) -> Option<u64> {
        match number::read(&self.phrase)?.kind {
            number::NumberKind::Quantity(quantity) => quantity.whole(),
            _ => None,
        }
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

    /// Every flow with the part that it stands in.
    pub fn flows(&self) -> impl Iterator<Item = (&Part, &Flow)> {
        let parts = self.parts.iter();
        parts.flat_map(|part| part.flows.iter().map(move |flow| (part, flow)))
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
