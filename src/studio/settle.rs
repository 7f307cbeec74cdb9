//! What an editor chose of a doubt, done to the file where it can be done without asking.

use serde_json::Value;

use super::edit::remove;
use super::manuscript::{entries, words};

/// Does what was chosen. Nothing where the editor has to do it: then the place is shown.
pub fn settle(file: &mut Value, about: &str, choice: &str) -> Option<()> {
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
            let exit = file.pointer_mut(derived)?.as_object_mut()?;
            exit.insert("kind".to_owned(), Value::from("unstated"));
            exit.insert("label".to_owned(), Value::from("原文未说明"));
            Some(())
        }
        _ => None,
    }
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

    #[test]
    fn an_exit_that_nobody_explains_says_so() {
        let mut file = file();
        settle(&mut file, "立案7件", "原文未说明").unwrap();
        assert_eq!(
            file["parts"][0]["flows"][0]["stages"][1]["exits"][0]["kind"],
            "unstated"
        );
    }

    #[test]
    fn a_flow_that_is_none_goes() {
        let mut file = file();
        settle(&mut file, "提交9件，立案7件", "不画流程").unwrap();
        assert_eq!(file["parts"][0], serde_json::json!({}));
        assert_eq!(settle(&mut file, "提交9件", "不画流程"), None);
    }

    #[test]
    fn what_only_an_editor_can_do_is_left_to_her() {
        assert_eq!(settle(&mut file(), "立案7件", "改正"), None);
    }
}
