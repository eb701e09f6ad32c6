//! The letters of pictures: Libertinus Serif, under the SIL Open Font License, and DejaVu Sans Mono for
//! what it lacks.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

/// Where the faces stand in what the crate of fonts ships: regular, semibold, and what serves for
/// letters that these two lack.
const REGULAR: usize = 0;
const SEMIBOLD: usize = 4;
const SPARE: usize = 16;

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Semibold,
}

/// The faces of one weight, to measure with.
pub struct Typeface {
    face: FontRef<'static>,
    spare: FontRef<'static>,
    /// Whether letters of both faces stand beside each other, so that what both have, such as the
    /// space between two words, may be of either.
    is_mixed: bool,
}

impl Typeface {
    pub fn new(weight: Weight) -> Self {
        Typeface {
            face: font(match weight {
                Weight::Regular => REGULAR,
                Weight::Semibold => SEMIBOLD,
            }),
            spare: font(SPARE),
            is_mixed: false,
        }
    }

    /// The same to measure these words and parts of them.
    pub fn for_words(mut self, words: &str) -> Self {
        self.is_mixed = words.chars().any(|c| width_in(&self.face, c).is_none());
        self
    }

    /// How far the words reach at a size, kerning aside.
    pub fn width(&self, words: &str, size: f64) -> f64 {
        let advances = words.chars().map(|c| self.advance(c).unwrap_or_default());
        advances.sum::<f64>() * size
    }

    /// The words without what no face has a letter for, such as emoji and control characters.
    pub fn drawable(&self, words: &str) -> String {
        let drawable = words.chars().map(|c| match c {
            c if c.is_control() => ' ',
            c => c,
        });
        drawable.filter(|c| self.advance(*c).is_some()).collect()
    }

    /// The width of a letter at size 1; nothing if no face has it.
    fn advance(&self, c: char) -> Option<f64> {
        let (own, spare) = (width_in(&self.face, c), width_in(&self.spare, c));
        match self.is_mixed {
            true => own.into_iter().chain(spare).reduce(f64::max),
            false => own.or(spare),
        }
    }
}

/// The width of a letter of a face at size 1.
fn width_in(font: &FontRef, c: char) -> Option<f64> {
    let glyph = font.charmap().map(c)?;
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    metrics.advance_width(glyph).map(f64::from)
}

/// The faces, to draw with.
pub fn database() -> Database {
    let mut database = Database::new();
    for index in [REGULAR, SEMIBOLD, SPARE] {
        database.load_font_source(Source::Binary(Arc::new(bytes(index))));
    }
    database
}

/// Whether a face has a letter.
pub fn has(database: &Database, face: ID, letter: char) -> bool {
    let found = database.with_face_data(face, |data, index| {
        let font = FontRef::from_index(data, index).ok()?;
        font.charmap().map(letter)
    });
    found.flatten().is_some()
}

fn font(index: usize) -> FontRef<'static> {
    FontRef::new(bytes(index)).expect("the crate ships whole fonts")
}

fn bytes(index: usize) -> &'static [u8] {
    let font = typst_assets::fonts().nth(index);
    font.expect("the crate ships so many fonts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_faces_are_those_that_are_meant() {
        let database = database();
        let faces: Vec<_> = database
            .faces()
            .map(|face| (face.families[0].0.as_str(), face.weight.0))
            .collect();
        assert_eq!(
            faces,
            [
                ("Libertinus Serif", 400),
                ("Libertinus Serif", 600),
                ("DejaVu Sans Mono", 400),
            ]
        );
    }

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        let face = Typeface::new(Weight::Semibold);
        for (words, drawable) in [
            ("Plain", "Plain"),
            ("Rocket 🚀", "Rocket "),
            ("a\u{0}b\tc", "a b c"),
            ("naïve, ελ, Я, עברית, عربي", "naïve, ελ, Я, עברית, عربي"),
            ("<&>", "<&>"),
        ] {
            assert_eq!(face.drawable(words), drawable);
        }
    }
}
