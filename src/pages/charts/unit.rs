//! Pay in one unit: what may stand on one axis.

use crate::site::{PayRow, Period, Tax};

use jiff::civil::Date;

use crate::pages::words;

/// What amounts are counted in. Amounts in different units never share an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit<'a> {
    /// The ISO 4217 code: `USD`.
    pub currency: &'a str,
    pub period: Period,
    pub tax: Tax,
}

impl<'a> Unit<'a> {
    /// The unit of a figure.
    pub fn of(pay: &PayRow<'a>) -> Self {
        Unit {
            currency: pay.currency(),
            period: pay.period(),
            tax: pay.tax(),
        }
    }

    /// The words of an axis: `US$ a year, gross`.
    pub fn words(&self) -> String {
        let currency = words::currency(self.currency);
        format!("{currency} {}, {}", self.period.label(), self.tax.label())
    }

    /// `US$135,980`.
    pub fn money(&self, value: f64) -> String {
        words::money(value, self.currency)
    }

    /// `$140k`, for the ticks of an axis.
    pub fn money_short(&self, value: f64) -> String {
        words::money_short(value, self.currency)
    }
}

/// A figure and what its row in a chart is called.
#[derive(Clone, Debug, PartialEq)]
pub struct StripRow<'a> {
    pub label: String,
    pub pay: PayRow<'a>,
}

impl<'a> StripRow<'a> {
    pub fn new(label: impl Into<String>, pay: PayRow<'a>) -> Self {
        StripRow {
            label: label.into(),
            pay,
        }
    }

    /// Rows that are called by their sources: `BLS, May 2025`. Where a source has several of the
    /// rows, each says who was counted as well: `BLS, May 2025: Web developers`.
    pub fn by_source(rows: &[PayRow<'a>], today: Date) -> Vec<Self> {
        let of_source = |short: &str| rows.iter().filter(|row| row.edition.short == short).count();
        rows.iter()
            .map(|row| {
                let short = row.source(today);
                match &row.figure.occupation {
                    Some(occupation) if of_source(&row.edition.short) > 1 => {
                        StripRow::new(format!("{short}: {occupation}"), *row)
                    }
                    _ => StripRow::new(short, *row),
                }
            })
            .collect()
    }

    /// The mean where there is no median: a mean is never shown in a median's place without saying so.
    pub(super) fn mean(&self) -> Option<f64> {
        let figure = self.pay.figure;
        figure.mean.filter(|_| figure.median.is_none())
    }

    /// The amounts that a chart shows of the figure.
    pub(super) fn amounts(&self) -> Vec<f64> {
        let percentiles = self.pay.percentiles().into_iter().map(|(_, amount)| amount);
        percentiles.chain(self.mean()).collect()
    }
}

/// Rows in one unit, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct SameUnit<'a> {
    pub(super) unit: Unit<'a>,
    pub(super) rows: Vec<StripRow<'a>>,
}

/// Rows sorted into groups of one unit each; groups and rows in the order in which they come.
pub fn group_by_unit<'a>(rows: impl IntoIterator<Item = StripRow<'a>>) -> Vec<SameUnit<'a>> {
    let mut groups: Vec<SameUnit> = Vec::new();
    for row in rows {
        let unit = Unit::of(&row.pay);
        match groups.iter_mut().find(|group| group.unit == unit) {
            Some(group) => group.rows.push(row),
            None => groups.push(SameUnit {
                unit,
                rows: vec![row],
            }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::{StripRow, group_by_unit};

    #[test]
    fn each_group_has_one_unit() {
        let editions = [
            sample::bls_2025(),
            sample::stack_overflow(),
            sample::sweden(),
        ];
        let rows = sample::rows(&editions);
        let groups = group_by_unit(StripRow::by_source(&rows, sample::TODAY));
        let found: Vec<_> = groups
            .iter()
            .map(|group| (group.unit.words(), group.rows.len()))
            .collect();
        let expected = [
            ("US$ a year, gross".to_owned(), 3),
            ("SEK a month, gross".to_owned(), 1),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn rows_of_one_source_say_whom_they_count() {
        let editions = [sample::bls_2025(), sample::stack_overflow()];
        let labels: Vec<_> = StripRow::by_source(&sample::rows(&editions), sample::TODAY)
            .into_iter()
            .map(|row| row.label)
            .collect();
        let expected = [
            "BLS, May 2025: Software developers",
            "BLS, May 2025: Web developers",
            "Stack Overflow, 2025",
        ];
        assert_eq!(labels, expected);
    }
}
