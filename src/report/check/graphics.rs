//! Graphics: a way of drawing must fit the figures it draws.

use super::location::Location;
use super::{Check, MAX_TALLY, ProblemKind};
use crate::report::{Figure, Graphic, GraphicKind, Id};

impl<'a> Check<'a> {
    /// A graphic.
    pub fn graphic(&mut self, place: Location, graphic: &'a Graphic) {
        self.anchor(place.key("id"), &graphic.id);
        self.line(place.key("title"), &graphic.title);
        let list = place.key("figures");
        self.references(list, &graphic.figures);
        let found = graphic.figures.len();
        match graphic.kind {
            GraphicKind::Share => self.share(list, &graphic.figures),
            _ if found == 0 => self.push(list, ProblemKind::TooFew { least: 1, found }),
            GraphicKind::Tally => self.tally(list, graphic),
            GraphicKind::Linked => {}
        }
    }

    /// A part and the whole that it is a share of.
    pub fn share(&mut self, place: Location, figures: &[Id]) {
        let [part, whole] = figures else {
            let found = figures.len();
            self.push(place, ProblemKind::ShareCount { found });
            return;
        };
        let report = self.report;
        let figures: (Option<&Figure>, _) = (report.figure(part), report.figure(whole));
        let (Some(part), Some(whole)) = figures else {
            return;
        };
        if part.unit() != whole.unit() {
            let (part, whole) = (part.unit().to_owned(), whole.unit().to_owned());
            self.push(place, ProblemKind::ShareUnits { part, whole });
        } else if let (Some(part), Some(whole)) = (part.value(), whole.value())
            && part > whole
        {
            self.push(place, ProblemKind::ShareOrder { part, whole });
        }
    }

    fn tally(&mut self, place: Location, graphic: &Graphic) {
        let report = self.report;
        for (index, id) in graphic.figures.iter().enumerate() {
            let found = report
                .figure(id)
                .and_then(Figure::value)
                .unwrap_or_default();
            if found.fract() != 0.0 || found > MAX_TALLY {
                self.push(place.index(index), ProblemKind::Tally { found });
            }
        }
    }
}
