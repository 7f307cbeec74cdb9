//! What is exported, read back.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;
use tujie::report::export::{Cell, Origin, Spreadsheet};

use super::each::each;
use crate::export::read;

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Words that begin as formulas do, need quotes, or are any.
fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[=+\\-@\t\r\n＝＋－＠'\",; a1]{0,6}", ".{0,12}",]
}

fn sheets() -> impl Strategy<Value = (Spreadsheet, Origin)> {
    let cell = prop_oneof![
        words().prop_map(Cell::Words),
        any::<u64>().prop_map(Cell::Count),
        "-?[1-9][0-9]{0,3}\\.[0-9]{0,2}[1-9]".prop_map(Cell::Measure),
        Just(Cell::None),
    ];
    let body = (1..4_usize).prop_flat_map(move |width| {
        let columns = vec(words(), width);
        (columns, vec(vec(cell.clone(), width), 0..4))
    });
    (words(), body, words()).prop_map(|(chart, (columns, rows), title)| {
        let sheet = Spreadsheet {
            chart,
            columns,
            rows,
        };
        (sheet, vec![("标题".to_owned(), title)])
    })
}

/// The words of a field, if they are these, guarded or not.
#[track_caller]
fn check(field: &str, words: &str) {
    assert!(
        !field.starts_with(FORMULA),
        "{words:?} is a formula: {field:?}"
    );
    let guarded = words.starts_with(FORMULA);
    let plain = field.strip_prefix('\'').filter(|_| guarded);
    assert_eq!(plain.unwrap_or(field), words);
}

#[test]
fn no_field_is_a_formula_and_each_is_what_it_was() {
    each(512, sheets(), |(sheet, from)| {
        let lines = read(&sheet.csv(&from));
        assert_eq!(lines[0].len(), sheet.columns.len());
        assert!(lines.len() > sheet.rows.len());
        for (field, name) in lines[0].iter().zip(&sheet.columns) {
            check(field, name);
        }
        for (line, row) in lines[1..].iter().zip(&sheet.rows) {
            assert_eq!(line.len(), row.len());
            for (field, cell) in line.iter().zip(row) {
                match cell {
                    Cell::Words(words) => check(field, words),
                    Cell::Count(count) => assert_eq!(field, &count.to_string()),
                    Cell::Measure(digits) => assert_eq!(field, digits),
                    Cell::None => assert_eq!(field, ""),
                }
            }
        }
        let [.., chart, origin] = lines.as_slice() else {
            panic!("{lines:?}");
        };
        check(&chart[1], &sheet.chart);
        check(&origin[1], &from[0].1);
    });
}

#[test]
fn json_says_the_same() {
    each(512, sheets(), |(sheet, from)| {
        let told: Value = serde_json::from_str(&sheet.json(&from)).expect("JSON");
        assert_eq!(told["图"], sheet.chart);
        assert_eq!(told["标题"], from[0].1);
        let rows = told["数据"].as_array().expect("rows");
        assert_eq!(rows.len(), sheet.rows.len());
        for (told, row) in rows.iter().zip(&sheet.rows) {
            // Of columns of one name the last is read.
            let last = sheet.columns.iter().zip(row).collect::<Vec<_>>();
            for (index, (name, cell)) in last.iter().enumerate() {
                if last[index + 1..].iter().any(|(other, _)| other == name) {
                    continue;
                }
                let value = &told[name.as_str()];
                match cell {
                    Cell::Words(words) => assert_eq!(value, words),
                    Cell::Count(count) => assert_eq!(value, count),
                    Cell::Measure(digits) => assert_eq!(&value.to_string(), digits),
                    Cell::None => assert!(value.is_null()),
                }
            }
        }
    });
}
