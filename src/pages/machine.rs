//! Answers for machines: feed, sitemap, robots.txt, pay figures as data.

use askama::Template;
use jiff::civil::Date;
use serde::Serialize;

use crate::site::{Address, DataFormat, Kind, PayRow, RoleId, Site, Status};

use super::modified;

/// `/feed.xml`: guides, roles, skills and paths, changed last first, as Atom (RFC 4287).
#[derive(Template)]
#[template(path = "feed.xml")]
pub struct Feed<'a> {
    site: &'a Site,
    updated: String,
    entries: Vec<FeedEntry<'a>>,
}

struct FeedEntry<'a> {
    path: String,
    title: &'a str,
    summary: &'a str,
    published: String,
    updated: String,
    changes: Vec<&'a str>,
}

/// The number of entries in the feed.
const FEED_ENTRIES: usize = 50;

impl<'a> Feed<'a> {
    pub fn new(site: &'a Site) -> Self {
        let fed = [
            Kind::Role,
            Kind::Skill,
            Kind::CareerPath,
            Kind::Guide,
            Kind::Industry,
        ];
        let mut cards: Vec<_> = site
            .cards()
            .filter(|card| fed.contains(&card.kind))
            .filter_map(|card| Some((card.updated?, card)))
            .collect();
        cards.sort_by_key(|(updated, card)| (std::cmp::Reverse(*updated), card.kind, card.id));
        let entries = cards
            .into_iter()
            .take(FEED_ENTRIES)
            .map(|(updated, card)| FeedEntry {
                path: card.path(),
                title: card.title,
                summary: card.summary,
                published: instant(card.published.unwrap_or(updated)),
                updated: instant(updated),
                changes: card
                    .meta
                    .changes
                    .iter()
                    .rev()
                    .map(|change| change.what.as_str())
                    .collect(),
            });
        Feed {
            site,
            updated: instant(site.updated().unwrap_or(site.today())),
            entries: entries.collect(),
        }
    }
}

/// The first instant of a day in UTC, as RFC 3339 writes it.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

/// `/sitemap.xml`: every page that search engines may index.
#[derive(Template)]
#[template(path = "sitemap.xml")]
pub struct Sitemap<'a> {
    site: &'a Site,
    pages: Vec<(String, Option<Date>)>,
}

impl<'a> Sitemap<'a> {
    pub fn new(site: &'a Site) -> Self {
        let pages = site
            .addresses()
            .into_iter()
            .filter(|address| address.is_page() && is_indexed(site, address))
            .map(|address| (address.path(), modified(site, &address)));
        Sitemap {
            site,
            pages: pages.collect(),
        }
    }
}

/// Whether search engines may index a page: all but closed adverts and archived documents.
fn is_indexed(site: &Site, address: &Address) -> bool {
    let archived = |kind, id: &str| {
        site.card(kind, id)
            .is_some_and(|card| card.meta.status == Status::Archived)
    };
    match address {
        Address::Document(kind, id) if archived(*kind, id) => false,
        Address::Prose(id) if archived(Kind::Page, id) => false,
        Address::Document(Kind::Job, id) => {
            site.jobs.get(id).is_some_and(|job| !site.is_closed(job))
        }
        _ => true,
    }
}

/// `/robots.txt`.
pub fn robots(site: &Site) -> String {
    format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}{}\n",
        site.config.address,
        Address::Sitemap.path()
    )
}

/// A pay figure as a row of data: the passport goes with every row.
#[derive(Serialize)]
struct DataRow<'a> {
    role: &'a str,
    region: &'a str,
    occupation: Option<&'a str>,
    level: Option<&'a str>,
    years: Option<String>,
    split_by: Option<&'static str>,
    split_part: Option<&'a str>,
    p10: Option<f64>,
    p25: Option<f64>,
    median: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
    mean: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    n: Option<u32>,
    currency: &'a str,
    period: &'static str,
    tax: &'static str,
    covers: &'static str,
    method: &'static str,
    reference: &'a str,
    good_until: Date,
    edition: &'a str,
    publisher: &'a str,
    url: &'a str,
    retrieved: Date,
    licence: &'a str,
    credit: &'a str,
    note: Option<&'a str>,
}

impl<'a> DataRow<'a> {
    fn new(role: &'a RoleId, row: PayRow<'a>) -> Self {
        let (edition, figure) = (row.edition, row.figure);
        let split = figure.split.as_ref();
        DataRow {
            role: role.as_str(),
            region: figure.region.as_str(),
            occupation: figure.occupation.as_deref(),
            level: figure.level.as_ref().map(|level| level.as_str()),
            years: figure.years.map(|years| years.to_string()),
            split_by: split.map(|split| split.by.label()),
            split_part: split.map(|split| split.part.as_str()),
            p10: figure.p10,
            p25: figure.p25,
            median: figure.median,
            p75: figure.p75,
            p90: figure.p90,
            mean: figure.mean,
            min: figure.min,
            max: figure.max,
            n: figure.n,
            currency: row.currency(),
            period: row.period().label(),
            tax: row.tax().label(),
            covers: row.covers().label(),
            method: edition.method.label(),
            reference: &edition.reference,
            good_until: edition.good_until,
            edition: &edition.title,
            publisher: &edition.source.publisher,
            url: &edition.source.url,
            retrieved: edition.source.retrieved,
            licence: &edition.source.licence,
            credit: &edition.source.credit,
            note: figure.note.as_deref(),
        }
    }
}

/// `/salaries/{role}.csv` and `.json`: all figures of a role; nothing if it has none.
pub fn pay_data(site: &Site, role: &RoleId, format: DataFormat) -> Option<Vec<u8>> {
    site.roles.get(role.as_str())?;
    let rows: Vec<DataRow> = site
        .pay_of(role)
        .map(|row| DataRow::new(role, row))
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(match format {
        DataFormat::Json => serde_json::to_vec_pretty(&rows).expect("rows are strings and numbers"),
        DataFormat::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &rows {
                writer.serialize(row).expect("rows are flat");
            }
            writer.into_inner().expect("a vector takes all bytes")
        }
    })
}
