//! What an editor chose of a doubt, done to the file where it can be done without asking.

use serde_json::Value;

use super::edit::{place, remove, set};
use super::errand::OpenDoubt;
use super::manuscript::{TextLineKind, entries, words};
use super::retype::retype;

/// Does what was chosen. Nothing where the editor has to do it: then the place is shown.
pub fn settle(file: &mut Value, doubt: &OpenDoubt, choice: &str) -> Option<()> {
    let about = doubt.words.as_str();
    let parts = entries(file, "/parts").into_iter();
    let flows: Vec<String> = parts
        .flat_map(|part| entries(file, &format!("{part}/flows")))
        .collect();
    match choice {
        "不画流程" => {
            let begins = |flow: &&String| tells(file, about, &format!("{flow}/stages/0"));
            let flow = flows.iter().find(begins)?.clone();
            remove(file, &flow)
        }
        "原文未说明" => {
            let stages = flows
                .iter()
                .flat_map(|flow| entries(file, &format!("{flow}/stages")));
            let stage = stages.into_iter().find(|stage| tells(file, about, stage))?;
            let exits = entries(file, &format!("{stage}/exits"));
            let derived = exits
                .iter()
                .find(|exit| file.pointer(&format!("{exit}/figure")).is_none())?;
            // What is missing and nowhere explained says so by itself.
            remove(file, derived)
        }
        // What was drafted may have moved, or be another thing by now.
        "不列入" if doubt.kind == "story" => {
            file.pointer(&doubt.pointer)?;
            let own = format!("{}/heading", doubt.pointer);
            // Pairs have no heading; they are told of their part.
            let part = format!("{}/heading", doubt.pointer.rsplit_once('/')?.0);
            [own, part]
                .iter()
                .find(|pointer| says(file, pointer, about))?;
            match place(&doubt.pointer) {
                Some(_) => remove(file, &doubt.pointer),
                None => set(file, &doubt.pointer, Value::Null),
            }
        }
        "归入前一章" if says(file, &doubt.pointer, about) => {
            let (from, to) = (TextLineKind::ChapterHeading, TextLineKind::SectionHeading);
            retype(file, &doubt.pointer, from, to).map(drop)
        }
        _ => None,
    }
}

/// Whether the words of a doubt still stand at a pointer.
pub fn says(file: &Value, pointer: &str, about: &str) -> bool {
    let about = about.trim_end_matches('…');
    !about.is_empty() && words(file, pointer).replace('|', "").contains(about)
}

/// Whether the words tell the count of a stage.
fn tells(file: &Value, about: &str, stage: &str) -> bool {
    let id = words(file, &format!("{stage}/figure"));
    let figures = file.get("figures").and_then(Value::as_array);
    let mut figures = figures.into_iter().flatten();
    let figure = figures.find(|figure| !id.is_empty() && figure["id"] == id);
    figure.is_some_and(|figure| about.contains(words(figure, "/phrase")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Value {
        serde_json::json!({
            "figures": [{"id": "a", "phrase": "9件"}, {"id": "b", "phrase": "7件"}],
            "parts": [{"flows": [{"stages": [
                {"id": "s", "figure": "a"},
                {"id": "t", "figure": "b", "exits": [{"id": "e", "kind": "merged", "label": "并案"}]},
            ]}]}],
        })
    }

    fn doubt(kind: &str, pointer: &str, words: &str) -> OpenDoubt {
        OpenDoubt {
            kind: kind.to_owned(),
            pointer: pointer.to_owned(),
            words: words.to_owned(),
            ..OpenDoubt::default()
        }
    }

    #[test]
    fn an_exit_that_nobody_explains_says_so() {
        let mut file = file();
        settle(&mut file, &doubt("flow", "", "立案7件"), "原文未说明").unwrap();
        assert_eq!(
            file["parts"][0]["flows"][0]["stages"][1],
            serde_json::json!({"id": "t", "figure": "b"})
        );
    }

    #[test]
    fn a_flow_that_is_none_goes() {
        let mut file = file();
        let told = doubt("flow", "", "提交9件，立案7件");
        settle(&mut file, &told, "不画流程").unwrap();
        assert_eq!(file["parts"][0], serde_json::json!({}));
        assert_eq!(settle(&mut file, &told, "不画流程"), None);
    }

    #[test]
    fn what_is_not_to_be_told_goes() {
        let mut file = file();
        file["parts"][0]["reach"] = serde_json::json!({"id": "r", "heading": "同心|圆"});
        let told = doubt("story", "/parts/0/reach", "同心圆");
        settle(&mut file, &told, "不列入").unwrap();
        assert_eq!(file["parts"][0].get("reach"), None);
        assert_eq!(settle(&mut file, &told, "不列入"), None);
    }

    #[test]
    fn what_has_moved_is_not_taken_for_another() {
        let chapter = |id: &str, heading: &str| serde_json::json!({"id": id, "heading": heading, "nav": heading, "text": {"text": "文"}});
        let mut file = serde_json::json!({"parts": [{"id": "p", "heading": "部", "chapters": [
            chapter("a", "甲"), chapter("b", "乙"), chapter("c", "丙"), chapter("d", "丁"),
        ]}]});
        let [second, third] = [("1", "乙"), ("2", "丙")]
            .map(|(at, words)| doubt("heading", &format!("/parts/0/chapters/{at}/heading"), words));
        settle(&mut file, &second, "归入前一章").unwrap();
        assert_eq!(file["parts"][0]["chapters"].as_array().unwrap().len(), 3);
        assert_eq!(settle(&mut file, &third, "归入前一章"), None);
        file["parts"][0]["reach"] = serde_json::json!({"id": "r", "heading": "别的"});
        let other = doubt("story", "/parts/0/reach", "同心圆");
        assert_eq!(settle(&mut file, &other, "不列入"), None);
    }

    #[test]
    fn what_only_an_editor_can_do_is_left_to_her() {
        let told = doubt("flow", "", "立案7件");
        assert_eq!(settle(&mut file(), &told, "改正"), None);
    }
}
