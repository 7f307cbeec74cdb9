//! What a number is called, in the words of its own clause.
//!
//! A label is never made of words that belong to another number, and never ends inside a
//! word. Where the clause does not tell a name, the label is told to be unsure.

use super::clause_sides::{CLAUSE_ENDS, ClauseSides, first_letters, last_letters};
use super::grammar_words::{is_done, letters};
use super::label_words::{
    LONGEST, compared, first_words, is_change, is_long, is_origin, name_before, name_behind,
};
use super::respective::respective;
use crate::report::number::{self, Found, NumberKind, Piece};

/// What a figure is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FigureLabel<'a> {
    /// Words of the text.
    pub words: &'a str,
    /// Whether the clause says that they are what the number tells of.
    pub sure: bool,
}

/// A label for each phrase, out of the text.
pub fn labels<'a>(text: &'a str, found: &[Found]) -> Vec<&'a str> {
    let labels = figure_labels(text, found);
    labels.into_iter().map(|label| label.words).collect()
}

/// A label for each phrase, out of the text, and whether it is sure.
///
/// A number that tells where another came to (从…到…) is called what that is called.
pub fn figure_labels<'a>(text: &'a str, found: &[Found]) -> Vec<FigureLabel<'a>> {
    let mut labels: Vec<FigureLabel> = Vec::new();
    // Where the numbers begin from which something came, and those which it came to.
    let (mut from, mut to) = (None, None);
    for (at, one) in found.iter().enumerate() {
        let named = |(words, sure)| FigureLabel { words, sure };
        let Some(sides) = ClauseSides::of(text, found, at) else {
            labels.push(FigureLabel {
                words: text.get(one.range.clone()).unwrap_or_default(),
                sure: false,
            });
            continue;
        };
        let before = at.checked_sub(1).and_then(|at| found.get(at));
        let start = before.map_or(0, |before| before.range.end);
        let between = text.get(start..one.range.start).unwrap_or_default();
        let listed = matches!(between, "、" | "和" | "与" | "及");
        let origin = is_origin(sides.left);
        let mut origins = None;
        match (from, to) {
            _ if origin => (from, to) = (Some(at), None),
            (Some(first), None) if !listed && is_change(between) => {
                to = Some(at);
                origins = Some(first);
            }
            (Some(first), Some(begun)) if listed => origins = Some(first + at - begun),
            (Some(_), None) if listed => {}
            _ => (from, to) = (None, None),
        }
        let origins = origins.and_then(|at| labels.get(at)).copied();
        let going = || {
            let last = *labels.last()?;
            let same = !between.contains(['。', '；', '\n']);
            same.then(|| FigureLabel {
                words: last.words,
                sure: last.sure && goes_on(one, between),
            })
        };
        let label = origins
            .or_else(|| respective(text, found, at).map(named))
            .or_else(|| own(found, at, &sides, origin).map(named))
            .or_else(|| whole_clause(text, one).map(named))
            .or_else(going)
            .unwrap_or_else(|| named((clause(text, one), false)));
        labels.push(label);
    }
    labels
}

/// Whether a number without a name tells more of what the number before tells of:
/// 开行6列、增长3%.
fn goes_on(one: &Found, between: &str) -> bool {
    let told = match &one.reading.kind {
        NumberKind::Change { .. } | NumberKind::Rank(_) => true,
        _ => matches!(one.reading.pieces.first(), Some(Piece::Word(_))),
    };
    let marks = |letter: char| matches!(letter, '、' | '和' | '\u{3000}' | ' ');
    told || between.chars().all(marks)
}

/// The words of its own clause: behind the phrase where it counts them, before it where
/// it tells how much they are.
fn own<'a>(
    found: &[Found],
    at: usize,
    sides: &ClauseSides<'a>,
    origin: bool,
) -> Option<(&'a str, bool)> {
    let one = found.get(at)?;
    let quantity = match &one.reading.kind {
        NumberKind::Quantity(quantity) => Some(quantity),
        _ => None,
    };
    let counts =
        quantity.is_some_and(|quantity| !matches!(quantity.unit, "%" | "‰" | "" | "倍" | "元"));
    let times = quantity.is_some_and(|quantity| quantity.unit == "倍");
    let left = Some(sides.left)
        .filter(|_| times)
        .and_then(compared)
        .unwrap_or(sides.left);
    let ahead = name_before(left);
    if origin {
        return ahead;
    }
    let behind = quantity.and_then(|_| name_behind(sides.right, sides.cut));
    // 全省9市空气质量提高3%: what stands before the next number is told by that one.
    let next = found.get(at + 1).filter(|_| sides.cut);
    let told = next.is_some_and(|next| match &next.reading.kind {
        NumberKind::Change { .. } => true,
        NumberKind::Quantity(quantity) => matches!(quantity.unit, "%" | "‰"),
        _ => false,
    });
    let lasting =
        matches!(one.reading.pieces.first(), Some(Piece::Word(word)) if word.contains("连续"));
    let long = |name: &(&str, bool)| letters(name.0);
    match (ahead, behind) {
        // 邀请委员300人次参加: what is done says less than who does it.
        (Some(ahead), Some((behind, _))) if is_done(behind) => Some(ahead),
        // 首期3亿元基金: of two letters and a name, the name.
        (Some(ahead), Some(behind)) if !counts => {
            let name = long(&ahead) < 3 && long(&behind) > 3 && !times;
            Some(if name { behind } else { ahead })
        }
        // 联席会议连续3年举行: what was done so long is more than 举行.
        (Some(ahead), Some(behind)) if long(&behind) < 2 => Some(ahead),
        (Some(ahead), Some(_)) if told => Some(ahead),
        (Some(ahead), Some((words, _))) if lasting && letters(words) < 6 => Some((ahead.0, false)),
        (Some(_), Some(behind)) => Some(behind),
        (Some((ahead, sure)), None) => Some((ahead, sure && !(counts && is_long(sides.right)))),
        (None, behind) => behind.filter(|behind| counts || long(behind) > 1),
    }
}

/// 其中，委员提案: the words before a mark where nothing else says what is counted.
fn whole_clause<'a>(text: &'a str, one: &Found) -> Option<(&'a str, bool)> {
    let before = text.get(..one.range.start)?;
    let marks = |letter: char| CLAUSE_ENDS.contains(&letter) || letter == ' ';
    let words = before.trim_end_matches(marks);
    let near = before.len() > words.len() && before.len() < words.len() + 8;
    let nearest = last_letters(words);
    let clause = nearest.rsplit(CLAUSE_ENDS).next().unwrap_or_default();
    let ended = before.get(words.len()..)?.contains(['。', '；', '\n']);
    let (name, sure) = name_before(clause).filter(|_| near && !ended)?;
    number::find(clause).is_empty().then_some((name, sure))
}

/// The sentence, from its beginning to a mark; of a table's row, what its first cell
/// says. Where that is long and nothing tells where to end, its first letters.
fn clause<'a>(text: &'a str, one: &Found) -> &'a str {
    let before = text.get(..one.range.start).unwrap_or_default();
    let start = before.rfind('。').map_or(0, |at| at + '。'.len_utf8());
    let sentence = text.get(start..).unwrap_or(text).trim_start();
    let sentence = sentence.trim_start_matches(CLAUSE_ENDS);
    let cell = sentence.split(CLAUSE_ENDS).next().unwrap_or(sentence);
    let cell = first_letters(cell);
    let end = cell.char_indices().nth(LONGEST);
    let first = cell.get(..end.map_or(cell.len(), |(at, _)| at));
    let words = first_words(cell).or(first).unwrap_or_default();
    match words.trim() {
        "" => text,
        words => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = number::find(text);
        assert_eq!(labels(text, &found), expected, "{text}");
    }

    #[track_caller]
    fn check_sure(text: &str, expected: &[bool]) {
        let found = number::find(text);
        let sure: Vec<bool> = figure_labels(text, &found)
            .iter()
            .map(|label| label.sure)
            .collect();
        assert_eq!(sure, expected, "{text}");
    }

    #[test]
    fn a_label_is_out_of_the_clause() {
        check("全年植树300棵，修路12公里", &["全年植树", "修路"]);
        check("建成5个公园", &["公园"]);
        check("森林面积占比达65%。", &["森林面积"]);
        check("并案后交办503件，并走访27家", &["并案后交办", "走访"]);
        check("[1] 包括专题座谈5次", &["专题座谈"]);
        check("市园林局　　38　　97.4%", &["市园林局"]);
        check("签约12个、从业人员30人", &["签约", "从业人员"]);
        check("CPI上涨0.3%", &["CPI"]);
    }

    /// The words before the second number say what became of the first.
    #[test]
    fn two_numbers_of_a_change_have_one_name() {
        let of = |name: &'static str| [name, name];
        check(
            "湿地保护率从2031年的40%提升至2036年的55%",
            &of("湿地保护率"),
        );
        check(
            "平均候车时间从2031年的9.5分钟缩短至2036年的6分钟左右",
            &of("平均候车时间"),
        );
        check("渡口由30处整合为12处", &of("渡口"));
        check(
            "绿道长度由2031年120公里增加到2036年的300公里",
            &of("绿道长度"),
        );
        check("接种率从70%，提高到2036年的90%以上。", &of("接种率"));
        check(
            "护林员补助分别从2031年的500元/月、3000元/年提高到2036年的700元/月、5000元/年",
            &["护林员补助"; 4],
        );
        check("水质达标率提升至2036年的92%", &["水质达标率"]);
    }

    #[test]
    fn a_list_before_a_number_is_one_name() {
        check("茶叶、油茶、竹木产值占比达21.5%", &["茶叶、油茶、竹木产值"]);
        check("码头、渡口航线增至9条", &["码头、渡口航线"]);
        check("改善环境、新建公园5个", &["新建公园"]);
        check("建成公园5个、步道9公里", &["建成公园", "步道"]);
        check("扶持8家书店、茶馆", &["书店、茶馆"]);
    }

    #[test]
    fn names_of_a_list_stand_alone_where_they_are_whole() {
        check("种花、种草面积分别增长4%、10%", &["种花、种草面积"; 2]);
        check(
            "造林面积、种草面积分别增长4%、10%",
            &["造林面积", "种草面积"],
        );
        check(
            "山区和库区常住人口分别增长2%和3%",
            &["山区和库区常住人口"; 2],
        );
        check("自来水、燃气普及率超过97%、83%", &["自来水、燃气普及率"; 2]);
        check(
            "每千人护士、医生数分别达到4.2人、3.1人",
            &["每千人护士、医生数"; 2],
        );
        check("茶园管护费分别增长4%、10%", &["茶园管护费"; 2]);
    }

    #[test]
    fn marks_around_words_break_no_name() {
        check("征集“老街”照片900多张", &["征集“老街”照片"]);
        check("开放“夜读”等城市书房33家", &["开放“夜读”等城市书房"]);
        check(
            "16个镇（街道、园区）与高校结对开展校地合作和技术服务活动",
            &["镇（街道、园区）"],
        );
        check(
            "7所乡镇（中心）幼儿园扩建完工",
            &["乡镇（中心）幼儿园扩建完工"],
        );
        check(
            "连续3年举办山海·渔歌（东岬）音乐节",
            &["举办山海·渔歌（东岬）音乐节"],
        );
        check("培育骨干（示范）合作社40家", &["培育骨干（示范）合作社"]);
    }

    #[test]
    fn words_of_time_and_of_comparison_are_no_name() {
        check("每年60%左右新增用地用于学校", &["新增用地用于学校"]);
        check(
            "港口集团“十二五”时期营收为“十一五”时期的1.8倍",
            &["港口集团“十二五”时期营收"],
        );
        check("渔船租金较2031年下降7%", &["渔船租金"]);
    }

    #[test]
    fn no_label_ends_inside_a_word() {
        check(
            "11所镇属卫生院转隶为县级医疗集团管理",
            &["镇属卫生院转隶为县级医疗集团管理"],
        );
        check(
            "引导社区居民以及志愿服务队伍紧扣“清河”有关任务开展巡河护河900余人次",
            &["开展巡河护河"],
        );
        check("6个渔港通过省里组织的标准化渔港综合管理提升验收", &["渔港"]);
        check(
            "指导23个社区工作站在小区设立便民点400余个",
            &["社区工作站", "社区工作站在小区设立便民点"],
        );
    }

    #[test]
    fn what_a_change_tells_is_not_what_is_counted_before_it() {
        check("沿海7市近海水质改善2.3%", &["沿海", "近海水质改善"]);
        check("渔港产值突破3亿元，较“十一五”末净增1亿元", &["渔港产值"; 2]);
        check(
            "产销两旺，2个大型、9个中型市场开业",
            &["大型", "中型市场开业"],
        );
    }

    #[test]
    fn words_that_join_clauses_are_no_name() {
        check(
            "签约渔船40艘，其中2亿元以上船队6支",
            &["签约渔船", "船队", "船队"],
        );
        check(
            "选派技术员90人次深入8个渔村授课",
            &["选派技术员", "渔村授课"],
        );
        check("渔政船巡航里程210海里并连通外岛", &["渔政船巡航里程"]);
    }

    #[test]
    fn the_name_of_the_same_thing_goes_on() {
        check("班列开行90列、增长12%，", &["班列开行"; 2]);
        check_sure("班列开行90列、增长12%", &[true, true]);
    }

    #[test]
    fn what_no_clause_tells_is_unsure() {
        check_sure("森林面积占比达65%", &[true]);
        check_sure("。30%", &[false]);
        check_sure(
            "海水养殖与近岸捕捞以及远洋加工冷链仓储物流配送贸易一体化经营300家",
            &[false],
        );
    }
}
