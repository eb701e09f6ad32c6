//! The words of a trend, each where it touches neither other words nor, if that can be, the curve.

use super::curve::{ABOVE, Curve, Moment, PLOT, Point};
use super::label::{Anchor, Bounds, Face, LINE, Label, NARROWEST, first_free};
use super::scale::Share;
use super::unit::Unit;

/// How far the name of a level line may be from it, in steps of [`STEP`] pixels.
const NEAR: u32 = 2;
const STEP: f64 = 4.0;

impl Curve {
    /// Puts the times below the points: the first, the last, then those between that have room.
    pub fn name_times(&mut self, moments: &[Moment]) {
        let last = moments.len() - 1;
        for index in [0, last].into_iter().chain(1..last) {
            let label = Label {
                text: moments[index].short(),
                x: self.points[index].x,
                y: self.bottom + LINE,
                anchor: end_or_middle(index, last),
                face: Face::Soft,
            };
            let free = first_free([label], &self.words());
            self.labels.extend(free);
        }
    }

    /// Draws a level line with its name beside it, at its end or its start. Without room for the name
    /// there is no line: the table has the figure.
    pub fn draw_level(&mut self, y: f64, name: String) {
        let taken: Vec<_> = self.words().into_iter().chain(self.ink()).collect();
        let places = [(Share(100.0), Anchor::End), (self.start, Anchor::Start)];
        let candidates = places.into_iter().flat_map(|(x, anchor)| {
            let label = Label {
                text: name.clone(),
                x,
                y,
                anchor,
                face: Face::Soft,
            };
            self.beside(&label, false, NEAR)
        });
        let free = first_free(candidates, &taken);
        let crossed = self.words().iter().any(|words| words.meets(&self.level(y)));
        if let Some(label) = free.filter(|_| !crossed) {
            self.labels.push(label);
            self.levels.push(y);
        }
    }

    /// Puts the amounts at the first and the last point, on the side away from the curve.
    pub fn name_ends(&mut self, moments: &[Moment], unit: &Unit) {
        let last = moments.len() - 1;
        for (index, neighbour) in [(last, last - 1), (0, 1)] {
            let Point { x, y } = self.points[index];
            let is_low = self.points[neighbour].y < y;
            let label = Label {
                text: unit.money(moments[index].median),
                x,
                y,
                anchor: end_or_middle(index, last),
                face: Face::Strong,
            };
            let candidates = self.beside(&label, is_low, (PLOT / STEP) as u32);
            let words = self.words();
            let all: Vec<_> = words.iter().copied().chain(self.ink()).collect();
            let free = first_free(candidates.clone(), &all);
            self.labels
                .extend(free.or_else(|| first_free(candidates, &words)));
        }
    }

    /// The label above and below its height, nearest first, as far as the plot reaches.
    fn beside(&self, label: &Label, below_first: bool, steps: u32) -> Vec<Label> {
        let above = |step: f64| label.y - 9.0 - step * STEP;
        let below = |step: f64| label.y + 19.0 + step * STEP;
        (0..=steps)
            .map(f64::from)
            .flat_map(|step| match below_first {
                true => [below(step), above(step)],
                false => [above(step), below(step)],
            })
            .filter(|y| *y > self.bottom - PLOT - ABOVE + Face::Strong.size())
            .filter(|y| *y < self.bottom - 3.0)
            .map(|y| Label {
                y: y.round(),
                ..label.clone()
            })
            .collect()
    }

    /// The words so far, in the narrowest drawing.
    fn words(&self) -> Vec<Bounds> {
        self.labels.iter().map(Label::narrowest).collect()
    }

    /// Small rectangles along the curve and the level lines, in the narrowest drawing.
    fn ink(&self) -> Vec<Bounds> {
        let along = |(one, other): (&Point, &Point)| {
            let (from, to) = ((left(one.x), one.y), (left(other.x), other.y));
            (0..=20).map(move |step| {
                let part = f64::from(step) / 20.0;
                let between = |a: f64, b: f64| a + part * (b - a);
                dot(between(from.0, to.0), between(from.1, to.1))
            })
        };
        let levels = self.levels.iter().map(|y| self.level(*y));
        self.segments().flat_map(along).chain(levels).collect()
    }

    fn level(&self, y: f64) -> Bounds {
        Bounds {
            left: left(self.start),
            right: NARROWEST,
            top: y - 1.0,
            bottom: y + 1.0,
        }
    }
}

fn left(x: Share) -> f64 {
    x.0 / 100.0 * NARROWEST
}

fn dot(x: f64, y: f64) -> Bounds {
    const SIZE: f64 = 2.0;
    Bounds {
        left: x - SIZE,
        right: x + SIZE,
        top: y - SIZE,
        bottom: y + SIZE,
    }
}

fn end_or_middle(index: usize, last: usize) -> Anchor {
    match index {
        0 => Anchor::Start,
        _ if index == last => Anchor::End,
        _ => Anchor::Middle,
    }
}
