//! The texts of a report in reading order, and where each stands.

use crate::report::{Point, Report};

/// Every text of a report, with the place of its part, chapter and point to say where.
pub fn each_text(report: &mut Report, mut of: impl FnMut(TextPlace, &mut Point)) {
    of(TextPlace::default(), &mut report.preface);
    for (part_at, part) in report.parts.iter_mut().enumerate() {
        let at = TextPlace {
            part: Some(part_at),
            chapter: None,
        };
        if let Some(point) = &mut part.text {
            of(at, point);
        }
        for (chapter_at, chapter) in part.chapters.iter_mut().enumerate() {
            let at = TextPlace {
                chapter: Some(chapter_at),
                ..at
            };
            let sections = chapter
                .sections
                .iter_mut()
                .flat_map(|section| &mut section.points);
            for point in chapter.text.iter_mut().chain(sections) {
                of(at, point);
            }
        }
        let groups = part
            .measures
            .iter_mut()
            .flat_map(|measures| &mut measures.groups);
        let groups = groups.flat_map(|group| &mut group.points);
        for point in part.stairs.iter_mut().chain(groups) {
            of(at, point);
        }
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextPlace {
    /// The place of its part; none of the preface.
    pub part: Option<usize>,
    /// The place of its chapter in the part.
    pub chapter: Option<usize>,
}
