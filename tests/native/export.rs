//! What is exported, read back.

use serde_json::{Value, json};
use tujie::report::Report;
use tujie::report::export::{Cell, HASH, Origin, Spreadsheet, origin};

fn report() -> Report {
    serde_json::from_str(include_str!("../../public/data/report.json")).expect("the report")
}

fn flow(report: &Report) -> Spreadsheet {
    let (part, flow) = report.flows().next().expect("a flow");
    Spreadsheet::of_flow(report, part, &flow.counted(report))
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
fn the_flow_as_csv_names_what_each_rate_is_of() {
    let report = report();
    let rows = read(&flow(&report).csv(&from(&report)));
    let expected = [
        "编号｜类别｜名称｜数目｜单位｜占谁｜比例｜原文比例｜推算｜原文",
        "submitted｜环节｜提交提案｜7596｜件｜｜｜｜｜五年共提交提案7596件",
        "unfiled｜去向｜经审查未立案｜1359｜件｜提交｜17.9%｜｜提交7596 − 立案6237｜经审查，立案6237件",
        "filed｜环节｜立案｜6237｜件｜提交｜82.1%｜｜｜经审查，立案6237件",
        "merged｜去向｜并案｜951｜件｜立案｜15.2%｜｜立案6237 − 交办5286｜并案后交办5286件",
        "assigned｜环节｜并案后交办｜5286｜件｜立案｜84.8%｜｜｜并案后交办5286件",
        "member｜构成：提案者｜委员提案｜4512｜件｜交办｜85.4%｜｜｜委员提案4512件",
        "collective｜构成：提案者｜集体提案｜774｜件｜交办｜14.6%｜｜｜集体提案774件",
        "concluded｜环节｜全部按时办结｜5286｜件｜交办｜100%｜｜交办5286｜所有交办提案均已按时办结",
        "",
        "图｜所有交办提案均已按时办结",
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
fn the_flow_as_json_is_json() {
    let report = report();
    let told: Value = serde_json::from_str(&flow(&report).json(&from(&report))).expect("JSON");
    assert_eq!(told["图"], "所有交办提案均已按时办结");
    assert_eq!(told.get("发布日期"), None, "the source does not tell it");
    assert_eq!(told["数据SHA-256"], "abc");
    let rows = told["数据"].as_array().expect("rows");
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0]["占谁"], Value::Null);
    assert_eq!(
        rows[2],
        json!({
            "编号": "filed", "类别": "环节", "名称": "立案", "数目": 6237, "单位": "件",
            "占谁": "提交", "比例": "82.1%", "原文比例": null, "推算": null,
            "原文": "经审查，立案6237件",
        })
    );
}

/// What the source prints, what the counts give, what it leaves open, and what has a
/// base and a unit of its own.
#[test]
fn a_flow_of_other_sources_keeps_what_they_print() {
    let told = |name: &str| -> Vec<String> {
        let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        let report: Report = serde_json::from_str(&text).expect("a report");
        let rows = read(&flow(&report).csv(&from(&report)));
        rows.iter().map(|row| row.join("｜")).collect()
    };
    #[track_caller]
    fn has(told: &[String], row: &str) {
        assert!(told.iter().any(|told| told == row), "{row}\n{told:#?}");
    }
    let chongqing = told("chongqing.json");
    for row in [
        "part-solved｜构成：办理结果｜已解决和采纳｜4014｜件｜交办｜75.9%｜77.1%｜｜已解决和采纳4014件",
        "beside-key｜另计｜重点提案｜116｜件｜｜｜2.2%｜｜重点提案116件",
    ] {
        has(&chongqing, row);
    }
    let kunming = told("kunming.json");
    for row in [
        "stage-filed｜环节｜立案｜470｜件｜材料｜81.3%｜81.31%｜｜立案470件",
        "part-c｜构成：办理结果｜C类｜5｜件｜立案｜1.1%｜1.06%｜｜C类5件",
        "part-party-b｜构成：承办系统｜B类｜12｜件｜党群政法系统｜21.1%｜21%｜｜B类12件",
        "beside-replied｜另计｜办复率｜｜｜｜｜100%｜｜办复率100%",
    ] {
        has(&kunming, row);
    }
    let shenzhen = told("shenzhen.json");
    for row in [
        "stage-filed-unstated｜去向｜原文未说明｜86｜件｜提交｜12.5%｜｜提交687 − 立案601｜立案601件",
        "beside-replies｜另计｜单位答复｜773｜件次｜｜｜｜｜会办和分办单位共答复773件次",
        "part-later｜构成：单位答复｜留待以后｜86｜件次｜单位答复｜11.1%｜11%｜｜留待以后86件次",
    ] {
        has(&shenzhen, row);
    }
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
    assert!(flow(&report).csv(&from(&report)).contains("示例数据"));
}
