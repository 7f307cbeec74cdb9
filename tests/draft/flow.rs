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
fn what_is_no_flow_makes_none() {
    check("共编写提案工作简报20期，报送信息300件。", "");
}
