//! Looking through the figures of pay.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{Covers, Method, PayRow, Period, RegionId, RoleId, Site, Tax, Years};

/// Which figures a reader wants to see, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaySearch {
    pub role: Option<RoleId>,
    pub region: Option<RegionId>,
    pub method: Option<Method>,
    /// Only people of these years of experience; without it, people of all.
    pub years: Option<Years>,
    pub order: PayOrder,
}

/// The order of figures that are counted alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PayOrder {
    /// The places in the order of the vocabulary.
    #[default]
    Place,
    /// The highest median or mean first.
    Highest,
    /// The figures read last first.
    Newest,
    /// Those that rest on most cases first.
    Cases,
}

impl PayOrder {
    pub const ALL: [PayOrder; 4] = [
        PayOrder::Place,
        PayOrder::Highest,
        PayOrder::Newest,
        PayOrder::Cases,
    ];

    /// The order that a word names; by place if it names none.
    pub fn of_word(word: &str) -> PayOrder {
        let mut all = Self::ALL.into_iter();
        all.find(|order| order.word() == word).unwrap_or_default()
    }

    /// The word in an address.
    pub fn word(self) -> &'static str {
        match self {
            PayOrder::Place => "place",
            PayOrder::Highest => "highest",
            PayOrder::Newest => "newest",
            PayOrder::Cases => "cases",
        }
    }

    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            PayOrder::Place => "By place",
            PayOrder::Highest => "Highest median first",
            PayOrder::Newest => "Read last first",
            PayOrder::Cases => "Most cases first",
        }
    }
}

/// Figures that are counted alike, so that their amounts can stand in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct PayAlike<'a> {
    pub currency: &'a str,
    pub period: Period,
    pub tax: Tax,
    pub covers: Covers,
    pub rows: Vec<PayRow<'a>>,
}

impl PaySearch {
    /// Whether a figure is one that was asked for.
    fn wants(&self, row: &PayRow) -> bool {
        let PaySearch {
            role,
            region,
            method,
            years,
            ..
        } = self;
        let counts_all = match years {
            Some(_) => row.figure.years == *years && row.figure.split.is_none(),
            None => row.is_plain(),
        };
        let is_about = |role: &RoleId| row.figure.roles().any(|about| about == role);
        counts_all
            && row.figure.baseline.is_none()
            && role.as_ref().is_none_or(is_about)
            && region
                .as_ref()
                .is_none_or(|region| row.figure.region == *region)
            && method.is_none_or(|method| row.edition.method == method)
    }
}

impl Site {
    /// The ranges of years of experience that sources tell apart, lowest first.
    pub fn years_told_apart(&self) -> BTreeSet<Years> {
        self.pay_rows().filter_map(|row| row.figure.years).collect()
    }

    /// The figures about people of a role in a place that were asked for, the newest of each
    /// series: grouped by what can be compared, the largest group first.
    pub fn search_pay(&self, search: &PaySearch) -> Vec<PayAlike<'_>> {
        let is_wanted = |row: &PayRow| search.wants(row);
        let mut rows: Vec<PayRow> = self.pay_rows().filter(is_wanted).collect();
        rows.sort_by_key(|row| Reverse(row.edition.source.collected.map(|span| span.to)));
        let mut seen = BTreeSet::new();
        rows.retain(|row| {
            let series = row.edition.series.as_ref().unwrap_or(&row.edition.id);
            let roles: Vec<&RoleId> = row.figure.roles().collect();
            !row.edition.trend_only
                && seen.insert((series, roles, &row.figure.occupation, &row.figure.region))
        });
        let mut groups: Vec<PayAlike> = Vec::new();
        for row in rows {
            let is_alike = |group: &&mut PayAlike| {
                (group.currency, group.period, group.tax, group.covers)
                    == (row.currency(), row.period(), row.tax(), row.covers())
            };
            match groups.iter_mut().find(is_alike) {
                Some(group) => group.rows.push(row),
                None => groups.push(PayAlike {
                    currency: row.currency(),
                    period: row.period(),
                    tax: row.tax(),
                    covers: row.covers(),
                    rows: vec![row],
                }),
            }
        }
        groups
            .iter_mut()
            .for_each(|group| self.order(&mut group.rows, search.order));
        groups.sort_by_key(|group| (Reverse(group.rows.len()), group.currency));
        groups
    }

    fn order(&self, rows: &mut [PayRow], order: PayOrder) {
        let place = |row: &PayRow| {
            let position = self
                .vocabulary
                .position("regions", row.figure.region.as_str());
            (position, row.figure.role.clone(), row.edition.method)
        };
        rows.sort_by_key(place);
        match order {
            PayOrder::Place => {}
            PayOrder::Highest => {
                let middle = |row: &PayRow| row.middle().unwrap_or_default();
                rows.sort_by(|one, two| middle(two).total_cmp(&middle(one)));
            }
            PayOrder::Newest => rows.sort_by_key(|row| Reverse(row.edition.source.retrieved)),
            PayOrder::Cases => rows.sort_by_key(|row| Reverse(row.figure.n)),
        }
    }
}
