//! `/salaries/{role}/{region}`.

mod tables;

use askama::Template;

use crate::site::{Address, DataFormat, Document, Kind, PayRow, RegionId, Role, RoleId, Site};

use tables::{
    PercentileRow, SplitRow, SplitTable, common_unit, experience, percentile_row, split_row,
    splits, within,
};

use super::blocks::{pay_title, source_strips, strips};
use super::charts::{PercentileStrip, Trend};
use super::flow::{ContentsEntry, entries};
use super::layout::Layout;
use super::passport::{Passport, cases};
use super::words::{self, fitting_title, lower_first, money};

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
    missing: Vec<String>,
    data: (String, String),
    passports: Vec<Passport<'a>>,
    other_regions: Vec<(String, String)>,
    role: (String, String),
}

impl<'a> SalaryRegionPage<'a> {
    /// The page, or nothing if no figure is about the role in the place.
    pub fn new(site: &'a Site, role: &'a Document<Role>, region: &RegionId) -> Option<Self> {
        let id = RoleId::new(&role.id);
        let rows = site.pay(&id, region);
        let first = rows.first()?;
        let name = lower_first(&role.meta.title);
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
            strips: strips("percentiles", &title, &current),
            percentiles: rows
                .iter()
                .map(|row| percentile_row(row, common_unit(&rows).is_none()))
                .collect(),
            trend: Trend::new("trend", &title, &trend, &site.baselines(region)),
            experience: experience(site, &id, region),
            unit: common_unit(&rows),
            within: within(site, &id, region),
            baselines: site
                .baselines(region)
                .into_iter()
                .map(|(baseline, row)| split_row(baseline.label().to_owned(), &row))
                .collect(),
            sources: source_strips("sources", &title, &current),
            disagreement: disagreement(&current),
            splits: splits(site, &id, region),
            inside: inside(&current),
            missing: missing(site, &id, region, first),
            data: (path(DataFormat::Csv), path(DataFormat::Json)),
            passports: rows.iter().map(|row| Passport::of_pay(site, row)).collect(),
            other_regions: other_regions(site, &id, region),
            role: (Kind::Role.path(&role.id), role.meta.title.clone()),
        })
    }
}

/// What is inside the number of one source.
struct Inside<'a> {
    source: &'a str,
    what: String,
    caveat: &'a str,
}

const SECTIONS: [(&str, &str); 12] = [
    ("percentiles", "Percentiles"),
    ("over-time", "Over time"),
    ("by-experience", "By experience"),
    ("by-place", "By place"),
    ("yardsticks", "Yardsticks"),
    ("sources-side-by-side", "Sources side by side"),
    ("inside-the-number", "What is inside the number"),
    ("what-moves-it", "What moves it"),
    ("talking-about-pay", "How to talk about pay"),
    ("not-covered", "Not covered"),
    ("data", "The data"),
    ("passports", "Sources"),
];

/// The answer in a sentence: region, period, gross or net, population, sample.
pub fn answer(site: &Site, row: &PayRow, name: &str) -> String {
    let place = site.region_in_text(&row.figure.region);
    let currency = row.currency();
    let per = words::per(row);
    let n = row.figure.n.map_or_else(String::new, |n| {
        format!(" ({})", cases(n, &row.edition.source))
    });
    let middle = match (row.figure.median, row.figure.mean) {
        (Some(median), _) => format!("half are paid more than {} {per}", money(median, currency)),
        (None, Some(mean)) => format!("the mean is {} {per}", money(mean, currency)),
        (None, None) => "the source gives a range only".to_owned(),
    };
    let half = words::middle_half(row).map_or_else(String::new, |half| {
        format!(", and the middle half get {half}")
    });
    format!(
        "For {} in {place}, {middle}{half}: {} {}, {}, as of {}{n}.",
        words::with_article(name),
        row.tax().label(),
        row.covers().label(),
        row.edition.method.label(),
        row.edition.reference,
    )
}

fn description(rows: &[PayRow], name: &str, place: &str) -> String {
    let mut sources: Vec<&str> = Vec::new();
    for row in rows {
        if !sources.contains(&row.edition.short.as_str()) {
            sources.push(&row.edition.short);
        }
    }
    let all = words::list(&sources);
    let long = format!(
        "Pay of {} in {place} by percentile, from {all}: who was counted, when, how many, and why sources differ.",
        words::with_article(name)
    );
    if long.chars().count() <= 160 {
        return long;
    }
    format!(
        "Pay of {} in {place} by percentile, from {}: who was counted, when, how many, and why they differ.",
        words::with_article(name),
        words::counted(sources.len(), "source", "sources")
    )
}

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

/// Why the sources differ, from their passports.
fn disagreement(rows: &[PayRow]) -> String {
    let mut reasons = Vec::new();
    let differ =
        |key: fn(&PayRow) -> String| rows.windows(2).any(|pair| key(&pair[0]) != key(&pair[1]));
    if differ(|row| row.population().to_owned()) {
        reasons.push("they count different groups");
    }
    if differ(|row| row.covers().label().to_owned()) {
        reasons.push("some count salary alone and others total compensation");
    }
    if differ(|row| row.edition.method.label().to_owned()) {
        reasons.push("statistics offices count payrolls while surveys ask those who answer");
    }
    if differ(|row| row.edition.reference.clone()) {
        reasons.push("they describe different times");
    }
    match (rows.len(), reasons.as_slice()) {
        (0 | 1, _) => {
            "Only one source has a figure for this place, so nothing can be compared.".to_owned()
        }
        (_, []) => "The sources count the same group in the same way.".to_owned(),
        _ => format!(
            "The sources differ because {}. The guide never averages them.",
            words::list(&reasons)
        ),
    }
}

/// What the page cannot say, each with the reason.
fn missing(site: &Site, role: &RoleId, region: &RegionId, first: &PayRow) -> Vec<String> {
    let mut missing = Vec::new();
    if site.pay_of(role).all(|row| row.figure.level.is_none()) {
        missing.push(
            "Pay by level of the career (junior, senior …): no source tells levels apart."
                .to_owned(),
        );
    }
    if site.pay_by_years(role, region).is_empty() {
        missing.push("Pay by experience: no source with a large enough sample tells years of experience apart in this place.".to_owned());
    }
    if first.covers() == crate::site::Covers::Base {
        missing.push("Equity and most bonuses: the first figure leaves them out.".to_owned());
    }
    missing.push("Purchasing power: figures stay in the currency and period of their source; nothing is converted.".to_owned());
    missing
}

fn other_regions(site: &Site, role: &RoleId, region: &RegionId) -> Vec<(String, String)> {
    site.pay_regions(role)
        .into_iter()
        .filter(|other| other != region)
        .filter(|other| {
            let entry = site.vocabulary.entry("regions", other.as_str());
            entry.is_some_and(|entry| entry.within.is_none())
        })
        .map(|other| {
            let path = Address::SalaryRegion(role.clone(), other.clone()).path();
            (path, site.region(&other).to_owned())
        })
        .collect()
}
