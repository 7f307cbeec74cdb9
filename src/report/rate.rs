//! Rates: shares of a count in another, as they are printed.

/// `part` of `whole` in per cent with one decimal, halves up: `82.1%`.
/// Exactly all is `100%`; a share that only rounds to it is `100.0%`. Of an
/// empty whole there is no share: `—`.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "—".into();
    }
    if part == whole {
        return "100%".into();
    }
    // Counts beyond this are nobody's; halving both keeps their ratio.
    let (mut part, mut whole) = (part, whole);
    while part.max(whole) > u64::MAX / 4000 {
        (part, whole) = (part / 2, whole / 2);
    }
    // Whole numbers keep the halves exact: tenths = ⌊(part × 1000 + whole ÷ 2) ÷ whole⌋.
    let tenths = (part * 2000 + whole) / (whole * 2).max(1);
    let mut text = (tenths / 10).to_string();
    text.push('.');
    text.push_str(&(tenths % 10).to_string());
    text.push('%');
    text
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[track_caller]
    fn check(part: u64, whole: u64, expected: &str) {
        assert_eq!(percent(part, whole), expected);
    }

    #[test]
    fn the_report_rates() {
        check(6237, 7596, "82.1%");
        check(5286, 6237, "84.8%");
        check(5286, 7596, "69.6%");
        check(5286, 5286, "100%");
        check(1359, 7596, "17.9%");
        check(951, 6237, "15.2%");
        check(4512, 5286, "85.4%");
        check(774, 5286, "14.6%");
    }

    #[test]
    fn halves_go_up() {
        check(1, 2000, "0.1%");
        check(125, 1000, "12.5%");
        check(1, 8, "12.5%");
        check(5, 10_000, "0.1%");
        check(4, 10_000, "0.0%");
    }

    #[test]
    fn nothing_and_almost_all() {
        check(0, 0, "—");
        check(0, 5, "0.0%");
        check(99_999, 100_000, "100.0%");
        check(u64::MAX, u64::MAX, "100%");
        check(u64::MAX - 1, u64::MAX, "100.0%");
    }
}
