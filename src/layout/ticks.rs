//! 算筹: a row of ticks, one for each time, in groups of ten.

use super::path::Path;
use super::point::at;

/// From one tick to the next, in u.
pub const PITCH: f64 = 6.7;
/// The extra space after each ten, in u.
pub const GAP: f64 = 8.5;
/// The height of a tick, in u.
pub const TICK: f64 = 18.0;
/// The height of each tenth tick, in u, which is the height of the row.
pub const TENTH: f64 = 26.0;
/// The width of a stroke, in u.
pub const STROKE: f64 = 2.2;
/// The most ticks a row draws; a larger count is not for counting one by one.
pub const MOST: u32 = 2000;

/// A row of ticks in a box `width(count)` × [`TENTH`], standing on its foot.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// How many ticks are drawn.
    pub count: u32,
    /// The ordinary ticks.
    pub ticks: Path,
    /// Each tenth tick.
    pub tenths: Path,
}

impl Tally {
    /// One tick for each of `count`, at most [`MOST`].
    pub fn place(count: f64) -> Tally {
        let count = whole(count);
        let mut tally = Tally {
            count,
            ticks: Path::new(),
            tenths: Path::new(),
        };
        for index in 0..count {
            let (path, height) = if index % 10 == 9 {
                (&mut tally.tenths, TENTH)
            } else {
                (&mut tally.ticks, TICK)
            };
            let x = middle(index);
            path.move_to(at(x, TENTH - height));
            path.line_to(at(x, TENTH));
        }
        tally
    }
}

/// The width of the box that holds rows of these counts, in u: one width for
/// all rows, so that they compare.
pub fn width(counts: &[f64]) -> f64 {
    let most = counts.iter().fold(0, |most, &count| whole(count).max(most));
    if most == 0 {
        0.0
    } else {
        middle(most - 1) + STROKE / 2.0
    }
}

/// The middle of tick `index`, counted from 0, in u.
fn middle(index: u32) -> f64 {
    STROKE / 2.0 + PITCH * f64::from(index) + GAP * f64::from(index / 10)
}

fn whole(count: f64) -> u32 {
    if count.is_finite() {
        count.round().clamp(0.0, f64::from(MOST)) as u32
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(count: f64, ticks: usize, tenths: usize) {
        let tally = Tally::place(count);
        assert_eq!(tally.ticks.d().matches('m').count(), ticks, "of {count}");
        assert_eq!(tally.tenths.d().matches('m').count(), tenths, "of {count}");
    }

    #[test]
    fn one_tick_for_each_and_each_tenth_apart() {
        check(69.0, 63, 6);
        check(58.0, 53, 5);
        check(74.0, 67, 7);
        check(62.0, 56, 6);
        check(10.0, 9, 1);
        check(0.0, 0, 0);
        check(-3.0, 0, 0);
        check(f64::NAN, 0, 0);
        check(1e12, 1800, 200);
    }

    #[test]
    fn rows_share_the_longest_width() {
        let all = width(&[69.0, 58.0, 74.0, 62.0]);
        assert_eq!(all, width(&[74.0]));
        // 73 pitches, seven gaps and one stroke.
        assert!((all - (73.0 * 6.7 + 7.0 * 8.5 + 2.2)).abs() < 1e-9);
        assert_eq!(width(&[]), 0.0);
        assert_eq!(width(&[0.0]), 0.0);
    }

    #[test]
    fn all_stand_on_one_foot() {
        assert!(
            Tally::place(10.0)
                .ticks
                .d()
                .starts_with("m1.1 8v18m6.7-18v18")
        );
        assert_eq!(Tally::place(10.0).tenths.d(), "m61.4 0v26");
    }

    #[test]
    fn the_eleventh_stands_after_a_gap() {
        assert!((middle(10) - middle(9) - 15.2).abs() < 1e-9);
    }
}
