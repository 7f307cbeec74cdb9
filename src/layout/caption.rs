//! The words around a drawing that leaves the page: its title and the report's
//! above, and below, broken into lines, where it comes from.

/// Around the drawing, above it, and from line to line below it, in px.
const MARGIN: f64 = 72.0;
const HEAD: f64 = 136.0;
const LINE: f64 = 20.0;

/// How wide a letter of the origin is at its 13 px: of Chinese, and of the rest.
const WIDE: f64 = 13.0;
const NARROW: f64 = 8.0;

/// The first of the wide letters: the radicals, before all of Chinese.
const FIRST_WIDE: char = '\u{2E80}';

/// A sheet with room for a drawing and its words; one u is a px.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// The size of the sheet.
    pub width: f64,
    pub height: f64,
    /// Where the drawing and the words begin, from the left.
    pub left: f64,
    /// Where the drawing begins, from the top.
    pub top: f64,
    /// The lines of the origin, each with its baseline.
    pub lines: Vec<(f64, String)>,
}

impl Caption {
    /// The sheet around a drawing of that size; `origin` are lines of any length.
    pub fn place(width: f64, height: f64, origin: &str) -> Caption {
        let foot = HEAD + height + MARGIN;
        let lines = origin.split('\n').flat_map(|line| broken(line, width));
        let baselines = (0u32..).map(|index| foot + f64::from(index) * LINE);
        let lines: Vec<_> = baselines.zip(lines).collect();
        Caption {
            width: width + 2.0 * MARGIN,
            height: foot + lines.len() as f64 * LINE + MARGIN / 2.0,
            left: MARGIN,
            top: HEAD,
            lines,
        }
    }
}

/// A line in pieces of at most that width in px; joined they are the line.
fn broken(line: &str, width: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut room = width;
    for letter in line.chars() {
        let size = if letter >= FIRST_WIDE { WIDE } else { NARROW };
        if size > room && !piece.is_empty() {
            pieces.push(std::mem::take(&mut piece));
            room = width;
        }
        piece.push(letter);
        room -= size;
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, width: f64, expected: &[&str]) {
        let pieces = broken(line, width);
        assert_eq!(pieces, expected);
        assert_eq!(pieces.concat(), line);
    }

    #[test]
    fn a_line_is_broken_where_its_letters_fill_the_width() {
        check("资料来源", 52.0, &["资料来源"]);
        check("资料来源", 51.0, &["资料来", "源"]);
        check("sha256", 16.0, &["sh", "a2", "56"]);
        check("版本1.0", 34.0, &["版本1", ".0"]);
        check("", 100.0, &[""]);
    }

    /// Else a drawing without width would have a line for every letter before the
    /// first, or none.
    #[test]
    fn a_letter_wider_than_the_sheet_stands_alone() {
        check("来源", 5.0, &["来", "源"]);
        check("来源", f64::NAN, &["来源"]);
    }

    #[test]
    fn the_sheet_has_room_for_all_of_it() {
        let caption = Caption::place(400.0, 300.0, "一\n二");
        assert_eq!((caption.width, caption.height), (544.0, 584.0));
        assert_eq!((caption.left, caption.top), (72.0, 136.0));
        assert_eq!(
            caption.lines,
            [(508.0, "一".to_owned()), (528.0, "二".to_owned())]
        );
    }
}
