//! The percentile strip: how pay is spread, one row per figure on a common axis.

use askama::Template;

use super::strip::{Axis, Strip};
use super::table::{Table, TableRow};
use super::unit::{SameUnit, StripRow, Unit};

/// A strip per figure: a thin line from the 10th to the 90th percentile, a band that holds the
/// middle half, a tick at the median with its amount. What a figure lacks is not drawn.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/percentiles.html")]
pub struct PercentileStrip {
    name: String,
    title: String,
    desc: String,
    height: f64,
    axis: Axis,
    strips: Vec<Strip>,
    /// What the parts of a strip mean, in words.
    legend: String,
    table: Table,
}

impl PercentileStrip {
    /// The strips of `rows`, or nothing if no row has an amount to draw.
    ///
    /// `name` begins the ids of the drawing and differs from that of all other charts on the page;
    /// `title` says what is drawn: `Pay of backend developers in the United States`.
    pub fn new(name: &str, title: &str, rows: &SameUnit) -> Option<Self> {
        let unit = rows.unit;
        let rows: Vec<_> = rows.rows.iter().filter(|row| is_drawn(row)).collect();
        let values: Vec<f64> = rows.iter().flat_map(|row| row.amounts()).collect();
        let mut axis = Axis::new(&values, &unit)?;
        let strips = Strip::all(&rows, &axis, &unit);
        let height = axis.put_below(strips.last()?.bottom());
        Some(PercentileStrip {
            name: name.to_owned(),
            title: title.to_owned(),
            desc: description(&rows, &unit),
            height,
            axis,
            legend: legend(&strips),
            strips,
            table: table(title, &rows, &unit),
        })
    }
}

impl askama::filters::HtmlSafe for PercentileStrip {}

fn is_drawn(row: &StripRow) -> bool {
    let amounts = row.amounts();
    !amounts.is_empty() && amounts.iter().all(|amount| amount.is_finite())
}

/// `Line: 10th to 90th percentile. Band: the middle half. Tick: the median.`, as far as they are drawn.
fn legend(strips: &[Strip]) -> String {
    let any = |is_drawn: fn(&Strip) -> bool| strips.iter().any(is_drawn);
    let parts = [
        (
            any(|strip| strip.line.is_some()),
            "Line: 10th to 90th percentile.",
        ),
        (any(|strip| strip.band.is_some()), "Band: the middle half."),
        (any(|strip| strip.median.is_some()), "Tick: the median."),
        (
            any(|strip| strip.mean.is_some()),
            "Ring: a mean, where no median is given.",
        ),
    ];
    let drawn = parts
        .into_iter()
        .filter_map(|(is_drawn, words)| is_drawn.then_some(words));
    drawn.collect::<Vec<_>>().join(" ")
}

/// The percentiles that a table names, with the names of their columns.
const PERCENTILES: [(u32, &str); 5] = [
    (10, "10th percentile"),
    (25, "25th percentile"),
    (50, "median"),
    (75, "75th percentile"),
    (90, "90th percentile"),
];

/// The amounts of a row by the names of their columns: `[("median", 135980.0)]`.
fn named<'a>(row: &StripRow) -> Vec<(&'a str, f64)> {
    let given = row.pay.percentiles();
    let mut named: Vec<_> = PERCENTILES
        .into_iter()
        .filter_map(|(percent, name)| {
            let (_, amount) = given.iter().find(|(found, _)| *found == percent)?;
            Some((name, *amount))
        })
        .collect();
    named.extend(row.mean().map(|mean| ("mean", mean)));
    named
}

/// `BLS, May 2025: 10th percentile US$82,460, …, 90th percentile US$214,670.`, and so for each row.
fn description(rows: &[&StripRow], unit: &Unit) -> String {
    let sentences: Vec<String> = rows
        .iter()
        .map(|row| {
            let amounts: Vec<String> = named(row)
                .into_iter()
                .map(|(name, amount)| format!("{name} {}", unit.money(amount)))
                .collect();
            format!("{}: {}.", row.label, amounts.join(", "))
        })
        .collect();
    sentences.join(" ")
}

fn table(title: &str, rows: &[&StripRow], unit: &Unit) -> Table {
    let names = PERCENTILES.map(|(_, name)| name).into_iter();
    let names: Vec<&str> = names
        .chain(["mean"])
        .filter(|name| {
            rows.iter()
                .any(|row| named(row).iter().any(|(given, _)| given == name))
        })
        .collect();
    let cell = |row: &StripRow, name: &str| {
        let given = named(row).into_iter().find(|(given, _)| *given == name);
        given.map_or("not given".to_owned(), |(_, amount)| unit.money(amount))
    };
    Table {
        summary: "The numbers as a table",
        caption: format!("{title}, {}", unit.words()),
        columns: std::iter::once("Figure")
            .chain(names.iter().copied())
            .map(str::to_owned)
            .collect(),
        rows: rows
            .iter()
            .map(|row| TableRow {
                label: row.label.clone(),
                cells: names.iter().map(|name| cell(row, name)).collect(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::drawing::Drawing;
    use super::super::sample;
    use super::super::unit::{StripRow, group_by_unit};
    use super::PercentileStrip;
    use crate::site::Edition;

    fn strip(editions: &[Edition]) -> PercentileStrip {
        let groups = group_by_unit(StripRow::by_source(&sample::rows(editions), sample::TODAY));
        assert_eq!(groups.len(), 1, "one unit");
        PercentileStrip::new("pay", "Pay of backend developers", &groups[0]).expect("amounts")
    }

    #[test]
    fn amounts_have_their_places_on_the_axis() {
        let drawing = Drawing::of(&strip(&[sample::bls_2024()]));
        drawing.assert_sound();
        assert_eq!(
            drawing.texts("text").join("; "),
            "$50k; $100k; $150k; $200k; US$ a year, gross; BLS, May 2024; median US$133,080; \
             middle half; 10th; 90th"
        );
        // From $50k at 7.5% to the 90th percentile, $211,450, at 92.5%: a thousand dollars are 0.5265%.
        assert_eq!(drawing.attributes(".grid", "x1")[1], "33.82%");
        assert_eq!(drawing.attributes(".median", "x1"), ["51.24%"]);
        assert_eq!(drawing.attributes(".line", "x1"), ["23.22%"]);
        assert_eq!(drawing.attributes(".line", "x2"), ["92.5%"]);
        assert_eq!(drawing.attributes(".band", "x"), ["35.43%"]);
        assert_eq!(drawing.attributes(".band", "width"), ["34.72%"]);
    }

    #[test]
    fn long_words_at_the_ticks_have_room() {
        for (currency, low, high) in [
            ("CAD", 100_000.0, 110_000.0),
            ("CAD", 1_240.0, 1_310.0),
            ("CAD", 12.25, 13.5),
            ("USD", 1_000_000.0, 1_100_000.0),
            ("SEK", 53_500.0, 53_500.0),
            ("JPY", 4_000_000.0, 12_000_000.0),
        ] {
            let figure = json!({ "region": "us", "currency": currency, "p10": low, "p90": high });
            let drawing = Drawing::of(&strip(&[sample::made_up("Source", "2025-01-01", figure)]));
            drawing.assert_sound();
            assert!(drawing.find(".grid").len() > 1, "{currency} {low}");
        }
    }

    #[test]
    fn what_is_not_given_is_not_drawn() {
        let only_mean = json!({ "region": "us", "mean": 91000.0 });
        let only_median = json!({ "region": "us", "median": 52000.0, "mean": 60000.0 });
        let drawing = Drawing::of(&strip(&[
            sample::made_up("Mean", "2025-01-01", only_mean),
            sample::made_up("Median", "2025-01-01", only_median),
        ]));
        drawing.assert_sound();
        for (shape, count) in [(".line", 0), (".band", 0), (".median", 1), (".ring", 1)] {
            assert_eq!(drawing.find(shape).len(), count, "{shape}");
        }
        let amounts = ["US$52,000", "US$91,000"];
        let labels = drawing.texts("text");
        assert!(
            labels.contains(&format!("mean {}", amounts[1])),
            "{labels:?}"
        );
        assert!(labels.contains(&amounts[0].to_owned()), "{labels:?}");
        assert_eq!(
            drawing.texts("td"),
            ["not given", amounts[1], amounts[0], "not given"]
        );
    }

    #[test]
    fn a_row_without_amounts_is_no_chart() {
        let editions = [sample::made_up(
            "Min",
            "2025-01-01",
            json!({ "region": "us", "min": 1.0 }),
        )];
        let groups = group_by_unit(StripRow::by_source(&sample::rows(&editions), sample::TODAY));
        assert_eq!(PercentileStrip::new("pay", "Pay", &groups[0]), None);
    }

    #[test]
    fn the_table_has_the_numbers_of_the_picture() {
        let drawing = Drawing::of(&strip(&[sample::bls_2025(), sample::stack_overflow()]));
        let cells = drawing.texts("td");
        let description = drawing.texts("desc").concat();
        assert_eq!(cells.len(), 15);
        for cell in cells {
            assert!(
                description.contains(&format!(" {cell}")),
                "{cell} in {description}"
            );
        }
        let medians = ["median US$135,980", "US$92,650", "US$175,000"];
        for (row, median) in medians.iter().enumerate() {
            assert!(drawing.texts("text").contains(&(*median).to_owned()));
            let third = drawing.texts("td:nth-child(4)");
            assert_eq!(third[row], median.trim_start_matches("median "));
        }
    }

    #[test]
    fn names_are_escaped() {
        let figure = json!({ "region": "us", "median": 1000.0 });
        let strip = strip(&[sample::made_up("<b>&\"", "2025-01-01", figure)]);
        assert!(!strip.to_string().contains("<b>"));
        assert!(
            Drawing::of(&strip)
                .texts("text")
                .contains(&"<b>&\"".to_owned())
        );
    }

    proptest! {
        #[test]
        fn any_amounts_make_a_sound_drawing(
            rows in prop::collection::vec((prop::collection::vec(1_000_u32..900_000, 5), "[A-Za-z0-9 ,]{3,60}"), 1..5),
        ) {
            let editions: Vec<_> = rows
                .into_iter()
                .map(|(mut amounts, short)| {
                    amounts.sort_unstable();
                    let [p10, p25, median, p75, p90] = amounts[..] else { unreachable!() };
                    sample::made_up(&short, "2025-01-01", json!({
                        "region": "us", "p10": p10, "p25": p25, "median": median, "p75": p75, "p90": p90,
                    }))
                })
                .collect();
            Drawing::of(&strip(&editions)).assert_sound();
        }
    }
}
