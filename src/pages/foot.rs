//! The foot of an article: sources, what changed, who wrote it and how, when it was checked.

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Card, Document, Download, Kind, Note, Site, TwinFormat};

use super::words::day;

/// What stands under the text of every document.
#[derive(Template)]
#[template(path = "partials/foot.html")]
pub struct Foot<'a> {
    sources: Vec<SourceLine<'a>>,
    notes: &'a [Note],
    first_note: usize,
    cited_by: Vec<FootLink<'a>>,
    changes: Vec<ChangeLine<'a>>,
    authors: Vec<FootLink<'a>>,
    /// How the text is made, and the path of the editorial policy if the guide has one.
    made: Option<&'a str>,
    policy: Option<String>,
    published: Option<When>,
    updated: Option<When>,
    reviewed: Option<When>,
    report: Option<&'a str>,
    /// The same in other forms: what they are called, and their paths.
    twins: [(&'static str, String); 2],
}

struct SourceLine<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    url: &'a str,
    published: Option<String>,
    retrieved: String,
}

struct FootLink<'a> {
    path: String,
    title: &'a str,
}

struct ChangeLine<'a> {
    date: Date,
    day: String,
    what: &'a str,
}

/// A date for a machine and for a reader.
pub struct When {
    pub iso: Date,
    pub words: String,
}

impl When {
    pub fn new(date: Date) -> Self {
        When {
            iso: date,
            words: day(date),
        }
    }
}

impl<'a> Foot<'a> {
    /// The foot of a document.
    pub fn new<K>(site: &'a Site, kind: Kind, document: &'a Document<K>) -> Self {
        let meta = &document.meta;
        let sources = meta.sources.iter().map(|source| SourceLine {
            id: &source.id,
            title: &source.title,
            publisher: source.publisher.trim_end_matches('.'),
            url: &source.url,
            published: source.published.map(day),
            retrieved: day(source.retrieved),
        });
        let changes = meta.changes.iter().rev().map(|change| ChangeLine {
            date: change.date,
            day: day(change.date),
            what: &change.what,
        });
        let authors = meta.authors.iter().filter_map(|id| {
            let author = site.authors.get(id.as_str())?;
            Some(FootLink {
                path: Kind::Author.path(&author.id),
                title: &author.meta.title,
            })
        });
        let policy = site.pages.get("editorial-policy");
        Foot {
            sources: sources.collect(),
            notes: &document.body.notes,
            first_note: meta.sources.len() + 1,
            cited_by: site.cited_by(kind, &document.id).iter().map(link).collect(),
            changes: changes.collect(),
            authors: authors.collect(),
            made: site.config.made.as_deref(),
            policy: policy.map(|page| Address::Prose(page.id.clone()).path()),
            published: meta.published.map(When::new),
            updated: meta.updated.map(When::new),
            reviewed: meta.reviewed.map(When::new),
            report: site.config.report.as_deref(),
            twins: TwinFormat::ALL.map(|format| {
                let twin = Download::Document(kind, document.id.clone(), format);
                (format.label(), twin.path())
            }),
        }
    }
}

fn link<'a>(card: &Card<'a>) -> FootLink<'a> {
    FootLink {
        path: card.path(),
        title: card.title,
    }
}
