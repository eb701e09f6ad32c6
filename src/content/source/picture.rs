//! The pictures in `assets/`: how large they are, `img-size`, and what drawings hold.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::{svg, unreadable};
use crate::content::Diagnostic;
use crate::content::encoding::decode;
use crate::content::guard::guarded;

/// The longest side of a picture, in pixels: that of a wide screen.
const LONGEST_SIDE: u32 = 3840;

/// The largest file of a picture, in bytes: with more than one of that size a page on a telephone
/// keeps its reader waiting.
const LARGEST_FILE: u64 = 500_000;

/// Endings of pictures.
const PICTURES: [&str; 8] = ["avif", "bmp", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// What is known of an asset.
#[derive(Default)]
pub struct Picture {
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
    /// The text of a drawing with mistakes.
    pub text: Option<String>,
    pub diagnostics: Vec<Diagnostic>,
}

/// Looks at an asset. What is no picture is left alone.
pub fn picture(root: &Path, asset: &str) -> Picture {
    let file = format!("assets/{asset}");
    let ending = asset.rsplit('.').next().unwrap_or_default();
    let read = || match ending {
        "svg" => drawing(root, &file),
        _ => photograph(root, &file),
    };
    let mut picture = match guarded(&file, read) {
        Ok(picture) => picture,
        Err(failed) => Picture {
            diagnostics: vec![*failed],
            ..Picture::default()
        },
    };
    if PICTURES.contains(&ending) && picture.diagnostics.is_empty() {
        let bytes = fs::metadata(root.join(&file)).map_or(0, |found| found.len());
        picture
            .diagnostics
            .extend(misfit(&file, picture.size, bytes));
    }
    picture
}

fn photograph(root: &Path, file: &str) -> Picture {
    let pixels = |length| u32::try_from(length).ok();
    match imagesize::size(root.join(file)) {
        Ok(size) => Picture {
            size: pixels(size.width).zip(pixels(size.height)),
            ..Picture::default()
        },
        Err(imagesize::ImageError::IoError(error)) if error.kind() != ErrorKind::UnexpectedEof => {
            refused(file, &error)
        }
        Err(_) => Picture::default(),
    }
}

fn drawing(root: &Path, file: &str) -> Picture {
    let bytes = match fs::read(root.join(file)) {
        Ok(bytes) => bytes,
        Err(error) => return refused(file, &error),
    };
    let decoded = decode(file, bytes);
    let mut diagnostics = decoded.diagnostics;
    let mut size = None;
    if decoded.sound {
        let found = svg::read(file, &decoded.text);
        size = found.size;
        diagnostics.extend(found.diagnostics);
    }
    Picture {
        size,
        text: (!diagnostics.is_empty()).then_some(decoded.text),
        diagnostics,
    }
}

fn refused(file: &str, error: &std::io::Error) -> Picture {
    let message = format!("the file cannot be read: {error}");
    Picture {
        diagnostics: vec![unreadable(file, message)],
        ..Picture::default()
    }
}

/// The warning about a picture that no page can show well.
fn misfit(file: &str, size: Option<(u32, u32)>, bytes: u64) -> Option<Diagnostic> {
    let warning = |message: String| Diagnostic::error("img-size", file, None, message).warning();
    let Some((width, height)) = size else {
        let warning = warning("the width and height of the picture cannot be read".to_owned());
        let label = match file.ends_with(".svg") {
            true => "a drawing has a `viewBox`, or `width` and `height` in pixels",
            false => "save it anew as PNG, JPEG or WebP",
        };
        return Some(warning.label(label));
    };
    if width.max(height) > LONGEST_SIDE && !file.ends_with(".svg") {
        let message = format!("the picture is {width} by {height} pixels");
        return Some(warning(message).label(format!("at most {LONGEST_SIDE} a side")));
    }
    (bytes > LARGEST_FILE).then(|| {
        let message = format!("the picture has {} kB", bytes / 1000);
        warning(message).label(format!("at most {} kB", LARGEST_FILE / 1000))
    })
}

#[cfg(test)]
mod tests {
    use super::misfit;

    #[test]
    fn a_picture_has_a_size_that_fits_a_page() {
        for (file, size, bytes, misfits) in [
            ("a.png", Some((3840, 2160)), 500_000, false),
            ("a.png", Some((3841, 10)), 1000, true),
            ("a.png", Some((10, 3841)), 1000, true),
            ("a.png", Some((10, 10)), 500_001, true),
            ("a.png", None, 1000, true),
            ("a.svg", Some((9000, 9000)), 1000, false),
            ("a.svg", None, 1000, true),
        ] {
            assert_eq!(
                misfit(file, size, bytes).is_some(),
                misfits,
                "{file} {size:?}"
            );
        }
    }
}
