//! `/salaries/{role}/{region}`.

mod sentences;
mod tables;

use askama::Template;

use crate::site::{Address, DataFormat, Document, Kind, PayRow, RegionId, Role, RoleId, Site};

pub use sentences::answer;
use sentences::{counts, description, disagreement, missing};
use tables::{
    PercentileRow, SplitRow, SplitTable, common_unit, experience, percentile_row, split_row,
    splits, within,
};

use super::blocks::{pay_title, source_strips, strips};
use super::charts::{PercentileStrip, Trend};
use super::flow::{ContentsEntry, entries};
use super::layout::Layout;
use super::passport::Passport;
use super::words::{self, fitting_title};

/// Pay of one role in one place.
#[derive(Template)]
#[template(path = "salary_region.html")]
pub struct SalaryRegionPage<'a> {
    layout: Layout<'a>,
    contents: Vec<ContentsEntry>,
    heading: String,
    answer: String,
    strips: Vec<PercentileStrip>,
    percentiles: Vec<PercentileRow>,
    trend: Option<Trend>,
    /// The unit of all percentiles, if they share it.
    unit: Option<String>,
    experience: Vec<SplitTable>,
    within: Vec<SplitRow>,
    baselines: Vec<SplitRow>,
    sources: String,
    disagreement: String,
    splits: Vec<SplitTable>,
    inside: Vec<Inside<'a>>,
    /// What each source counts: `BLS, May 2025 counts wage or salary`.
    counts: String,
    missing: Vec<String>,
    data: (String, String),
    passports: Vec<Passport<'a>>,
    /// Those of earlier periods.
    earlier: Vec<Passport<'a>>,
    other_regions: Vec<(String, String)>,
    role: (String, String),
    /// Role and place, as the tool for offers names them.
    ids: (String, String),
}

impl<'a> SalaryRegionPage<'a> {
    /// The page, or nothing if no figure is about the role in the place.
    pub fn new(site: &'a Site, role: &'a Document<Role>, region: &RegionId) -> Option<Self> {
        let id = RoleId::new(&role.id);
        let rows = site.pay(&id, region);
        let first = rows.first()?;
        let name = words::role_in_text(role);
        let place = site.region_in_text(region);
        let current = site.pay_by_source(&id, region);
        let trend = site.pay_trend(&id, region);
        let title = pay_title(site, &id, region);
        let path = |format| Address::SalaryData(id.clone(), format).path();
        Some(SalaryRegionPage {
            layout: Layout::new(
                site,
                &Address::SalaryRegion(id.clone(), region.clone()),
                fitting_title(&[
                    format!("{} pay in {place}: percentiles by source", role.meta.title),
                    format!("{} pay in {place}", role.meta.title),
                ]),
                description(&rows, &name, place),
                site.region(region),
            ),
            contents: entries(SECTIONS.into_iter()),
            heading: format!("{} pay in {place}", role.meta.title),
            answer: answer(site, first, &name),
            // Where several sources stand side by side further down, all of them are drawn there.
            strips: strips(site, "percentiles", &title, first_of(&current)),
            percentiles: rows
                .iter()
                .map(|row| percentile_row(site, row, common_unit(&rows).is_none()))
                .collect(),
            trend: Trend::new("trend", &title, &trend, &site.baselines(region)),
            experience: experience(site, &id, region),
            unit: common_unit(&rows),
            within: within(site, &id, region),
            baselines: baselines(site, region),
            sources: match current.len() {
                0 | 1 => String::new(),
                _ => source_strips(site, "sources", &title, &current),
            },
            disagreement: disagreement(&current),
            splits: splits(site, &id, region),
            inside: inside(&current),
            counts: counts(&current),
            missing: missing(site, &id, region, first),
            data: (path(DataFormat::Csv), path(DataFormat::Json)),
            earlier: passports(site, rows.iter().filter(|row| !current.contains(row))),
            passports: passports(site, current.iter()),
            other_regions: other_regions(site, &id, region),
            role: (Kind::Role.path(&role.id), role.meta.title.clone()),
            ids: (role.id.clone(), region.to_string()),
        })
    }
}

/// The first row alone, if there is one.
fn first_of<'a, 'b>(rows: &'b [PayRow<'a>]) -> &'b [PayRow<'a>] {
    &rows[..rows.len().min(1)]
}

fn baselines(site: &Site, region: &RegionId) -> Vec<SplitRow> {
    let all = site.baselines(region).into_iter();
    all.map(|(baseline, row)| split_row(site, baseline.label().to_owned(), &row))
        .collect()
}

/// What is inside the number of one source.
struct Inside<'a> {
    source: &'a str,
    what: String,
    caveat: &'a str,
}

const SECTIONS: [(&str, &str); 14] = [
    ("percentiles", "Percentiles"),
    ("over-time", "Over time"),
    ("by-experience", "By experience"),
    ("by-place", "By place"),
    ("yardsticks", "Yardsticks"),
    ("sources-side-by-side", "Sources side by side"),
    ("inside-the-number", "What is inside the number"),
    ("what-moves-it", "What moves it"),
    ("my-offer", "Is my offer in range?"),
    ("talking-about-pay", "How to talk about pay"),
    ("not-covered", "Not covered"),
    ("data", "The data"),
    ("passports", "Sources"),
    ("about-this-page", "About this page"),
];

fn inside<'a>(rows: &[PayRow<'a>]) -> Vec<Inside<'a>> {
    let mut seen = Vec::new();
    let mut inside = Vec::new();
    for row in rows {
        if seen.contains(&&row.edition.id) {
            continue;
        }
        seen.push(&row.edition.id);
        inside.push(Inside {
            source: &row.edition.title,
            what: format!(
                "{}, {}, {}. Counted: {}.",
                words::currency_name(row.currency()),
                row.tax().label(),
                row.covers().label(),
                row.edition.source.population.trim_end_matches('.')
            ),
            caveat: &row.edition.source.caveat,
        });
    }
    inside
}

fn passports<'a, 'r>(
    site: &'a Site,
    rows: impl Iterator<Item = &'r PayRow<'a>>,
) -> Vec<Passport<'a>>
where
    'a: 'r,
{
    rows.map(|row| Passport::of_pay(site, row)).collect()
}

fn other_regions(site: &Site, role: &RoleId, region: &RegionId) -> Vec<(String, String)> {
    site.pay_regions(role)
        .into_iter()
        .filter(|other| other != region)
        .filter(|other| {
            let entry = site.vocabulary.entry("regions", other.as_str());
            entry.is_some_and(|entry| entry.within.is_none())
        })
        .filter_map(|other| {
            let path = site.pay_page(role, &other)?.path();
            Some((path, site.region(&other).to_owned()))
        })
        .collect()
}
