//! Words that a chapter's heading and a step of the outlook both say.

use crate::report::{Id, Pairing, Point};

/// Shorter words are said everywhere.
const SHORTEST: usize = 4;

/// More chapters are those of several reports: what one says, others say as well, and to
/// compare each with all takes minutes.
const MOST: usize = 200;

/// The chapters that steps take up.
pub fn pairs(chapters: &[(Id, String)], steps: &[Point]) -> Vec<Pairing> {
    if chapters.len() > MOST {
        return Vec::new();
    }
    let pair = |(id, heading): &(Id, String)| {
        let told = steps.iter().filter_map(|step| common(heading, &step.text));
        // What several chapters or steps say tells none of them apart.
        let own = |words: &String| {
            let said = |text: &str| usize::from(text.contains(words.as_str()));
            let headings: usize = chapters.iter().map(|(_, other)| said(other)).sum();
            let steps: usize = steps.iter().map(|step| said(&step.text)).sum();
            headings == 1 && steps == 1
        };
        let words = told.filter(own).max_by_key(|words| words.chars().count())?;
        Some(Pairing {
            chapter: id.clone(),
            words: vec![words],
        })
    };
    chapters.iter().filter_map(pair).collect()
}

/// The longest words that both texts say, without marks between.
fn common(one: &str, other: &str) -> Option<String> {
    let letters: Vec<char> = one.chars().collect();
    let mut longest: Option<String> = None;
    let mut start = 0;
    while start < letters.len() {
        let mut words = String::new();
        for letter in letters.iter().skip(start) {
            words.push(*letter);
            if "，。、；：".contains(*letter) || !other.contains(&words) {
                words.pop();
                break;
            }
        }
        let words = words.trim_matches(['的', '和', '与', '为', '在', '（', '）']);
        let count = words.chars().count();
        let closed = words.matches('“').count() == words.matches('”').count();
        if count >= SHORTEST
            && closed
            && longest
                .as_ref()
                .is_none_or(|old| old.chars().count() < count)
        {
            longest = Some(words.to_owned());
        }
        start += 1;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_that_both_say() {
        let of = common(
            "加强绿色发展的能力，管好大江大河",
            "坚持绿色发展，也要管好大江大河",
        );
        assert_eq!(of.as_deref(), Some("管好大江大河"));
        assert_eq!(common("春天来了", "秋天来了"), None);
        assert_eq!(
            common("办好“三个”", "办好“三个”实事").as_deref(),
            Some("办好“三个”")
        );
    }

    #[test]
    fn what_many_say_pairs_none() {
        let chapter = |id: &str, heading: &str| (Id(id.to_owned()), heading.to_owned());
        let step = |text: &str| Point {
            text: text.to_owned(),
            figures: Vec::new(),
            strong: Vec::new(),
        };
        let chapters = [
            chapter("a", "推进绿色发展"),
            chapter("b", "绿色发展和大江大河"),
        ];
        let found = pairs(&chapters, &[step("绿色发展再出发"), step("保护大江大河")]);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].chapter.0.as_str(), found[0].words.concat()),
            ("b", "大江大河".to_owned())
        );
    }

    #[test]
    fn chapters_of_several_reports_pair_none() {
        let step = Point {
            text: "保护大江大河".to_owned(),
            figures: Vec::new(),
            strong: Vec::new(),
        };
        let chapter = |at: usize| match at {
            0 => (Id("a".to_owned()), "管好大江大河".to_owned()),
            _ => (Id(format!("a{at}")), "春天来了".to_owned()),
        };
        let all: Vec<_> = (0..=MOST).map(chapter).collect();
        assert_eq!(pairs(&all[..MOST], std::slice::from_ref(&step)).len(), 1);
        assert_eq!(pairs(&all, &[step]), []);
    }
}
