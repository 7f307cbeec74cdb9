//! The pictures that are sent on, drawn and looked at.

use std::fs;
use std::path::{Path, PathBuf};

use image::GrayImage;
use resvg::usvg::{Group, Node, Options, Tree};
use rqrr::PreparedImage;
use tujie::report::Report;
use tujie::site::open_graph::BaseUrl;
use tujie::site::poster::{self, Pictures, drawings};

use crate::data::report;

/// Draws both pictures of a report and gives them back.
fn draw(name: &str, report: &Report, base: Option<&str>) -> [Vec<u8>; 2] {
    let folder = folder(name);
    let base = base.map(|base| BaseUrl::read(base).expect("an address"));
    let drawn = poster::draw(report, base.as_ref()).expect("pictures");
    let Pictures { long, card } =
        drawn.expect("no Chinese typeface; `cargo xtask test` installs one");
    fs::create_dir_all(&folder).expect("a writable folder");
    for (name, picture) in [("poster.png", &long), ("card.png", &card)] {
        fs::write(folder.join(name), picture).expect("a writable file");
    }
    [long, card]
}

/// A folder whose pictures stay to be looked at.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("poster")
        .join(name)
}

fn grey(png: &[u8]) -> GrayImage {
    image::load_from_memory(png).expect("a PNG").into_luma8()
}

/// What the codes in a picture say.
fn codes(picture: &GrayImage) -> Vec<String> {
    let (width, height) = picture.dimensions();
    let lightness = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
    let mut image =
        PreparedImage::prepare_from_greyscale(width as usize, height as usize, lightness);
    let grids = image.detect_grids();
    grids
        .iter()
        .map(|grid| grid.decode().expect("a readable code").1)
        .collect()
}

fn fixture(name: &str) -> Report {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name);
    let bytes = fs::read(path).expect("a fixture");
    serde_json::from_slice(&bytes).expect("a report")
}

#[test]
fn the_report_is_drawn_the_same_each_time_and_leads_back() {
    let address = "https://example.org/tujie/";
    let [long, card] = draw("report", &report(), Some(address));
    assert_eq!(
        draw("again", &report(), Some(address)),
        [long.clone(), card.clone()]
    );

    let picture = grey(&long);
    assert_eq!(picture.width(), 1080);
    assert!(
        (6000..12_000).contains(&picture.height()),
        "{}",
        picture.height()
    );
    assert!(long.len() < 700_000, "{} bytes", long.len());
    assert_eq!(codes(&picture), [address]);
    let card_picture = grey(&card);
    assert_eq!(codes(&card_picture), [address]);
    assert_eq!(card_picture.dimensions(), (1200, 630));
    assert!(card.len() < 300_000, "{} bytes", card.len());
}

#[test]
fn without_an_address_there_is_no_code() {
    let [long, _] = draw("no-address", &report(), None);
    assert_eq!(codes(&grey(&long)), Vec::<String>::new());
}

/// Other reports have no funnel, no tally, no stairs, other numbers of
/// chapters: the picture shows what there is and grows no longer than that.
#[test]
fn other_reports_are_drawn_as_far_as_they_go() {
    let heights = ["county.json", "no-funnel.json"].map(|name| {
        let [long, card] = draw(name, &fixture(name), None);
        assert_eq!(grey(&card).dimensions(), (1200, 630));
        grey(&long).height()
    });
    let [_, plain] = heights;
    assert!(
        plain < 3600,
        "{plain} px of a report without river and stairs"
    );

    let mut bare = report();
    bare.parts.truncate(1);
    bare.parts[0].chapters.clear();
    bare.headline.clear();
    let [long, _] = draw("bare", &bare, None);
    assert!((1000..2500).contains(&grey(&long).height()));
}

/// Only tallies were drawn; of other graphics there was not even a title.
#[test]
fn every_kind_of_graphic_is_in_the_long_picture() {
    let kinds = fixture("kinds.json");
    let mut bare = kinds.clone();
    for chapter in bare.parts.iter_mut().flat_map(|part| &mut part.chapters) {
        chapter.graphics.clear();
    }
    let heights = [("kinds", &kinds), ("kinds-bare", &bare)].map(|(name, report)| {
        let [long, _] = draw(name, report, None);
        grey(&long).height()
    });
    let graphics = kinds.chapters().map(|(_, chapter)| chapter.graphics.len());
    let room = (heights[0] - heights[1]) as usize / graphics.sum::<usize>();
    assert!(room > 200, "{room} px for each graphic");
}

/// How many shapes a picture's drawing shows; words are none.
fn shapes(group: &Group) -> usize {
    let of = |node: &Node| match node {
        Node::Group(group) => shapes(group),
        Node::Path(path) => usize::from(path.is_visible()),
        _ => 0,
    };
    group.children().iter().map(of).sum()
}

/// Their words stood over nothing: the drawings were hidden, as in a page without style.
#[test]
fn graphics_are_drawn_and_not_only_told() {
    let kinds = fixture("kinds.json");
    let mut bare = kinds.clone();
    for chapter in bare.parts.iter_mut().flat_map(|part| &mut part.chapters) {
        chapter.graphics.clear();
    }
    let [with, without] = [&kinds, &bare].map(|report| {
        let [long, _] = drawings(report, None).expect("the drawings");
        let tree = Tree::from_str(&long, &Options::default()).expect("SVG");
        shapes(tree.root())
    });
    let graphics = kinds.chapters().map(|(_, chapter)| chapter.graphics.len());
    let graphics = graphics.sum::<usize>();
    // One of each is the rule above its title.
    let drawn = with - without - graphics;
    assert!(
        drawn >= 2 * graphics,
        "{drawn} shapes in {graphics} graphics"
    );
}

/// Its modules are smaller, its plate is not.
#[test]
fn a_long_address_is_still_a_code() {
    let address = format!("https://example.org/{}/", "tujie".repeat(20));
    let [long, _] = draw("long-address", &report(), Some(&address));
    assert_eq!(codes(&grey(&long)), [address]);
}

/// A report of many parts once made a picture that no phone would open.
#[test]
fn a_long_report_makes_no_endless_picture() {
    let mut long = report();
    let parts = long.parts.clone();
    for _ in 0..9 {
        long.parts.extend(parts.clone());
    }
    let [picture, _] = draw("long", &long, Some("https://example.org/"));
    let picture = grey(&picture);
    assert!(picture.height() < 17_500, "{}", picture.height());
    assert_eq!(codes(&picture), ["https://example.org/"]);
}
