//! Places in an editor's words: 第二部分·第三章·第2节·第1点, as the page counts them.
//!
//! Knows the names of the data model's fields; what it does not know, it quotes.

use serde_json::Value;

use super::lang::{Lang, said};
use super::pointer;
use super::shown::quoted;

/// An entry of a list: the list's name, before and after the number, in English.
const ENTRIES: [(&str, &str, &str, &str); 19] = [
    ("sections", "第", "节", "section"),
    ("groups", "第", "组", "group"),
    ("points", "第", "点", "point"),
    ("stairs", "第", "级台阶", "stair"),
    ("items", "第", "条", "item"),
    ("graphics", "第", "幅图", "graphic"),
    ("flows", "第", "股流程", "flow"),
    ("stages", "第", "个环节", "stage"),
    ("exits", "第", "个去向", "exit"),
    ("splits", "第", "种分法", "split"),
    ("beside", "另计第", "项", "counted apart, no."),
    ("headline", "首屏第", "个数字", "first figures, no."),
    ("keep", "不可断行的词第", "个", "unbreakable word"),
    ("strong", "加重的第", "处", "emphasis"),
    ("terms", "名词解释第", "条", "explained term"),
    ("corrections", "更正第", "条", "correction"),
    ("topics", "读者关心的第", "个词", "topic"),
    ("pairs", "呼应第", "处", "pair"),
    ("rings", "第", "圈", "ring"),
];

/// A field by its name, in both languages.
const FIELDS: [(&str, &str, &str); 65] = [
    ("title", "标题", "title"),
    ("preface", "导语", "preface"),
    ("headline", "首屏的数字", "first figures"),
    ("keep", "不可断行的词", "unbreakable words"),
    ("earlier", "较早的报告", "the earlier report"),
    ("scenery", "首屏的画", "the picture"),
    ("parts", "各部分", "parts"),
    ("figures", "数字", "figures"),
    ("imprint", "出处", "imprint"),
    ("sample", "示例标记", "mark of a sample"),
    ("short", "简称", "short name"),
    ("seal", "印章", "seal"),
    ("text", "文字", "text"),
    ("strong", "加重的词句", "emphasis"),
    ("id", "编号", "id"),
    ("heading", "标题", "heading"),
    ("nav", "导航短名", "short name"),
    ("chapters", "各章", "chapters"),
    ("stairs", "台阶", "stairs"),
    ("flows", "流程", "flows"),
    ("measures", "举措", "measures"),
    ("advice", "建议", "advice"),
    ("strip", "标题下的数字", "figures below the heading"),
    ("graphics", "图", "graphics"),
    ("sections", "各节", "sections"),
    ("points", "要点", "points"),
    ("groups", "各组", "groups"),
    ("items", "各条", "items"),
    ("kind", "种类", "kind"),
    ("label", "名称", "label"),
    ("phrase", "原文写法", "phrase"),
    ("value", "数值", "value"),
    ("unit", "单位", "unit"),
    ("stages", "各环节", "stages"),
    ("exits", "去向", "exits"),
    ("splits", "构成", "splits"),
    ("beside", "另计", "counted apart"),
    ("figure", "数字", "figure"),
    ("quote", "依据", "quote"),
    ("share", "比例", "share"),
    ("to", "去处", "where it goes"),
    ("reason", "原因", "reason"),
    ("terms", "名词解释", "explained terms"),
    ("corrections", "更正", "corrections"),
    ("topics", "读者关心的词", "topics"),
    ("pairs", "呼应", "pairs"),
    ("sequels", "做了什么、有什么结果", "what came of it"),
    ("reach", "工作到了哪些范围", "reach"),
    ("rings", "各圈", "rings"),
    ("word", "词", "word"),
    ("words", "共同的字句", "shared words"),
    ("also", "日常的说法", "everyday words"),
    ("at", "所指之处", "place"),
    ("chapter", "章", "chapter"),
    ("date", "日期", "date"),
    ("done", "做了什么", "what was done"),
    ("came", "有了什么结果", "what came of it"),
    ("name", "名称", "name"),
    ("link", "网址", "address"),
    ("contact", "联系方式", "contact"),
    ("icp", "ICP备案号", "ICP number"),
    ("police", "公安备案号", "police number"),
    ("code", "网站标识码", "site code"),
    ("home", "所在网站", "website"),
    ("column", "栏目", "column"),
];

/// The place of a pointer in the file, in words; empty for the file as a whole.
pub fn words(file: &Value, pointer: &str, lang: Lang) -> String {
    let mut above: Vec<_> = pointer::ancestors(pointer).collect();
    above.reverse();
    let mut words = Vec::new();
    let mut list = "";
    for (&parent, &here) in above.iter().zip(above.iter().skip(1)) {
        let name = here.rsplit('/').next().unwrap_or_default();
        let within = file.pointer(parent).is_some_and(Value::is_array);
        match name.parse::<usize>() {
            Ok(index) if within => {
                // The entry says what the list is.
                words.pop();
                words.push(entry(file, list, here, index, lang));
            }
            _ => {
                list = parent_list(name, parent);
                words.push(field(name, parent, lang));
            }
        }
    }
    // A point's text is the point, a paragraph's the paragraph.
    if pointer.ends_with("/text") && words.len() > 1 && !pointer.starts_with("/title") {
        let whole = file.pointer(pointer).is_none_or(Value::is_object);
        if !(whole && is_group(pointer)) {
            words.pop();
        }
    }
    words.join(&said!(lang, "·", " · "))
}

/// Whether a paragraph stands there: a part's or a chapter's.
fn is_group(pointer: &str) -> bool {
    let parent = pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    let list = parent.rsplit('/').nth(1);
    matches!(list, Some("parts" | "chapters"))
}

/// What a list of that name lists, by where it stands.
fn parent_list<'a>(name: &'a str, parent: &str) -> &'a str {
    match (name, parent) {
        ("parts", "") => "report parts",
        ("figures", "") => "report figures",
        _ => name,
    }
}

fn entry(file: &Value, list: &str, here: &str, index: usize, lang: Lang) -> String {
    let number = index + 1;
    match list {
        "report parts" => {
            let chinese = chinese(number);
            said!(lang, "第{chinese}部分", "part {number}")
        }
        "chapters" => {
            let number = number + chapters_before(file, here);
            let chinese = chinese(number);
            said!(lang, "第{chinese}章", "chapter {number}")
        }
        "report figures" => {
            let text = |key| file.pointer(here)?.get(key)?.as_str();
            let named = text("label").filter(|label| !label.trim().is_empty());
            match named.or_else(|| text("phrase")).map(quoted) {
                Some(label) => said!(lang, "数字{label}", "figure {label}"),
                None => said!(lang, "第{number}个数字", "figure {number}"),
            }
        }
        "parts" => said!(lang, "第{number}项", "part {number}"),
        _ => {
            let known = ENTRIES.iter().find(|(name, ..)| *name == list);
            match known {
                Some((_, before, after, en)) => {
                    said!(lang, "{before}{number}{after}", "{en} {number}")
                }
                None => said!(lang, "第{number}个数字", "figure {number}"),
            }
        }
    }
}

/// How many chapters stand in the parts before: the page counts them through.
fn chapters_before(file: &Value, chapter: &str) -> usize {
    let part = chapter.split('/').nth(2);
    let part: usize = part.and_then(|part| part.parse().ok()).unwrap_or_default();
    let parts = file.get("parts").and_then(Value::as_array);
    let before = parts.into_iter().flatten().take(part);
    let chapters = before.filter_map(|part| part.get("chapters")?.as_array());
    chapters.map(Vec::len).sum()
}

fn field(name: &str, parent: &str, lang: Lang) -> String {
    match (name, parent) {
        ("short", "/title") => return said!(lang, "简称", "short form"),
        ("text", "/title") => return said!(lang, "全称", "full form"),
        ("qualifier", _) => return said!(lang, "余、多、近等字", "qualifier"),
        ("by", _) => return said!(lang, "按什么分", "way of splitting"),
        ("source", _) => return said!(lang, "资料来源", "source"),
        ("published", _) => return said!(lang, "发布日期", "date"),
        ("publisher", _) => return said!(lang, "主办单位", "publisher"),
        ("parts", _) if !parent.is_empty() => return said!(lang, "各项", "parts"),
        ("text", _) if is_group(&[parent, "/text"].concat()) => {
            return said!(lang, "开头的段落", "opening paragraph");
        }
        _ => {}
    }
    match FIELDS.iter().find(|(known, ..)| *known == name) {
        Some((_, zh, en)) => said!(lang, "{zh}", "{en}"),
        None => quoted(&name.replace("~1", "/").replace("~0", "~")),
    }
}

/// A number up to 99 as parts and chapters are numbered: 二十一.
fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |value: usize| DIGITS.get(value).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => ["十", digit(ones)].concat(),
        (tens @ 2..=9, ones) => [digit(tens), "十", digit(ones)].concat(),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pointer: &str, zh: &str, en: &str) {
        let file = serde_json::from_str(include_str!("../../public/data/report.json"));
        let file: Value = file.expect("JSON");
        assert_eq!(words(&file, pointer, Lang::Zh), zh);
        assert_eq!(words(&file, pointer, Lang::En), en);
    }

    #[test]
    fn a_place_is_told_as_the_page_counts_it() {
        let point = "/parts/0/chapters/2/sections/1/points/0";
        let told = "第一部分·第三章·第2节·第1点";
        check(point, told, "part 1 · chapter 3 · section 2 · point 1");
        check(
            &[point, "/text"].concat(),
            told,
            "part 1 · chapter 3 · section 2 · point 1",
        );
        check(
            "/parts/0/chapters/0/sections/3/points/0/figures/0",
            "第一部分·第一章·第4节·第1点·第1个数字",
            "part 1 · chapter 1 · section 4 · point 1 · figure 1",
        );
        check(
            "/parts/2/flows/0/stages/1/share",
            "第三部分·第1股流程·第2个环节·比例",
            "part 3 · flow 1 · stage 2 · share",
        );
        check(
            "/parts/2/flows/0/stages/2/splits/0/parts/1/label",
            "第三部分·第1股流程·第3个环节·第1种分法·第2项·名称",
            "part 3 · flow 1 · stage 3 · split 1 · part 2 · label",
        );
        check(
            "/parts/2/flows/0/stages/1/exits/0",
            "第三部分·第1股流程·第2个环节·第1个去向",
            "part 3 · flow 1 · stage 2 · exit 1",
        );
        check(
            "/parts/2/text",
            "第三部分·开头的段落",
            "part 3 · opening paragraph",
        );
        check(
            "/parts/2/text/text",
            "第三部分·开头的段落",
            "part 3 · opening paragraph",
        );
        check(
            "/parts/2/measures/groups/0/heading",
            "第三部分·举措·第1组·标题",
            "part 3 · measures · group 1 · heading",
        );
        check(
            "/figures/22/value",
            "数字“在镇街建立议事场所”·数值",
            "figure “在镇街建立议事场所” · value",
        );
        check("/title/short", "标题·简称", "title · short form");
        check("/title/text", "标题·全称", "title · full form");
        check("/preface/text", "导语", "preface");
        check("/headline/0", "首屏第1个数字", "first figures, no. 1");
        check(
            "/parts/0/chapters/0/colour",
            "第一部分·第一章·“colour”",
            "part 1 · chapter 1 · “colour”",
        );
        check("", "", "");
    }

    #[test]
    fn chapters_are_counted_through_the_parts() {
        let file = serde_json::json!({"parts": [{"chapters": [{}, {}]}, {"chapters": [{}]}]});
        let told = words(&file, "/parts/1/chapters/0/nav", Lang::Zh);
        assert_eq!(told, "第二部分·第三章·导航短名");
        assert_eq!(
            [1, 10, 11, 20, 21, 100].map(chinese),
            ["一", "十", "十一", "二十", "二十一", "100"]
        );
    }

    #[test]
    fn what_an_editor_adds_is_called_as_the_forms_call_it() {
        let file = serde_json::json!({
            "terms": [{"word": ""}],
            "corrections": [{}, {"date": ""}],
            "topics": [{"at": ""}],
            "parts": [{"pairs": [{"chapter": ""}], "reach": {"rings": [{"name": ""}]}}],
        });
        let told = |pointer| words(&file, pointer, Lang::Zh);
        assert_eq!(told("/terms/0/word"), "名词解释第1条·词");
        assert_eq!(told("/corrections/1/date"), "更正第2条·日期");
        assert_eq!(told("/topics/0/at"), "读者关心的第1个词·所指之处");
        assert_eq!(told("/parts/0/pairs/0/chapter"), "第一部分·呼应第1处·章");
        assert_eq!(
            told("/parts/0/reach/rings/0/name"),
            "第一部分·工作到了哪些范围·第1圈·名称"
        );
    }
}
