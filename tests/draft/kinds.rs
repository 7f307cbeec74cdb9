//! Documents as other cities write them, made up for these tests: each is told in
//! lines, and compared with what an editor would have.

use tujie::draft::{Draft, draft, json};
use tujie::explain::{Lang, validate};
use tujie::report::{Point, Report};

use crate::flow::told;
use crate::measure::{fixture, kept_words};

fn drafted(name: &str) -> Draft {
    let draft = draft(&fixture(&format!("kinds/{name}")), name, None).expect("a draft");
    let checked = validate(json(&draft.report).as_bytes(), Lang::Zh);
    assert!(checked.problems.is_empty(), "{:#?}", checked.problems);
    draft
}

/// Headings with as many marks as their level, and how many points stand below each.
fn outline(report: &Report) -> String {
    let mut lines = vec![report.title.text.text()];
    let point = |lines: &mut Vec<String>, points: &[&Point]| {
        let last = lines.last_mut().expect("a line");
        last.push_str(&format!(" {}", points.len()));
    };
    for part in &report.parts {
        lines.push(format!("# {}", part.heading.text()));
        let own: Vec<_> = part.text.iter().chain(&part.stairs).collect();
        point(&mut lines, &own);
        for chapter in &part.chapters {
            lines.push(format!("## {}", chapter.heading.text()));
            let own: Vec<_> = chapter.text.iter().collect();
            point(&mut lines, &own);
            for section in &chapter.sections {
                lines.push(format!("### {}", section.heading.text()));
                point(&mut lines, &section.points.iter().collect::<Vec<_>>());
            }
        }
    }
    lines.join("\n")
}

#[track_caller]
fn check(name: &str, expected: &str, flows: &[&str]) {
    let draft = drafted(name);
    let expected: Vec<_> = expected
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(outline(&draft.report).lines().collect::<Vec<_>>(), expected);
    let found: Vec<_> = draft
        .report
        .flows()
        .map(|(_, flow)| told(&draft.report, flow))
        .collect();
    assert_eq!(found, flows);
    if name.ends_with(".txt") {
        let source = String::from_utf8(fixture(&format!("kinds/{name}"))).expect("UTF-8");
        assert!(kept_words(&source, &draft) >= 1.0, "{name}: words are lost");
    }
}

/// A title over two lines, paragraphs that begin with wide spaces, a flow over two
/// paragraphs with what became of each and what was felt about it.
#[test]
fn a_committees_report() {
    check(
        "two-lines.txt",
        "政协临江市第七届委员会常务委员会关于七届三次会议以来提案工作情况的报告
         # 提案的基本情况 2
         # 提案工作的主要特点 0
         ## 围绕中心，服务大局，助推经济高质量发展 1
         ## 情系民生，履职为民，促进社会和谐稳定 1
         # 存在的不足 1
         # 今后工作的建议 0
         ## 提高提案质量 1
         ## 增强办理实效 1
         ## 加强队伍建设 1",
        &[
            "提交 386 → [并案 46] [转为委员来信 28] 立案 31280.8% (委员提案 23174.0%, 集体提案 8126.0%) \
             (经济建设方面 9831.4%, 社会建设方面 12740.7%, 文化建设方面 4514.4%, 生态文明建设方面 4213.5%) \
             → 办复 312 (已经解决或采纳 19863.5%, 列入计划逐步解决 9229.5%, 留作参考 227.0%)",
        ],
    );
    let report = drafted("two-lines.txt").report;
    let (_, flow) = report.flows().next().expect("a flow");
    let felt: Vec<_> = flow.beside[0]
        .parts
        .iter()
        .map(|part| part.label.as_str())
        .collect();
    assert_eq!(felt, ["提案者对办理结果表示满意", "基本满意", "不满意"]);
    let texts = report.parts.iter().flat_map(|part| part.texts());
    assert!(texts.into_iter().all(|text| !text.starts_with('\u{3000}')));
}

/// Lines broken by a PDF file, page numbers, headings of three kinds.
#[test]
fn broken_lines() {
    check(
        "broken.txt",
        "临江市政协2024年工作总结
         # 坚持党的领导，筑牢共同思想政治基础 1
         # 聚焦中心任务，助推经济社会高质量发展 0
         ## 围绕产业升级建言 1
         ## 围绕乡村振兴献策 1
         ## 围绕绿色发展监督 1
         # 践行为民宗旨，用心用情增进民生福祉 0
         ## 提案办理提质增效 1
         ## 社情民意反映及时 1
         ## 委员服务走深走实 1
         # 加强自身建设，不断提升履职能力水平 2",
        &["收到 421 → [？ 53] 立案 368 (委员提案 276, 集体提案 92) → 办复 368"],
    );
}

/// A portal's page, with what it puts before and below the text.
#[test]
fn a_portals_page() {
    check(
        "portal.html",
        "政协第五届临江市委员会常务委员会工作报告
         # 过去一年工作回顾 1
         ## 强化政治引领，凝聚思想共识 1
         ## 紧扣发展大局，积极协商议政 0
         ### 紧扣发展大局，积极协商议政 4
         ## 践行为民理念，助力改善民生 1
         # 2025年工作安排 1
         ## 持续强化理论武装 1
         ## 持续助推高质量发展 1",
        &[],
    );
    let imprint = drafted("portal.html").report.imprint;
    assert_eq!(imprint.published.as_deref(), Some("2025-02-14 09:30"));
    assert_eq!(imprint.publisher.as_deref(), Some("临江日报"));
}

/// Bold words, a quotation, links; lists that end before something else; parts that are
/// numbered with a space behind.
#[test]
fn markdown() {
    check(
        "marks.md",
        "望海区政协五年工作图解
         # 数说五年 3
         # 亮点工作 0
         ## “有事好商量”协商平台 1
         ## 委员进社区 1
         # 未来展望 3",
        &["提交 1286 → [？ 183] 立案 1103 → 办复 1103"],
    );
}

/// A poster's words: ornaments, bullets, a flow in points, credits at the end.
#[test]
fn a_posters_words() {
    check(
        "poster.txt",
        "【图解】东山县政协2024年提案工作
         # 【图解】东山县政协2024年提案工作 0
         ## 提案提交情况 0
         ### 提案提交情况 4
         ## 提案办理情况 0
         ### 提案办理情况 3
         ## 提案成果 0
         ### 产业发展 2
         ### 民生改善 2",
        &["收到 215 → [审查 27] 立案 18887.4% (委员提案 142, 集体提案 46) → 办复 188"],
    );
}

#[test]
fn headings_by_word_styles_alone() {
    check(
        "styles.docx",
        "江城市政协年度工作报告
         # 年度工作回顾 1
         ## 协商议政 0
         ### 围绕优化营商环境 1
         ### 围绕城市更新 1
         ## 民主监督 1
         # 来年工作打算 1
         ## 深化理论学习 1
         ## 提升协商质效 1",
        &[],
    );
}

/// Headings by bold letters alone; a deletion, a footnote, a table, a text box.
#[test]
fn headings_by_bold_letters_alone() {
    check(
        "bold.docx",
        "安和区政协提案工作白皮书
         # 提案总体情况 5
         # 提案办理情况 1
         ## 领导领办有力度 1
         ## 协商督办有温度 0
         ### 协商督办有温度 2
         # 下一步工作安排 2",
        &[
            "收到 203 → [不予立案 27] 立案 176",
            "承办 176 (A类 132, B类 31, C类 13) → 办结 176",
        ],
    );
}

/// Numbers that Word counts, no title style; a sum behind its parts.
#[test]
fn headings_by_words_lists_alone() {
    check(
        "lists.docx",
        "关于市政协六届四次会议提案办理情况的通报
         # 总体情况 1
         # 主要做法 0
         ## 坚持高位推动 1
         ## 注重提质增效 1
         # 存在问题 1
         # 下步打算 0
         ## 加强组织领导 1
         ## 加强跟踪问效 1",
        &[
            "收到 355 (会议期间 330, 平时提案 25) → [作为意见建议转有关部门参考 37] 立案 318 → 办复 318",
        ],
    );
}
