//! What is exported, read back.

use serde_json::{Value, json};
use tujie::report::Report;
use tujie::report::export::{Cell, HASH, Origin, Spreadsheet, origin};

fn report() -> Report {
    serde_json::from_str(include_str!("../../public/data/report.json")).expect("the report")
}

fn funnel(report: &Report) -> Spreadsheet {
    let (part, funnel) = report.funnel().expect("a funnel");
    Spreadsheet::of_funnel(report, part, funnel)
}

/// Where the report's numbers come from, with a hash.
fn from(report: &Report) -> Origin {
    let origin = origin(report).into_iter().chain([(HASH, "abc".to_owned())]);
    origin
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// CSV as RFC 4180 has it, read back.
pub fn read(csv: &str) -> Vec<Vec<String>> {
    let csv = csv.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let (mut rows, mut row, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut inside, mut letters) = (false, csv.chars().peekable());
    while let Some(letter) = letters.next() {
        match letter {
            '"' if inside && letters.peek() == Some(&'"') => field.extend(letters.next()),
            '"' => inside = !inside,
            ',' if !inside => row.push(std::mem::take(&mut field)),
            '\r' if !inside => {
                assert_eq!(letters.next(), Some('\n'), "lines end with CRLF");
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            '\n' if !inside => panic!("a bare line feed"),
            other => field.push(other),
        }
    }
    assert!(
        row.is_empty() && field.is_empty() && !inside,
        "the last line is ended"
    );
    rows
}

#[test]
fn the_funnel_as_csv_names_what_each_rate_is_of() {
    let report = report();
    let rows = read(&funnel(&report).csv(&from(&report)));
    let expected = [
        "编号｜类别｜名称｜件｜上一环节｜占上一环节｜占提交｜原文",
        "submitted｜环节｜提交提案｜7596｜｜｜100%｜五年共提交提案7596件",
        "filed｜减少｜经审查未立案｜1359｜提交｜17.9%｜17.9%｜经审查，立案6237件",
        "filed｜环节｜立案｜6237｜提交｜82.1%｜82.1%｜经审查，立案6237件",
        "assigned｜减少｜并案｜951｜立案｜15.2%｜12.5%｜并案后交办5286件",
        "assigned｜环节｜并案后交办｜5286｜立案｜84.8%｜69.6%｜并案后交办5286件",
        "concluded｜环节｜全部按时办结｜5286｜交办｜100%｜69.6%｜所有交办提案均已按时办结",
        "member｜来源｜委员提案｜4512｜交办｜85.4%｜59.4%｜委员提案4512件",
        "collective｜来源｜集体提案｜774｜交办｜14.6%｜10.2%｜集体提案774件",
        "",
        "图｜江流漏斗",
    ];
    let told: Vec<_> = rows.iter().map(|row| row.join("｜")).collect();
    assert_eq!(told[..expected.len()], expected);
    let origin = told[expected.len()..].join("\n");
    for words in [
        "标题｜五届市政协常委会工作报告图解",
        "资料来源｜",
        "版本｜tujie ",
        "数据SHA-256｜abc",
    ] {
        assert!(origin.contains(words), "{words}: {origin}");
    }
}

/// What a spreadsheet would take for a formula, and what would break a row.
#[test]
fn no_words_become_a_formula_and_none_break_a_row() {
    let words = [
        ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("说“好”, \"好\"", "说“好”, \"好\""),
        ("上\n下", "上\n下"),
        ("\u{202E}倒", "\u{202E}倒"),
    ];
    let sheet = Spreadsheet {
        chart: "=图".to_owned(),
        columns: vec!["-列".to_owned()],
        rows: words
            .map(|(words, _)| vec![Cell::Words(words.to_owned())])
            .to_vec(),
    };
    let origin = vec![("标题".to_owned(), "@题".to_owned())];
    let rows = read(&sheet.csv(&origin));
    assert_eq!(rows[0], ["'-列"]);
    assert!(rows.len() > words.len(), "{rows:?}");
    for ((_, expected), row) in words.iter().zip(&rows[1..]) {
        assert_eq!(row, &[*expected]);
    }
    let last = &rows[words.len() + 2..];
    assert_eq!(last, [["图", "'=图"], ["标题", "'@题"]]);
}

#[test]
fn the_funnel_as_json_is_json() {
    let report = report();
    let told: Value = serde_json::from_str(&funnel(&report).json(&from(&report))).expect("JSON");
    assert_eq!(told["图"], "江流漏斗");
    assert_eq!(told.get("发布日期"), None, "the source does not tell it");
    assert_eq!(told["数据SHA-256"], "abc");
    let rows = told["数据"].as_array().expect("rows");
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0]["占上一环节"], Value::Null);
    assert_eq!(
        rows[2],
        json!({
            "编号": "filed", "类别": "环节", "名称": "立案", "件": 6237,
            "上一环节": "提交", "占上一环节": "82.1%", "占提交": "82.1%",
            "原文": "经审查，立案6237件",
        })
    );
}

#[test]
fn json_holds_any_words() {
    let words = "\"\\\u{0}\u{1F}\n\u{7F}\u{2028}</script>图";
    let sheet = Spreadsheet {
        chart: words.to_owned(),
        columns: vec![words.to_owned()],
        rows: vec![vec![Cell::Words(words.to_owned())]],
    };
    let told: Value = serde_json::from_str(&sheet.json(&Vec::new())).expect("JSON");
    assert_eq!(told["图"], words);
    assert_eq!(told["数据"][0][words], words);
}

#[test]
fn figures_keep_their_own_words_beside_the_number() {
    let report = report();
    let figures: Vec<_> = ["studies", "supervision-members"]
        .map(|id| {
            report
                .figures
                .iter()
                .find(|figure| figure.id.0 == id)
                .expect(id)
        })
        .to_vec();
    let rows = read(&Spreadsheet::of_figures("图题", &figures).csv(&from(&report)));
    assert_eq!(rows[1], ["studies", "调研", "58", "项", "58项"]);
    assert_eq!(rows[2][2..], ["20000", "人次", "2万余人次"]);
}

/// A sample says so wherever it goes.
#[test]
fn a_sample_is_called_one() {
    let mut report = report();
    report.sample = true;
    assert!(funnel(&report).csv(&from(&report)).contains("示例数据"));
}
