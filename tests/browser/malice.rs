//! Hostile data that a check lets pass, for words are words: nothing of it is
//! executed or asked for, and none of it bursts the page.

use serde_json::{Value, json};
use tujie::report::Report;
use tujie::report::hash::sha256;
use tujie::site::inject;

use crate::browser::{Browser, browse};
use crate::layout;
use crate::server::{Fault, Site};

/// What would run where words are taken for code: it would leave a mark.
const MARKUP: [&str; 5] = [
    "<img src=x onerror=ran=1>",
    "<script>ran=1</script>",
    "javascript:ran=1",
    "\"><svg onload=ran=1>",
    "'-->]]></title></style></textarea><iframe srcdoc='<script>top.ran=1</script>'>",
];

/// Where any words may stand, by the name of the field.
const WORDS: [&str; 6] = ["text", "heading", "label", "title", "items", "keep"];

/// The data file with markup in front of all words, and somewhere words as long
/// as they may be, with nowhere to break.
fn hostile() -> Value {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/data/report.json");
    let file = std::fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let mut report: Value = serde_json::from_slice(&file).expect("the data file is JSON");
    let mut turn = 0;
    spoil(&mut report, "", &mut turn);
    lengthen(&mut report);
    report
}

/// Puts markup in front of all words, each in turn.
fn spoil(value: &mut Value, name: &str, turn: &mut usize) {
    match value {
        Value::Object(fields) => {
            // The funnel's names are drawn, and have less room.
            let drawn = fields.contains_key("count") || fields.contains_key("reason");
            for (key, value) in fields
                .iter_mut()
                .filter(|(key, _)| !drawn || *key != "label")
            {
                spoil(value, key, turn);
            }
        }
        Value::Array(entries) => entries
            .iter_mut()
            .for_each(|entry| spoil(entry, name, turn)),
        Value::String(text) if WORDS.contains(&name) => {
            text.insert_str(0, MARKUP[*turn % MARKUP.len()]);
            *turn += 1;
        }
        _ => {}
    }
}

fn lengthen(report: &mut Value) {
    let long = "W".repeat(400);
    let set = |report: &mut Value, pointer: &str, value: Value| {
        *report.pointer_mut(pointer).expect(pointer) = value;
    };
    let push = |report: &mut Value, pointer: &str, value: Value| {
        let list = report.pointer_mut(pointer).and_then(Value::as_array_mut);
        list.expect(pointer).push(value);
    };
    // Titles and short names.
    for (heading, nav) in [
        ("/title/text", "/title/short"),
        ("/parts/0/chapters/0/heading", "/parts/0/chapters/0/nav"),
    ] {
        let words = report
            .pointer(heading)
            .and_then(Value::as_str)
            .expect(heading);
        let words = format!("{long}{words}");
        set(report, heading, json!(words));
        set(report, nav, json!(long));
    }
    for pointer in [
        "/parts/0/heading",
        "/parts/0/chapters/0/sections/0/heading",
        "/parts/2/measures/heading",
        "/parts/2/measures/groups/0/heading",
        "/parts/2/advice/items/0",
        "/parts/0/chapters/1/graphics/0/title",
        "/imprint/source",
    ] {
        set(report, pointer, json!(long));
    }
    // The longest text, and a figure in every place that one may have.
    let phrase = format!("1{long}");
    let text = format!("{} {phrase}", "W".repeat(19_000));
    let points = "/parts/0/chapters/0/sections/0/points";
    push(report, points, json!({"text": text, "figures": ["long"]}));
    let figure = json!({"id": "long", "label": long, "phrase": phrase});
    push(report, "/figures", figure);
    push(report, "/headline", json!("long"));
    push(report, "/parts/0/chapters/0/strip", json!("long"));
    for kind in ["tally", "units"] {
        let graphic =
            json!({"id": format!("long-{kind}"), "kind": kind, "title": long, "figures": ["long"]});
        let graphics = &mut report["parts"][0]["chapters"][0]["graphics"];
        match graphics.as_array_mut() {
            Some(list) => list.push(graphic),
            None => *graphics = json!([graphic]),
        }
    }
    // The funnel's names are as long as a drawing has room for.
    let flow = &mut report["parts"][2]["flows"][0];
    let name = |words: &str| json!(words.repeat(20));
    for (index, stage) in (0..).zip(flow["stages"].as_array_mut().expect("stages")) {
        stage["label"] = name(if index % 2 == 0 { "字" } else { "W" });
        stage["short"] = name("短");
        for exit in stage
            .get_mut("exits")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            exit["label"] = name("失");
        }
        for split in stage
            .get_mut("splits")
            .and_then(Value::as_array_mut)
            .into_iter()
            .flatten()
        {
            for part in split["parts"].as_array_mut().expect("parts") {
                part["label"] = json!("<img onerror=ran=1>");
            }
        }
    }
}

/// The page as it would be published with that report, from this data.
pub fn published(site: &Site, report: &Report, data: &[u8]) -> String {
    let page = String::from_utf8(site.read("/index.html")).expect("the page is text");
    inject::fill(&page, report, &sha256(data)).expect("a page")
}

/// At both ends of what screens are.
async fn fits(browser: &Browser) {
    for width in [390, 1440] {
        browser.resize(width, 900).await;
        browser.until(&format!("innerWidth === {width}")).await;
        layout::fits(browser, width).await;
    }
}

#[test]
fn words_are_words_and_break_where_there_is_no_room() {
    browse(async |browser| {
        let site = Site::built().await;
        let report = hostile();
        let parsed: Report = serde_json::from_value(report.clone()).expect("a report");
        assert_eq!(
            tujie::report::check::check(&parsed),
            [],
            "it passes the check"
        );
        let data = report.to_string().into_bytes();
        let page = published(&site, &parsed, &data).into_bytes();
        site.fault("/index.html", Fault::Bytes(page));
        site.fault("/data/report.json", Fault::Bytes(data));
        let gate = site.hold(&site.wasm());

        browser.open(&site.page("?motion=off")).await;
        fits(browser).await;
        gate.open();
        browser.until_live().await;
        browser.click("button", "展开全部").await;
        fits(browser).await;

        // What is shown where is searched, unfolded and told.
        browser
            .call::<()>(include_str!("malice/use.js"), Vec::new())
            .await;
        fits(browser).await;
        let [ran, made]: [bool; 2] = browser
            .eval(
                "['ran' in window, Boolean(document.querySelector('[src=x], [onload], iframe, [href^=javascript]'))]",
            )
            .await;
        assert!(
            !ran && !made && site.asked("/x") == 0,
            "words were taken for code"
        );
        let shown: bool = browser
            .run(
                "return arguments[0].every((words) => document.querySelector('#app').textContent.includes(words));",
                vec![json!(MARKUP)],
            )
            .await;
        assert!(shown, "words are not shown as they stand");
    });
}
