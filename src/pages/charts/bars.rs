//! Bars of usage figures: a table whose cells hold a bar, so that picture and table are one.

use askama::Template;

use crate::site::{Unit, Usage, UsageFigure};

use super::format;
use super::label::{Face, NARROWEST};
use super::scale::Share;

/// A bar per figure with its label before and its value behind it.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/bars.html")]
pub struct Bars {
    name: String,
    title: String,
    /// What the values say: `share of back-end developers who …`.
    measures: String,
    bars: Vec<Bar>,
    /// The number of figures that are not shown.
    left_out: usize,
}

/// One figure as it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    label: String,
    value: String,
    /// The width of the drawing, as a share of the cell: what is left holds the value.
    width: Share,
    /// Where the bar begins and how wide it is, as shares of the drawing.
    start: Share,
    length: Share,
    /// Where nought is, if there are values on both sides of it.
    nought: Option<Share>,
}

/// The width of a cell with a bar in the narrowest table, and what it holds beside bar and value,
/// in pixels.
const CELL: f64 = 0.6 * NARROWEST;
const SPARE: f64 = 20.0;

/// The letters of a table are at most so much larger than those of a drawing's axes.
const LARGER: f64 = 1.25;

impl Bars {
    /// Bars of the first `top` figures of a file, or of all of them, in the order of the file.
    ///
    /// `name` is the id of the table and differs from that of all other charts on the page.
    pub fn new(name: &str, usage: &Usage, top: Option<usize>) -> Self {
        let shown = top.unwrap_or(usage.figures.len()).min(usage.figures.len());
        let figures = &usage.figures[..shown];
        let values = || figures.iter().map(|figure| figure.value);
        let low = values().fold(0.0, f64::min);
        let high = values().fold(0.0, f64::max);
        let places = places(usage.unit, figures);
        let told: Vec<_> = values()
            .map(|value| words(usage.unit, value, places))
            .collect();
        let most = room(&told);
        let bar = |(figure, told): (&UsageFigure, String)| Bar {
            label: figure.label.clone(),
            value: told,
            ..Bar::between(figure.value, low, high, most)
        };
        Bars {
            name: name.to_owned(),
            title: usage.title.clone(),
            measures: usage.measures.clone(),
            bars: figures.iter().zip(told).map(bar).collect(),
            left_out: usage.figures.len() - shown,
        }
    }
}

impl askama::filters::HtmlSafe for Bars {}

/// The share of a cell that is left for bars beside the longest of the values.
fn room(values: &[String]) -> f64 {
    let widths = values.iter().map(|value| Face::Soft.width(value) * LARGER);
    let longest = widths.fold(0.0, f64::max);
    ((CELL - SPARE - longest) / CELL * 100.0).max(10.0)
}

impl Bar {
    /// A bar without words. Where no value is below nought, the drawing ends with the bar, so that
    /// the value stands at its end; else all drawings are as wide as the longest.
    fn between(value: f64, low: f64, high: f64, most: f64) -> Self {
        let span = if high > low { high - low } else { 1.0 };
        let share = |part: f64| Share(part / span * 100.0);
        let is_signed = low < 0.0;
        Bar {
            label: String::new(),
            value: String::new(),
            width: Share(if is_signed { most } else { value / span * most }),
            start: if is_signed {
                share(value.min(0.0) - low)
            } else {
                Share(0.0)
            },
            length: if is_signed {
                share(value.abs())
            } else {
                Share(100.0)
            },
            nought: is_signed.then(|| share(-low)),
        }
    }
}

/// The decimal places that all values of a chart are shown with.
fn places(unit: Unit, figures: &[UsageFigure]) -> usize {
    let is_whole = figures.iter().all(|figure| figure.value.fract() == 0.0);
    match unit {
        Unit::People | Unit::Jobs => 0,
        _ if is_whole => 0,
        _ => 1,
    }
}

/// A value with its unit: `58.2%`, `+15.0%`, `1,687,890`, `7 years`.
fn words(unit: Unit, value: f64, places: usize) -> String {
    let number = format::decimal(value, places);
    match unit {
        Unit::Percent => format!("{number}%"),
        Unit::PercentChange if value > 0.0 => format!("+{number}%"),
        Unit::PercentChange => format!("{number}%"),
        Unit::Years if number == "1" => "1 year".to_owned(),
        Unit::Years => format!("{number} years"),
        Unit::People | Unit::Jobs | Unit::Score => number,
    }
}
