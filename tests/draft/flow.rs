//! What becomes of proposals is read as it is told.

use tujie::draft::draft;
use tujie::report::{ExitKind, Flow, Report};

use crate::measure::fixture;

fn drafted(text: &str) -> Report {
    let text = format!(
        "提案工作报告\n一年来的提案工作是全体委员共同完成的，现在把有关的情况向大会报告如下，请予审议，并提出意见，谢谢大家。\n一、提案办理\n{text}\n"
    );
    draft(text.as_bytes(), "提案.txt", None)
        .expect("a draft")
        .report
}

/// A flow in one line: stages with their counts, exits in brackets before them, splits
/// behind them.
pub fn told(report: &Report, flow: &Flow) -> String {
    let counted = flow.counted(report);
    let stages = counted.stages.iter().map(|stage| {
        let exits = stage.exits.iter().map(|exit| {
            let label = exit.exit.map_or("？", |exit| exit.label.as_str());
            format!("[{label} {}] ", exit.count.value)
        });
        let parts = stage.splits.iter().map(|split| {
            let parts = split.parts.iter().map(|part| {
                let count = part.count.map_or(0, |count| count.value);
                let share = part.part.share.as_deref().unwrap_or_default();
                format!("{} {count}{share}", part.part.label)
            });
            format!(" ({})", parts.collect::<Vec<_>>().join(", "))
        });
        let share = stage.stage.share.as_deref().unwrap_or_default();
        let exits: String = exits.collect();
        let parts: String = parts.collect();
        format!(
            "{exits}{} {}{share}{parts}",
            stage.stage.short, stage.count.value
        )
    });
    stages.collect::<Vec<_>>().join(" → ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let report = drafted(text);
    let flows: Vec<_> = report
        .flows()
        .map(|(_, flow)| told(&report, flow))
        .collect();
    assert_eq!(flows.join("\n"), expected);
}

#[test]
fn the_seeds_flow_is_read_exactly() {
    for name in ["seed-headings.docx", "seed-marks.txt", "../source.txt"] {
        let draft = draft(&fixture(name), name, None).expect("a draft");
        let report = &draft.report;
        let flows: Vec<_> = report.flows().collect();
        let [(part, flow)] = flows.as_slice() else {
            panic!("{name}: {} flows", flows.len())
        };
        assert_eq!(part.heading.text(), "五届市政协提案工作情况");
        assert_eq!(
            told(report, flow),
            "提交 7596 → [经审查 1359] 立案 6237 → [并案 951] 交办 5286 (委员提案 4512, 集体提案 774) → 办结 5286"
        );
        let kinds: Vec<_> = flow
            .stages
            .iter()
            .flat_map(|stage| &stage.exits)
            .map(|exit| exit.kind)
            .collect();
        assert_eq!(kinds, [ExitKind::Rejected, ExitKind::Merged]);
        let quotes: Vec<_> = flow
            .stages
            .iter()
            .filter_map(|stage| stage.quote.as_deref())
            .collect();
        assert_eq!(
            quotes,
            [
                "五年共提交提案7596件",
                "立案6237件",
                "并案后交办5286件",
                "所有交办提案均已按时办结"
            ]
        );
    }
}

#[test]
fn exits_that_are_counted_are_taken_as_they_are() {
    check(
        "全年共收到提案500件，经审查，立案400件，并案30件，转为意见和建议70件。立案的提案均已办结。",
        "收到 500 → [并案 30] [转为意见和建议 70] 立案 400 → 办结 400",
    );
}

#[test]
fn shares_are_kept_as_they_are_printed() {
    check(
        "一年来，共提交提案900件，立案800件，立案率88.9%。其中，委员提案600件，占75%；集体提案200件，占25%。",
        "提交 900 → [？ 100] 立案 80088.9% (委员提案 60075%, 集体提案 20025%)",
    );
}

#[test]
fn each_who_proposed_is_a_part() {
    check(
        "五年来，提出提案28930件，经审查，立案26699件。其中，委员提案25114件，党派和工商联提案1347件，人民团体提案26件，界别、小组提案190件，专门委员会提案22件。截至去年底，提案已办复26583件。",
        "提出 28930 → [经审查 2231] 立案 26699 (委员提案 25114, 党派和工商联提案 1347, 人民团体提案 26, 界别、小组提案 190, 专门委员会提案 22) → [？ 116] 办复 26583",
    );
}

#[test]
fn answers_end_a_flow() {
    check(
        "会议期间，市政府共收到政协提案146件，交由31个单位具体承办。截至目前，所有提案均已按期答复完毕。从提案落实情况看，已落实的有122件，占84%；基本落实或计划落实的有24件，占16%。从评价反馈看，今年承办的146件政协提案，满意率达100%（满意144件，基本满意2件）。",
        "收到 146 → 答复 146 (已落实 12284%, 基本落实或计划落实 2416%)",
    );
}

#[test]
fn classes_in_brackets_are_parts() {
    check(
        "全会以来，交由市政府办理的提案共92件，其中集体提案25件，委员个人和联名提案67件。办复率为100%，满意率为100%。已经解决或基本解决的（A类）22件，占承办提案总数的23.91%。正在解决的（B类）68件，占73.91%。逐步解决的（C类）2件，占2.17%。",
        "办理 92 (集体提案 25, 委员个人和联名提案 67) (A类 2223.91%, B类 6873.91%, C类 22.17%) → 办复 92",
    );
}

#[test]
fn a_rate_belongs_to_what_it_is_named_after() {
    check(
        "共提交提案639件，经提案委员会审查，立案588件，作为委员来信处理32件，并案9件，撤案10件。立案率达92%。经济建设方面215件，占36.6%；政治建设方面48件，占8.2%。目前588件提案已全部办复，委员对办理结果表示满意的571件，基本满意的17件。",
        "提交 639 → [作为委员来信处理 32] [并案 9] [撤案 10] 立案 58892% (经济建设方面 21536.6%, 政治建设方面 488.2%) → 办复 588",
    );
    check(
        "共提交提案5360件。经审查，立案4567件，交165家承办单位办理，99.2%已经办复。",
        "提交 5360 → [经审查 793] 立案 4567",
    );
    let report = drafted(
        "共提交提案500件，立案400件，办复率99.8%。满意率为97.5%，其中满意380件，基本满意10件。",
    );
    let (_, flow) = report.flows().next().expect("a flow");
    let beside: Vec<_> = flow
        .beside
        .iter()
        .map(|one| (one.label.as_str(), one.share.as_deref(), one.parts.len()))
        .collect();
    assert_eq!(
        beside,
        [("办复率", Some("99.8%"), 0), ("满意率", Some("97.5%"), 2)]
    );
}

#[test]
fn counts_that_nobody_summed_are_no_stage() {
    let text = "共提交大会提案950件，平时提案24件。经审查，立案824件，立案率84.6%，其中，集体提案151件，委员和界别提案673件。全部提案已办复。";
    check(
        text,
        "立案 824 (集体提案 151, 委员和界别提案 673) → 办复 824",
    );
    check(
        "大会期间收到提案950件，闭会期间收到提案24件。经审查，立案824件。全部提案已办复。",
        "立案 824 → 办复 824",
    );
    check(
        "大会期间共收到提案386件，其中大会提案350件、平时提案36件。立案312件。",
        "收到 386 (大会提案 350, 平时提案 36) → [？ 74] 立案 312",
    );
    check(
        "共收到提案100件，立案90件，其中委员提案80件，集体提案20件。全部办结。",
        "收到 100 → [？ 10] 立案 90 → 办结 90",
    );
}

#[test]
fn what_is_no_flow_makes_none() {
    check("共编写提案工作简报20期，报送信息300件。", "");
}
