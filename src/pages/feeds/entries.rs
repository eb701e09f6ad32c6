//! What feeds bring.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::civil::Date;

use crate::pages::book::Copier;
use crate::pages::twin;
use crate::site::{Address, BookFormat, Card, DayOfChanges, Feed, Kind, Site};

/// An entry of a feed. Its id never changes.
pub struct Entry {
    pub id: String,
    pub url: String,
    pub title: String,
    pub summary: String,
    /// The text, as HTML.
    pub html: String,
    pub published: Date,
    pub updated: Date,
}

/// The most entries of a feed that brings whole texts, and of one that brings notes.
const MOST_TEXTS: usize = 20;
const MOST_NOTES: usize = 50;

/// The kinds whose texts are fed.
const FED: [Kind; 5] = [
    Kind::Role,
    Kind::Skill,
    Kind::CareerPath,
    Kind::Guide,
    Kind::Industry,
];

pub fn entries(site: &Site, feed: Feed) -> Vec<Entry> {
    match feed {
        Feed::Documents => newest(site, |card| FED.contains(&card.kind)),
        Feed::Jobs => newest(site, |card| {
            let job = site.jobs.get(card.id);
            card.kind == Kind::Job && job.is_some_and(|job| !site.is_closed(job))
        }),
        Feed::Changes => changes(site),
    }
}

/// The documents that were changed last, with their whole text.
fn newest(site: &Site, is_fed: impl Fn(&Card) -> bool) -> Vec<Entry> {
    let mut cards: Vec<(Date, Card)> = site
        .cards()
        .filter(is_fed)
        .filter_map(|card| Some((card.updated.or(card.published)?, card)))
        .collect();
    cards.sort_by_key(|(updated, card)| (Reverse(*updated), card.kind, card.id));
    cards.truncate(MOST_TEXTS);
    let entry = |(updated, card): &(Date, Card)| {
        let url = format!("{}{}", site.config.address, card.path());
        Entry {
            id: url.clone(),
            url,
            title: card.title.to_owned(),
            summary: card.summary.to_owned(),
            html: text(site, card),
            published: card.published.unwrap_or(*updated),
            updated: *updated,
        }
    };
    cards.iter().map(entry).collect()
}

/// What the page of a document shows, without its drawings: links are absolute.
fn text(site: &Site, card: &Card) -> String {
    let copier = Copier {
        format: BookFormat::Epub,
        guide: &site.config.address,
        name: card.id,
        names: &HashMap::new(),
    };
    let page = twin::page(site, &card.kind.address(card.id));
    page.map_or_else(String::new, |page| copier.copy(&page))
}

/// Notes of changes, newest first. The first note of a page says that the page is there, which the
/// feed of documents tells better.
fn changes(site: &Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (date, day) in site.changes(Date::MIN).into_iter().rev() {
        for (card, what) in &day.pages {
            let is_first = card
                .meta
                .changes
                .first()
                .is_some_and(|first| first.what == *what);
            if !is_first {
                entries.push(note(site, card, what, date));
            }
        }
        if !day.old.is_empty() {
            entries.push(grown_old(site, &day, date));
        }
    }
    entries.truncate(MOST_NOTES);
    entries
}

fn note(site: &Site, card: &Card, what: &str, date: Date) -> Entry {
    let url = format!("{}{}", site.config.address, card.path());
    let of_page = card.meta.changes.iter();
    let number = of_page.take_while(|change| change.what != what).count() + 1;
    Entry {
        id: format!("{url}#change-{number}"),
        title: format!("{}: {what}", card.title),
        summary: what.to_owned(),
        html: format!(
            "<p>{} <a href=\"{url}\">{}</a></p>",
            escaped(what),
            escaped(card.title),
        ),
        url,
        published: date,
        updated: date,
    }
}

fn grown_old(site: &Site, day: &DayOfChanges, date: Date) -> Entry {
    let titles: Vec<&str> = day.old.iter().map(|file| file.title).collect();
    let what = format!("Past their date: {}.", titles.join("; "));
    let url = format!("{}{}", site.config.address, Address::Changes.path());
    Entry {
        id: format!("{url}#d{date}"),
        url: format!("{url}#d{date}"),
        title: "Figures that grew old".to_owned(),
        html: format!("<p>{}</p>", escaped(&what)),
        summary: what,
        published: date,
        updated: date,
    }
}

/// A text inside HTML.
fn escaped(text: &str) -> String {
    let escaped = askama::filters::escape(text, askama::filters::Html);
    escaped.map_or_else(|_| String::new(), |escaped| escaped.to_string())
}
