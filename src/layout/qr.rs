//! A QR code as one shape.

use super::path::Path;
use super::point::at;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light border that readers need around a code, in modules.
pub const QUIET: u32 = 4;

/// A code in a square box: one u is a module.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// The side of the box, with the quiet zone, in u.
    pub side: u32,
    /// The dark modules; the rest of the box has to be light.
    pub dark: Path,
}

impl Qr {
    /// The code of a text, of medium error correction; none where the text is
    /// too long for a code: more than 2331 bytes.
    pub fn place(text: &str) -> Option<Qr> {
        let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
        let size = code.size();
        let quiet = f64::from(QUIET);
        let mut dark = Path::new();
        for y in 0..size {
            let mut x = 0;
            while x < size {
                let start = x;
                while code.get_module(x, y) {
                    x += 1;
                }
                if x > start {
                    // Modules beside each other are one bar, so that no seam shows.
                    let left = f64::from(start) + quiet;
                    let right = f64::from(x) + quiet;
                    let top = f64::from(y) + quiet;
                    dark.move_to(at(left, top));
                    dark.line_to(at(right, top));
                    dark.line_to(at(right, top + 1.0));
                    dark.line_to(at(left, top + 1.0));
                    dark.close();
                }
                x += 1;
            }
        }
        let side = size.unsigned_abs() + 2 * QUIET;
        Some(Qr { side, dark })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rqrr::PreparedImage;

    /// Draws the path as a camera sees it, `scale` px a module, and reads it.
    fn read(qr: &Qr, scale: usize) -> String {
        let side = qr.side as usize;
        let mut dark = vec![false; side * side];
        for (x, y, width) in bars(&qr.dark.d()) {
            dark[y * side + x..][..width].fill(true);
        }
        let lightness = |x: usize, y: usize| {
            if dark[y / scale * side + x / scale] {
                0
            } else {
                255
            }
        };
        let mut image =
            PreparedImage::prepare_from_greyscale(side * scale, side * scale, lightness);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().expect("a readable code").1
    }

    /// Left, top and length of each bar `m x y h length v1 h-length z`, whose
    /// first place is relative to the beginning of the bar before.
    fn bars(d: &str) -> Vec<(usize, usize, usize)> {
        let (mut x, mut y) = (0i32, 0i32);
        let bars = d.split('m').skip(1).map(|bar| {
            let (start, rest) = bar.split_once('h').expect("a bar");
            let cut = start.rfind([' ', '-']).expect("two numbers");
            let (dx, dy) = start.split_at(cut);
            x += dx.parse::<i32>().expect("a number");
            y += dy.trim().parse::<i32>().expect("a number");
            let (length, _) = rest.split_once('v').expect("a bar");
            (x as usize, y as usize, length.parse().expect("a length"))
        });
        bars.collect()
    }

    #[track_caller]
    fn check(text: &str) {
        let qr = Qr::place(text).expect("a code");
        assert_eq!(read(&qr, 4), text);
    }

    #[test]
    fn a_code_reads_as_its_text() {
        check("https://example.org/tujie/");
        check("http://127.0.0.1:8080/index.html?view=funnel#growth");
        check("https://example.org/图解/?q=渝事好商量");
        check(&"https://example.org/".repeat(20));
    }

    #[test]
    fn four_light_modules_stand_around_it() {
        let qr = Qr::place("tujie").expect("a code");
        let side = qr.side as usize;
        for (x, y, width) in bars(&qr.dark.d()) {
            assert!(x >= 4 && x + width <= side - 4 && y >= 4 && y < side - 4);
        }
        assert_eq!(qr.side, 21 + 8);
    }

    #[test]
    fn what_no_code_can_hold_has_none() {
        assert!(Qr::place(&"a".repeat(2331)).is_some());
        assert_eq!(Qr::place(&"a".repeat(2332)), None);
    }
}
