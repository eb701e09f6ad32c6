//! The drawing of a trend: points joined by lines, level lines, and the words at them.

use jiff::civil::Date;

use crate::site::{Baseline, PayRow};

use super::label::{Anchor, Face, LINE, Label, NARROWEST, wrap};
use super::scale::{Scale, Share, ticks};
use super::unit::Unit;

/// A median and the time it is of.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The last day of the collection, if the source says so.
    pub day: Option<Date>,
    /// What the source says of the time: `May 2025`.
    pub reference: String,
    pub median: f64,
    /// The name of the edition: `BLS, May 2025`.
    pub source: String,
}

impl Moment {
    pub fn new(row: &PayRow, median: f64) -> Self {
        Moment {
            day: row.edition.source.collected.map(|span| span.to),
            reference: row.edition.reference.clone(),
            median,
            source: row.edition.short.clone(),
        }
    }

    /// The words below the point: the reference, or the year alone where that is too long.
    pub fn short(&self) -> String {
        match self.day {
            Some(day) if Face::Soft.width(&self.reference) > NARROWEST / 3.0 => {
                day.year().to_string()
            }
            _ => self.reference.clone(),
        }
    }
}

/// A median to compare with, drawn as a level line.
#[derive(Clone, Debug, PartialEq)]
pub struct Yardstick {
    pub label: &'static str,
    pub median: f64,
    /// The name of the edition: `BLS, May 2025`.
    pub source: String,
}

impl Yardstick {
    pub fn new(baseline: Baseline, row: &PayRow, median: f64) -> Self {
        Yardstick {
            label: baseline.label(),
            median,
            source: row.edition.short.clone(),
        }
    }
}

/// A drawn trend. Heights are pixels from the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Where a level line is for each of the labels of the axis.
    pub grid: Vec<f64>,
    /// Where the curve begins and the lines of the yardsticks with it.
    pub start: Share,
    pub points: Vec<Point>,
    /// The heights of the yardsticks that have room for their names.
    pub levels: Vec<f64>,
    pub labels: Vec<Label>,
    /// Where the plot ends.
    pub bottom: f64,
}

/// A point of the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: Share,
    pub y: f64,
}

/// The height of the plot and the room above it, in pixels.
pub const PLOT: f64 = 170.0;
pub const ABOVE: f64 = 28.0;

/// The part of the highest median that the axis spans at least, so that a small change looks small.
const LEAST_SPAN: f64 = 1.0 / 3.0;

/// As many lines of the grid as the plot has at most.
const MOST_TICKS: usize = 5;

impl Curve {
    /// The drawing of two or more moments.
    pub fn new(moments: &[Moment], yardsticks: &[Yardstick], unit: &Unit) -> Self {
        let (mut scale, ticks) = heights(moments, yardsticks);
        let mut labels = axis_words(scale.low, unit);
        let top = labels.last().map_or(0.0, |label| label.y) + ABOVE;
        (scale.start, scale.end) = (top + PLOT, top);
        let on_grid = ticks.iter().map(|tick| Label {
            text: unit.money_short(*tick),
            x: Share(0.0),
            y: (scale.at(*tick) - 4.0).round(),
            anchor: Anchor::Start,
            face: Face::Soft,
        });
        labels.extend(on_grid);
        let widest = ticks
            .iter()
            .map(|tick| Face::Soft.width(&unit.money_short(*tick)));
        let start = (widest.fold(0.0, f64::max) + 12.0) / NARROWEST * 100.0;
        let points: Vec<_> = places(moments, start)
            .into_iter()
            .zip(moments)
            .map(|(x, moment)| Point {
                x,
                y: tenth(scale.at(moment.median)),
            })
            .collect();
        let mut curve = Curve {
            grid: ticks.iter().map(|tick| tenth(scale.at(*tick))).collect(),
            start: Share(start),
            points,
            levels: Vec::new(),
            labels,
            bottom: top + PLOT,
        };
        curve.name_times(moments);
        for line in yardsticks {
            let name = format!("{} {}", line.label, unit.money(line.median));
            curve.draw_level(tenth(scale.at(line.median)), name);
        }
        curve.name_ends(moments, unit);
        curve
    }

    /// The height of the drawing.
    pub fn height(&self) -> f64 {
        self.bottom + LINE + 6.0
    }

    /// The points in pairs of neighbours.
    pub fn segments(&self) -> impl Iterator<Item = (&Point, &Point)> {
        self.points.iter().zip(self.points.iter().skip(1))
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// The axis from bottom to top, and its ticks.
fn heights(moments: &[Moment], yardsticks: &[Yardstick]) -> (Scale, Vec<f64>) {
    let medians = moments.iter().map(|moment| moment.median);
    let values = || {
        medians
            .clone()
            .chain(yardsticks.iter().map(|line| line.median))
    };
    let high = values().fold(0.0, f64::max);
    let low = values().fold(high * (1.0 - LEAST_SPAN), f64::min);
    let ticks = ticks(low, high, MOST_TICKS);
    let scale = Scale {
        low: ticks[0],
        high: ticks[ticks.len() - 1],
        start: 0.0,
        end: 0.0,
    };
    (scale, ticks)
}

/// What the axis counts and where it begins, in lines at the top.
fn axis_words(low: f64, unit: &Unit) -> Vec<Label> {
    let mut words = format!("Median, {}", unit.words());
    if low > 0.0 {
        words += &format!(
            "; the axis starts at {}, not at zero",
            unit.money_short(low)
        );
    }
    let line = |(index, text): (usize, String)| Label {
        text,
        x: Share(0.0),
        y: Face::Soft.size() + index as f64 * LINE,
        anchor: Anchor::Start,
        face: Face::Soft,
    };
    wrap(&words, Face::Soft, NARROWEST)
        .into_iter()
        .enumerate()
        .map(line)
        .collect()
}

/// The places of the moments from left to right: by day where all days are known and differ, else
/// at equal distances.
fn places(moments: &[Moment], start: f64) -> Vec<Share> {
    let days: Option<Vec<Date>> = moments.iter().map(|moment| moment.day).collect();
    let days = days.filter(|days| days.is_sorted_by(|one, other| one < other));
    let values: Vec<f64> = match days {
        Some(days) => days
            .iter()
            .map(|day| day.duration_since(days[0]).as_secs_f64())
            .collect(),
        None => (0..moments.len()).map(|index| index as f64).collect(),
    };
    let scale = Scale {
        low: values[0],
        high: values[values.len() - 1],
        start,
        end: 98.0,
    };
    values
        .into_iter()
        .map(|value| Share(scale.at(value)))
        .collect()
}
