//! A graphic's lines as one picture: names, numbers and drawings at their places, for
//! where no page sets them.

use super::point::{Position, at};
use super::text::em;

/// From a name to its number at the least, in em of the names.
const APART: f64 = 1.0;
/// The narrowest that a name may become beside its number, in em of the names.
const NARROWEST: f64 = 5.0;
/// How wide a column is at the least, in em of the names.
const COLUMN: f64 = 9.0;
/// From line to line of a name, in em of the names.
const LEADING: f64 = 1.45;

/// How the lines stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// One below the other: the words over the drawing.
    Rows,
    /// Side by side: the words below the drawing.
    Columns,
}

/// The sizes of a picture, in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PanelSizes {
    /// How wide all of it is.
    pub width: f64,
    /// The size of names and of numbers.
    pub name: f64,
    pub number: f64,
}

/// A line to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelItem {
    pub name: String,
    /// How wide its number is, in px.
    pub number: f64,
    /// The size of its drawing, in px; one without a width takes all there is.
    pub drawing: Option<(Option<f64>, f64)>,
}

/// Where a line's name, number and drawing stand.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelSpot {
    /// The lines of the name, each from the beginning of its baseline.
    pub name: Vec<(Position, String)>,
    /// The baseline of the number, in [`Arrangement::Rows`] at its end, else at its
    /// beginning.
    pub number: Position,
    /// The upper left corner and the size of the drawing.
    pub drawing: Option<(Position, f64, f64)>,
}

/// All lines of a graphic, from the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    pub spots: Vec<PanelSpot>,
    /// How far down they reach, in px.
    pub height: f64,
}

impl Panel {
    /// Places the lines.
    pub fn place(items: &[PanelItem], arrangement: Arrangement, sizes: PanelSizes) -> Panel {
        match arrangement {
            Arrangement::Rows => rows(items, sizes),
            Arrangement::Columns => columns(items, sizes),
        }
    }
}

fn rows(items: &[PanelItem], sizes: PanelSizes) -> Panel {
    let mut y = 0.0;
    let mut spots = Vec::new();
    for item in items {
        let beside = sizes.width - item.number - APART * sizes.name;
        let apart = beside < NARROWEST * sizes.name;
        let room = if apart { sizes.width } else { beside };
        let first = y + sizes.number;
        let name = name(&item.name, room, at(0.0, first), sizes);
        y = name.last().map_or(first, |(place, _)| place.y);
        let mut number = at(sizes.width, first);
        if apart {
            y += sizes.number * 1.2;
            number.y = y;
        }
        let drawing = item.drawing.map(|(width, height)| {
            let corner = at(0.0, y + sizes.name * 0.6);
            y = corner.y + height;
            (
                corner,
                width.unwrap_or(sizes.width).min(sizes.width),
                height,
            )
        });
        y += sizes.name * 0.9;
        spots.push(PanelSpot {
            name,
            number,
            drawing,
        });
    }
    Panel { spots, height: y }
}

fn columns(items: &[PanelItem], sizes: PanelSizes) -> Panel {
    let widest = items.iter().map(|item| item.number + APART * sizes.name);
    let least = widest.fold(COLUMN * sizes.name, f64::max).max(1.0);
    let most = items.len().max(1);
    let across = ((sizes.width / least) as usize).clamp(1, most);
    let width = sizes.width / across as f64;
    let room = width - APART * sizes.name;
    let mut y = 0.0;
    let mut spots = Vec::new();
    for line in items.chunks(across) {
        let heights = line.iter().filter_map(|item| item.drawing);
        let drawn = heights.fold(0.0, |most, (_, height)| f64::max(most, height));
        let number = y + drawn + sizes.number * 1.15;
        let mut foot = number;
        for (index, item) in line.iter().enumerate() {
            let x = width * index as f64;
            let below = at(x, number + LEADING * sizes.name);
            let name = name(&item.name, room, below, sizes);
            foot = name.last().map_or(foot, |(place, _)| place.y.max(foot));
            let drawing = item.drawing.map(|(_, height)| (at(x, y), width, height));
            spots.push(PanelSpot {
                name,
                number: at(x, number),
                drawing,
            });
        }
        y = foot + sizes.name * 1.6;
    }
    Panel { spots, height: y }
}

/// A name in lines of at most that width in px.
fn name(words: &str, room: f64, first: Position, sizes: PanelSizes) -> Vec<(Position, String)> {
    let mut lines = vec![String::new()];
    for letter in words.chars() {
        let mut buffer = [0; 4];
        let letter = &*letter.encode_utf8(&mut buffer);
        let line = lines.last().map_or("", String::as_str);
        if !line.is_empty() && (em(line) + em(letter)) * sizes.name > room {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(letter);
        }
    }
    let places = (0u32..).map(|line| {
        let down = LEADING * sizes.name * f64::from(line);
        first + at(0.0, down)
    });
    places.zip(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: PanelSizes = PanelSizes {
        width: 720.0,
        name: 20.0,
        number: 30.0,
    };

    fn item(name: &str, number: f64) -> PanelItem {
        PanelItem {
            name: name.to_owned(),
            number,
            drawing: Some((None, 14.0)),
        }
    }

    #[test]
    fn a_row_has_its_words_over_its_drawing() {
        let panel = Panel::place(&[item("立案率", 100.0)], Arrangement::Rows, SIZES);
        let [spot] = panel.spots.as_slice() else {
            panic!("{panel:?}")
        };
        assert_eq!(spot.name, [(at(0.0, 30.0), "立案率".to_owned())]);
        assert_eq!(spot.number, at(720.0, 30.0));
        assert_eq!(spot.drawing, Some((at(0.0, 42.0), 720.0, 14.0)));
        assert_eq!(panel.height, 74.0);
    }

    /// No words run into others: where both have no room, the number stands below.
    #[test]
    fn words_that_are_too_long_take_more_lines() {
        let long = "字".repeat(70);
        let panel = Panel::place(&[item(&long, 100.0)], Arrangement::Rows, SIZES);
        assert_eq!(panel.spots[0].name.len(), 3);
        let wide = Panel::place(&[item(&long, 700.0)], Arrangement::Rows, SIZES);
        let last = wide.spots[0].name.last().map(|(place, _)| place.y);
        assert!(last < Some(wide.spots[0].number.y));
    }

    #[test]
    fn columns_share_the_width_and_wrap() {
        let items: Vec<_> = (0..5).map(|_| item("进口货值", 120.0)).collect();
        let panel = Panel::place(&items, Arrangement::Columns, SIZES);
        let corners: Vec<_> = panel.spots.iter().map(|spot| spot.number.x).collect();
        assert_eq!(corners, [0.0, 180.0, 360.0, 540.0, 0.0]);
        assert!(panel.spots[4].number.y > panel.spots[0].name[0].0.y);
        assert_eq!(Panel::place(&[], Arrangement::Columns, SIZES).spots, []);
    }
}
