//! 前后: what was before, and what is now.

use super::graphic_line::{Drawing, GraphicLine, Role, valued};
use crate::layout::bars;
use crate::report::Figure;

/// Two bars from zero on one scale.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let values = valued(figures);
    let ([before, after], [was, is]) = (figures, values.as_slice()) else {
        return Vec::new();
    };
    let [was, is] = bars::pair(*was, *is);
    vec![
        GraphicLine::of(before, Drawing::Length(was, Role::Before)),
        GraphicLine::of(after, Drawing::Length(is, Role::Part)),
    ]
}

/// How the bars are read.
pub fn note() -> String {
    "两条都从零起，同一比例；朱线标出从前的长度".to_owned()
}
