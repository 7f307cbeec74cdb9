//! The funnel: its arithmetic, and the text it is taken from.

use serde_json::json;

use super::{STAGES, check, good, only};
use crate::data::{Edit, remove, set};

#[test]
fn the_funnel_adds_up() {
    let stage = |index: usize, key: &str| format!("{STAGES}/{index}/{key}");
    check(
        set(&stage(1, "count"), json!(8000)),
        &stage(1, "count"),
        "这里是 8000，应不多于上一环节的 7596",
    );
    check(
        set(&stage(1, "count"), json!(6000)),
        &stage(1, "count"),
        "所依据的数字写作“6237件”，这里是 6000，应为 6237",
    );
    only(
        remove(&stage(1, "loss")),
        "/parts/2/funnel/stages/1/loss：从 7596 减少到 6237，这里没有写，应写上减少的部分叫什么",
    );
    only(
        set(&stage(3, "loss"), json!({"label": "未办结"})),
        "/parts/2/funnel/stages/3/loss：从 5286 到 5286 没有减少，应省略",
    );
    only(
        set(&stage(0, "loss"), json!({"label": "未提交"})),
        "/parts/2/funnel/stages/0/loss：第一个环节之前没有别的环节，应省略",
    );
    check(
        set(&stage(3, "count"), json!(5285)),
        "/parts/2/funnel/sources",
        "各来源合计 5286，应等于最后一个环节的 5285",
    );
    good(remove("/parts/2/funnel/sources"));
    check(
        set("/parts/2/funnel/unit", json!("条")),
        &stage(0, "figure"),
        "所依据的数字的单位是“件”，应为漏斗的单位“条”",
    );
    only(
        set(&stage(0, "count"), json!(7596.5)),
        "/parts/2/funnel/stages/0/count：这里是数 7596.5，应为整数（不加引号）",
    );
}

#[test]
fn one_funnel_beside_its_text() {
    let again: Edit = Box::new(|file| {
        let funnel = file["parts"][2]["funnel"].clone();
        file["parts"][1]["funnel"] = funnel;
    });
    check(again, "/parts/2/funnel", "前面已有一个漏斗");
    check(
        remove("/parts/2/text"),
        "/parts/2/funnel",
        "本部分没有开头的段落",
    );
}
