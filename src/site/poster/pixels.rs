//! A sheet as a PNG: the same bytes for the same sheet and typefaces.

use anyhow::{Context, Result, ensure};
use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::fonts::Fonts;
use super::sheet::PosterSheet;

/// The tallest picture, in px; a report that needs more is too long to send on.
const TALLEST: u32 = 30_000;

/// Draws a sheet.
pub fn png(sheet: PosterSheet, fonts: &Fonts) -> Result<Vec<u8>> {
    let options = Options {
        fontdb: fonts.database(),
        ..Options::default()
    };
    let svg = sheet.svg()?;
    let tree = Tree::from_str(&svg, &options).context("the picture's SVG is not right")?;
    let size = tree.size().to_int_size();
    ensure!(
        size.height() <= TALLEST,
        "the picture would be {} px tall; the most is {TALLEST}",
        size.height()
    );
    let mut pixels = Pixmap::new(size.width(), size.height()).context("an empty picture")?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    encode(&pixels)
}

/// The pixels without their opacity, which is full: the sheet has a ground.
/// Areas of one colour are long runs without a filter; the lowest bit of the
/// shades, which nobody sees, would be a tenth of the file.
fn encode(pixels: &Pixmap) -> Result<Vec<u8>> {
    let (rgba, _) = pixels.data().as_chunks::<4>();
    let mut rgb = Vec::with_capacity(rgba.len() * 3);
    for &[red, green, blue, _] in rgba {
        rgb.extend_from_slice(&[red & 0xFE, green & 0xFE, blue & 0xFE]);
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().context("a PNG cannot be begun")?;
    writer
        .write_image_data(&rgb)
        .context("a PNG cannot be written")?;
    writer.finish().context("a PNG cannot be finished")?;
    Ok(bytes)
}
