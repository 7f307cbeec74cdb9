//! Rates: shares of a count in another, as they are printed.

/// `part` of `whole` in per cent with one decimal, halves up: `82.1%`.
/// Exactly all is `100%`, nothing `0%`; a share that only rounds to it is `100.0%`. Of an
/// empty whole there is no share: `—`.
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "—".into();
    }
    if part == whole {
        return "100%".into();
    }
    if part == 0 {
        return "0%".into();
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

/// The share with as many decimals as a printed one has, halves up: of `77.1%` one.
/// None where the printed share is no percentage, or of an empty whole.
pub fn percent_like(printed: &str, part: u64, whole: u64) -> Option<String> {
    let digits = plain(printed)?;
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let decimals = u32::try_from(decimals)
        .ok()
        .filter(|&decimals| decimals <= 6)?;
    let scale = 10_u128.checked_pow(decimals)?;
    let (part, whole) = (u128::from(part), u128::from(whole));
    let units = (part * 200 * scale + whole).checked_div(whole * 2)?;
    let mut text = (units / scale).to_string();
    if decimals > 0 {
        let fraction = (units % scale).to_string();
        text.push('.');
        text.push_str(&"0".repeat(decimals as usize - fraction.len().min(decimals as usize)));
        text.push_str(&fraction);
    }
    text.push('%');
    Some(text)
}

/// How many per cent a printed share says, for a length in a drawing.
pub fn printed_value(printed: &str) -> Option<f64> {
    let digits = plain(printed)?;
    let (whole, after) = digits.split_once('.').unwrap_or((digits, ""));
    let number = |digits: &str| {
        digits
            .bytes()
            .fold(0.0, |all, digit| all * 10.0 + f64::from(digit - b'0'))
    };
    Some(number(whole) + number(after) / 10.0_f64.powi(after.len().min(300) as i32))
}

/// Whether two shares of as many decimals are not the same.
pub fn differs(printed: &str, computed: &str) -> bool {
    plain(printed) != plain(computed)
}

/// The digits of a percentage: `77.1` of `77.1%`.
fn plain(share: &str) -> Option<&str> {
    let digits = share.trim().strip_suffix(['%', '％'])?;
    let (whole, after) = digits.split_once('.').unwrap_or((digits, "0"));
    let all =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    (all(whole) && all(after)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::{differs, percent, percent_like};

    #[track_caller]
    fn printed(printed: &str, part: u64, whole: u64, expected: Option<&str>, differ: bool) {
        let computed = percent_like(printed, part, whole);
        assert_eq!(computed.as_deref(), expected);
        if let Some(computed) = computed {
            assert_eq!(differs(printed, &computed), differ, "{printed} {computed}");
        }
    }

    #[test]
    fn a_printed_share_is_held_against_the_counts_in_its_own_decimals() {
        printed("81.31%", 470, 578, Some("81.31%"), false);
        printed("77.1%", 4014, 5289, Some("75.9%"), true);
        printed("5.3％", 344, 5289, Some("6.5%"), true);
        printed("79%", 45, 57, Some("79%"), false);
        printed("11%", 86, 773, Some("11%"), false);
        printed("10.0%", 499, 4979, Some("10.0%"), false);
        printed("100%", 5, 5, Some("100%"), false);
        printed("0.05%", 1, 2000, Some("0.05%"), false);
        printed("七成", 7, 10, None, false);
        printed("50%", 0, 0, None, false);
    }

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
        check(0, 5, "0%");
        check(99_999, 100_000, "100.0%");
        check(u64::MAX, u64::MAX, "100%");
        check(u64::MAX - 1, u64::MAX, "100.0%");
    }
}
