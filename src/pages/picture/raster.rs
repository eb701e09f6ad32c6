//! An SVG of ours to the bytes of a PNG.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree};

use super::{HEIGHT, WIDTH, typeface};

/// The PNG of a drawing.
pub fn png(svg: &str) -> Vec<u8> {
    let mut pixels = Pixmap::new(WIDTH, HEIGHT).expect("a picture is not empty");
    resvg::render(&tree(svg), Transform::identity(), &mut pixels.as_mut());
    encoded(&pixels)
}

/// The drawing with all its letters in place.
pub fn tree(svg: &str) -> Tree {
    let options = Options {
        fontdb: Arc::new(typeface::database()),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|letter, tried, fonts| {
                let mut ids = fonts.faces().map(|face| face.id);
                ids.find(|id| !tried.contains(id) && typeface::has(fonts, *id, letter))
            }),
        },
        ..Options::default()
    };
    Tree::from_str(svg, &options).expect("the template is SVG, and what stands in it is escaped")
}

/// The pixels without transparency, of which there is none: a quarter less to compress.
fn encoded(pixels: &Pixmap) -> Vec<u8> {
    let opaque: Vec<u8> = pixels
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(&opaque)?;
        writer.finish()
    });
    written.expect("writing to memory does not fail");
    bytes.shrink_to_fit();
    bytes
}
