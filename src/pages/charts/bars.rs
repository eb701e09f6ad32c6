//! Bars of usage figures: a table whose cells hold a bar, so that picture and table are one.

use askama::Template;

use crate::site::{Unit, Usage, UsageFigure};

use super::label::{Face, NARROWEST};
use super::scale::Share;
use crate::pages::words;

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
        Unit::People | Unit::Jobs | Unit::Occupations => 0,
        _ if is_whole => 0,
        _ => 1,
    }
}

/// A value with its unit: `58.2%`, `+15.0%`, `1,687,890`, `7 years`.
fn words(unit: Unit, value: f64, places: usize) -> String {
    let number = words::fixed(value, places);
    match unit {
        Unit::Percent => format!("{number}%"),
        Unit::PercentChange if value > 0.0 => format!("+{number}%"),
        Unit::PercentChange => format!("{number}%"),
        Unit::Years if number == "1" => "1 year".to_owned(),
        Unit::Years => format!("{number} years"),
        Unit::People | Unit::Jobs | Unit::Occupations | Unit::Score => number,
    }
}

#[cfg(test)]
mod tests {
    use super::super::drawing::Drawing;
    use super::super::sample::usage;
    use super::{Bars, CELL, Face, LARGER};

    const DATABASES: [(&str, f64); 3] = [("PostgreSQL", 60.0), ("MySQL", 30.5), ("Neo4j", 0.0)];

    #[test]
    fn bars_are_as_long_as_their_values() {
        let drawing = Drawing::of(&Bars::new("b", &usage("percent", &DATABASES), None));
        let widths: Vec<f64> = drawing
            .attributes("svg", "width")
            .iter()
            .map(|width| width.trim_end_matches('%').parse().unwrap())
            .collect();
        assert!(
            (widths[1] / widths[0] - 30.5 / 60.0).abs() < 0.001,
            "{widths:?}"
        );
        assert_eq!(widths[2], 0.0);
        assert_eq!(drawing.texts("tbody th"), ["PostgreSQL", "MySQL", "Neo4j"]);
        assert_eq!(values(&drawing), ["60.0%", "30.5%", "0.0%"]);
    }

    #[test]
    fn the_longest_bar_leaves_room_for_the_longest_value() {
        let people = [("Employed", 1_687_890.0), ("Looking", 84_820.0)];
        let bars = Bars::new("b", &usage("people", &people), None);
        let longest = bars.bars[0].width.0 / 100.0 * CELL;
        assert_eq!(bars.bars[0].value, "1,687,890");
        assert!(longest + Face::Soft.width("1,687,890") * LARGER < CELL);
        assert!(longest > CELL / 4.0, "{longest}");
    }

    #[test]
    fn losses_reach_to_the_other_side_of_nought() {
        let change = [("Up", 15.0), ("Down", -5.0), ("Same", 0.0)];
        let drawing = Drawing::of(&Bars::new("b", &usage("percent-change", &change), None));
        assert_eq!(drawing.attributes(".axis", "x1"), ["25%"; 3]);
        assert_eq!(drawing.attributes(".bar", "x"), ["25%", "0%", "25%"]);
        assert_eq!(drawing.attributes(".bar", "width"), ["75%", "25%", "0%"]);
        assert_eq!(values(&drawing), ["+15%", "−5%", "0%"]);
    }

    #[test]
    fn what_is_left_out_is_counted() {
        for (top, shown, note) in [
            (Some(2), 2, "1 more is in the source and not shown here."),
            (Some(1), 1, "2 more are in the source and not shown here."),
            (Some(9), 3, ""),
            (None, 3, ""),
        ] {
            let drawing = Drawing::of(&Bars::new("b", &usage("percent", &DATABASES), top));
            assert_eq!(drawing.find("tbody tr").len(), shown);
            assert_eq!(drawing.texts("p").concat(), note);
        }
    }

    fn values(drawing: &Drawing) -> Vec<String> {
        let cells = drawing.texts("td").into_iter();
        cells.map(|cell| cell.trim().to_owned()).collect()
    }
}
