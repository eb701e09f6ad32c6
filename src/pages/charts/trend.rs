//! The trend: a median over the editions of a source, with yardsticks beside it.

use askama::Template;

use crate::site::{Baseline, PayRow};

use super::curve::{Curve, Moment, Yardstick};
use super::table::{Table, TableRow};
use super::unit::Unit;

/// The median of one series over time, its first and last amounts named.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/trend.html")]
pub struct Trend {
    name: String,
    title: String,
    desc: String,
    height: f64,
    curve: Curve,
    /// By how much the last median is above or below the first, in a sentence.
    change: String,
    table: Table,
}

impl Trend {
    /// The medians of `rows` over time, and of `baselines` as level lines.
    ///
    /// The axis has the unit of the last row; figures in another unit, and those without a median,
    /// are left out. With fewer than two left there is no trend.
    ///
    /// `name` begins the ids of the drawing and differs from that of all other charts on the page;
    /// `title` says what is drawn: `Median pay of backend developers in the United States`.
    pub fn new(
        name: &str,
        title: &str,
        rows: &[PayRow],
        baselines: &[(Baseline, PayRow)],
    ) -> Option<Self> {
        let unit = Unit::of(rows.last()?);
        let median = |row: &PayRow| {
            let median = row.figure.median.filter(|median| median.is_finite());
            median.filter(|_| Unit::of(row) == unit)
        };
        let mut moments: Vec<_> = rows
            .iter()
            .filter_map(|row| Some(Moment::new(row, median(row)?)))
            .collect();
        if moments.iter().all(|moment| moment.day.is_some()) {
            moments.sort_by_key(|moment| moment.day);
        }
        let yardsticks: Vec<_> = baselines
            .iter()
            .filter_map(|(baseline, row)| Some(Yardstick::new(*baseline, row, median(row)?)))
            .collect();
        let (first, last) = match moments.as_slice() {
            [first, .., last] => (first, last),
            _ => return None,
        };
        let converted = rows.iter().any(PayRow::is_converted);
        let curve = Curve::new(&moments, &yardsticks, &unit);
        Some(Trend {
            name: name.to_owned(),
            title: title.to_owned(),
            desc: description(&moments, &yardsticks, &unit),
            height: curve.height(),
            change: change(first, last, &unit, converted),
            table: table(title, &moments, &yardsticks, &unit),
            curve,
        })
    }
}

impl askama::filters::HtmlSafe for Trend {}

/// `From US$133,080 (May 2024) to US$135,980 (May 2025): up 2.2%, not adjusted for inflation.`
///
/// Pay that was converted has no change in percent: rates of exchange are in it.
fn change(first: &Moment, last: &Moment, unit: &Unit, converted: bool) -> String {
    if converted {
        return format!(
            "From {} ({}) to {} ({}), converted at the rate of each year: the rate is in the difference, and so is inflation.",
            unit.money(first.median),
            first.reference,
            unit.money(last.median),
            last.reference,
        );
    }
    let percent = (last.median - first.median) / first.median * 100.0;
    let direction = match (percent * 10.0).round() {
        tenths if tenths > 0.0 => format!("up {:.1}%", percent),
        tenths if tenths < 0.0 => format!("down {:.1}%", -percent),
        _ => "no change".to_owned(),
    };
    format!(
        "From {} ({}) to {} ({}): {direction}, not adjusted for inflation.",
        unit.money(first.median),
        first.reference,
        unit.money(last.median),
        last.reference,
    )
}

fn description(moments: &[Moment], yardsticks: &[Yardstick], unit: &Unit) -> String {
    let points = moments
        .iter()
        .map(|moment| format!("{}: {}.", moment.reference, unit.money(moment.median)));
    let lines = yardsticks.iter().map(|line| {
        format!(
            "For comparison, {}: {}.",
            line.label,
            unit.money(line.median)
        )
    });
    points.chain(lines).collect::<Vec<_>>().join(" ")
}

fn table(title: &str, moments: &[Moment], yardsticks: &[Yardstick], unit: &Unit) -> Table {
    let row = |label: &str, median: f64, source: &str| TableRow {
        label: label.to_owned(),
        cells: vec![unit.money(median), source.to_owned()],
    };
    let points = moments
        .iter()
        .map(|moment| row(&moment.reference, moment.median, &moment.source));
    let lines = yardsticks
        .iter()
        .map(|line| row(line.label, line.median, &line.source));
    Table {
        summary: "The numbers as a table",
        caption: format!("{title}, {}", unit.words()),
        columns: ["When", "Median", "Source"].map(str::to_owned).to_vec(),
        rows: points.chain(lines).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::drawing::Drawing;
    use super::super::sample;
    use super::Trend;
    use crate::site::{Baseline, Edition};

    fn trend(editions: &[Edition], baselines: &[Edition]) -> Option<Trend> {
        let kinds = [Baseline::AllJobs, Baseline::ComputerJobs];
        let baselines: Vec<_> = kinds.into_iter().zip(sample::rows(baselines)).collect();
        Trend::new("trend", "Median pay", &sample::rows(editions), &baselines)
    }

    fn median(day: &str, median: f64) -> Edition {
        sample::made_up(day, day, json!({ "region": "us", "median": median }))
    }

    #[test]
    fn the_first_and_the_last_amount_are_named() {
        let baselines = [
            median("2025-05-31", 49_500.0),
            median("2025-05-31", 105_990.0),
        ];
        let editions = [
            median("2019-05-31", 107_510.0),
            median("2021-05-31", 120_730.0),
            sample::bls_2024(),
            sample::bls_2025(),
        ];
        let drawing = Drawing::of(&trend(&editions[..3], &baselines).expect("three moments"));
        drawing.assert_sound();
        let labels = drawing.texts("text");
        for expected in [
            "Median, US$ a year, gross",
            "US$107,510",
            "US$133,080",
            "2019-05-31",
            "May 2024",
            "all jobs US$49,500",
            "all computer jobs US$105,990",
        ] {
            assert!(
                labels.contains(&expected.to_owned()),
                "{expected} in {labels:?}"
            );
        }
        assert!(!labels.contains(&"US$120,730".to_owned()), "{labels:?}");
        assert_eq!(drawing.find(".dot").len(), 3);
        assert_eq!(drawing.find(".curve").len(), 2);
        assert_eq!(
            drawing.texts("td:nth-child(2)"),
            [
                "US$107,510",
                "US$120,730",
                "US$133,080",
                "US$49,500",
                "US$105,990"
            ]
        );
    }

    #[test]
    fn time_runs_evenly_from_left_to_right() {
        let (start, end) = (20.0, 98.0);
        for (days, middle) in [
            (["2020-05-31", "2021-05-31", "2024-05-31"], Some(0.25)),
            (["2024-05-31", "2020-05-31", "2021-05-31"], Some(0.25)),
            (["2020-05-31", "2020-05-31", "2024-05-31"], Some(0.5)),
        ] {
            let editions = days.map(|day| median(day, 100_000.0));
            let drawing = Drawing::of(&trend(&editions, &[]).expect("three moments"));
            let places: Vec<f64> = drawing
                .attributes(".dot", "cx")
                .iter()
                .map(|place| place.trim_end_matches('%').parse().unwrap())
                .collect();
            let part = (places[1] - places[0]) / (places[2] - places[0]);
            assert!((part - middle.unwrap()).abs() < 0.001, "{days:?}: {part}");
            assert!(places[0] > start / 2.0 && places[2] <= end, "{places:?}");
        }
    }

    #[test]
    fn the_change_is_told_and_the_start_of_the_axis() {
        let up = trend(
            &[
                sample::bls_2024(),
                sample::made_up(
                    "x",
                    "2025-05-31",
                    json!({ "region": "us", "median": 135980.0 }),
                ),
            ],
            &[],
        );
        let drawing = Drawing::of(&up.expect("two moments"));
        assert_eq!(
            drawing.texts("figcaption"),
            [
                "From US$133,080 (May 2024) to US$135,980 (2025-05-31): up 2.2%, not adjusted for inflation."
            ]
        );
        let words = drawing.texts("text").join(" ");
        assert!(
            words.contains("the axis starts at $80k, not at zero"),
            "{words}"
        );
        let down = trend(
            &[median("2020-01-01", 200.0), median("2021-01-01", 190.0)],
            &[],
        );
        assert!(down.expect("two moments").change.contains(": down 5.0%,"));
    }

    #[test]
    fn one_moment_or_another_unit_is_no_trend() {
        assert_eq!(trend(&[sample::bls_2024()], &[]), None);
        assert_eq!(trend(&[], &[]), None);
        assert_eq!(trend(&[sample::bls_2024(), sample::sweden()], &[]), None);
    }

    proptest! {
        #[test]
        fn any_medians_make_a_sound_drawing(
            medians in prop::collection::vec(20_000_u32..250_000, 2..9),
            yardsticks in prop::collection::vec(20_000_u32..250_000, 0..3),
        ) {
            let year = |index: usize| format!("{}-05-31", 2015 + index);
            let editions: Vec<_> = medians
                .iter()
                .enumerate()
                .map(|(index, amount)| median(&year(index), f64::from(*amount)))
                .collect();
            let baselines: Vec<_> = yardsticks
                .iter()
                .map(|amount| median("2025-05-31", f64::from(*amount)))
                .collect();
            let drawing = Drawing::of(&trend(&editions, &baselines).expect("two moments or more"));
            drawing.assert_sound();
            let labels = drawing.texts("text");
            let names = labels.iter().filter(|label| label.starts_with("all ")).count();
            prop_assert_eq!(names, drawing.find(".level").len());
            let amounts = labels.iter().filter(|label| label.starts_with("US$") && !label.contains(' ')).count();
            prop_assert_eq!(amounts, 2);
        }
    }
}
