//! What the flows of real reports say, item by item.

use crate::report::Report;

fn fixture(name: &str) -> Report {
    let path = format!("{}/tests/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a fixture");
    serde_json::from_str(&text).expect("a report")
}

fn report() -> Report {
    let data = include_str!("../../../../public/data/report.json");
    serde_json::from_str(data).expect("the report")
}

/// Every item of a flow as one line: its id, name and number, its rates, its facts and
/// its quote.
fn told(report: &Report, flow: usize) -> Vec<String> {
    let (part, flow) = report.flows().nth(flow).expect("a flow");
    let items = flow.counted(report).items();
    let lines = items.iter().map(|item| {
        let mut own = [item.name().1.as_str(), " ", item.label].concat();
        if let Some(count) = item.count {
            own += &format!(" {}{}", count.value, item.unit);
        }
        let rates = item.rates.iter();
        let rates: Vec<_> = rates.map(|rate| rate.name() + " " + rate.shown()).collect();
        let facts = item.facts().into_iter();
        let facts: Vec<_> = facts
            .map(|(name, fact)| [name, " ", &fact].concat())
            .collect();
        let quote = item.quote(report, part).unwrap_or("—");
        format!("{own}｜{}｜{}｜{quote}", rates.join("，"), facts.join("，"))
    });
    lines.collect()
}

#[track_caller]
fn check(report: &Report, flow: usize, expected: &[&str]) {
    assert_eq!(told(report, flow), expected);
}

#[test]
fn every_item_tells_its_numbers_and_its_source() {
    let expected = [
        "submitted 提交提案 7596件｜｜｜五年共提交提案7596件",
        "unfiled 经审查未立案 1359件｜占提交 17.9%｜推算 提交7596 − 立案6237，原因 原文未注明｜经审查，立案6237件",
        "filed 立案 6237件｜占提交 82.1%｜｜经审查，立案6237件",
        "merged 并案 951件｜占立案 15.2%｜去向 并入同类提案，推算 立案6237 − 交办5286，原因 原文未注明｜并案后交办5286件",
        "assigned 并案后交办 5286件｜占立案 84.8%｜｜并案后交办5286件",
        "member 委员提案 4512件｜占交办 85.4%｜｜委员提案4512件",
        "collective 集体提案 774件｜占交办 14.6%｜｜集体提案774件",
        "concluded 全部按时办结 5286件｜占交办 100%｜推算 交办5286｜所有交办提案均已按时办结",
    ];
    check(&report(), 0, &expected);
}

/// Nothing was merged on the way, so each is a share of what was received, too.
#[test]
fn five_stages_each_a_share_of_the_first() {
    let expected = [
        "stage-received 收到提案 420件｜｜｜五年来收到提案420件",
        "unscreened 初审未通过 40件｜占收到 9.5%｜推算 收到420 − 初审380，原因 原文未注明｜初审通过380件",
        "stage-screened 初审通过 380件｜占收到 90.5%｜｜初审通过380件",
        "unfiled 未立案 44件｜占初审 11.6%｜推算 初审380 − 立案336，原因 原文未注明｜立案336件",
        "stage-filed 立案 336件｜占初审 88.4%，占收到 80.0%｜｜立案336件",
        "unsent 未分送 36件｜占立案 10.7%｜去向 原文未说明去向，推算 立案336 − 分送300，原因 原文未注明｜分送承办单位300件",
        "stage-sent 分送承办单位 300件｜占立案 89.3%，占收到 71.4%｜｜分送承办单位300件",
        "stage-carried 结转办理 15件｜占分送 5.0%｜去向 尚未完成，原因 其余15件结转办理｜其余15件结转办理",
        "stage-concluded 已经办结 285件｜占分送 95.0%，占收到 67.9%｜｜已经办结285件",
        "part-members 委员提案 240件｜占办结 84.2%｜｜委员提案240件",
        "part-groups 集体提案 45件｜占办结 15.8%｜｜集体提案45件",
    ];
    check(&fixture("county"), 0, &expected);
}

/// 77.1% against 75.9%, 5.3% against 6.5%, 21.2% against 21.1%; 116件 is not 16件.
#[test]
fn chongqing_prints_shares_that_the_counts_do_not_give() {
    let expected = [
        "stage-submitted 提交提案 7667件｜｜｜五年共提交提案7667件",
        "part-plenary 大会提案 7240件｜占提交 94.4%｜｜其中大会提案7240件",
        "part-between 平时提案 427件｜占提交 5.6%｜｜平时提案427件",
        "exit-unfiled 未立案 1715件｜占提交 22.4%｜去向 转部门参考或作为社情民意信息，原因 原文未注明｜未立案1715件",
        "stage-filed 立案 5952件｜占提交 77.6%｜｜经审查立案5952件",
        "exit-merged 并案 663件｜占立案 11.1%｜去向 并入同类提案，推算 立案5952 − 交办5289，原因 原文未注明｜并案后交办5289件",
        "stage-assigned 并案后交办 5289件｜占立案 88.9%｜｜并案后交办5289件",
        "part-collective 集体提案 1208件｜占交办 22.8%｜｜其中集体提案1208件",
        "part-members 委员提案 4081件｜占交办 77.2%｜｜委员提案4081件",
        "part-solved 已解决和采纳 4014件｜占交办 77.1%｜按件数计算 75.9%｜已解决和采纳4014件",
        "part-planned 列入计划和拟采纳 931件｜占交办 17.6%｜｜列入计划和拟采纳931件",
        "part-reference 留作工作参考 344件｜占交办 5.3%｜按件数计算 6.5%｜留作工作参考344件",
        "part-content 满意 4116件｜占交办 77.8%｜｜提案者满意4116件",
        "part-fairly 基本满意 1118件｜占交办 21.2%｜按件数计算 21.1%｜基本满意1118件",
        "part-understanding 理解 49件｜占交办 0.9%｜｜理解49件",
        "part-silent 未反馈 6件｜占交办 0.1%｜｜未反馈6件",
        "beside-key 重点提案 116件｜占 2.2%｜｜重点提案116件",
    ];
    check(&fixture("chongqing"), 0, &expected);
}

#[test]
fn chongqings_last_session_follows_from_three_numbers() {
    let expected = [
        "stage-last-submitted 五次会议提交 1350件｜｜｜五次会议共提交提案1350件",
        "exit-last-unfiled 未立案 453件｜占提交 33.6%｜推算 提交1350 − 立案897，原因 原文未注明｜立案897件",
        "stage-last-filed 五次会议立案 897件｜占提交 66.4%｜｜立案897件",
        "exit-last-merged 并案 143件｜占立案 15.9%｜去向 并入同类提案，推算 立案897 − 交办754，原因 原文未注明｜并案后交办754件",
        "stage-last-assigned 五次会议并案后交办 754件｜占立案 84.1%｜｜并案后交办754件",
    ];
    check(&fixture("chongqing"), 1, &expected);
}

/// 578 = 470 + 23 + 85; the C类5件 is not found in 85件; no share of the materials
/// behind the merged ones.
#[test]
fn kunmings_parts_have_parts() {
    let expected = [
        "stage-materials 提案材料 578件｜｜｜收到提案材料578件",
        "exit-merged 并案 23件｜占材料 4.0%｜去向 并入同类提案，原因 原文未注明｜并案23件",
        "exit-rejected 不予立案 85件｜占材料 14.7%｜原因 原文未注明｜不予立案85件",
        "stage-filed 立案 470件｜占材料 81.31%｜｜立案470件",
        "part-members 委员提案 371件｜占立案 78.94%｜｜委员提案371件",
        "part-collective 集体提案 99件｜占立案 21.06%｜｜集体提案99件",
        "part-a A类 433件｜占立案 92.13%｜｜A类433件",
        "part-b B类 32件｜占立案 6.81%｜｜B类32件",
        "part-c C类 5件｜占立案 1.06%｜｜C类5件",
        "part-party 党群政法系统 57件｜占立案 12.1%｜｜其中党群政法系统57件",
        "part-party-a A类 45件｜占党群政法系统 79%｜｜A类45件",
        "part-party-b B类 12件｜占党群政法系统 21%｜｜B类12件",
        "part-party-rest 原文未说明 413件｜占立案 87.9%｜推算 立案470 − 党群政法系统57｜—",
        "beside-replied 办复率｜占 100%｜｜办复率100%",
        "beside-party-talks 党群政法系统面商率｜占 100%｜｜—",
    ];
    check(&fixture("kunming"), 0, &expected);
}

/// 773件次 are more than the 601 that were filed: they are no stage.
#[test]
fn shenzhen_leaves_86_unexplained_and_counts_replies_apart() {
    let expected = [
        "stage-submitted 提交提案 687件｜｜｜共提交提案687件",
        "part-session 会议期间 640件｜占提交 93.2%｜｜会议期间640件",
        "part-between 平时 47件｜占提交 6.8%｜｜平时47件",
        "part-members 委员 603件｜占提交 87.8%｜｜委员提出603件",
        "part-groups 党派等 84件｜占提交 12.2%｜｜党派等提出84件",
        "stage-filed-unstated 原文未说明 86件｜占提交 12.5%｜推算 提交687 − 立案601，原因 原文未注明｜立案601件",
        "stage-filed 立案 601件｜占提交 87.5%｜｜立案601件",
        "beside-replies 单位答复 773件次｜｜｜会办和分办单位共答复773件次",
        "part-solved 已解决或采纳 297件次｜占单位答复 38.3%｜按件数计算 38.4%｜已解决或采纳297件次",
        "part-planned 列入计划 357件次｜占单位答复 46.4%｜按件数计算 46.2%｜列入计划357件次",
        "part-later 留待以后 86件次｜占单位答复 11%｜｜留待以后86件次",
        "part-reference 工作参考 33件次｜占单位答复 4.3%｜｜工作参考33件次",
        "beside-feedback 提案者反馈 736件｜｜｜收到反馈736件",
        "part-content 满意 711件｜占提案者反馈 96.6%｜｜满意711件",
        "part-fairly 基本满意 24件｜占提案者反馈 3.3%｜｜基本满意24件",
        "part-discontent 不满意 1件｜占提案者反馈 0.1%｜｜不满意1件",
    ];
    check(&fixture("shenzhen"), 0, &expected);
}

#[test]
fn the_national_report_of_one_session() {
    let expected = [
        "stage-received 收到提案 5979件｜｜｜共收到提案5979件",
        "exit-merged 并案 35件｜占收到 0.6%｜去向 并入同类提案，原因 原文未注明｜并案35件",
        "exit-opinions 转为意见和建议 965件｜占收到 16.1%｜去向 转意见和建议，原因 原文未注明｜转为意见和建议965件",
        "stage-filed 立案 4979件｜占收到 83.3%｜｜立案4979件",
        "part-economy 经济建设 1911件｜占立案 38.4%｜｜经济建设方面1911件",
        "part-politics 政治建设 499件｜占立案 10.0%｜｜政治建设方面499件",
        "part-culture 文化建设 389件｜占立案 7.8%｜｜文化建设方面389件",
        "part-society 社会建设 1543件｜占立案 31.0%｜｜社会建设方面1543件",
        "part-ecology 生态文明建设 613件｜占立案 12.3%｜｜生态文明建设方面613件",
        "part-other 其他 24件｜占立案 0.5%｜｜其他方面24件",
    ];
    check(&fixture("national"), 0, &expected);
}

/// A share that nobody counted is quoted from where it is printed.
#[test]
fn the_national_report_of_the_term() {
    let expected = [
        "stage-term-received 本届收到提案 29323件｜｜｜本届共收到提案29323件",
        "stage-term-filed-unstated 原文未说明 5505件｜占收到 18.8%｜推算 收到29323 − 立案23818，原因 原文未注明｜立案23818件",
        "stage-term-filed 本届立案 23818件｜占收到 81.2%｜｜立案23818件",
        "beside-term-replied 已办复｜占 99.8%｜｜本届99.8%的提案已办复",
    ];
    check(&fixture("national"), 1, &expected);
}

/// Two numbers written alike were both quoted from the first place.
#[test]
fn each_number_is_quoted_from_where_the_text_names_it() {
    let mut report = fixture("kunming");
    let points = &mut report.parts[0].chapters[0].sections[1].points;
    points[2].text = "B类5件，占6.81%".to_owned();
    let figures = report.figures.iter_mut();
    for figure in figures.filter(|figure| figure.id.0 == "class-b") {
        figure.phrase = "5件".to_owned();
    }
    let told = told(&report, 0);
    let of = |id: &str| told.iter().find(|line| line.starts_with(id));
    let ends = |id: &str, quote: &str| of(id).is_some_and(|line| line.ends_with(quote));
    assert!(ends("part-b ", "｜B类5件"), "{told:#?}");
    assert!(ends("part-c ", "｜C类5件"), "{told:#?}");
}
