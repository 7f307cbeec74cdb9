//! Sizes stand in `style/tokens.css` alone: the rule at its head, held.

use std::fs;
use std::path::{Path, PathBuf};

use tujie::site::tokens::{tokens, uncommented};

const TOKENS: &str = include_str!("../../style/tokens.css");

/// Units of length and time, and shares; of two that end alike the longer first.
const UNITS: [&str; 13] = [
    "vmin", "vmax", "rem", "px", "em", "ch", "vw", "vh", "pt", "mm", "ms", "s", "%",
];

/// Where a number without a unit is a size.
const BARE: [&str; 3] = ["line-height", "stroke-width", "r"];

/// The sheets that name tokens.
fn sheets() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sheets: Vec<_> = fs::read_dir(root.join("style"))
        .expect("the styles")
        .map(|entry| entry.expect("a style").path())
        .filter(|path| !path.ends_with("tokens.css"))
        .collect();
    sheets.push(root.join("src/site/poster/poster.css"));
    sheets.sort();
    sheets
}

/// The numbers of a text, each with what follows it at once.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let bounds = |letter: char| !(letter.is_alphanumeric() || "-.%#_".contains(letter));
    text.split(bounds).filter(|word| {
        let digits = word.trim_start_matches(['-', '.']);
        digits.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

/// Whether a number is a size that has no name.
fn nameless(property: &str, number: &str) -> bool {
    let Some(unit) = UNITS.iter().find(|unit| number.ends_with(**unit)) else {
        return BARE.contains(&property) && !matches!(number, "0" | "1");
    };
    let Ok(value) = number.trim_end_matches(unit).parse::<f64>() else {
        return false;
    };
    match (*unit, value.abs()) {
        (_, 0.0) | ("%", 50.0 | 100.0) | ("px", 1.0) => false,
        ("em", value) => value >= 0.5,
        _ => true,
    }
}

/// Every nameless size of a sheet, with its property. In `font`, what stands after
/// the stroke is a leading.
fn nameless_sizes(sheet: &str) -> Vec<String> {
    let mut rule: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for piece in uncommented(sheet).split_inclusive(['{', '}', ';']) {
        if let Some(prelude) = piece.strip_suffix('{') {
            rule.push(prelude.trim().to_owned());
            continue;
        }
        let paper = rule.first().is_some_and(|rule| rule == "@page");
        let declaration = piece.trim_end_matches([';', '}']).split_once(':');
        if let Some((property, value)) = declaration.filter(|_| !paper) {
            let property = property.trim();
            let leading = (property == "font")
                .then(|| value.split_once('/'))
                .flatten()
                .map_or("", |(_, after)| after);
            found.extend(
                numbers(value)
                    .filter(|number| nameless(property, number))
                    .chain(
                        numbers(leading)
                            .take(1)
                            .filter(|number| nameless("line-height", number)),
                    )
                    .map(|number| format!("{property}: {number}")),
            );
        }
        if piece.ends_with('}') {
            rule.pop();
        }
    }
    found
}

#[test]
fn sizes_have_names() {
    for path in sheets() {
        let sheet = fs::read_to_string(&path).expect("a style");
        let found = nameless_sizes(&sheet);
        assert!(found.is_empty(), "{}: {found:?}", path.display());
    }
}

#[test]
fn the_rule_sees_a_size_wherever_it_stands() {
    let sheet = "@page { margin: 18mm; }\n/* 9px; { */\na { margin: 0 -1px 0.4em; \
        top: 50%; flex: 1 1 240px; z-index: 20; color: #123456; \
        transition: opacity .2s var(--ease); padding: calc(100% - 4px) 0.5em }\n\
        @media (min-width: 768px) { b { line-height: 1.5; stroke-width: 2; \
        font: 700 var(--size-h4)/1.3 var(--body); width: 34%; --turn: 3 } }";
    assert_eq!(
        nameless_sizes(sheet),
        [
            "flex: 240px",
            "transition: .2s",
            "padding: 4px",
            "padding: 0.5em",
            "line-height: 1.5",
            "stroke-width: 2",
            "font: 1.3",
            "width: 34%",
        ]
    );
}

/// Where media queries may break: the list at the head of `tokens.css`.
#[test]
fn windows_break_where_the_list_says() {
    let (head, _) = TOKENS.split_once("*/").expect("the head");
    let list = head.lines().last().expect("the list");
    let breaks: Vec<u32> = list
        .split_whitespace()
        .map(|width| width.parse().expect("a width"))
        .collect();
    for path in sheets() {
        let sheet = uncommented(&fs::read_to_string(&path).expect("a style"));
        check_breaks(&path, &sheet, &breaks);
    }
    check_breaks(Path::new("tokens.css"), &uncommented(TOKENS), &breaks);
}

#[track_caller]
fn check_breaks(path: &Path, sheet: &str, breaks: &[u32]) {
    let preludes = sheet
        .split('{')
        .filter_map(|part| part.rsplit_once("@media"));
    for (_, prelude) in preludes {
        for condition in prelude.split('(').skip(1) {
            let Some((feature, value)) = condition.split_once(':') else {
                continue;
            };
            let Some((width, _)) = value.trim().split_once("px") else {
                continue;
            };
            let width: u32 = width.parse().expect("whole px");
            let starts = match feature {
                "min-width" | "min-height" => width,
                "max-width" | "max-height" => width + 1,
                _ => panic!("{}: {prelude}", path.display()),
            };
            assert!(breaks.contains(&starts), "{}: {prelude}", path.display());
        }
    }
}

/// Nothing stands in the list of names that no rule needs, and no rule names what
/// is not there. `--drawn` and `--turn` are set where they are read, `--above` and `--below`
/// by a script.
#[test]
fn every_token_is_used_and_every_used_one_is_there() {
    let own = uncommented(TOKENS);
    let defined: Vec<_> = tokens(&own).iter().map(|token| token.name).collect();
    let mut all = own.clone();
    for path in sheets() {
        all += &uncommented(&fs::read_to_string(&path).expect("a style"));
    }
    for named in all.split("var(--").skip(1) {
        let name = named.split([')', ',']).next().unwrap_or_default();
        let known = defined.contains(&name)
            || matches!(name, "drawn" | "turn" | "above" | "below" | "light" | "day");
        assert!(known, "--{name} has no value");
    }
    for name in defined {
        let used = [')', ','].map(|end| all.contains(&format!("var(--{name}{end}")));
        assert!(used.contains(&true), "--{name} has no use");
    }
}
