//! Contrast is computed, not judged by eye: every text at least 4.5 : 1 on what
//! it stands on, every mark that carries meaning at least 3 : 1, in all looks.

use std::collections::BTreeMap;

use tujie::site::tokens::applied;

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Texts, and the grounds they stand on.
const TEXTS: [(&str, &[&str]); 10] = [
    ("ink", &["paper", "mist", "raised"]),
    ("ink2", &["paper", "mist", "raised"]),
    ("ink3", &["paper", "mist"]),
    ("verm", &["paper", "mist", "raised"]),
    ("teal", &["paper", "mist", "raised"]),
    ("teal-deep", &["paper"]),
    ("gold", &["paper"]),
    ("on-river", &["river-body", "river-source"]),
    ("on-seal", &["seal"]),
    ("on-fill", &["teal-deep"]),
];

/// Marks that carry meaning, and what they are seen against.
const MARKS: [(&str, &[&str]); 6] = [
    ("edge", &["paper", "raised"]),
    ("teal-mid", &["paper"]),
    ("gold-mid", &["paper"]),
    ("river-source", &["paper"]),
    ("river-body", &["paper"]),
    ("focus", &["paper", "mist"]),
];

type Colours = BTreeMap<String, String>;

/// Red, green and blue of a token, from 0 to 1.
fn colour(colours: &Colours, name: &str) -> [f64; 3] {
    let hex = colours[name].strip_prefix('#').expect("a colour");
    let step = hex.len() / 3;
    [0, 1, 2].map(|part| {
        let digits = &hex[part * step..(part + 1) * step];
        let value = u8::from_str_radix(&digits.repeat(2 / step), 16).expect("hex digits");
        f64::from(value) / 255.0
    })
}

/// WCAG 2.2, relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| match part {
        low if low <= 0.04045 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// WCAG 2.2, contrast ratio.
fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A look is what a rule puts over the day's tokens.
#[track_caller]
fn check(rule: &str) {
    let colours = applied(TOKENS, &[":root", rule]);
    for (pairs, least) in [(TEXTS.as_slice(), 4.5), (MARKS.as_slice(), 3.0)] {
        for (name, grounds) in pairs {
            for ground in *grounds {
                let found = ratio(colour(&colours, name), colour(&colours, ground));
                assert!(
                    found >= least,
                    "{name} on {ground}: {found:.2}, not {least}"
                );
            }
        }
    }
}

#[test]
fn by_day() {
    check(":root");
}

#[test]
fn by_night() {
    check(":root[data-theme=\"dark\"]");
}

#[test]
fn by_the_system_s_night() {
    check("@media (prefers-color-scheme: dark) :root:not([data-theme])");
}

#[test]
fn in_high_contrast() {
    check(":root[data-theme=\"contrast\"]");
}

/// The reader's choice and the system's switch the same on and off.
#[test]
fn the_system_s_night_is_the_reader_s() {
    let [own, system] = [
        ":root[data-theme=\"dark\"]",
        "@media (prefers-color-scheme: dark) :root:not([data-theme])",
    ]
    .map(|rule| applied(TOKENS, &[":root", rule]));
    assert_eq!(own["paper"], "#0e171a");
    assert_eq!(own, system);
}

#[test]
fn the_ratio_is_the_standard_s() {
    let black = ratio([0.0; 3], [1.0; 3]);
    assert!((black - 21.0).abs() < 1e-9);
    // #767676 on white is the lightest grey that passes.
    assert!(ratio([118.0 / 255.0; 3], [1.0; 3]) >= 4.5);
    assert!(ratio([119.0 / 255.0; 3], [1.0; 3]) < 4.5);
}
