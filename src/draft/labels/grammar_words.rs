//! Words of grammar and of what is done in every report, as far as they tell where a name
//! begins and ends.
//!
//! Knows words, and nothing of numbers and labels. A word that ends or begins like one of
//! them is in the list beside it, so that none is cut in two.

use super::clause_sides::is_inside;

/// Words that join a clause to the one before.
pub const JOINS: &str = "其中 包括 已经 以及 同时 此外 截至目前 目前 并 和 及 与 共 从 由 则 也 还 又 均 已 较 \
    、 ，";

/// Words that begin like one that joins.
const NO_JOINS: &str = "并案 并购 并网 并联 并轨 和谐 和美 和平 和解 及时 与会 共建 共享 共同 共治 共青 \
    共产 共识 共富 共有 共和 从业 从事 从严 从优 从快 由于 均衡 均等 均价 较大 较好 较高 还款 还建 还林 还清 又好";

/// Words that lead to a number and are no part of what it counts; longer ones first.
const LEADS: &str = "稳定在全国 稳定在 保持在 控制在 分别 年均 月均 同比 环比 累计 合计 总计 共计 连续 跨过 \
    跨越 的 为 是 达 从 了 由 至 到 超 约 均 共 已 都 占 较 自";

/// Words that end like one of those.
pub const NO_LEADS: &str = "收到 得到 做到 签约 节约 契约 履约 行为 作为 认为 发达 到达 传达 送达 直达 表达 \
    下达 抵达 自由 理由 事由 目的 标的 服从 存在 公共 人均 平均 户均 但是 赶超 反超 各自 独自 首都 成都 古都 中共 成为 人为 于是 都是 \
    还是 亩均 班均 甚至 乃至 以至 受到 看到 签到 报到 公约 条约 合约 预约 雷达 转达 缘由 案由 随从 独占 侵占";

/// What becomes of a number, before 到, 至, 为 and 成.
const CHANGES: &str = "提升 提高 增加 增长 上升 下降 降低 减少 扩大 缩小 压减 压缩 收窄 缩短 整合 \
    调整 精简 优化 上调 下调 回升 回落 攀升 跃升 改善 拓展 扩展 发展 变 增 升 降 减";

/// What is done, where no name begins with it.
const VERBS: &str = "提出 开展 完成 建成 实现 参加 参与 出席 举办 召开 获得 荣获 获评 获批 入选 列入 投入 \
    惠及 吸引 达成 设立 成立 建立 打造 解决 报送 提交 形成 出台 纳入 通过 用于 位于 属于 来自 全部 均已 \
    已经 陆续 有序 晋升 晋级 划转 接受 享受 带动 助推 助力 新建 新增 培育 发放 制定 修订 优化 推动 推进 邀请 被 在 将 把 就";

/// Words in which such a word stands and is none.
const NO_VERBS: &str = "建成区 通过率 完成率 参与率 成立大会 投入产出 存在 在线 在校 在园 在岗 在职 在建 \
    在编 内在 现在 所在 正在 将军 即将 成就 就业 就医 就学 就读 就餐 就近 就诊 被动 把手 在产 在研 在营 在外 \
    把握 把关 就是 实在 潜在 外在 就地 参与度 培育期 将来 在册 在档 在途";

/// Words behind a number that say what is done rather than what is counted.
const DONE: &str = "参加 参与 出席 受益 出行 参会 受惠 获奖 获评 入选 投产 开工 建成 通车 完工 落地 建设 \
    开展 提出 完成 用于 获得 到场 报名 深入";

/// Words that say how something is done, before the word that says what.
pub const HOW: &str =
    "全面 圆满 顺利 成功 正式 全部 如期 提前 已 均 率先 首次 共同 联合 积极 深入 持续";

/// Words behind a number that go on with something else.
pub const NO_NAMES: &str =
    "以上 以下 以内 左右 上下 和 及 与 并 且 而 后 之 等 以来 、 至 到 增 降 升";

/// The word of a list for which that holds.
pub fn one_of(list: &str, holds: impl Fn(&str) -> bool) -> Option<&str> {
    list.split_whitespace().find(|word| holds(word))
}

/// How many letters words have, without the marks around some of them.
pub fn letters(words: &str) -> usize {
    let mark = |letter: &char| !matches!(letter, '“' | '”' | '‘' | '’' | '《' | '》');
    words.chars().filter(mark).count()
}

/// Without a year or what points at one: 2035年, 2035年底, 去年.
pub fn without_time(words: &str) -> Option<&str> {
    let pointed = "上年同期 去年同期 同期 去年 上年 今年 当年 前年 每年 全年 年初 每月 五年来 一年来 \
        几年来 近年来";
    if let Some(time) = one_of(pointed, |time| words.ends_with(time)) {
        return words.strip_suffix(time);
    }
    // “十二五”时期.
    let plan = ["时期", "期间", "末", "初", ""];
    let plan = plan
        .iter()
        .find_map(|word| words.strip_suffix(word)?.strip_suffix("五”"));
    if let Some((rest, name)) = plan.and_then(|plan| plan.rsplit_once('“'))
        && name.starts_with('十')
        && letters(name) < 3
    {
        return Some(rest);
    }
    let year = ["年底", "年末", "年初", "年度", "年"];
    let digits = year.iter().find_map(|year| words.strip_suffix(year))?;
    let rest = digits.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (digits.len() - rest.len() == 4).then_some(rest)
}

/// Without the year with which words begin.
pub fn behind_time(words: &str) -> Option<&str> {
    let pointed = "五年来 一年来 近年来 今年 去年 全年 每年 目前";
    if let Some(time) = one_of(pointed, |time| words.starts_with(time)) {
        return words.strip_prefix(time);
    }
    let rest = words.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let year = rest.strip_prefix('年')?;
    (words.len() - rest.len() == 4).then_some(year)
}

/// What leads to a number taken off the end.
fn without_leads(words: &str) -> &str {
    let mut words = words;
    loop {
        words = words.trim_end_matches([' ', '、', '，']);
        if let Some(rest) = without_time(words) {
            words = rest.strip_suffix('比').unwrap_or(rest);
            continue;
        }
        // 整合成, but no 建成.
        let made = words.strip_suffix('成').unwrap_or(words);
        let change = one_of(CHANGES, |change| made.ends_with(change));
        if let Some(change) = change.filter(|_| made.len() < words.len()) {
            words = made.strip_suffix(change).unwrap_or(made);
            continue;
        }
        if one_of(NO_LEADS, |word| words.ends_with(word)).is_some() {
            return words;
        }
        let Some(lead) = one_of(LEADS, |lead| words.ends_with(lead)) else {
            return words;
        };
        words = words.strip_suffix(lead).unwrap_or(words);
        if matches!(lead, "到" | "至" | "为") {
            let change = one_of(CHANGES, |change| words.ends_with(change));
            words = change
                .and_then(|change| words.strip_suffix(change))
                .unwrap_or(words);
        }
    }
}

/// What joins words to those before taken off their beginning.
pub fn without_joins(words: &str) -> &str {
    let mut words = words.trim();
    // The number of a note, and the mark behind it.
    if words.starts_with(['[', '［', '〔'])
        && let Some((_, rest)) = words.split_once([']', '］', '〕'])
    {
        words = rest.trim();
    }
    while one_of(NO_JOINS, |word| words.starts_with(word)).is_none() {
        let join = one_of(JOINS, |join| words.starts_with(join));
        let rest = join.and_then(|join| words.strip_prefix(join));
        match rest {
            Some(rest) if letters(rest) > 1 => words = rest,
            _ => break,
        }
    }
    words
}

/// The places of words before which a clause may be cut.
pub fn verbs(words: &str) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (at, _) in words.char_indices() {
        let rest = words.get(at..).unwrap_or_default();
        let Some(verb) = one_of(VERBS, |verb| rest.starts_with(verb)) else {
            continue;
        };
        let other = |word: &str| {
            let near = word.find(verb).and_then(|inner| at.checked_sub(inner));
            let near = near.and_then(|start| words.get(start..));
            near.is_some_and(|near| near.starts_with(word))
        };
        if one_of(NO_VERBS, other).is_none() && !is_inside(words, at) {
            places.push(at);
        }
    }
    places
}

/// Whether words begin with what is done.
pub fn begins_with_verb(words: &str) -> bool {
    verbs(words).first() == Some(&0)
}

/// Whether words behind a number say what is done.
pub fn is_done(words: &str) -> bool {
    one_of(DONE, |done| words.starts_with(done)).is_some()
}

/// Words without what joins them and what leads to a number.
pub fn bare(words: &str) -> &str {
    without_joins(without_leads(words.trim()))
}

/// Whether words are a time and nothing else.
pub fn is_time(words: &str) -> bool {
    without_time(words).is_some_and(str::is_empty)
}
