//! Where a figure stands in the report.

use super::{Id, Point, Report};

impl Report {
    /// The id of what holds the first point that names the figure: a section, a
    /// chapter's or a part's own text; `main` for the preface.
    pub fn origin(&self, figure: &Id) -> Option<&str> {
        let names = |point: &Point| point.figures.contains(figure);
        if names(&self.preface) {
            return Some("main");
        }
        self.parts.iter().find_map(|part| {
            let sections = part.chapters.iter().flat_map(|chapter| {
                let own = chapter.text.as_ref().filter(|text| names(text));
                let own = own.map(|_| &chapter.id).into_iter();
                let sections = chapter.sections.iter();
                own.chain(holding(sections, names))
            });
            let groups = part.measures.iter().flat_map(|measures| &measures.groups);
            let own = part.text.as_ref().filter(|text| names(text));
            own.map(|_| &part.id)
                .into_iter()
                .chain(sections)
                .chain(
                    part.stairs
                        .iter()
                        .filter(|step| names(step))
                        .map(|_| &part.id),
                )
                .chain(holding(groups, names))
                .next()
                .map(|id| id.0.as_str())
        })
    }
}

fn holding<'a>(
    sections: impl Iterator<Item = &'a super::Section>,
    names: impl Fn(&Point) -> bool,
) -> impl Iterator<Item = &'a Id> {
    let holding = sections.filter(move |section| section.points.iter().any(&names));
    holding.map(|section| &section.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(figure: &str, expected: Option<&str>) {
        let report: Report =
            serde_json::from_str(include_str!("../../public/data/report.json")).expect("a report");
        assert_eq!(report.origin(&Id(figure.to_owned())), expected, "{figure}");
    }

    #[test]
    fn every_figure_stands_somewhere() {
        check("consultations", Some("consultation"));
        check("key-tasks", Some("implementation"));
        check("proposals-submitted", Some("proposals"));
        // In a section, and once more in the proposals' own text.
        check("handled", Some("routine"));
        check("none", None);
    }
}
