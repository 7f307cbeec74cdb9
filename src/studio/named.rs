//! What a file names, for an editor to choose among: its figures, and its parts, chapters
//! and sections. Each is an id, and how it is told.

use serde_json::Value;

use super::manuscript::words;

/// Every figure's id, and how it is told.
pub fn figures(file: &Value) -> Vec<(String, String)> {
    let all = file.get("figures").and_then(Value::as_array);
    let told = |figure: &Value| {
        let told = format!("{} {}", words(figure, "/phrase"), words(figure, "/label"));
        (words(figure, "/id").to_owned(), told)
    };
    all.into_iter().flatten().map(told).collect()
}

/// Every part, chapter and section with its heading.
pub fn places(file: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    headed(file, 0, &mut found);
    found
}

fn headed(value: &Value, depth: usize, found: &mut Vec<(String, String)>) {
    for list in ["parts", "chapters", "sections"] {
        let all = value.get(list).and_then(Value::as_array);
        for one in all.into_iter().flatten() {
            let heading = words(one, "/heading").replace('|', "");
            found.push((
                words(one, "/id").to_owned(),
                format!("{}{heading}", "　".repeat(depth)),
            ));
            headed(one, depth + 1, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::studio::sample::file;

    #[test]
    fn places_stand_under_what_they_belong_to() {
        let told =
            |all: Vec<(String, String)>| all.into_iter().map(|(id, told)| format!("{id} {told}"));
        let all: Vec<String> = told(places(&file())).collect();
        assert_eq!(all, ["p 一", "c 　二", "s 　　三。四"]);
        let all: Vec<String> = told(figures(&file())).collect();
        assert_eq!(all, ["a 11次 视察", "b 7件 提案"]);
    }
}
