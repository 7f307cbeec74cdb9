//! Texts of a report, out of the pieces of a document.

use crate::draft::outline::{Node, OutlinePiece, OutlineWords};
use crate::report::Point;
use crate::report::check::MAX_TEXT;

/// The heading with what stands below it, if it is one.
pub fn node(piece: &OutlinePiece) -> Option<&Node> {
    match piece {
        OutlinePiece::Node(node) => Some(node),
        OutlinePiece::Words(_) => None,
    }
}

pub fn words(piece: OutlinePiece) -> Option<OutlineWords> {
    match piece {
        OutlinePiece::Words(words) => Some(words),
        OutlinePiece::Node(_) => None,
    }
}

/// All points of a piece, the headings below it as points.
pub fn all_points(piece: OutlinePiece) -> Vec<Point> {
    match piece {
        OutlinePiece::Words(words) => points(words.text),
        OutlinePiece::Node(node) => {
            let mut found = points([node.heading.as_str(), node.stop].concat());
            found.extend(node.pieces.into_iter().flat_map(all_points));
            found
        }
    }
}

pub fn point(text: String) -> Point {
    Point {
        text,
        figures: Vec::new(),
        strong: Vec::new(),
    }
}

/// A text as a point; where it is longer than any may be, as several, each of whole
/// sentences.
pub fn points(text: String) -> Vec<Point> {
    if text.len() <= MAX_TEXT {
        return vec![point(text)];
    }
    let mut found = Vec::new();
    let (mut piece, mut count) = (String::new(), 0);
    for letter in text.chars() {
        piece.push(letter);
        count += 1;
        let ends = count > MAX_TEXT / 2 && letter == '。';
        if ends || count >= MAX_TEXT {
            found.push(point(std::mem::take(&mut piece)));
            count = 0;
        }
    }
    if !piece.trim().is_empty() {
        found.push(point(piece));
    }
    found
}

/// Texts in one: a wide space stands where no sentence ends.
pub fn merged(texts: impl IntoIterator<Item = String>) -> String {
    let mut whole = String::new();
    for text in texts {
        let ends = whole.ends_with(['。', '！', '？', '：', '；', '，']);
        if !whole.is_empty() && !ends {
            whole.push('\u{3000}');
        }
        whole.push_str(&text);
    }
    whole
}
