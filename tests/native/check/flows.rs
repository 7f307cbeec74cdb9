//! Flows: counted by figures, in one unit, taken from the part's texts. What the
//! editor got wrong is a problem, what the source got wrong a hint.

use serde_json::{Value, json};

use super::{FLOW, STAGES, check, good, only};
use crate::data::{Edit, findings, push, remove, set};

/// Several changes, one after the other.
fn all<const N: usize>(edits: [Edit; N]) -> Edit {
    Box::new(|file| edits.into_iter().for_each(|edit| edit(file)))
}

/// The file with another figure, which stands in the text that opens the part.
fn figure(id: &'static str, phrase: &'static str) -> Edit {
    Box::new(move |file| {
        let text = &mut file["parts"][2]["text"];
        let words = text["text"].as_str().expect("a text").to_owned();
        text["text"] = json!(format!("{words}另有{phrase}。"));
        push("/parts/2/text/figures", json!(id))(file);
        let figure = json!({"id": id, "label": "另有", "phrase": phrase});
        push("/figures", figure)(file);
    })
}

/// The edited file is good, but for exactly these hints.
#[track_caller]
fn hinted(edit: Edit, expected: &[&str]) {
    let (problems, hints) = findings(edit);
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(hints, expected);
}

fn stage(index: usize, key: &str) -> String {
    format!("{STAGES}/{index}/{key}")
}

#[test]
fn no_stage_counts_more_than_the_one_before() {
    let figure_of = |index| stage(index, "figure");
    only(
        all([
            figure("more", "8000件"),
            set(&figure_of(1), json!("more")),
            set(&figure_of(2), json!("more")),
            remove(&stage(2, "exits")),
        ]),
        "/parts/2/flows/0/stages/1/figure：这一环节是 8000，多于上一环节的 7596，应不多于上一环节；若是另一种计数（例如答复件次），写进 beside",
    );
    // The stage before is derived: 7596 − 1359.
    only(
        all([
            figure("unfiled-count", "1359件"),
            figure("more", "6300件"),
            set(&stage(1, "exits/0/figure"), json!("unfiled-count")),
            remove(&figure_of(1)),
            set(&stage(1, "quote"), json!("经审查")),
            set(&figure_of(2), json!("more")),
            remove(&stage(2, "exits")),
        ]),
        "/parts/2/flows/0/stages/2/figure：这一环节是 6300，多于上一环节的 6237，应不多于上一环节；若是另一种计数（例如答复件次），写进 beside",
    );
}

#[test]
fn every_count_is_a_figure_or_follows() {
    check(
        remove(&stage(0, "figure")),
        &stage(0, "figure"),
        "第一个环节没有写数字，应写上 figure",
    );
    check(
        remove(&stage(1, "figure")),
        &stage(1, "figure"),
        "这一环节和它的去向都没有写数字，无从推算，应至少给其中一处写上 figure",
    );
    only(
        remove(&stage(3, "quote")),
        "/parts/2/flows/0/stages/3/quote：这一环节没有写数字，也没有写依据，应写上 quote，取原文字句",
    );
    let other = json!({"id": "other", "kind": "pending", "label": "在办"});
    only(
        push(&stage(1, "exits"), other.clone()),
        "/parts/2/flows/0/stages/1/exits/1/figure：这一环节有不止一个去向没有写数字，无从推算，应只省略一处",
    );
    only(
        set(&stage(0, "exits"), json!([other])),
        "/parts/2/flows/0/stages/0/exits：第一个环节之前没有别的环节，应移到后面的环节",
    );
    // Of 6237, 951 were merged: nothing is left that could be pending.
    only(
        all([
            figure("merged-count", "951件"),
            set(&stage(2, "exits/0/figure"), json!("merged-count")),
            push(&stage(2, "exits"), other),
        ]),
        "/parts/2/flows/0/stages/2/exits/1：这一去向没有写数字，由相邻环节推算也没有剩下的，应省略，或写上 figure",
    );
    good(remove(&stage(1, "exits")));
}

#[test]
fn a_flow_is_counted_exactly_and_in_one_unit() {
    let unit = "所依据的数字的单位是“件”，应为这股流程的单位“条”；单位不同的写进 beside";
    check(
        set(&format!("{FLOW}/unit"), json!("条")),
        &stage(0, "figure"),
        unit,
    );
    check(
        set(&format!("{FLOW}/unit"), json!("条")),
        &stage(2, "splits/0/parts/1/figure"),
        unit,
    );
    for phrase in ["7000余件", "近7000件", "7000.5件"] {
        let place = stage(0, "figure");
        let words = format!("“{phrase}”不是准确的整数");
        let edit = all([figure("about", phrase), set(&place, json!("about"))]);
        check(edit, &place, &words);
    }
    // What is counted apart has a unit of its own.
    good(all([
        figure("replies", "9000件次"),
        set(
            &format!("{FLOW}/beside"),
            json!([{"id": "replied", "label": "答复", "figure": "replies"}]),
        ),
    ]));
}

#[test]
fn parts_are_counted_or_shares() {
    let part = |value: Value| push(&stage(2, "splits/0/parts"), value);
    only(
        part(json!({"id": "others", "label": "其他"})),
        "/parts/2/flows/0/stages/2/splits/0/parts/2/figure：这一部分既没有数字也没有比例，应写上 figure 或 share",
    );
    let beside = format!("{FLOW}/beside");
    check(
        set(&beside, json!([{"id": "replied", "label": "答复"}])),
        &format!("{beside}/0/figure"),
        "这一部分既没有数字也没有比例",
    );
    let deep = json!([{
        "id": "one", "label": "一", "figure": "proposals-member",
        "parts": [{
            "id": "two", "label": "二", "figure": "proposals-collective",
            "parts": [{"id": "three", "label": "三", "figure": "key-handled"}],
        }],
    }]);
    only(
        set(&stage(2, "splits/0/parts"), deep),
        "/parts/2/flows/0/stages/2/splits/0/parts/0/parts/0/parts：“其中”之下又分了一层，应只再分一层",
    );
}

#[test]
fn only_what_is_transferred_goes_somewhere() {
    let to = stage(1, "exits/0/to");
    only(
        set(&to, json!("经审查")),
        "/parts/2/flows/0/stages/1/exits/0/to：只有转到别处的才有去处，应省略，或把 kind 写成 \"transferred\"",
    );
    let kind = |kind: &str| set(&stage(1, "exits/0/kind"), json!(kind));
    good(all([kind("transferred"), set(&to, json!("经审查"))]));
    check(
        all([kind("transferred"), set(&to, json!("部门参考"))]),
        &to,
        "本部分的原文中没有“部门参考”",
    );
    check(
        kind("lost"),
        &stage(1, "exits/0/kind"),
        "应为“rejected”“merged”“transferred”“pending”“unstated”之一",
    );
}

/// What the text does not print was once told as a contradiction of the source.
#[test]
fn printed_shares_are_percentages_of_the_text() {
    let share = stage(1, "share");
    for wrong in ["八成", "82.1", "五分之四", "1.2.3%"] {
        let words = format!("“{wrong}”不是比例，应为原文写出的百分数");
        check(set(&share, json!(wrong)), &share, &words);
    }
    check(
        set(&stage(0, "share"), json!("100%")),
        &stage(0, "share"),
        "第一个环节没有比例",
    );
    only(
        set(&share, json!("82.1%")),
        "/parts/2/flows/0/stages/1/share：本部分的原文中没有“82.1%”，应为其中的字句，一字不差",
    );
    // 2.1% stands in the text only as the end of 82.1%.
    let printed = |share: &str| {
        let place = stage(1, "share");
        all([figure("rate", "82.1%"), set(&place, json!(share))])
    };
    good(printed("82.1%"));
    check(printed("2.1%"), &share, "本部分的原文中没有“2.1%”");
}

/// It stays as printed, and the editor is told once more to look.
#[test]
fn what_the_source_contradicts_is_a_hint() {
    hinted(
        all([figure("rate", "85%"), set(&stage(1, "share"), json!("85%"))]),
        &[
            "/parts/2/flows/0/stages/1/share：立案占提交：原文印作85%，按件数计算为82%，网页照原文显示并说明；若是抄写有误，应改正",
        ],
    );
    let more = json!({"id": "more", "label": "重点提案", "figure": "key-handled"});
    let more = |place: &str| push(place, more.clone());
    hinted(
        more(&stage(2, "splits/0/parts")),
        &[
            "/parts/2/flows/0/stages/2/splits/0/parts：交办共5286，按提案者分，各部分合计5416，多于总数，网页照原文显示并说明；若是抄写有误，应改正",
        ],
    );
    // The parts of a part, and of what is counted apart.
    let parts = stage(2, "splits/0/parts/1/parts");
    let inner = json!([
        {"id": "inner", "label": "重点", "figure": "key-handled"},
        {"id": "outer", "label": "交办", "figure": "handled"},
    ]);
    hinted(
        set(&parts, inner.clone()),
        &[
            "/parts/2/flows/0/stages/2/splits/0/parts/1/parts：集体提案共774，各部分合计5416，多于总数，网页照原文显示并说明；若是抄写有误，应改正",
        ],
    );
    let beside = json!([{"id": "apart", "label": "另计", "figure": "handled", "parts": inner}]);
    hinted(
        set(&format!("{FLOW}/beside"), beside),
        &[
            "/parts/2/flows/0/beside/0/parts：另计共5286，各部分合计5416，多于总数，网页照原文显示并说明；若是抄写有误，应改正",
        ],
    );
    hinted(
        all([
            figure("merged-count", "960件"),
            set(&stage(2, "exits/0/figure"), json!("merged-count")),
        ]),
        &[
            "/parts/2/flows/0/stages/2/exits：从立案到交办少951，原文列出的去向合计960，网页照原文显示并说明；若是抄写有误，应改正",
        ],
    );
    // Less is no contradiction: the rest is not explained.
    let one = json!([{"id": "one", "label": "重点提案", "figure": "key-handled"}]);
    hinted(set(&stage(2, "splits/0/parts"), one), &[]);
}

/// The page would leave it out without a word.
#[test]
fn a_funnel_of_the_first_edition_is_told_how_it_is_written_now() {
    let funnel = json!({"unit": "件", "stages": [], "sources": []});
    only(
        set("/parts/2/funnel", funnel),
        "/parts/2/funnel：这是第一版的写法，网页不再读它，应改写成 flows：每个环节写 id、label、short 和 figure，不写 count；loss 改成上面这一环节的 exits，写明 kind（rejected、merged、transferred、pending 或 unstated）；sources 改成所属环节的 splits",
    );
    // Elsewhere it is a name like any other.
    let (problems, hints) = findings(set("/funnel", json!(1)));
    assert_eq!((problems.len(), hints.len()), (0, 1));
}

#[test]
fn any_part_may_have_flows_and_several() {
    let again = |part: usize| -> Edit {
        Box::new(move |file| {
            let text = file["parts"][2]["text"].clone();
            let mut flow = file["parts"][2]["flows"][0].to_string();
            for id in file["parts"][2]["flows"][0]
                .to_string()
                .split("\"id\":\"")
                .skip(1)
            {
                let id = id.split('"').next().expect("an id");
                flow = flow.replace(&format!("\"id\":\"{id}\""), &format!("\"id\":\"{id}-2\""));
            }
            let flow: Value = serde_json::from_str(&flow).expect("a flow");
            if part != 2 {
                file["parts"][part]["text"] = text;
                file["parts"][part]["flows"] = json!([]);
            }
            push(&format!("/parts/{part}/flows"), flow)(file);
        })
    };
    good(again(1));
    good(again(2));
    // Taken over word for word, each id is told.
    let (problems, _) = findings(Box::new(|file| {
        let flow = file["parts"][2]["flows"][0].clone();
        push("/parts/2/flows", flow)(file);
    }));
    assert_eq!(problems.len(), 9, "{problems:#?}");
    check(
        set("/parts/2/flows", json!(vec![Value::Null; 21])),
        "/parts/2/flows/20",
        "空值",
    );
}
