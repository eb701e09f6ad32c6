//! Questions about pay: which figures there are for a role and a place, how old, and which to show first.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{
    Address, Baseline, Covers, Edition, PayFigure, Period, RegionId, RoleId, Site, SplitBy, Tax,
};

/// The region of figures that no place owns: countries of very different pay in one number.
const WORLD: &str = "world";

/// A figure together with the edition that vouches for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PayRow<'a> {
    pub edition: &'a Edition,
    pub figure: &'a PayFigure,
}

/// Whether a figure may still be shown as current.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Good until this day.
    Fresh(Date),
    /// Old since this day: said in words, and left out of structured data.
    Old(Date),
}

impl Freshness {
    /// How a figure that is good until `good_until` stands on the day `today`.
    pub fn on(good_until: Date, today: Date) -> Self {
        if today <= good_until {
            Freshness::Fresh(good_until)
        } else {
            Freshness::Old(good_until)
        }
    }

    pub fn is_fresh(self) -> bool {
        matches!(self, Freshness::Fresh(_))
    }
}

impl<'a> PayRow<'a> {
    /// The ISO 4217 code: `USD`.
    pub fn currency(&self) -> &'a str {
        self.figure
            .currency
            .as_deref()
            .unwrap_or(&self.edition.currency)
    }

    pub fn period(&self) -> Period {
        self.figure.period.unwrap_or(self.edition.period)
    }

    pub fn tax(&self) -> Tax {
        self.figure.tax.unwrap_or(self.edition.tax)
    }

    pub fn covers(&self) -> Covers {
        self.figure.covers.unwrap_or(self.edition.covers)
    }

    /// Whether the amount was converted from the money of the place: rates of exchange are in its
    /// changes.
    pub fn is_converted(&self) -> bool {
        let home = self.edition.converted_outside.as_ref();
        home.is_some_and(|home| self.figure.region != *home)
    }

    /// Who was counted: the row's own occupation, or the edition's population.
    pub fn population(&self) -> &'a str {
        self.figure
            .occupation
            .as_deref()
            .unwrap_or(&self.edition.source.population)
    }

    pub fn freshness(&self, today: Date) -> Freshness {
        Freshness::on(self.edition.good_until, today)
    }

    /// The percentiles that are given, lowest first: `[(10, 82460.0), (25, 105210.0), …]`.
    pub fn percentiles(&self) -> Vec<(u32, f64)> {
        let PayFigure {
            p10,
            p25,
            median,
            p75,
            p90,
            ..
        } = *self.figure;
        [(10, p10), (25, p25), (50, median), (75, p75), (90, p90)]
            .into_iter()
            .filter_map(|(percent, amount)| Some((percent, amount?)))
            .collect()
    }

    /// The middle of the distribution: the median, else the mean.
    pub fn middle(&self) -> Option<f64> {
        self.figure.median.or(self.figure.mean)
    }

    /// Whether the row is about all people of the role in the place, not about a part of them.
    pub fn is_plain(&self) -> bool {
        let PayFigure {
            level,
            years,
            split,
            ..
        } = self.figure;
        level.is_none() && years.is_none() && split.is_none()
    }

    /// The source's short name, which says so if the figure is old: `BLS, May 2024 (old)`.
    pub fn source(&self, today: Date) -> String {
        let short = &self.edition.short;
        match self.freshness(today) {
            Freshness::Fresh(_) => short.clone(),
            Freshness::Old(_) => format!("{short} (old)"),
        }
    }

    /// Sorts the figure to show first to the front: fresh, official, newer, with more percentiles.
    fn rank(&self, today: Date) -> impl Ord + use<'a> {
        (
            !self.freshness(today).is_fresh(),
            self.edition.method,
            Reverse(self.edition.source.collected.map(|span| span.to)),
            Reverse(self.percentiles().len()),
            Reverse(self.edition.source.retrieved),
            self.edition.id.as_str(),
        )
    }
}

impl Site {
    /// The ids of all files of figures, of pay and others.
    pub fn figure_files(&self) -> impl Iterator<Item = &str> {
        let pay = self.salaries.iter().map(|edition| edition.id.as_str());
        pay.chain(self.usage.iter().map(|usage| usage.id.as_str()))
    }

    /// The number of figures in the guide, of pay and others.
    pub fn figure_count(&self) -> usize {
        let pay = self.salaries.iter().map(|edition| edition.figures.len());
        pay.chain(self.usage.iter().map(|usage| usage.figures.len()))
            .sum()
    }

    pub(super) fn pay_rows(&self) -> impl Iterator<Item = PayRow<'_>> {
        self.salaries.iter().flat_map(|edition| {
            edition
                .figures
                .iter()
                .map(move |figure| PayRow { edition, figure })
        })
    }

    /// All figures of a role, splits and levels included, in file order.
    pub fn pay_of<'a>(&'a self, role: &RoleId) -> impl Iterator<Item = PayRow<'a>> {
        let role = role.clone();
        self.pay_rows()
            .filter(move |row| row.figure.roles().any(|about| *about == role))
    }

    /// The figures about all people of a role in a place, the one to show first at the front: the
    /// role's own before those of an occupation that merely counts it too.
    pub fn pay(&self, role: &RoleId, region: &RegionId) -> Vec<PayRow<'_>> {
        let mut rows: Vec<_> = self
            .pay_of(role)
            .filter(|row| row.figure.region == *region && row.is_plain())
            .collect();
        let counted_too = |row: &PayRow| row.figure.role.as_ref() != Some(role);
        rows.sort_by_key(|row| (counted_too(row), row.rank(self.today())));
        rows
    }

    /// One figure per source of a role in a place: the newest of each series and occupation.
    pub fn pay_by_source(&self, role: &RoleId, region: &RegionId) -> Vec<PayRow<'_>> {
        let mut seen = BTreeSet::new();
        let mut rows = self.pay(role, region);
        if rows.iter().any(|row| !row.edition.trend_only) {
            rows.retain(|row| !row.edition.trend_only);
        }
        rows.retain(|row| {
            let series = row.edition.series.as_ref().unwrap_or(&row.edition.id);
            seen.insert((series.clone(), row.figure.occupation.clone()))
        });
        rows
    }

    /// The places with a figure about all people of a role, in the order of the vocabulary.
    pub fn pay_regions(&self, role: &RoleId) -> Vec<RegionId> {
        let mut regions: Vec<_> = self
            .pay_of(role)
            .filter(PayRow::is_plain)
            .map(|row| row.figure.region.clone())
            .collect();
        regions.sort_by_key(|id| self.vocabulary.position("regions", id.as_str()));
        regions.dedup();
        regions
    }

    /// The places of which a role has a page of pay: those with a plain figure that names the role
    /// first. Where an occupation merely counts the role too, its page is that of the first role.
    pub fn pay_page_regions(&self, role: &RoleId) -> Vec<RegionId> {
        let mut regions = self.pay_regions(role);
        regions.retain(|region| self.has_pay_page(role, region));
        regions
    }

    /// Whether a role has a page of pay for a place.
    pub fn has_pay_page(&self, role: &RoleId, region: &RegionId) -> bool {
        self.pay_of(role)
            .filter(PayRow::is_plain)
            .any(|row| row.figure.region == *region && row.figure.role.as_ref() == Some(role))
    }

    /// The page of the pay of a role in a place: its own, or that of the role which the occupation
    /// names first. Nothing if there is no figure.
    pub fn pay_page(&self, role: &RoleId, region: &RegionId) -> Option<Address> {
        let first = self.pay(role, region).into_iter().next()?;
        let owner = match self.has_pay_page(role, region) {
            true => role.clone(),
            false => first.figure.role.clone()?,
        };
        Some(Address::SalaryRegion(owner, region.clone()))
    }

    /// The place whose pay a role's pages show first, so that roles can be compared: the first
    /// country of the vocabulary that has a figure, else the first place.
    pub fn typical_region(&self, role: &RoleId) -> Option<RegionId> {
        let mut regions = self.pay_regions(role);
        regions.sort_by_key(|region| region.as_str() == WORLD);
        regions.into_iter().next()
    }

    /// The figures of one series over time, oldest first: of the first row of [`Site::pay`] whose
    /// series has at least two. Empty if there is no such series.
    pub fn pay_trend(&self, role: &RoleId, region: &RegionId) -> Vec<PayRow<'_>> {
        let rows = self.pay(role, region);
        let of_series = |first: &PayRow| {
            let mut trend: Vec<_> = rows
                .iter()
                .filter(|row| row.edition.series == first.edition.series)
                .filter(|row| row.figure.occupation == first.figure.occupation)
                .copied()
                .collect();
            trend.sort_by_key(|row| row.edition.source.collected.map(|span| span.to));
            (trend.len() >= 2).then_some(trend)
        };
        let in_series = rows.iter().filter(|row| row.edition.series.is_some());
        in_series.filter_map(of_series).next().unwrap_or_default()
    }

    /// The figures of a role in a place by years of experience, lowest first.
    pub fn pay_by_years(&self, role: &RoleId, region: &RegionId) -> Vec<PayRow<'_>> {
        let mut rows: Vec<_> = self
            .pay_of(role)
            .filter(|row| row.figure.region == *region && row.figure.years.is_some())
            .collect();
        rows.sort_by_key(|row| (row.edition.id.clone(), row.figure.years));
        rows
    }

    /// The figures of a role in a place split by something, in file order.
    pub fn pay_split(&self, role: &RoleId, region: &RegionId, by: SplitBy) -> Vec<PayRow<'_>> {
        self.pay_of(role)
            .filter(|row| row.figure.region == *region)
            .filter(|row| {
                row.figure
                    .split
                    .as_ref()
                    .is_some_and(|split| split.by == by)
            })
            .collect()
    }

    /// The yardsticks of a place: of each the figure to show first.
    pub fn baselines(&self, region: &RegionId) -> Vec<(Baseline, PayRow<'_>)> {
        let mut rows: Vec<_> = self
            .pay_rows()
            .filter(|row| row.figure.region == *region)
            .filter_map(|row| Some((row.figure.baseline?, row)))
            .collect();
        rows.sort_by_key(|(baseline, row)| (*baseline, row.rank(self.today())));
        rows.dedup_by_key(|(baseline, _)| *baseline);
        rows
    }
}
