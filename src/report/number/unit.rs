//! Units: what a number counts, where the text goes on behind it.
//!
//! A phrase alone says itself where its unit ends. In a text only a known unit
//! tells a number of things (`12家`) from a name with a number in it (`15号线`).

/// Units of several letters, longer ones before those they begin with.
const LONG: &str = "个百分点 个工作日 个小时 个月 百分点 工作日 小时 分钟 人次 人份 人日 标准箱 \
    标箱 平方公里 平方千米 平方米 立方米 标方 公里 千米 海里 公顷 公斤 千克 毫克 \
    微克 毫米 厘米 微米 纳米 千瓦时 千瓦 兆瓦时 兆瓦 吉瓦时 吉瓦 太瓦时 千伏安 \
    千伏 千焦 千卡 兆比特 吨标准煤 吨标煤 美元 欧元 港元 港币 日元 英镑 人民币 \
    摄氏度 省区市 省市 省份 市县 市州 县市区 县市 县区 区县 乡镇 \
    村居 方面 领域 部门 单位 航次 车次 班次 场次 批次 架次 台套 台（套） \
    台次 篇次 门次 课时 学时 学位 床位 席位 机位 车位 泊位 门类 行业 周岁 家次 \
    件次 户次 剂次 亿次";

/// Units of one letter.
const SHORT: &str = "件项个条次名人户家篇份部套所座处场起宗期批轮本册幅张台辆艘架列趟班栋幢间床株棵头只匹吨斤克米里亩顷\
    升元天年岁周分秒倍番种款类门对双支队组层口眼孔片块粒颗根杆道盏瓶箱袋桶包笔单封则句字页集首曲出幕段课例桩样站县市\
    省区乡镇村校院国街席位度剂针票枚把面方卷档环";

/// Units that 次 may follow, as 人次 counts visits.
const TIMES: &str = "人户家件架车班场批剂台艘辆航列趟";

/// Letters that make a unit another word: 90年代, 30周年, 3人民.
const OTHER_WORDS: [(&str, &str); 22] = [
    ("年", "代级版底初中末"),
    ("周", "年边围末"),
    ("分", "别之钟布类级享析"),
    ("人", "民才口工均大"),
    ("家", "庭乡园"),
    ("条", "例件约"),
    ("道", "路理德"),
    ("市", "场民"),
    ("区", "域别间块位"),
    ("国", "际防有企家内"),
    ("对", "外口接于"),
    ("部", "分署位长"),
    ("位", "数置于"),
    ("天", "然津津猫下"),
    ("期", "间货权待"),
    ("单", "项列独一"),
    ("面", "向积对临貌"),
    ("方", "向式案法针便米"),
    ("度", "假过汛"),
    ("环", "境保节比"),
    ("出", "口台现资生"),
    ("首", "次批个家届"),
];

/// Units in Latin letters, behind a prefix such as k, M or G.
const LATIN: [&str; 24] = [
    "Wh", "Wp", "W", "VA", "V", "Hz", "m³", "m3", "m²", "m2", "m", "g", "t", "L", "Pa", "B", "bps",
    "bit", "flops", "Flops", "FLOPS", "TEU", "ppm", "℃",
];

/// How many bytes of the text a known unit takes; 0 where it begins with none.
pub fn known(text: &str) -> usize {
    let mut length = base(text);
    if length == 0 {
        return 0;
    }
    loop {
        let left = text.get(length..).unwrap_or_default();
        let more = compound(left);
        if more == 0 {
            return length;
        }
        length += more;
    }
}

/// What a unit goes on with: `/年`, `·日`, `（套）`.
fn compound(left: &str) -> usize {
    for sign in ["/", "／", "·"] {
        if let Some(unit) = left.strip_prefix(sign) {
            let time = ["月", "日", "时", "万人", "百万人", "万"]
                .into_iter()
                .find(|time| unit.starts_with(time));
            let length = time.map_or_else(|| base(unit), str::len);
            return if length > 0 { sign.len() + length } else { 0 };
        }
    }
    for (open, close) in [("（", "）"), ("(", ")")] {
        let inside = left
            .strip_prefix(open)
            .and_then(|unit| unit.split_once(close));
        if let Some((unit, _)) = inside {
            let whole = !unit.is_empty() && base(unit) == unit.len();
            return if whole {
                open.len() + unit.len() + close.len()
            } else {
                0
            };
        }
    }
    0
}

fn base(text: &str) -> usize {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return 0;
    };
    // Asked at every place of a text; most begin with no letter of the list.
    if LONG.contains(first)
        && let Some(unit) = LONG.split(' ').find(|unit| text.starts_with(unit))
    {
        return unit.len();
    }
    if first.is_ascii_alphabetic() || matches!(first, '℃' | '㎡' | 'μ' | '㎞') {
        return latin(text);
    }
    if !SHORT.contains(first) {
        return 0;
    }
    let length = first.len_utf8();
    let next = letters.next();
    let other = OTHER_WORDS.iter().find(|(unit, _)| text.starts_with(unit));
    match next {
        Some('次') if TIMES.contains(first) => length + '次'.len_utf8(),
        Some(next) if other.is_some_and(|(_, words)| words.contains(next)) => 0,
        _ => length,
    }
}

/// A unit in Latin letters that no other letter follows: `GWh`, but not the G of `5G`.
fn latin(text: &str) -> usize {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || "℃㎡㎞μ²³".contains(letter);
    let length = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let unit = text.get(..length).unwrap_or_default();
    let plain = unit.strip_prefix(['k', 'K', 'M', 'G', 'T', 'P', 'E', 'c', 'm', 'μ', 'n', 'h']);
    let known = LATIN.contains(&unit)
        || plain.is_some_and(|unit| LATIN.contains(&unit))
        || matches!(unit, "㎡" | "㎞" | "P" | "kmh");
    if known { length } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, unit: &str) {
        assert_eq!(text.get(..known(text)), Some(unit));
    }

    #[test]
    fn the_longest_known_unit_is_taken() {
        check("个百分点，", "个百分点");
        check("个品种", "个");
        check("人次，增长", "人次");
        check("人凭转化贡献", "人");
        check("千瓦时", "千瓦时");
        check("辆次", "辆次");
        check("项次", "项");
        check("方面工作", "方面");
        check("GWh，新能源", "GWh");
        check("Eflops，", "Eflops");
    }

    #[test]
    fn units_are_put_together() {
        check("吨/年。", "吨/年");
        check("元/月、", "元/月");
        check("微克/立方米", "微克/立方米");
        check("户（套）、", "户（套）");
        check("个（项目）", "个");
        check("方/年天然气", "方/年");
    }

    #[test]
    fn words_that_begin_like_a_unit_are_none() {
        check("号线", "");
        check("年代", "");
        check("周年", "");
        check("G基站", "");
        check("A级景区", "");
        check("分别为", "");
        check("", "");
    }
}
