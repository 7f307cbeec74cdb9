//! What an id of the report holds: the texts in which words are looked for.

use super::find::holds;
use super::{Heading, Id, Point, Report};

impl Report {
    /// The texts of the section, group, chapter or part of that id, in reading order;
    /// none of any other id.
    pub fn points_at<'a>(&'a self, id: &Id) -> Vec<&'a Point> {
        let mut found = Vec::new();
        for part in &self.parts {
            let whole = part.id == *id;
            found.extend(part.text.iter().filter(|_| whole));
            for chapter in &part.chapters {
                let whole = whole || chapter.id == *id;
                found.extend(chapter.text.iter().filter(|_| whole));
                for section in &chapter.sections {
                    found.extend(section.points.iter().filter(|_| whole || section.id == *id));
                }
            }
            found.extend(part.stairs.iter().filter(|_| whole));
            if let Some(measures) = &part.measures {
                let whole = whole || measures.id == *id;
                for group in &measures.groups {
                    found.extend(group.points.iter().filter(|_| whole || group.id == *id));
                }
            }
        }
        found
    }

    /// The heading of the section, group, chapter or part of that id.
    pub fn heading_at<'a>(&'a self, id: &Id) -> Option<&'a Heading> {
        self.parts.iter().find_map(|part| {
            let chapters = part.chapters.iter().flat_map(|chapter| {
                let sections = chapter.sections.iter();
                let sections = sections.map(|section| (&section.id, &section.heading));
                std::iter::once((&chapter.id, &chapter.heading)).chain(sections)
            });
            let measures = part.measures.iter().flat_map(|measures| {
                let groups = measures.groups.iter();
                let groups = groups.map(|group| (&group.id, &group.heading));
                std::iter::once((&measures.id, &measures.heading)).chain(groups)
            });
            let mut all = std::iter::once((&part.id, &part.heading))
                .chain(chapters)
                .chain(measures);
            all.find(|(other, _)| *other == id)
                .map(|(_, heading)| heading)
        })
    }

    /// The text at a place that holds all of the words, each after the one before.
    pub fn quoted<'a>(&'a self, at: &Id, words: &[&str]) -> Option<&'a Point> {
        let mut points = self.points_at(at).into_iter();
        points.find(|point| in_order(&point.text, words))
    }
}

/// Whether the words stand in the text, each after the one before.
fn in_order(text: &str, words: &[&str]) -> bool {
    let mut rest = text;
    words.iter().all(|words| {
        let after = super::find::around(rest, words).map(|(_, after)| after);
        rest = after.unwrap_or(rest);
        after.is_some() || words.is_empty() && holds(rest, words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: &str, words: &[&str], expected: bool) {
        let report: Report =
            serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report");
        let id = Id(at.to_owned());
        assert_eq!(
            report.quoted(&id, words).is_some(),
            expected,
            "{at} {words:?}"
        );
        assert_eq!(
            report.points_at(&id).is_empty(),
            report.heading_at(&id).is_none(),
            "{at}"
        );
    }

    #[test]
    fn words_stand_in_one_text_of_their_place_in_order() {
        check("livelihood", &["就医"], true);
        check("people", &["就医"], true);
        check("review", &["就医"], true);
        check("epidemic", &["就医"], false);
        check("routine", &["4988篇", "325篇"], true);
        check("routine", &["325篇", "4988篇"], false);
        // Two points of one section.
        check("routine", &["5286件", "4988篇"], false);
        check("measures-service", &["重点提案"], true);
        check("nowhere", &["就医"], false);
    }
}
