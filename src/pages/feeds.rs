//! Feeds, as Atom (RFC 4287) and as JSON Feed 1.1: the same entries in both.

mod entries;

use askama::Template;
use jiff::civil::Date;
use serde::Serialize;

use crate::site::{Feed, FeedFormat, Site};

use super::draw;
use entries::{Entry, entries};

/// A feed in a form.
pub fn feed(site: &Site, feed: Feed, format: FeedFormat) -> Vec<u8> {
    let entries = entries(site, feed);
    match format {
        FeedFormat::Atom => draw(&Atom {
            updated: newest(site, &entries),
            site,
            feed,
            entries,
        }),
        FeedFormat::Json => json(site, feed, &entries),
    }
}

#[derive(Template)]
#[template(path = "feed.xml")]
struct Atom<'a> {
    site: &'a Site,
    feed: Feed,
    updated: String,
    entries: Vec<Entry>,
}

impl Atom<'_> {
    /// The end of the feed's id, which never changes: that of the guide for the first of its feeds.
    fn home(&self) -> String {
        match self.feed {
            Feed::Documents => "/".to_owned(),
            _ => self.path(),
        }
    }

    /// The address of the feed itself.
    fn path(&self) -> String {
        self.feed.path(FeedFormat::Atom)
    }
}

fn newest(site: &Site, entries: &[Entry]) -> String {
    let newest = entries.iter().map(|entry| entry.updated).max();
    instant(newest.or(site.updated()).unwrap_or(site.today()))
}

/// The first instant of a day in UTC, as RFC 3339 writes it.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    description: &'a str,
    icon: String,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
}

impl<'a> Item<'a> {
    fn new(entry: &'a Entry) -> Self {
        Item {
            id: &entry.id,
            url: &entry.url,
            title: &entry.title,
            summary: &entry.summary,
            content_html: &entry.html,
            date_published: instant(entry.published),
            date_modified: instant(entry.updated),
        }
    }
}

fn json(site: &Site, feed: Feed, entries: &[Entry]) -> Vec<u8> {
    let config = &site.config;
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: format!("{}: {}", config.name, feed.label()),
        home_page_url: format!("{}/", config.address),
        feed_url: format!("{}{}", config.address, feed.path(FeedFormat::Json)),
        description: &config.tagline,
        icon: format!("{}/favicon.ico", config.address),
        language: &config.language,
        authors: [Author {
            name: &config.publisher,
        }],
        items: entries.iter().map(Item::new).collect(),
    };
    serde_json::to_vec(&feed).expect("a feed has only text for keys")
}
