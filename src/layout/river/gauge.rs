//! 水尺: the gauge across the river at a station, and the scale beside it.

use super::flow::flow;
use super::{Orientation, at};
use crate::layout::path::Path;
use crate::layout::point::Position;

/// A line from a station's dot across the whole river.
#[derive(Clone, Debug, PartialEq)]
pub struct Gauge {
    /// Where it begins, beside the words.
    pub dot: Position,
    /// Where it enters the river, and where it ends: the banks, as far apart
    /// as the count is wide.
    pub shore: Position,
    pub foot: Position,
    /// A tick for each step, 7 u long, 12 u at each round number of steps;
    /// counted from the lower bank, vertical from the left.
    pub ticks: Path,
}

/// A bar one step wide.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub bar: Path,
    /// Its length in u, and the count it stands for.
    pub length: f64,
    pub count: f64,
    /// Where its words begin.
    pub words: Position,
}

/// The ticks' step for a river of `most`: 1, 2 or 5 times a power of ten, so
/// that at most ten fit. 1000 for 7596.
pub fn step(most: f64) -> f64 {
    let mut power = 1.0;
    while most.is_finite() {
        for step in [power, 2.0 * power, 5.0 * power] {
            if most <= 10.0 * step {
                return step;
            }
        }
        power *= 10.0;
    }
    power
}

/// The gauge at `u` across the banks `near` and `far` (v), from `dot` (v).
pub fn gauge(
    u: f64,
    dot: f64,
    banks: (f64, f64),
    k: f64,
    step: f64,
    orientation: Orientation,
) -> Gauge {
    let (near, far) = banks;
    let place = |v: f64| flow(u, v).on(orientation);
    // The end that the dot is not at, the way back from it, and where ticks point.
    let (shore, foot, back, side) = match orientation {
        Orientation::Horizontal => (near, far, -1.0, 1.0),
        Orientation::Vertical => (far, near, 1.0, -1.0),
    };
    let mut ticks = Path::new();
    // 1, 10, 100: long at five; 2, 20 and 5, 50: long at ten.
    let round = if leads_with_five(step) { 2 } else { 5 };
    let mut index = 1;
    let width = k * step;
    while width > 0.0 && index <= 10 && f64::from(index) * width < far - near {
        let v = foot + back * width * f64::from(index);
        let length = if index % round == 0 { 12.0 } else { 7.0 };
        ticks.move_to(place(v));
        ticks.line_to(flow(u + side * length, v).on(orientation));
        index += 1;
    }
    Gauge {
        dot: place(dot),
        shore: place(shore),
        foot: place(foot),
        ticks,
    }
}

/// The bar below the source with its middle at v, horizontal only; none when nothing is
/// drawn.
pub fn scale(k: f64, step: f64, v: f64, orientation: Orientation) -> Option<Scale> {
    let length = k * step;
    if length <= 0.0 || orientation == Orientation::Vertical {
        return None;
    }
    let (top, foot) = (v - length / 2.0, v + length / 2.0);
    let mut bar = Path::fine();
    for y in [top, foot] {
        bar.move_to(at(3.0, y));
        bar.line_to(at(13.0, y));
    }
    bar.move_to(at(8.0, top));
    bar.line_to(at(8.0, foot));
    Some(Scale {
        bar,
        length,
        count: step,
        words: at(24.0, v + 5.0),
    })
}

fn leads_with_five(step: f64) -> bool {
    let mut lead = step;
    while lead >= 10.0 {
        lead /= 10.0;
    }
    lead > 4.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(most: f64, expected: f64) {
        assert_eq!(step(most), expected, "for {most}");
    }

    #[test]
    fn at_most_ten_steps() {
        check(7596.0, 1000.0);
        check(10_000.0, 1000.0);
        check(10_001.0, 2000.0);
        check(500_000.0, 50_000.0);
        check(7.0, 1.0);
        check(0.0, 1.0);
        check(15.0, 2.0);
        check(9e15, 1e15);
    }

    #[test]
    fn ticks_count_from_the_foot_with_the_fifth_longer() {
        let gauge = gauge(
            84.0,
            86.0,
            (100.0, 327.88),
            0.03,
            1000.0,
            Orientation::Horizontal,
        );
        assert_eq!(
            gauge.ticks.d(),
            "m84 297.9h7m-7-30h7m-7-30h7m-7-30h7m-7-30h12m-12-30h7m-7-30h7"
        );
        let lying = super::gauge(
            64.0,
            188.0,
            (10.0, 35.0),
            0.02,
            1000.0,
            Orientation::Vertical,
        );
        assert_eq!(lying.ticks.d(), "m30 64v-7");
        assert_eq!((lying.shore.x, lying.foot.x), (35.0, 10.0));
    }

    #[test]
    fn the_scale_is_one_step_wide() {
        let scale = scale(0.03, 1000.0, 455.0, Orientation::Horizontal).expect("a scale");
        assert_eq!((scale.length, scale.count), (30.0, 1000.0));
        assert_eq!(scale.bar.d(), "m3 440h10m-10 30h10m-5-30v30");
        assert_eq!(super::scale(0.0, 1.0, 455.0, Orientation::Horizontal), None);
    }
}
