//! A fact that the source tells twice is one fact: where else its figures stand.

use super::{Figure, Heading, Id, Point, Report};

/// Another place at which a figure stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Repeat<'a> {
    /// The figure.
    pub figure: &'a Figure,
    /// What holds the other text.
    pub at: &'a Id,
    /// The heading over it.
    pub heading: &'a Heading,
}

/// A text of the report with what holds it.
type Standing<'a> = (&'a Id, &'a Heading, &'a Point);

impl Report {
    /// Where else the figures of a text of this report stand, in reading order.
    pub fn repeats<'a>(&'a self, point: &Point) -> Vec<Repeat<'a>> {
        let mut repeats = Vec::new();
        for id in &point.figures {
            let Some(figure) = self.figure(id) else {
                continue;
            };
            let others = self
                .standing()
                .filter(|(_, _, other)| !std::ptr::eq(*other, point) && other.figures.contains(id));
            repeats.extend(others.map(|(at, heading, _)| Repeat {
                figure,
                at,
                heading,
            }));
        }
        repeats
    }

    /// The texts that are shown under a heading, in reading order.
    fn standing(&self) -> impl Iterator<Item = Standing<'_>> {
        self.parts.iter().flat_map(|part| {
            let own = part.text.iter().map(|text| (&part.id, &part.heading, text));
            let chapters = part.chapters.iter().flat_map(|chapter| {
                let own = chapter.text.iter();
                let own = own.map(|text| (&chapter.id, &chapter.heading, text));
                own.chain(chapter.sections.iter().flat_map(of_section))
            });
            let groups = part.measures.iter().flat_map(|measures| &measures.groups);
            own.chain(chapters).chain(groups.flat_map(of_section))
        })
    }
}

fn of_section(section: &super::Section) -> impl Iterator<Item = Standing<'_>> {
    let points = section.points.iter();
    points.map(|point| (&section.id, &section.heading, point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(at: &str, expected: &[(&str, &str)]) {
        let report: Report =
            serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report");
        let points = report.points_at(&Id(at.to_owned()));
        let found = points.into_iter().flat_map(|point| report.repeats(point));
        let found: Vec<_> = found
            .map(|repeat| (repeat.figure.phrase.clone(), repeat.at.0.clone()))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(phrase, at)| (phrase.to_string(), at.to_string()))
            .collect();
        assert_eq!(found, expected, "{at}");
    }

    #[test]
    fn each_place_of_a_fact_knows_the_other() {
        check("consensus", &[("74次", "consultation")]);
        check("routine", &[("5286件", "proposals")]);
        check("proposals", &[("5286件", "routine")]);
        check("supervision", &[]);
    }
}
