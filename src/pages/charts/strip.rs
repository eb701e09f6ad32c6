//! The parts of a percentile strip, laid out from top to bottom.

use super::label::{Anchor, Bounds, Face, LINE, Label, NARROWEST, first_free, wrap};
use super::scale::{Scale, Share, ticks};
use super::unit::{StripRow, Unit};

/// Half the height of a band and of a tick, and the room after a strip, in pixels.
const HALF_BAND: f64 = 7.0;
const HALF_TICK: f64 = 10.0;
const AFTER: f64 = 18.0;

/// The distance of words from the end of a line that they stand beside, in percent.
const BESIDE: f64 = 1.6;

/// The ticks of an axis: at most so many, and fewer where their words are long.
const MOST_TICKS: usize = 5;

/// The part of the width that is left free at both ends, in percent, or more for long words at the ticks.
const EDGE: f64 = 7.5;

/// The axis below the strips, with lines up to their top.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    scale: Scale,
    /// Where the lines of the grid end, in pixels from the top.
    pub bottom: f64,
    pub ticks: Vec<Label>,
    /// What the axis counts.
    pub words: Label,
}

impl Axis {
    /// An axis that holds `values`, or nothing if there are none.
    pub fn new(values: &[f64], unit: &Unit) -> Option<Self> {
        let low = values.iter().copied().reduce(f64::min)?;
        let high = values.iter().copied().reduce(f64::max)?;
        let mut axes = (2..=MOST_TICKS).rev();
        let roomy = axes.find_map(|most| {
            let axis = Axis::with_ticks(low, high, most, unit);
            axis.has_room().then_some(axis)
        });
        Some(roomy.unwrap_or_else(|| Axis::with_ticks(low, high, 2, unit)))
    }

    fn with_ticks(low: f64, high: f64, most: usize, unit: &Unit) -> Self {
        let ticks = ticks(low, high, most);
        let texts = ticks.iter().map(|tick| unit.money_short(*tick));
        let widest = texts
            .map(|text| Face::Soft.width(&text))
            .fold(0.0, f64::max);
        let edge = (widest / 2.0 / NARROWEST * 100.0).max(EDGE);
        let scale = Scale {
            low: ticks[0],
            high: high.max(ticks[1]),
            start: edge,
            end: 100.0 - edge,
        };
        let label = |text: String, x: f64, anchor: Anchor| Label {
            text,
            x: Share(x),
            y: 0.0,
            anchor,
            face: Face::Soft,
        };
        let ticks = ticks.into_iter().filter(|tick| *tick <= scale.high);
        let ticks = ticks.map(|tick| label(unit.money_short(tick), scale.at(tick), Anchor::Middle));
        Axis {
            scale,
            bottom: 0.0,
            ticks: ticks.collect(),
            words: label(unit.words(), 0.0, Anchor::Start),
        }
    }

    /// Whether the words of the ticks have room side by side.
    fn has_room(&self) -> bool {
        let words: Vec<_> = self.ticks.iter().map(Label::narrowest).collect();
        words.windows(2).all(|pair| !pair[0].meets(&pair[1]))
    }

    /// Moves the axis below `end`; the answer is the height of the drawing.
    pub fn put_below(&mut self, end: f64) -> f64 {
        self.bottom = end + AFTER;
        for tick in &mut self.ticks {
            tick.y = self.bottom + LINE;
        }
        self.words.y = self.bottom + 2.0 * LINE;
        self.words.y + 5.0
    }

    fn at(&self, value: f64) -> Share {
        Share(self.scale.at(value))
    }
}

/// One figure as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// The words of the row, and the amount above its tick.
    pub labels: Vec<Label>,
    /// The middle line of the strip, in pixels from the top.
    pub y: f64,
    /// Where the line from the 10th to the 90th percentile begins and ends.
    pub line: Option<(Share, Share)>,
    /// Where the band of the middle half begins, and how wide it is.
    pub band: Option<(Share, Share)>,
    pub median: Option<Share>,
    pub mean: Option<Share>,
    /// Words below the strip that say what its parts are.
    pub key: Vec<Label>,
}

/// The words above a strip, as if it were at the top.
#[derive(Clone, Debug, PartialEq)]
struct Words {
    name: Vec<Label>,
    /// The median or mean, at the height of the last line of the name.
    amount: Option<Label>,
}

impl Words {
    fn new(row: &StripRow, axis: &Axis, unit: &Unit, is_first: bool) -> Self {
        let lines = wrap(&row.label, Face::Strong, NARROWEST);
        let label = |(index, text): (usize, String)| Label {
            text,
            x: Share(0.0),
            y: Face::Strong.size() + index as f64 * LINE,
            anchor: Anchor::Start,
            face: Face::Strong,
        };
        let name: Vec<_> = lines.into_iter().enumerate().map(label).collect();
        let kind = match (row.mean(), is_first) {
            (Some(_), _) => "mean ",
            (None, true) => "median ",
            (None, false) => "",
        };
        let middle = row.pay.figure.median.or(row.mean());
        let amount = middle.map(|value| {
            let label = Label {
                text: format!("{kind}{}", unit.money(value)),
                x: axis.at(value),
                y: name.last().map_or(Face::Strong.size(), |line| line.y),
                anchor: Anchor::Middle,
                face: Face::Strong,
            };
            label.kept_inside()
        });
        Words { name, amount }
    }

    /// Whether the amount has room beside the name.
    fn fit(&self) -> bool {
        let taken: Vec<_> = self.name.iter().map(Label::narrowest).collect();
        let amount = self.amount.clone();
        amount.is_none_or(|amount| first_free([amount], &taken).is_some())
    }
}

impl Strip {
    /// A strip per row, each below the one before; the first has its parts named.
    pub fn all(rows: &[&StripRow], axis: &Axis, unit: &Unit) -> Vec<Self> {
        let words: Vec<_> = rows
            .iter()
            .enumerate()
            .map(|(index, row)| Words::new(row, axis, unit, index == 0))
            .collect();
        let fit = words.iter().all(Words::fit);
        let mut strips: Vec<Strip> = Vec::new();
        for (row, words) in rows.iter().zip(words) {
            let top = strips.last().map_or(0.0, |above| above.bottom() + AFTER);
            let strip = Strip::new(row, words, axis, top, fit);
            strips.push(if strips.is_empty() {
                strip.with_key()
            } else {
                strip
            });
        }
        strips
    }

    fn new(row: &StripRow, words: Words, axis: &Axis, top: f64, fit: bool) -> Self {
        let Words { name, amount } = words;
        let amount = amount.map(|label| Label {
            y: label.y + if fit { 0.0 } else { LINE },
            ..label
        });
        let mut labels: Vec<_> = name.into_iter().chain(amount).collect();
        for label in &mut labels {
            label.y += top;
        }
        let lowest = labels.iter().map(|label| label.y).fold(top, f64::max);
        let figure = row.pay.figure;
        let at = |value: f64| axis.at(value);
        let between = |low: Option<f64>, high: Option<f64>| Some((at(low?), at(high?)));
        Strip {
            labels,
            y: lowest + 8.0 + HALF_BAND,
            line: between(figure.p10, figure.p90),
            band: between(figure.p25, figure.p75).map(|(from, to)| (from, Share(to.0 - from.0))),
            median: figure.median.map(at),
            mean: row.mean().map(at),
            key: Vec::new(),
        }
    }

    /// Where the band begins and how high it is, in pixels.
    pub fn band_height(&self) -> (f64, f64) {
        (self.y - HALF_BAND, 2.0 * HALF_BAND)
    }

    /// Where the tick of the median begins and ends, in pixels from the top.
    pub fn tick_height(&self) -> (f64, f64) {
        (self.y - HALF_TICK, self.y + HALF_TICK)
    }

    /// Where the strip and the words at it end, in pixels from the top.
    pub fn bottom(&self) -> f64 {
        let words = self.key.iter().map(|label| label.y + 3.0);
        words.fold(self.y + HALF_BAND, f64::max)
    }

    /// Names the parts of the strip: the band below it, the ends of the line beside them or below
    /// them, both alike, as far as there is room.
    fn with_key(mut self) -> Self {
        let below = self.y + HALF_BAND + 15.0;
        let label = |text: &str, x: f64, y: f64, anchor: Anchor| Label {
            text: text.to_owned(),
            x: Share(x),
            y,
            anchor,
            face: Face::Soft,
        };
        let mut taken: Vec<_> = self.labels.iter().map(Label::narrowest).collect();
        if let Some((from, width)) = self.band {
            let middle = from.0 + width.0 / 2.0;
            let name = label("middle half", middle, below, Anchor::Middle).kept_inside();
            taken.push(name.narrowest());
            self.key.push(name);
        }
        if let Some((from, to)) = self.line {
            let beside = self.y + 4.0;
            let ends = [
                [
                    label("10th", from.0 - BESIDE, beside, Anchor::End),
                    label("90th", to.0 + BESIDE, beside, Anchor::Start),
                ],
                [
                    label("10th", from.0, below, Anchor::Middle).kept_inside(),
                    label("90th", to.0, below, Anchor::Middle).kept_inside(),
                ],
            ];
            let free = ends.into_iter().find_map(|ends| both_free(ends, &taken));
            self.key.extend(free.into_iter().flatten());
        }
        self
    }
}

/// The two labels, if both have room.
fn both_free([low, high]: [Label; 2], taken: &[Bounds]) -> Option<[Label; 2]> {
    let low = first_free([low], taken)?;
    let taken = [taken, &[low.narrowest()]].concat();
    Some([low, first_free([high], &taken)?])
}
