//! Graphics: what a kind cannot draw is told, with what can.

use serde_json::{Value, json};

use super::{check, good, only};
use crate::data::{Edit, findings, push, set, told};

const KINDS: &str = include_str!("../../fixtures/kinds.json");
const FIGURES: &str = "/parts/0/chapters/1/graphics/1/figures";

/// A graphic of the figures that are there.
fn graphic(kind: &str, figures: &[&str]) -> Edit {
    let value = json!({"id": "more", "kind": kind, "title": "图", "figures": figures});
    push("/parts/0/chapters/1/graphics", value)
}

/// A graphic of numbers of its own, printed in these phrases in one sentence.
fn printed(kind: &'static str, phrases: &[&'static str], sentence: Option<&'static str>) -> Edit {
    let phrases = phrases.to_vec();
    Box::new(move |file| {
        let ids: Vec<String> = (1..=phrases.len()).map(|n| format!("own-{n}")).collect();
        let text = sentence.map_or_else(|| phrases.join("，又"), str::to_owned);
        let point = json!({"text": text, "figures": ids});
        push("/parts/0/chapters/1/sections/0/points", point)(file);
        for (id, phrase) in ids.iter().zip(&phrases) {
            let figure: Value = json!({"id": id, "label": "数", "phrase": phrase});
            push("/figures", figure)(file);
        }
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        graphic(kind, &ids)(file);
    })
}

#[test]
fn each_kind_draws_what_it_is_for() {
    for (kind, phrases) in [
        ("tally", ["69次", "58项"].as_slice()),
        ("share", &["325件", "4988件"]),
        ("pair", &["11.37万亿元", "14.58万亿元"]),
        ("pair", &["2400多亿元", "3100亿元左右"]),
        ("change", &["增长5.6％", "下降8.3%", "增长超20%"]),
        ("parts", &["433件", "32件", "470件"]),
        ("parts", &["占38.4%", "占31.0%"]),
        ("percent", &["81.31%", "超83%", "5.63‰"]),
        ("units", &["38个", "1千余个", "3千余件", "近200场"]),
    ] {
        let (problems, _) = findings(printed(kind, phrases, None));
        assert_eq!(problems, Vec::<String>::new(), "{kind} {phrases:?}");
    }
}

/// All kinds in one file, with the phrases of real reports.
#[test]
fn the_sample_of_all_kinds_is_good() {
    assert_eq!(told(KINDS.as_bytes()), (vec![], vec![]));
}

#[track_caller]
fn refused(kind: &'static str, phrases: &[&'static str], at: &str, words: &str) {
    check(
        printed(kind, phrases, None),
        &format!("{FIGURES}{at}"),
        words,
    );
}

#[test]
fn a_share_is_a_part_and_a_whole() {
    good(graphic("share", &["reports-adopted", "reports"]));
    check(
        graphic("share", &["reports"]),
        FIGURES,
        "这里有 1 个数字，占比图应有两个数字",
    );
    check(
        graphic("share", &["reports", "reports-adopted"]),
        FIGURES,
        "部分 4988 大于整体 325",
    );
    check(
        graphic("share", &["key-handled", "reports"]),
        FIGURES,
        "部分的单位是“件”，整体的单位是“篇”",
    );
    refused(
        "share",
        &["3百余件", "4980件"],
        "/0",
        "“3百余件”不是准确的数",
    );
}

/// 11.37 of 14.58 looked like a share of 78%; it is five years.
#[test]
fn what_became_the_other_is_no_share() {
    for sentence in [
        "总值从11.37万亿元提高到14.58万亿元",
        "总值达14.58万亿元，是由11.37万亿元增至14.58万亿元的",
    ] {
        check(
            printed("share", &["11.37万亿元", "14.58万亿元"], Some(sentence)),
            FIGURES,
            "原文说“11.37万亿元”变到了“14.58万亿元”，是前后两个时候",
        );
    }
    let apart = "委员提案300件。总数增至500件。提案共500件，其中300件已办结";
    good(printed("share", &["300件", "500件"], Some(apart)));
}

#[test]
fn before_and_after_are_two_of_one_unit() {
    check(
        graphic("pair", &["reports"]),
        FIGURES,
        "这里有 1 个数字，前后图应有两个数字",
    );
    refused("pair", &["3件", "5%"], "", "单位有“件”，又有“%”");
    refused(
        "pair",
        &["增长3%", "增长5%"],
        "/0",
        "“增长3%”是增减的幅度，不是数目，应改用 change",
    );
    refused("pair", &["不足3件", "5件"], "/0", "“不足3件”只说了不到多少");
}

#[test]
fn changes_are_of_one_unit_and_one_time() {
    refused(
        "change",
        &["增长5.6%", "5.6亿元"],
        "/1",
        "“5.6亿元”不是增减的幅度",
    );
    refused(
        "change",
        &["增长5.6%", "提高2个百分点"],
        "",
        "单位有“%”，又有“个百分点”",
    );
    refused(
        "change",
        &["增长5.6%", "年均增长4.5%"],
        "",
        "一个是年均，一个不是",
    );
}

#[test]
fn parts_come_before_their_whole() {
    refused(
        "parts",
        &["470件", "433件", "32件"],
        "",
        "部分“470件”大于整体“32件”",
    );
    refused("parts", &["470件"], "", "应至少有 2 项");
    refused(
        "parts",
        &["433件", "6.8%", "470件"],
        "",
        "单位有“件”，又有“%”",
    );
}

/// The source may print parts that are more than their whole: shown, and told.
#[test]
fn parts_above_their_whole_are_a_hint() {
    let (problems, hints) = findings(printed("parts", &["300件", "173件", "470件"], None));
    assert_eq!(problems, Vec::<String>::new());
    let told = hints
        .iter()
        .any(|hint| hint.contains("各部分合计比数470件多3件"));
    assert!(told, "{hints:?}");
}

#[test]
fn percentages_are_no_counts_and_counts_no_percentages() {
    refused(
        "tally",
        &["81%"],
        "/0",
        "“81%”是百分数，不能一个一个地数，应改用 percent",
    );
    refused("units", &["81%"], "/0", "应改用 percent");
    refused("percent", &["81件"], "/0", "“81件”不是 100% 以内的百分数");
    refused("percent", &["120%"], "/0", "“120%”不是 100% 以内的百分数");
}

#[test]
fn what_is_counted_one_by_one_is_whole() {
    check(
        graphic("tally", &["studies", "reports"]),
        &format!("{FIGURES}/1"),
        "这里是 4988，算筹一竖一次，应为不超过 200 的整数",
    );
    refused(
        "tally",
        &["20余次"],
        "/0",
        "“20余次”不是准确的数，这种画法只画准确的数，应去掉，或改用 units",
    );
    refused("units", &["1.5件"], "/0", "“1.5件”不是可数的整数");
    refused("units", &["2个", "3千余件"], "", "“2个”和“3千余件”相差太大");
}

/// Their words say more than a drawing.
#[test]
fn ranks_ranges_and_ratios_stay_words() {
    for kind in ["tally", "percent", "units", "change"] {
        for phrase in ["居全国第2位", "4.5%—5%", "4.0∶37.7∶58.3"] {
            let words = format!("“{phrase}”是名次、区间或比值，不画图");
            check(
                printed(kind, &[phrase], None),
                &format!("{FIGURES}/0"),
                &words,
            );
        }
    }
}

#[test]
fn kinds_that_are_not_there() {
    let kind = "/parts/0/chapters/1/graphics/0/kind";
    check(
        set(kind, json!("pie")),
        kind,
        "这里是文字“pie”，应为“tally”“share”“pair”“change”“parts”“percent”“units”之一",
    );
    only(
        set(kind, json!("linked")),
        &format!(
            "{kind}：这里是文字“linked”，第二版没有连弧了：弧线不表示数量，应改用 units（单位图），或删去这幅图，数字在原文里仍看得到"
        ),
    );
}
