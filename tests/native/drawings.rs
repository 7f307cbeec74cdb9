//! Each drawing of the page as it is written, to the last digit. The files in
//! `tests/snapshots/drawings` open in a browser, in the page's colours; after a
//! change that is meant to be seen, `TUJIE_RENEW=1 cargo test --test native drawings`
//! writes them anew: look at each before you commit it.

use std::fs;
use std::path::Path;

use leptos::prelude::*;
use tujie::layout::qr::Qr;
use tujie::layout::river::{Counts, Orientation, River};
use tujie::layout::ticks::width;
use tujie::page::chapter::glyph::Glyph;
use tujie::page::flow::river::RiverDrawing;
use tujie::page::flow::water::Streams;
use tujie::page::graphic::linked::Bows;
use tujie::page::graphic::ratio::ShareBar;
use tujie::page::graphic::tally::Ticks;
use tujie::page::html;
use tujie::page::landscape::scene::{FooterScene, HeroScene};
use tujie::page::nav::RailBend;
use tujie::report::{Funnel, Id, Report};

use crate::data::report;

const COUNTY: &str = include_str!("../fixtures/county.json");

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

fn funnel(report: &Report) -> &Funnel {
    report.funnel().expect("a flow").1
}

#[track_caller]
fn check_river(name: &str, funnel: &Funnel) {
    for (way, orientation) in [
        ("wide", Orientation::Horizontal),
        ("tall", Orientation::Vertical),
    ] {
        let river = &River::place(&Counts::of(funnel), orientation);
        let drawing = view! { <RiverDrawing funnel river/> };
        check(&format!("{name}-{way}"), drawing);
        check(&format!("{name}-{way}-streams"), view! { <Streams river/> });
    }
}

#[test]
fn rivers() {
    check_river("river", funnel(&report()));
    let county: Report = serde_json::from_str(COUNTY).expect("a report");
    check_river("river-county", funnel(&county));
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

#[test]
fn graphics() {
    let report = report();
    let figure = |id: &str| report.figure(&Id(id.to_owned())).expect("a figure");
    for id in ["consultations", "inspections"] {
        let figure = figure(id);
        let drawing = view! { <Ticks figure width=width(&[figure.value])/> };
        check(&format!("tally-{id}"), drawing);
    }
    check("linked-one", view! { <Bows count=1/> });
    check("linked-three", view! { <Bows count=3/> });
    let (part, whole) = (figure("reports-adopted"), figure("reports"));
    check("share", view! { <ShareBar part whole/> });
}

#[test]
fn landscapes() {
    check("landscape-hero", view! { <HeroScene sections=8/> });
    check("landscape-footer", view! { <FooterScene sections=8/> });
    check("landscape-hero-of-one", view! { <HeroScene sections=1/> });
}

#[test]
fn a_code_for_cameras() {
    let code = Qr::place("https://example.org/tujie/").expect("a code");
    let side = code.side;
    let drawing =
        view! { <svg viewBox=format!("0 0 {side} {side}")><path d=code.dark.d()></path></svg> };
    check("qr", drawing);
}
