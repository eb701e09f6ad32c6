//! Words in a drawing: how much room they take, and where there is room for them.
//!
//! A drawing has a fixed height and is as wide as its column: places from left to right are shares
//! of the width, sizes of letters are pixels. What does not collide in the narrowest drawing does
//! not collide in a wider one, because shares move apart while words stay as wide as they are.

use askama::Template;

use super::scale::Share;

/// The width of the narrowest drawing in CSS pixels: a screen of 320 less its margins.
pub const NARROWEST: f64 = 280.0;

/// From one line of words to the next, in CSS pixels.
pub const LINE: f64 = 17.0;

/// How words look. The sizes are those of `charts.css`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The main words of a drawing.
    Strong,
    /// Axes and explanations.
    Soft,
}

impl Face {
    /// The height of the letters in CSS pixels.
    pub fn size(self) -> f64 {
        match self {
            Face::Strong => 13.0,
            Face::Soft => 12.0,
        }
    }

    /// The width of a line in CSS pixels, not less than in DejaVu Sans, the widest of the fonts
    /// that systems use for their interface.
    pub fn width(self, text: &str) -> f64 {
        let boldness = match self {
            Face::Strong => 1.1,
            Face::Soft => 1.0,
        };
        text.chars().map(em).sum::<f64>() * self.size() * boldness
    }
}

/// The width of a character in DejaVu Sans, rounded up, in units of the letters' size.
fn em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' => 0.28,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | 'I' | 'J' | '|' | '·' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '/' | '-' => 0.42,
        'a'..='z' if !matches!(character, 'm' | 'w') => 0.64,
        '0'..='9' | '$' | '£' | '€' => 0.64,
        'w' | '+' | '−' => 0.84,
        'm' | 'M' | 'W' | '%' | '—' | '…' | '@' => 1.0,
        'A'..='Z' => 0.79,
        '–' => 0.5,
        _ => 1.0,
    }
}

/// Which end of the words is at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of words in a drawing.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/label.html")]
pub struct Label {
    pub text: String,
    pub x: Share,
    /// The line the letters stand on, in pixels from the top.
    pub y: f64,
    pub anchor: Anchor,
    pub face: Face,
}

impl Label {
    /// The room the words take in a drawing of this width.
    pub fn bounds(&self, width: f64) -> Bounds {
        let words = self.face.width(&self.text);
        let place = self.x.0 / 100.0 * width;
        let left = match self.anchor {
            Anchor::Start => place,
            Anchor::Middle => place - words / 2.0,
            Anchor::End => place - words,
        };
        Bounds {
            left,
            right: left + words,
            top: self.y - self.face.size(),
            bottom: self.y + self.face.size() * 0.25,
        }
    }

    /// The room the words take in the narrowest drawing.
    pub fn narrowest(&self) -> Bounds {
        self.bounds(NARROWEST)
    }

    /// The same words, with the end at their place that keeps them inside the narrowest drawing.
    pub fn kept_inside(mut self) -> Self {
        let Bounds { left, right, .. } = self.narrowest();
        if left < 0.0 {
            self.anchor = Anchor::Start;
        } else if right > NARROWEST {
            self.anchor = Anchor::End;
        }
        self
    }
}

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// The least distance between words side by side.
const GAP: f64 = 4.0;

impl Bounds {
    /// Whether two rectangles share a point, or nearly so from left to right.
    pub fn meets(&self, other: &Bounds) -> bool {
        self.left < other.right + GAP
            && other.left < self.right + GAP
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The first of the labels that stays inside the narrowest drawing and meets nothing there that is
/// `taken`.
pub fn first_free(candidates: impl IntoIterator<Item = Label>, taken: &[Bounds]) -> Option<Label> {
    candidates.into_iter().find(|candidate| {
        let bounds = candidate.narrowest();
        bounds.left >= 0.0
            && bounds.right <= NARROWEST
            && taken.iter().all(|other| !bounds.meets(other))
    })
}

/// Text in lines of at most `room` pixels, broken between words, or inside a word that is longer
/// than a line.
pub fn wrap(text: &str, face: Face, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if face.width(&longer) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(String::new());
        for character in word.chars() {
            let line = lines.last_mut().expect("a line was just added");
            if !line.is_empty() && face.width(&format!("{line}{character}")) > room {
                lines.push(character.to_string());
            } else {
                line.push(character);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Face, Label, NARROWEST, Share, first_free, wrap};

    fn label(text: &str, x: f64, anchor: Anchor) -> Label {
        Label {
            text: text.to_owned(),
            x: Share(x),
            y: 20.0,
            anchor,
            face: Face::Strong,
        }
    }

    #[test]
    fn words_near_an_edge_are_kept_inside() {
        for (x, anchor) in [
            (0.0, Anchor::Start),
            (5.0, Anchor::Start),
            (50.0, Anchor::Middle),
            (95.0, Anchor::End),
        ] {
            let kept = label("US$135,980", x, Anchor::Middle).kept_inside();
            assert_eq!(kept.anchor, anchor, "{x}");
            assert!(kept.narrowest().left >= 0.0);
            assert!(kept.narrowest().right <= NARROWEST);
        }
    }

    #[test]
    fn the_first_free_place_wins() {
        let taken = [label("US$135,980", 50.0, Anchor::Middle).narrowest()];
        let places = [45.0, 60.0, 10.0, 90.0].map(|x| label("all jobs", x, Anchor::Middle));
        let found = first_free(places, &taken).expect("the third place is free");
        assert_eq!(found.x, Share(10.0));
        assert_eq!(first_free([label("jobs", 50.0, Anchor::End)], &taken), None);
    }

    #[test]
    fn text_breaks_between_words_and_inside_one_that_is_too_long() {
        for (text, room, lines) in [
            ("Senior developer", 200.0, vec!["Senior developer"]),
            ("Senior developer", 100.0, vec!["Senior", "developer"]),
            ("developmentally", 70.0, vec!["develop", "mentally"]),
            ("", 70.0, vec![]),
        ] {
            assert_eq!(wrap(text, Face::Strong, room), lines, "{text}");
        }
    }
}
