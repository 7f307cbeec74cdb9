//! How wide letters are, in print.

/// The width of a text in full letters: a Latin letter or a digit takes half of one, and
/// a space none, as texts from PDF files have them anywhere.
pub fn width(text: &str) -> f32 {
    let of = |letter: char| match letter {
        letter if letter.is_whitespace() => 0.0,
        letter if letter.is_ascii() => 0.5,
        _ => 1.0,
    };
    text.chars().map(of).sum()
}

/// Whether a letter is Chinese or a full-width mark.
pub fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{2FFF}' | '\u{3001}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '…' | '—' | '·')
}
