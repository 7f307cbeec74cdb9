//! 百分比: a share that the source prints, of a whole of its own.

use super::graphic_line::{Drawing, GraphicLine, Role, valued};
use crate::layout::bars::bars;
use crate::report::Figure;
use crate::report::drawable::Drawable;

/// A bar for each share, over its whole.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let lines = figures.iter().zip(valued(figures));
    let lines = lines.filter_map(|(figure, value)| {
        let whole = Drawable::of(figure)?.hundred()?;
        let bar = bars(&[value], Some(whole.to_f64())).pop()?;
        Some(GraphicLine::of(figure, Drawing::Length(bar, Role::Part)))
    });
    lines.collect()
}

/// How the bars are read.
pub fn note() -> String {
    "细条全长为100%，粗段为所占的部分".to_owned()
}
