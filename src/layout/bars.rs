//! Bars from zero, all of one chart on one scale, in a box [`LENGTH`] × [`THICK`].

/// How long the longest bar is, with its open end, in u.
pub const LENGTH: f64 = 1000.0;
/// How thick a bar is, in u.
pub const THICK: f64 = 14.0;
/// How long an open end is, and how much of a bar that is only about right fades, in u.
const TAIL: f64 = 36.0;
/// How solid the pieces of a fading end are.
const FADING: [f64; 3] = [0.6, 0.38, 0.18];

/// What a printed value says of the end of its bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarEnd {
    /// It ends there.
    Sharp,
    /// It goes on from there, nobody knows how far: 余, 超.
    Open,
    /// It ends about there: 约, 近.
    Soft,
}

/// A value that is drawn.
pub type Valued = (f64, BarEnd);

/// A stretch of a bar, from where, how long, in u.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarPiece {
    pub from: f64,
    pub length: f64,
    /// How solid it is, from 0 to 1.
    pub solid: f64,
}

/// A bar as it is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// How long the whole behind it is, in u; 0 where there is none.
    pub track: f64,
    /// The bar, from its beginning to its end.
    pub stretches: Vec<BarPiece>,
    /// Where the value stands that it is held against, in u.
    pub held_against: Option<f64>,
}

/// A bar for each value, from zero; the whole behind them, where there is one.
pub fn bars(values: &[Valued], whole: Option<f64>) -> Vec<Bar> {
    let scale = scale(values, whole);
    let track = positive(whole.unwrap_or_default()) * scale;
    let bars = values.iter().map(|&value| Bar {
        track,
        stretches: stretches(0.0, value, scale),
        held_against: None,
    });
    bars.collect()
}

/// Before and after: what was before stands as a line across what is now.
pub fn pair(before: Valued, after: Valued) -> [Bar; 2] {
    let scale = scale(&[before, after], None);
    let held_against = Some(positive(before.0) * scale);
    [(before, None), (after, held_against)].map(|(value, held_against)| Bar {
        track: 0.0,
        stretches: stretches(0.0, value, scale),
        held_against,
    })
}

/// Parts of a whole: each begins where the one before ends. Where they are more
/// than the whole, the whole is the shorter.
pub fn cascade(parts: &[f64], whole: f64) -> Vec<Bar> {
    let sum: f64 = parts.iter().copied().map(positive).sum();
    let most = sum.max(positive(whole));
    let scale = if most > 0.0 { LENGTH / most } else { 0.0 };
    let mut before = 0.0;
    let bars = parts.iter().map(|&part| {
        let from = before;
        before += positive(part) * scale;
        Bar {
            track: positive(whole) * scale,
            stretches: stretches(from, (part, BarEnd::Sharp), scale),
            held_against: None,
        }
    });
    bars.collect()
}

/// How many u one is.
fn scale(values: &[Valued], whole: Option<f64>) -> f64 {
    let whole = (whole.unwrap_or_default(), BarEnd::Sharp);
    let all = values.iter().chain([&whole]);
    let scales = all.filter_map(|&(value, end)| {
        let room = match end {
            BarEnd::Open => LENGTH - TAIL,
            BarEnd::Sharp | BarEnd::Soft => LENGTH,
        };
        let value = positive(value);
        (value > 0.0).then_some(room / value)
    });
    let scale = scales.fold(f64::INFINITY, f64::min);
    if scale.is_finite() { scale } else { 0.0 }
}

fn stretches(from: f64, (value, end): Valued, scale: f64) -> Vec<BarPiece> {
    let mut stretches = to_its_end(positive(value) * scale, end, TAIL);
    for stretch in &mut stretches {
        stretch.from += from;
    }
    stretches
}

/// A bar of that length from 0 to its end, of which `tail` is past what is printed, or
/// up to it.
pub fn to_its_end(length: f64, end: BarEnd, tail: f64) -> Vec<BarPiece> {
    let (solid, tail) = match end {
        BarEnd::Sharp => (length, 0.0),
        BarEnd::Open => (length, tail),
        BarEnd::Soft => ((length - tail).max(0.0), length.min(tail)),
    };
    // Nothing has no end.
    let tail = if length > 0.0 { tail } else { 0.0 };
    let step = tail / FADING.len() as f64;
    let fading = FADING.map(|solid| (step, solid));
    let mut from = 0.0;
    let mut stretches = Vec::new();
    for (length, solid) in [(solid, 1.0)].into_iter().chain(fading) {
        if length > 0.0 {
            stretches.push(BarPiece {
                from,
                length,
                solid,
            });
        }
        from += length;
    }
    stretches
}

/// What can be drawn of a value: none of what is below zero, next to nothing or no
/// number.
pub fn positive(value: f64) -> f64 {
    const DRAWN: std::ops::RangeInclusive<f64> = 1e-9..=f64::MAX;
    match DRAWN.contains(&value) {
        true => value.min(1e18),
        false => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a bar begins, where it is solid to and where it ends.
    fn ends(bar: &Bar) -> [f64; 3] {
        let of = |stretch: &BarPiece| (stretch.from, stretch.from + stretch.length);
        let first = bar.stretches.first().map_or((0.0, 0.0), of);
        let last = bar.stretches.last().map_or((0.0, 0.0), of);
        [first.0, first.1, last.1].map(f64::round)
    }

    #[test]
    fn lengths_are_proportional_from_zero() {
        let [before, after] = pair((11.37, BarEnd::Sharp), (14.58, BarEnd::Sharp));
        assert_eq!(ends(&after), [0.0, 1000.0, 1000.0]);
        let long = 11.37 / 14.58 * 1000.0;
        assert_eq!(ends(&before), [0.0, long, long].map(f64::round));
        assert!((after.held_against.unwrap_or_default() - long).abs() < 1e-9);
    }

    /// The number itself is at the end of what is solid, or of what fades: 余 is past
    /// the printed value, 近 before it.
    #[test]
    fn an_open_end_begins_at_the_printed_value() {
        let bars = bars(&[(50.0, BarEnd::Open), (100.0, BarEnd::Open)], None);
        assert_eq!(ends(&bars[1]), [0.0, 964.0, 1000.0]);
        assert_eq!(ends(&bars[0]), [0.0, 482.0, 518.0]);
        let soft = super::bars(&[(50.0, BarEnd::Soft)], Some(100.0));
        assert_eq!(ends(&soft[0]), [0.0, 464.0, 500.0]);
        assert_eq!(soft[0].track, 1000.0);
    }

    #[test]
    fn parts_stand_end_to_end() {
        let bars = cascade(&[433.0, 32.0, 5.0], 470.0);
        assert_eq!(ends(&bars[1])[0], ends(&bars[0])[1]);
        assert_eq!(ends(&bars[2])[1], 1000.0);
        // More than the whole: the whole is shorter, and nothing runs out of the box.
        let more = cascade(&[600.0, 600.0], 1000.0);
        assert_eq!(ends(&more[1])[1], 1000.0);
        assert!(more[0].track < 834.0);
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        for value in [0.0, -3.0, f64::NAN, f64::INFINITY] {
            let bars = bars(&[(value, BarEnd::Sharp)], None);
            assert_eq!(ends(&bars[0]), [0.0, 0.0, 0.0], "{value}");
        }
        assert_eq!(cascade(&[], 0.0), []);
    }
}
