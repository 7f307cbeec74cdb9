//! A chart's numbers for other programs: CSV and JSON. Pure: words in, words out.

use super::drawable::Drawable;
use super::flow::counted::Counted;
use super::flow::item::ItemKind;
use super::number::Trend;
use super::{Figure, Part, Report};

/// What the report's title is called.
pub const TITLE: &str = "标题";
/// What the hash is called.
pub const HASH: &str = "数据SHA-256";

/// A chart as rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Spreadsheet {
    /// What the chart shows.
    pub chart: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// As many cells as columns in each.
    pub rows: Vec<Vec<Cell>>,
}

/// Where the numbers come from: report, source, version and the data's hash, each
/// under its name.
pub type Origin = Vec<(String, String)>;

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Words(String),
    Count(u64),
    /// A number that is no count, in plain digits: `81.31`, `-8.3`.
    Measure(String),
    /// There is no such value: what comes before the first stage.
    None,
}

impl Spreadsheet {
    /// A flow: a row for each stage, exit and part.
    pub fn of_flow(report: &Report, part: &Part, counted: &Counted<'_>) -> Spreadsheet {
        let columns = [
            "编号",
            "类别",
            "名称",
            "数目",
            "单位",
            "占谁",
            "比例",
            "原文比例",
            "推算",
            "原文",
        ];
        let rows = counted.items().into_iter().map(|item| {
            let kind = match item.kind {
                ItemKind::Stage(..) => "环节".to_owned(),
                ItemKind::Exit(..) => "去向".to_owned(),
                ItemKind::Part(_) | ItemKind::Rest(_) => {
                    ["构成：", item.group.unwrap_or_default()].concat()
                }
                ItemKind::Beside(_) => "另计".to_owned(),
            };
            let rate = item.rates.first();
            let or_none = |words: Option<&str>| words.map_or(Cell::None, self::words);
            vec![
                Cell::Words(item.name().1),
                Cell::Words(kind),
                words(item.label),
                item.count
                    .map_or(Cell::None, |count| Cell::Count(count.value)),
                words(item.unit),
                or_none(rate.map(|rate| rate.of).filter(|of| !of.is_empty())),
                or_none(rate.and_then(|rate| rate.computed.as_deref())),
                or_none(rate.and_then(|rate| rate.printed)),
                or_none(item.derivation.as_deref()),
                or_none(item.quote(report, part)),
            ]
        });
        Spreadsheet {
            chart: counted.flow.title.clone(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    /// Figures side by side: a row for each.
    pub fn of_figures(chart: &str, figures: &[&Figure]) -> Spreadsheet {
        let columns = ["编号", "名称", "数值", "单位", "原文"];
        let rows = figures.iter().map(|figure| {
            vec![
                words(&figure.id.0),
                words(&figure.label),
                Drawable::of(figure).map_or(Cell::None, amount),
                words(figure.unit()),
                words(&figure.phrase),
            ]
        });
        Spreadsheet {
            chart: chart.to_owned(),
            columns: columns.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }
    }

    /// As CSV for spreadsheets: UTF-8 with a byte order mark, by which Excel
    /// knows it, and CRLF. The table comes first; after an empty line its origin.
    pub fn csv(&self, origin: &Origin) -> String {
        let mut text = String::from("\u{FEFF}");
        line(self.columns.iter().map(|name| guarded(name)), &mut text);
        for row in &self.rows {
            line(row.iter().map(Cell::csv), &mut text);
        }
        text.push_str("\r\n");
        line(
            ["图".to_owned(), guarded(&self.chart)].into_iter(),
            &mut text,
        );
        for (name, value) in origin {
            line([name.clone(), guarded(value)].into_iter(), &mut text);
        }
        text
    }

    /// As JSON: the chart, its origin, and a list of rows by column.
    pub fn json(&self, origin: &Origin) -> String {
        let mut text = String::from("{\n");
        field("图", &quoted(&self.chart), &mut text);
        for (name, value) in origin {
            field(name, &quoted(value), &mut text);
        }
        text.push_str("  \"数据\": [");
        for (index, row) in self.rows.iter().enumerate() {
            text.push_str(if index == 0 { "\n    {" } else { ",\n    {" });
            for (place, (name, cell)) in self.columns.iter().zip(row).enumerate() {
                text.push_str(if place == 0 { "" } else { ", " });
                text.push_str(&quoted(name));
                text.push_str(": ");
                text.push_str(&cell.json());
            }
            text.push('}');
        }
        text.push_str("\n  ]\n}\n");
        text
    }
}

/// Where the report's numbers come from, but for the data's hash.
pub fn origin(report: &Report) -> Vec<(&'static str, String)> {
    let mut origin = vec![(TITLE, report.title.text.text())];
    let credits = report.imprint.credits().into_iter();
    origin.extend(credits.map(|(name, words, _)| (name, words.to_owned())));
    let version = concat!("tujie ", env!("CARGO_PKG_VERSION"));
    origin.push(("版本", version.to_owned()));
    if report.sample {
        origin.insert(0, ("说明", "示例数据，并非真实报告".to_owned()));
    }
    origin
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

/// The exact number that a figure prints; what falls is below zero.
fn amount(amount: Drawable<'_>) -> Cell {
    match (amount.trend, amount.value.whole()) {
        (None, Some(count)) => Cell::Count(count),
        (Some(Trend::Down), _) => Cell::Measure(["-", &amount.value.to_string()].concat()),
        _ => Cell::Measure(amount.value.to_string()),
    }
}

impl Cell {
    fn csv(&self) -> String {
        match self {
            Cell::Words(words) => guarded(words),
            Cell::Count(count) => count.to_string(),
            Cell::Measure(digits) => digits.clone(),
            Cell::None => String::new(),
        }
    }

    fn json(&self) -> String {
        match self {
            Cell::Words(words) => quoted(words),
            Cell::Count(count) => count.to_string(),
            Cell::Measure(digits) => digits.clone(),
            Cell::None => "null".to_owned(),
        }
    }
}

fn line(cells: impl Iterator<Item = String>, text: &mut String) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    text.push_str("\r\n");
}

/// Words as a CSV field that no spreadsheet takes for a formula: what begins as
/// one does gets an apostrophe before it.
fn guarded(words: &str) -> String {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let mut field = String::new();
    if words.starts_with(FORMULA) {
        field.push('\'');
    }
    field.push_str(words);
    if field.contains([',', '"', '\r', '\n']) {
        ["\"", &field.replace('"', "\"\""), "\""].concat()
    } else {
        field
    }
}

fn field(name: &str, value: &str, text: &mut String) {
    text.push_str("  ");
    text.push_str(&quoted(name));
    text.push_str(": ");
    text.push_str(value);
    text.push_str(",\n");
}

/// Words as a JSON string.
fn quoted(words: &str) -> String {
    const HEX: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let mut text = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\0'..='\x1F' => {
                let [high, low] = [letter as usize / 16, letter as usize % 16];
                text.push_str("\\u00");
                text.extend([high, low].into_iter().filter_map(|digit| HEX.get(digit)));
            }
            _ => text.push(letter),
        }
    }
    text.push('"');
    text
}
