//! Words stand clear of each other and none is cut off, on a phone, on a desk
//! and in large type. A picture of each is kept under `target/tmp/engines`, to
//! be looked at.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::engine::in_every_engine;
use crate::page::Page;

in_every_engine!(words_stand_clear);

/// Finds what is wrong, for the browser tests; see there. It is a function of
/// the least size of letters and how clear of the water words stand, in px.
const SCRIPT: &str = include_str!("../browser/overlap.js");

/// What that asks for and old engines do not have, near enough.
const FOR_OLD_ENGINES: &str = "(() => {
    const element = Element.prototype;
    element.checkVisibility = element.checkVisibility || function () {
        return this.getClientRects().length > 0 && getComputedStyle(this).visibility === 'visible';
    };
    const pen = CanvasRenderingContext2D.prototype;
    const measured = document.createElement('canvas').getContext('2d').measureText('');
    if (!('actualBoundingBoxAscent' in measured)) {
        pen.measureText = function () {
            const size = parseFloat(/[0-9.]+px/.exec(this.font));
            return {actualBoundingBoxAscent: size * 0.88, actualBoundingBoxDescent: size * 0.12};
        };
    }
    const drawing = document.querySelector('.tj-river');
    for (const name of ['isPointInFill', 'isPointInStroke']) {
        const asked = SVGGeometryElement.prototype[name];
        SVGGeometryElement.prototype[name] = function ({x, y}) {
            const point = drawing.createSVGPoint();
            return asked.call(this, Object.assign(point, {x, y}));
        };
    }
})()";

const SHORE: u32 = 2;

/// The most that fits on a screen, in px.
const TALLEST: u32 = 16_000;

/// What was looked at, and what is wrong.
#[derive(Deserialize)]
struct Seen {
    boxes: usize,
    faults: Vec<String>,
}

async fn words_stand_clear(page: &mut Page) {
    let mut faults = Vec::new();
    for (address, width, least) in [
        ("?motion=off", 1440, 12),
        ("?motion=off", 390, 12),
        ("?motion=off&size=elder", 390, 18),
        ("?motion=off&size=elder", 1440, 18),
    ] {
        page.resize(width, 900).await;
        page.open_live(address).await;
        let height: u32 = page.eval("document.documentElement.scrollHeight").await;
        page.resize(width, height.min(TALLEST)).await;
        let kind = if least > 12 { "-elder" } else { "" };
        page.keep_picture(&format!("{width}{kind}")).await;

        page.eval::<()>(FOR_OLD_ENGINES).await;
        let look = format!("({SCRIPT})({least}, {SHORE})");
        let seen: Seen = page.eval(&look).await;
        assert!(seen.boxes > 100, "{} words", seen.boxes);
        let seen = seen.faults.into_iter();
        faults.extend(seen.map(|fault| format!("{width}{kind}: {fault}")));
    }
    assert_eq!(faults, [""; 0]);
}

impl Page {
    /// Keeps a picture of what is shown.
    async fn keep_picture(&mut self, name: &str) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("engines");
        fs::create_dir_all(&folder).expect("a folder");
        let file = folder.join(format!("{}-{name}.png", self.engine.name()));
        let picture = self.picture().await;
        fs::write(file, picture).expect("the picture is kept");
    }
}
