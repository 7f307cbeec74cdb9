//! How much room words take, judged without a font: on the safe side.

/// The width of `text` in em: 1 for a Chinese character, a full-width mark or
/// one of the widest letters, .8 for other capitals, .62 for a digit, small
/// letter or space of either typeface.
pub fn em(text: &str) -> f64 {
    text.chars()
        .map(|character| match character {
            '\u{2E80}'.. | 'M' | 'W' | 'm' | '@' => 1.0,
            'A'..='Z' | 'w' => 0.8,
            _ => 0.62,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_and_digits() {
        assert_eq!(em(""), 0.0);
        assert_eq!(em("并案"), 2.0);
        assert!((em("占提交 82.1%") - 6.72).abs() < 1e-9);
        assert!((em("WAP版") - 3.6).abs() < 1e-9);
    }
}
