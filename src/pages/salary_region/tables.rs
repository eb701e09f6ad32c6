//! The tables of a salary page.

use crate::site::{PayRow, RegionId, RoleId, Site, SplitBy};

use crate::pages::words::{self, count, money};

/// What stands for a figure that the source does not give; the page says so under its first table.
const NONE: &str = "–";

/// The unit of the figures, if they all share it: `US dollars a year`.
pub fn common_unit(rows: &[PayRow]) -> Option<String> {
    let unit = unit(rows.first()?);
    rows.iter()
        .all(|row| self::unit(row) == unit)
        .then_some(unit)
}

fn unit(row: &PayRow) -> String {
    let currency = words::currency_name(row.currency());
    format!("{currency} {}", words::per(row))
}

/// A figure with all its percentiles.
pub struct PercentileRow {
    pub source: String,
    pub cells: Vec<String>,
    pub n: String,
}

/// The row of a figure; `with_unit` says its unit beside its source.
pub fn percentile_row(site: &Site, row: &PayRow, with_unit: bool) -> PercentileRow {
    let figure = row.figure;
    let cell = |amount: Option<f64>| {
        amount.map_or_else(|| NONE.to_owned(), |amount| money(amount, row.currency()))
    };
    let mut source = match &figure.occupation {
        Some(occupation) => format!("{}: {occupation}", row.source(site.today())),
        None => row.source(site.today()),
    };
    if with_unit {
        source = format!("{source}, {}", unit(row));
    }
    PercentileRow {
        source,
        cells: [
            figure.p10,
            figure.p25,
            figure.median,
            figure.p75,
            figure.p90,
            figure.mean,
        ]
        .map(cell)
        .into(),
        n: figure
            .n
            .map_or_else(|| NONE.to_owned(), |n| count(n.into())),
    }
}

/// A figure in a table of parts.
pub struct SplitRow {
    pub part: String,
    pub path: Option<String>,
    pub p25: String,
    pub median: String,
    pub p75: String,
    pub n: String,
    pub source: String,
}

pub fn split_row(site: &Site, part: String, row: &PayRow) -> SplitRow {
    let cell = |amount: Option<f64>| {
        amount.map_or_else(|| NONE.to_owned(), |amount| money(amount, row.currency()))
    };
    SplitRow {
        part,
        path: None,
        p25: cell(row.figure.p25),
        median: match (row.figure.median, row.figure.mean) {
            (None, Some(mean)) => format!("{} (mean)", money(mean, row.currency())),
            (median, _) => cell(median),
        },
        p75: cell(row.figure.p75),
        n: row
            .figure
            .n
            .map_or_else(|| NONE.to_owned(), |n| count(n.into())),
        source: row.source(site.today()),
    }
}

pub struct SplitTable {
    pub title: String,
    pub rows: Vec<SplitRow>,
}

/// A table for each source that tells years of experience apart.
pub fn experience(site: &Site, role: &RoleId, region: &RegionId) -> Vec<SplitTable> {
    let mut tables: Vec<SplitTable> = Vec::new();
    for row in site.pay_by_years(role, region) {
        let counted = row
            .edition
            .years_count
            .as_deref()
            .unwrap_or("years of experience");
        let title = format!("By {counted}: {}", row.source(site.today()));
        let years = row
            .figure
            .years
            .map_or_else(String::new, |years| years.to_string());
        let line = split_row(site, years, &row);
        match tables.last_mut() {
            Some(last) if last.title == title => last.rows.push(line),
            _ => tables.push(SplitTable {
                title,
                rows: vec![line],
            }),
        }
    }
    tables
}

/// The places inside this one that have a figure of their own.
pub fn within(site: &Site, role: &RoleId, region: &RegionId) -> Vec<SplitRow> {
    let inside = |other: &RegionId| {
        let entry = site.vocabulary.entry("regions", other.as_str());
        entry.is_some_and(|entry| entry.within.as_deref() == Some(region.as_str()))
    };
    let regions = site.pay_regions(role).into_iter().filter(inside);
    let mut rows: Vec<(f64, SplitRow)> = regions
        .filter_map(|other| {
            let row = site.pay(role, &other).into_iter().next()?;
            let mut line = split_row(site, site.region(&other).to_owned(), &row);
            line.path = site.pay_page(role, &other).map(|address| address.path());
            Some((row.middle().unwrap_or_default(), line))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    rows.into_iter().map(|(_, line)| line).collect()
}

pub fn splits(site: &Site, role: &RoleId, region: &RegionId) -> Vec<SplitTable> {
    const ALL: [SplitBy; 7] = [
        SplitBy::EmployerSize,
        SplitBy::Industry,
        SplitBy::Arrangement,
        SplitBy::Education,
        SplitBy::Language,
        SplitBy::Database,
        SplitBy::Age,
    ];
    let mut tables: Vec<SplitTable> = Vec::new();
    for by in ALL {
        for row in site.pay_split(role, region, by) {
            let Some(split) = &row.figure.split else {
                continue;
            };
            let title = format!("{}: {}", by.label(), row.source(site.today()));
            let line = split_row(site, split.part.clone(), &row);
            match tables.iter_mut().find(|table| table.title == title) {
                Some(table) => table.rows.push(line),
                None => tables.push(SplitTable {
                    title,
                    rows: vec![line],
                }),
            }
        }
    }
    tables
}
