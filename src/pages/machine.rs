//! Answers for machines: feed, sitemap, robots.txt.

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Kind, Site, Status};

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

/// Whether search engines may index a page: all but closed adverts, archived documents, and the page
/// that is different in every browser.
fn is_indexed(site: &Site, address: &Address) -> bool {
    let archived = |kind, id: &str| {
        site.card(kind, id)
            .is_some_and(|card| card.meta.status == Status::Archived)
    };
    match address {
        Address::Notes => false,
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
