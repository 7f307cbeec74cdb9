//! Each drawing of the page as it is written, to the last digit. The files in
//! `tests/snapshots/drawings` open in a browser, in the page's colours; after a
//! change that is meant to be seen, `TUJIE_RENEW=1 cargo test --test native drawings`
//! writes them anew: look at each before you commit it.

use std::fs;
use std::path::Path;

use leptos::prelude::*;
use tujie::layout::qr::Qr;
use tujie::layout::river::{Counts, Orientation, River};
use tujie::page::chapter::glyph::Glyph;
use tujie::page::flow::river::RiverDrawing;
use tujie::page::flow::water::Streams;
use tujie::page::graphic::{LineDrawing, lines as lines_of};
use tujie::page::html;
use tujie::page::landscape::scene::{FooterScene, HeroScene};
use tujie::page::nav::RailBend;
use tujie::report::{Flow, Report, Scenery};

use crate::data::report;

const COUNTY: &str = include_str!("../fixtures/county.json");
const KINDS: &str = include_str!("../fixtures/kinds.json");

/// What makes a drawing a picture of its own, in the page's style.
const HEAD: &str = "<?xml-stylesheet href=\"../../../style/main.css\"?>\n";

#[track_caller]
fn check(name: &str, drawing: impl IntoView) {
    let drawn = lines(&html(drawing));
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots/drawings")
        .join(name)
        .with_extension("svg");
    if std::env::var_os("TUJIE_RENEW").is_some() {
        fs::create_dir_all(path.with_file_name("")).expect("a folder");
        fs::write(&path, &drawn).expect("a writable folder");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let drawn: Vec<&str> = drawn.lines().collect();
    let expected: Vec<&str> = expected.lines().collect();
    let same = drawn.iter().zip(&expected);
    let same = same.take_while(|(drawn, expected)| drawn == expected);
    let first = same.count();
    assert!(
        drawn == expected,
        "{name}.svg differs from line {}\n  drawn    {}\n  expected {}",
        first + 1,
        drawn.get(first).unwrap_or(&"nothing"),
        expected.get(first).unwrap_or(&"nothing")
    );
}

/// An element a line, so that a difference is read.
fn lines(svg: &str) -> String {
    let svg = svg.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    let mut out = HEAD.to_owned();
    let mut opened = "";
    for piece in svg.split_inclusive('>') {
        let empty = piece
            .strip_prefix("</")
            .and_then(|end| end.strip_suffix('>'));
        if empty.is_some_and(|name| name == opened) {
            out.pop();
        }
        out.push_str(piece);
        out.push('\n');
        let tag = piece.rsplit('<').next().unwrap_or_default();
        opened = tag.split([' ', '>']).next().unwrap_or_default();
    }
    out
}

#[test]
fn a_line_holds_an_element() {
    let lines =
        lines("<svg a=\"1\"><g><path d=\"\"></path><text>字<tspan>b</tspan></text></g></svg>");
    let expected = [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" a=\"1\">",
        "<g>",
        "<path d=\"\"></path>",
        "<text>",
        "字<tspan>",
        "b</tspan>",
        "</text>",
        "</g>",
        "</svg>",
    ];
    assert_eq!(lines.lines().skip(1).collect::<Vec<_>>(), expected);
}

fn flow(report: &Report) -> &Flow {
    report.flows().next().expect("a flow").1
}

#[track_caller]
fn check_river(name: &str, report: &Report) {
    let counted = &flow(report).counted(report);
    for (way, orientation) in [
        ("wide", Orientation::Horizontal),
        ("tall", Orientation::Vertical),
    ] {
        let river = &River::place(&Counts::of(counted), orientation);
        let drawing = view! { <RiverDrawing counted river/> };
        check(&format!("{name}-{way}"), drawing);
        check(&format!("{name}-{way}-streams"), view! { <Streams river/> });
    }
}

#[test]
fn rivers() {
    check_river("river", &report());
    let county: Report = serde_json::from_str(COUNTY).expect("a report");
    check_river("river-county", &county);
}

/// The flows of one report share a scale.
#[test]
fn rivers_of_other_reports() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in ["chongqing", "kunming", "shenzhen", "national"] {
        let data = fs::read(fixtures.join(name).with_extension("json")).expect("a fixture");
        let report: Report = serde_json::from_slice(&data).expect("a report");
        let flows: Vec<_> = report.flows().map(|(_, flow)| flow).collect();
        let counts = flows.iter().map(|flow| Counts::of(&flow.counted(&report)));
        let counts: Vec<_> = counts.collect();
        for (way, orientation) in [
            ("wide", Orientation::Horizontal),
            ("tall", Orientation::Vertical),
        ] {
            let shared = River::shared(&counts, orientation);
            for (flow, counts) in flows.iter().zip(&counts) {
                let river = &match shared {
                    Some(k) => River::scaled(counts, orientation, k),
                    None => River::place(counts, orientation),
                };
                let counted = &flow.counted(&report);
                let drawing = view! { <RiverDrawing counted river/> };
                check(&format!("river-{name}-{}-{way}", flow.id.0), drawing);
            }
        }
    }
}

#[test]
fn glyphs() {
    check("glyph-first", view! { <Glyph number=1 of=8/> });
    check("glyph-inside", view! { <Glyph number=5 of=8/> });
    check("glyph-of-many", view! { <Glyph number=30 of=60/> });
}

#[test]
fn the_way_along_the_rail() {
    for index in 0..3 {
        check(&format!("rail-{index}"), view! { <RailBend index/> });
    }
}

/// Of each kind what tells its drawings apart, by the graphic's id and the line.
#[test]
fn graphics() {
    let report: Report = serde_json::from_str(KINDS).expect("a report");
    let chapters = report.chapters();
    let graphics: Vec<_> = chapters
        .flat_map(|(_, chapter)| &chapter.graphics)
        .collect();
    for (name, id, line) in [
        ("tally", "forums", 0),
        ("share", "adopted", 0),
        ("pair-before", "gdp", 0),
        ("pair-after", "gdp", 1),
        ("pair-open", "tax", 0),
        ("pair-about", "tax", 1),
        ("change-up", "changes", 0),
        ("change-down", "changes", 1),
        ("change-open", "changes", 4),
        ("parts-first", "results", 0),
        ("parts-second", "results", 1),
        ("parts-rest", "results", 3),
        ("percent", "filing-rate", 0),
        ("units-few", "reach", 0),
        ("units-open", "reach", 1),
        ("units-about", "nearly", 0),
    ] {
        let graphic = graphics.iter().find(|graphic| graphic.id.0 == id);
        let graphic = graphic.expect("a graphic");
        let lines = lines_of(graphic.kind, &graphic.drawn(&report));
        let line = lines.into_iter().nth(line).expect("a line");
        let drawing = line.drawing.expect("a drawing");
        check(
            &["graphic-", name].concat(),
            view! { <LineDrawing drawing/> },
        );
    }
}

#[test]
fn landscapes() {
    check(
        "landscape-hero",
        view! { <HeroScene sections=8 scenery=Scenery::Hills/> },
    );
    check(
        "landscape-plain",
        view! { <HeroScene sections=8 scenery=Scenery::Plain/> },
    );
    check("landscape-footer", view! { <FooterScene sections=8/> });
    check(
        "landscape-hero-of-one",
        view! { <HeroScene sections=1 scenery=Scenery::Hills/> },
    );
}

#[test]
fn a_code_for_cameras() {
    let code = Qr::place("https://example.org/tujie/").expect("a code");
    let side = code.side;
    let drawing =
        view! { <svg viewBox=format!("0 0 {side} {side}")><path d=code.dark.d()></path></svg> };
    check("qr", drawing);
}
