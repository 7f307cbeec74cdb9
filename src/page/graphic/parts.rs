//! 构成: parts of a whole, end to end.

use super::graphic_line::{Drawing, GraphicLine, Role};
use crate::layout::bars::cascade;
use crate::report::Figure;
use crate::report::composition::{Balance, Composition};

/// The parts, what the source leaves unexplained, and the whole.
pub fn lines<'a>(figures: &[&'a Figure]) -> Vec<GraphicLine<'a>> {
    let Some(composition) = Composition::of(figures) else {
        return Vec::new();
    };
    let Composition {
        parts,
        mut values,
        whole,
        of,
        balance,
    } = composition;
    let rest = match balance {
        Balance::Short { by, words } => Some((by, words)),
        Balance::Whole | Balance::Over { .. } => None,
    };
    values.extend(rest.iter().map(|(by, _)| *by));
    let mut bars = cascade(&values, of).into_iter();
    let mut lines: Vec<_> = parts
        .into_iter()
        .zip(&mut bars)
        .map(|(part, bar)| GraphicLine::of(part, Drawing::Length(bar, Role::Part)))
        .collect();
    lines.extend(rest.zip(bars.next()).map(|((_, words), bar)| GraphicLine {
        figure: None,
        name: "其余，原文未说明".to_owned(),
        phrase: [&words, "（推算）"].concat(),
        drawing: Some(Drawing::Length(bar, Role::Rest)),
    }));
    lines.extend(whole.map(|whole| GraphicLine::of(whole, None)));
    lines
}

/// How the bars are read, and where the source contradicts itself.
pub fn note(figures: &[&Figure]) -> String {
    let Some(composition) = Composition::of(figures) else {
        return String::new();
    };
    let whole = composition.whole_words();
    let excess = composition.excess();
    let excess = excess.map(|excess| ["；", &excess].concat());
    let excess = excess.unwrap_or_default();
    ["各段首尾相接，细条全长为", &whole, &excess].concat()
}
