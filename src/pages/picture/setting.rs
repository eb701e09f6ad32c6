//! Words to lines: as large as they fit, lines of like length, nothing beyond the edge.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation as _;

use super::typeface::{Typeface, Weight};

/// A line of text and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub x: f64,
    pub baseline: f64,
    pub size: f64,
    pub words: String,
}

/// Where words may stand, and how.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub weight: Weight,
    pub width: f64,
    pub height: f64,
    pub lines: usize,
    /// The sizes to try, largest first.
    pub sizes: &'static [f64],
    /// From one baseline to the next, as a multiple of the size.
    pub leading: f64,
}

/// Words that are set.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    pub size: f64,
    pub lines: Vec<String>,
    leading: f64,
}

impl Setting {
    /// The lines from the first baseline down, flush left at `x`.
    pub fn at(self, x: f64, first_baseline: f64) -> Vec<Line> {
        let leading = self.size * self.leading;
        let lines = self.lines.into_iter().enumerate();
        lines
            .map(|(index, words)| Line {
                x,
                baseline: (first_baseline + leading * index as f64).round(),
                size: self.size,
                words,
            })
            .collect()
    }

    /// From the first baseline to the last.
    pub fn depth(&self) -> f64 {
        self.size * self.leading * self.lines.len().saturating_sub(1) as f64
    }
}

/// A word and its width.
#[derive(Debug)]
struct Word {
    text: String,
    width: f64,
    space: f64,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.width
    }

    fn whitespace_width(&self) -> f64 {
        self.space
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Sets words as large as the frame allows. What does not fit at the smallest size ends in an
/// ellipsis; a word that is longer than a line is broken there.
pub fn set(words: &str, frame: &Frame) -> Setting {
    let face = Typeface::new(frame.weight);
    let words = face.drawable(words);
    let face = face.for_words(&words);
    let setting = |size, lines| Setting {
        size,
        lines,
        leading: frame.leading,
    };
    let whole = frame.sizes.iter().find_map(|&size| {
        let pieces = pieces(&face, &words, size);
        if pieces.iter().any(|word| word.width > frame.width) {
            return None;
        }
        let lines = balanced(&pieces, frame.width);
        let height = size * (1.0 + frame.leading * lines.len().saturating_sub(1) as f64);
        (lines.len() <= frame.lines && height <= frame.height).then(|| setting(size, lines))
    });
    whole.unwrap_or_else(|| {
        let size = frame.sizes.last().copied().unwrap_or(1.0);
        let pieces = broken(&face, &words, size, frame.width);
        let mut lines = joined(&wrap_first_fit(&pieces, &[frame.width]));
        if lines.len() > frame.lines {
            lines.truncate(frame.lines);
            shorten(&face, lines.last_mut(), size, frame.width);
        }
        setting(size, lines)
    })
}

/// The words between spaces that may break.
fn pieces(face: &Typeface, words: &str, size: f64) -> Vec<Word> {
    let space = face.width(" ", size);
    words
        .split(|c: char| c.is_whitespace() && c != '\u{a0}')
        .filter(|word| !word.is_empty())
        .map(|word| Word {
            width: face.width(word, size),
            text: word.to_owned(),
            space,
        })
        .collect()
}

/// The same, with words that are too long for a line in parts.
fn broken(face: &Typeface, words: &str, size: f64, width: f64) -> Vec<Word> {
    let mut parts = Vec::new();
    for mut word in pieces(face, words, size) {
        if word.width <= width {
            parts.push(word);
            continue;
        }
        let letters: Vec<Word> = word
            .text
            .graphemes(true)
            .map(|letter| Word {
                text: letter.to_owned(),
                width: face.width(letter, size),
                space: 0.0,
            })
            .collect();
        for part in wrap_first_fit(&letters, &[width]) {
            word.text = part.iter().map(|letter| letter.text.as_str()).collect();
            parts.push(Word {
                width: face.width(&word.text, size),
                text: word.text.clone(),
                space: word.space,
            });
        }
    }
    parts
}

/// Lines of like length: as many as the full width needs, in the narrowest width that needs no more.
fn balanced(words: &[Word], width: f64) -> Vec<String> {
    let fewest = wrap_first_fit(words, &[width]).len();
    let widest = words.iter().map(|word| word.width).fold(0.0, f64::max);
    let (mut narrow, mut wide) = (widest, width);
    while wide - narrow > 1.0 {
        let middle = (narrow + wide) / 2.0;
        match wrap_first_fit(words, &[middle]).len() <= fewest {
            true => wide = middle,
            false => narrow = middle,
        }
    }
    joined(&wrap_first_fit(words, &[wide]))
}

fn joined(lines: &[&[Word]]) -> Vec<String> {
    lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let words: Vec<&str> = line.iter().map(|word| word.text.as_str()).collect();
            words.join(" ")
        })
        .collect()
}

/// Ends a line in an ellipsis, within the width.
fn shorten(face: &Typeface, line: Option<&mut String>, size: f64, width: f64) {
    let Some(line) = line else { return };
    while face.width(line, size) + face.width("…", size) > width && line.pop().is_some() {}
    line.truncate(line.trim_end().len());
    line.push('…');
}
