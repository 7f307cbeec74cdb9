//! 占比: a part of a whole.

use super::graphic_line::{Drawing, GraphicLine, Role, valued};
use crate::layout::bars::bars;
use crate::report::Figure;

/// The whole with the part on it, and the part below.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let values = valued(figures);
    let ([part, whole], [value, (of, _)]) = (figures, values.as_slice()) else {
        return Vec::new();
    };
    let bar = bars(&[*value], Some(*of)).pop();
    let bar = bar.map(|bar| Drawing::Length(bar, Role::Share));
    vec![GraphicLine::of(whole, bar), GraphicLine::of(part, None)]
}

/// How the bar is read.
pub fn note(figures: &[&Figure]) -> String {
    match figures {
        [part, whole] => format!(
            "全长为{}{}数，朱色段为{}{}数",
            whole.label,
            whole.unit(),
            part.label,
            part.unit()
        ),
        _ => String::new(),
    }
}
