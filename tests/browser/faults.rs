//! The fault matrix: whatever goes wrong, the reader has the report, is told
//! what is missing, and has it as soon as the fault is gone.
//!
//! A row is a fault. Its columns: how it comes about; the page's state; what the
//! notice offers; what makes the page whole once the fault is lifted. And in
//! every row: all text is there, nothing turns without end, sections open and
//! close, and no control is shown that does nothing.
//!
//! - `row`: what a row is made of, and how one is walked.
//! - `deeds`: what happens to a page that is there.

use serde_json::{Value, json};

pub use self::deeds::TRANSLATE;
use self::deeds::*;
use self::row::How::{Again, Early, Late, Policy, Script};
use self::row::Mends::{Anew, AtOnce, InPlace, Nothing, Reload};
use self::row::Offers::{Retry, Silence, Words};
pub use self::row::STYLE;
use self::row::{
    DATA, GLUE, How, LOADER, OPTIONS, Row, WASM, WRITER, WRITER_GLUE, half, none, other, row,
    served, walk,
};
use crate::browser::browse;
use crate::server::Fault;
use crate::server::Fault::{Bytes, Cut, Half, Html, Mime, Missing, Overloaded, Unmeasured};

mod deeds;
mod row;

/// Walks every row, each in a tab of its own; tells of all that fail.
fn matrix(rows: Vec<Row>) {
    browse(async |browser| {
        let mut failed = Vec::new();
        for row in rows {
            if !walk(browser, &row).await {
                failed.push(row.what);
            }
        }
        assert_eq!(failed, [""; 0], "what each met stands above");
    });
}

/// The app's program: the WASM, its glue, and what starts them.
#[test]
#[rustfmt::skip]
fn the_program() {
    matrix(vec![
        // what goes wrong                 how                                       state             offered  mended
        row("no WASM in the browser",      Script("delete window.WebAssembly;"),     "failed no-wasm", Words,   Nothing),
        row("WASM with nothing in it",     Script("window.WebAssembly = {};"),       "failed no-wasm", Words,   Nothing),
        row("WASM forbidden by policy",    Policy(" 'wasm-unsafe-eval'", ""),        "failed compile", Retry,   Anew),
        row("fetching forbidden",          Policy("connect-src 'self'", "connect-src 'none'"), "failed load", Retry, Anew),
        row("scripts forbidden",           Policy("script-src 'self' 'wasm-unsafe-eval'", "script-src 'none'"), "static", Silence, Reload),
        row("WASM missing",                served(WASM, [Missing]),                  "failed load",    Retry,   InPlace),
        row("WASM breaks off",             served(WASM, [Cut]),                      "failed load",    Retry,   InPlace),
        // A proxy kept half a file, and so does the browser, for a year.
        row("half a WASM",                 served(WASM, [Half]),                     "failed load",    Retry,   InPlace),
        row("a page for a WASM",           served(WASM, [Html]),                     "failed load",    Retry,   InPlace),
        row("other bytes for a WASM",      served(WASM, [Bytes(b"\0asm\x01\0\0\0".to_vec())]), "failed load", Retry, InPlace),
        row("a host with too much to do",  served(WASM, [Overloaded]),               "failed load",    Retry,   InPlace),
        row("WASM as bytes of any kind",   served(WASM, [Mime("application/octet-stream")]), "live",   Silence, Nothing),
        row("WASM as text",                served(WASM, [Mime("text/plain")]),       "live",           Silence, Nothing),
        row("no WASM comes",               none(WASM, 20_000),                       "failed load",    Retry,   InPlace),
        row("WASM stalls half-way",        half(WASM, 20_000),                       "failed load",    Retry,   InPlace),
        row("glue missing",                served(GLUE, [Missing]),                  "failed load",    Retry,   InPlace),
        row("half a glue",                 served(GLUE, [Half]),                     "failed load",    Retry,   InPlace),
        row("a page for a glue",           served(GLUE, [Html]),                     "failed load",    Retry,   InPlace),
        row("glue as text",                served(GLUE, [Mime("text/plain")]),       "live",           Silence, Nothing),
        row("no glue comes",               none(GLUE, 20_000),                       "failed load",    Retry,   InPlace),
        row("loader missing",              served(LOADER, [Missing]),                "static",         Silence, Reload),
        row("options missing",             served(OPTIONS, [Missing]),               "live",           Silence, Nothing),
        row("style missing",               served(STYLE, [Missing]),                 "live",           Silence, Nothing),
        row("a panic at the start",        Script(REFUSE),                    "failed panic",   Retry,   Anew),
        row("a call that throws at the start", Script(THROW),                 "failed panic",   Retry,   Anew),
        row("scripts of others that throw", Script(INJECT),                   "live",           Silence, Nothing),
    ]);
}

/// What the page fetches to show.
#[test]
#[rustfmt::skip]
fn the_data() {
    matrix(vec![
        // what goes wrong                 how                                       state             offered  mended
        row("data missing",                served(DATA, [Missing]),                  "failed data",    Retry,   InPlace),
        row("a page for data",             served(DATA, [Html]),                     "failed data",    Retry,   InPlace),
        row("half the data",               served(DATA, [Half]),                     "failed data",    Retry,   InPlace),
        row("data breaks off",             served(DATA, [Cut]),                      "failed data",    Retry,   InPlace),
        row("a host with too much to do",  served(DATA, [Overloaded]),               "failed data",    Retry,   InPlace),
        row("no data comes",               none(DATA, 10_000),                       "failed data",    Retry,   InPlace),
        row("data stalls half-way",        half(DATA, 10_000),                       "failed data",    Retry,   InPlace),
        row("nothing in the file",         served(DATA, [Bytes(Vec::new())]),        "failed data",    Retry,   InPlace),
        row("bytes that are no text",      served(DATA, [Bytes(vec![0xFF; 99])]),    "failed data",    Retry,   InPlace),
        row("a list for a report",         served(DATA, [Bytes(b"[]".to_vec())]),    "failed data",    Retry,   InPlace),
        row("a number for a phrase",       edited("/figures/0/phrase", json!(20)),     "failed data",    Retry,   InPlace),
        row("a number for text",           edited("/preface/text", json!(20)),       "failed data",    Retry,   InPlace),
        row("null for a list",             edited("/parts", json!(null)),            "failed data",    Retry,   InPlace),
        row("a list for a group",          edited("/title", json!([])),              "failed data",    Retry,   InPlace),
        row("a stage of no figure",        edited("/parts/2/flows/0/stages/1/figure", json!("none")), "failed data", Retry, InPlace),
        row("3 MiB",                       served(DATA, [padded(3 << 20)]),          "failed data",    Retry,   InPlace),
        // A host that compresses as it sends cannot tell the length in advance.
        row("3 MiB nobody announced",      served(DATA, [padded(3 << 20), Unmeasured]), "failed data", Retry,   InPlace),
        row("fields nobody knows",         unknown(),                "live",           Silence, Nothing),
        row("data as text",                served(DATA, [Mime("text/plain")]),       "live",           Silence, Nothing),
        row("changed while open",          Late(REPLACE),                           "live",           Silence, Nothing),
    ]);
}

/// What writes the page where the data asks for another than the served one.
#[test]
#[rustfmt::skip]
fn the_writer() {
    matrix(vec![
        // what goes wrong                 how                                       state             offered  mended
        row("another report",              other(served(WRITER, [])),                "live",           Silence, Nothing),
        row("writer missing",              other(served(WRITER, [Missing])),         "failed data",    Retry,   InPlace),
        row("its glue missing",            other(served(WRITER_GLUE, [Missing])),    "failed data",    Retry,   InPlace),
        row("a page for the writer",       other(served(WRITER, [Html])),            "failed data",    Retry,   InPlace),
        row("half a writer",               other(served(WRITER, [Half])),            "failed data",    Retry,   InPlace),
        row("half its glue",               other(served(WRITER_GLUE, [Half])),       "failed data",    Retry,   InPlace),
        row("no writer comes",             other(none(WRITER, 20_000)),              "failed data",    Retry,   InPlace),
        row("its glue never comes",        other(none(WRITER_GLUE, 20_000)),         "failed data",    Retry,   InPlace),
        row("a writer that is blocked",    other(Script(BLOCK)),                     "failed data",    Retry,   InPlace),
        row("no word of when it painted",  other(Script(NO_ENTRIES)),                "live",           Silence, Nothing),
        row("a writer that crashes",       other(Script(CRASH)),                     "failed data",    Retry,   InPlace),
    ]);
}

/// Where the page is read.
#[test]
#[rustfmt::skip]
fn the_circumstances() {
    matrix(vec![
        // what goes wrong                 how                                       state             offered  mended
        row("storage that throws",         Script(NO_STORAGE),                "live",           Silence, Nothing),
        row("storage that is full",        Script(FULL_STORAGE),              "live",           Silence, Nothing),
        row("no storage",                  Script(NULL_STORAGE),              "live",           Silence, Nothing),
        row("a hidden tab",                Script(HIDDEN),                    "live",           Silence, Nothing),
        row("translated at the start",     Early(TRANSLATE),                         "live",           Silence, Nothing),
        row("translated while open",       Late(TRANSLATE),                          "live",           Silence, Nothing),
        row("taken apart while open",      Late(TAKE_APART),                              "live",           Silence, Nothing),
        row("less motion wanted midway",   Late(WANT_LESS_MOTION),                            "live",           Silence, Nothing),
        row("out of memory while open",    Late(EXHAUST),                            "failed panic",   Retry,   Anew),
    ]);
}

/// Later visits: the site is kept.
#[test]
#[rustfmt::skip]
fn later_visits() {
    matrix(vec![
        // what goes wrong                 how                                       state             offered  mended
        row("no network",                  Again(UNPLUG),                            "live",           Silence, Nothing),
        row("a network with no answers",   Again(FALL_SILENT),                            "live",           Silence, Nothing),
        // Only no answer and a broken host are better replaced by a kept copy.
        row("a host with too much to do",  Again(OVERLOAD),                   "live",           Silence, Nothing),
        row("data missing",                Again(WITHDRAW),                   "failed data",    Retry,   InPlace),
        row("a kept WASM is damaged",      Again(DAMAGE),                     "failed load",    Retry,   AtOnce),
    ]);
}

/// The data file of the site.
fn file() -> Vec<u8> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/dist/data/report.json");
    std::fs::read(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}

fn report() -> Value {
    serde_json::from_slice(&file()).expect("the data file is JSON")
}

/// The data file with another value there.
fn edited(pointer: &str, value: Value) -> How {
    let mut report = report();
    *report.pointer_mut(pointer).expect(pointer) = value;
    served(DATA, [Bytes(report.to_string().into_bytes())])
}

/// The data file with more in it than this page knows, as a newer one may have.
fn unknown() -> How {
    let mut report = report();
    report["colour"] = json!("red");
    report["parts"][0]["chapters"][0]["note"] = json!({"by": [[["us"]]]});
    served(DATA, [Bytes(report.to_string().into_bytes())])
}

/// The data file with white space at its end up to that size.
fn padded(bytes: usize) -> Fault {
    let mut file = file();
    file.resize(bytes, b' ');
    Bytes(file)
}
