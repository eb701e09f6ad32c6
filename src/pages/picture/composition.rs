//! Where everything stands in a picture.

use askama::Template;

use crate::pages::assets;

use super::ladder::Ladder;
use super::setting::{Frame, Line, set};
use super::typeface::Weight;
use super::{Below, Subject};

/// The edges of what is set.
const LEFT: f64 = 72.0;
const RIGHT: f64 = 1128.0;

/// The first baseline of the kicker, and the top of the title below it.
const KICKER: f64 = 104.0;
const TOP: f64 = 148.0;

/// The top of a title that no kicker stands above.
const HIGH: f64 = 88.0;

/// The last baseline above the rule at the foot.
const BOTTOM: f64 = 504.0;

/// Capitals are so high, as a part of their size.
const CAPITALS: f64 = 0.66;

const TITLE: Frame = Frame {
    weight: Weight::Semibold,
    width: RIGHT - LEFT,
    height: 0.0,
    lines: 4,
    sizes: &[
        128.0, 116.0, 104.0, 96.0, 88.0, 80.0, 72.0, 66.0, 60.0, 54.0, 48.0, 44.0,
    ],
    leading: 1.06,
};

const KIND: Frame = Frame {
    weight: Weight::Semibold,
    width: RIGHT - LEFT,
    height: 40.0,
    lines: 1,
    sizes: &[36.0],
    leading: 1.0,
};

const AMOUNT: Frame = Frame {
    weight: Weight::Semibold,
    width: RIGHT - LEFT,
    height: 64.0,
    lines: 1,
    sizes: &[60.0, 54.0, 48.0, 42.0, 36.0],
    leading: 1.0,
};

const NOTE: Frame = Frame {
    weight: Weight::Regular,
    width: RIGHT - LEFT,
    height: 80.0,
    lines: 2,
    sizes: &[32.0, 30.0],
    leading: 1.2,
};

const WORDS: Frame = Frame {
    height: 132.0,
    lines: 3,
    sizes: &[40.0, 38.0, 36.0, 34.0, 32.0],
    ..NOTE
};

const NAME: Frame = Frame {
    weight: Weight::Semibold,
    width: RIGHT - LEFT - 56.0,
    height: 40.0,
    lines: 1,
    sizes: &[34.0, 28.0],
    leading: 1.0,
};

/// Everything in a picture, in its place.
#[derive(Template)]
#[template(path = "picture.svg")]
pub struct Composition {
    kicker: Vec<Line>,
    title: Vec<Line>,
    amount: Vec<Line>,
    note: Vec<Line>,
    ladder: Option<Ladder>,
    icon: String,
    name: Vec<Line>,
}

impl Composition {
    /// The picture of a subject in the guide of this name.
    pub fn new(guide: &str, subject: &Subject) -> Self {
        let mut picture = Composition {
            kicker: set(&subject.kind, &KIND).at(LEFT, KICKER),
            title: Vec::new(),
            amount: Vec::new(),
            note: Vec::new(),
            ladder: None,
            icon: icon(),
            name: set(guide, &NAME).at(LEFT + 52.0, 590.0),
        };
        let end = match &subject.below {
            Below::Nothing => BOTTOM,
            Below::Words(words) => picture.words(words),
            Below::Figure { amount, note } => picture.figure(amount, note),
            Below::Ladder(stops) => {
                let (top, bottom) = match stops.divides() {
                    true => (340.0, 430.0),
                    false => (410.0, 410.0),
                };
                picture.ladder = Some(Ladder::new(stops, LEFT, RIGHT, top, bottom));
                top - 44.0
            }
        };
        let top = match picture.kicker.is_empty() {
            true => HIGH,
            false => TOP,
        };
        let frame = Frame {
            height: end - top,
            ..TITLE
        };
        let title = set(&subject.title, &frame);
        let first = top + title.size * CAPITALS;
        picture.title = title.at(LEFT, first.round());
        picture
    }

    /// All lines of text that are not of a ladder, from the top down.
    #[cfg(test)]
    pub fn lines(self) -> Vec<Line> {
        let parts = [self.kicker, self.title, self.amount, self.note, self.name];
        parts.into_iter().flatten().collect()
    }

    /// Sets words at the foot and gives the edge below which a title may not reach.
    fn words(&mut self, words: &str) -> f64 {
        let words = set(words, &WORDS);
        let first = BOTTOM - words.depth();
        let top = first - words.size * CAPITALS;
        self.note = words.at(LEFT, first);
        top - 40.0
    }

    /// Sets a figure at the foot and gives the edge below which a title may not reach.
    fn figure(&mut self, amount: &str, note: &str) -> f64 {
        let note = set(note, &NOTE);
        let first = BOTTOM - note.depth();
        self.note = note.at(LEFT, first);
        let amount = set(amount, &AMOUNT);
        let baseline = first - 50.0;
        let top = baseline - amount.size * CAPITALS;
        self.amount = amount.at(LEFT, baseline);
        top - 40.0
    }
}

/// The drawing of the icon, without its own frame.
fn icon() -> String {
    let bytes = assets::bytes("icon.svg").unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let inside = text.split_once('>').map_or("", |(_, inside)| inside);
    inside.trim_end().trim_end_matches("</svg>").to_owned()
}
