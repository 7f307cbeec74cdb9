//! A part of a whole, as the part of a length.

use super::path::number;

/// What `part` is of `whole`, from 0 to 1; nothing of nothing.
pub fn share(part: f64, whole: f64) -> f64 {
    if part.is_finite() && whole.is_finite() && part > 0.0 && whole > 0.0 {
        (part / whole).min(1.0)
    } else {
        0.0
    }
}

/// The length of the part in a bar of 1000 u.
pub fn share_bar(part: f64, whole: f64) -> String {
    number(share(part, whole) * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(part: f64, whole: f64, expected: f64) {
        assert!((share(part, whole) - expected).abs() < 1e-4);
    }

    #[test]
    fn a_share_lies_between_none_and_all() {
        check(325.0, 4988.0, 0.0652);
        check(2.0, 1.0, 1.0);
        check(0.0, 0.0, 0.0);
        check(1.0, 0.0, 0.0);
        check(-1.0, 5.0, 0.0);
        check(f64::NAN, 5.0, 0.0);
        check(5.0, f64::INFINITY, 0.0);
    }
}
