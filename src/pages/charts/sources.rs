//! The disagreement strip: what several sources say of the same pay, on one axis.

use askama::Template;

use crate::site::PayRow;

use super::percentiles::PercentileStrip;
use super::unit::{SameUnit, StripRow, Unit};

/// All sources on one axis, how far they are apart, and whom and how each of them counted.
#[derive(Clone, Debug, PartialEq, Template)]
#[template(path = "charts/sources.html")]
pub struct SourceStrip {
    strip: PercentileStrip,
    /// How far apart the medians are, in a sentence or two.
    verdict: String,
    sources: Vec<Source>,
}

/// What a source counted.
#[derive(Clone, Debug, PartialEq)]
struct Source {
    label: String,
    /// `official statistics, wage or salary`.
    how: String,
    population: String,
}

impl SourceStrip {
    /// The strips of `rows` and what they differ in, or nothing if no row has an amount to draw.
    ///
    /// `name` and `title` are those of [`PercentileStrip::new`].
    pub fn new(name: &str, title: &str, rows: &SameUnit) -> Option<Self> {
        Some(SourceStrip {
            strip: PercentileStrip::new(name, title, rows)?,
            verdict: verdict(rows),
            sources: rows.rows.iter().map(Source::new).collect(),
        })
    }
}

impl askama::filters::HtmlSafe for SourceStrip {}

impl Source {
    fn new(row: &StripRow) -> Self {
        let PayRow { edition, .. } = row.pay;
        Source {
            label: row.label.clone(),
            how: format!("{}, {}", edition.method.label(), row.pay.covers().label()),
            population: row.pay.population().to_owned(),
        }
    }
}

/// The lowest and the highest median, what each counts, and what is between them, in words.
fn verdict(group: &SameUnit) -> String {
    let medians = group.rows.iter().filter_map(|row| {
        let median = row.pay.figure.median.filter(|median| median.is_finite())?;
        Some((median, row))
    });
    let mut medians: Vec<_> = medians.collect();
    medians.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let told = |(median, row): &(f64, &StripRow)| {
        let source = Source::new(row);
        format!(
            "{} ({}; {})",
            group.unit.money(*median),
            source.label,
            source.how
        )
    };
    match medians.as_slice() {
        [] => "No source gives a median.".to_owned(),
        [only] => format!("Only one source gives a median: {}.", told(only)),
        [low, .., high] => format!(
            "The lowest median is {}, the highest {}: {}",
            told(low),
            told(high),
            apart(low.0, high.0, &group.unit)
        ),
    }
}

/// `US$39,020 or 29% more.`
fn apart(low: f64, high: f64, unit: &Unit) -> String {
    if high > low && low > 0.0 {
        let percent = (high - low) / low * 100.0;
        format!("{} or {percent:.0}% more.", unit.money(high - low))
    } else {
        "the same.".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::drawing::Drawing;
    use super::super::sample;
    use super::super::unit::{StripRow, group_by_unit};
    use super::SourceStrip;
    use crate::site::Edition;

    fn strip(editions: &[Edition]) -> SourceStrip {
        let groups = group_by_unit(StripRow::by_source(&sample::rows(editions), sample::TODAY));
        SourceStrip::new("sources", "Pay of backend developers", &groups[0]).expect("amounts")
    }

    fn median(short: &str, median: f64) -> Edition {
        sample::made_up(
            short,
            "2025-01-01",
            json!({ "region": "us", "median": median }),
        )
    }

    #[test]
    fn the_verdict_compares_the_lowest_and_the_highest_median() {
        let counted = "official statistics, wage or salary";
        for (editions, verdict) in [
            (
                vec![sample::bls_2024(), sample::stack_overflow()],
                format!(
                    "The lowest median is US$133,080 (BLS, May 2024; {counted}), the highest \
                     US$175,000 (Stack Overflow, 2025; survey of people, total compensation): \
                     US$41,920 or 31% more."
                ),
            ),
            (
                vec![median("One", 900.0), median("Two", 900.0)],
                format!(
                    "The lowest median is US$900 (One; {counted}), the highest US$900 (Two; \
                     {counted}): the same."
                ),
            ),
            (
                vec![median("One", 900.0)],
                format!("Only one source gives a median: US$900 (One; {counted})."),
            ),
        ] {
            assert_eq!(strip(&editions).verdict, verdict);
        }
    }

    #[test]
    fn each_source_says_whom_and_how_it_counted() {
        let drawing = Drawing::of(&strip(&[sample::bls_2025(), sample::stack_overflow()]));
        drawing.assert_sound();
        assert_eq!(drawing.texts("dt").len(), 3);
        assert_eq!(
            drawing.texts("dd")[4..],
            [
                "survey of people, total compensation",
                "Employees; nobody who is self-employed",
            ]
        );
    }
}
