//! The Site made of all that is sound.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use super::collection::Collection;
use super::document::{Own, Read, ReadDocument, first_citation};
use super::front_matter::Front;
use super::standing::is_public;
use crate::site::{
    Author, CareerPath, Document, Edition, Entry, Fate, Guide, Handbook, Industry, Job, Learning,
    Meta, Page, Redirects, Role, Shelf, Site, Skill, Status, Term, Usage, Vocabulary,
};

/// The Site of all documents that are visible and have no errors; none if the settings or a
/// vocabulary cannot be read. `broken` are the files with errors.
pub fn site(mut all: Collection, broken: &HashSet<&str>, handbook: Arc<Handbook>) -> Option<Site> {
    all.documents
        .retain(|document| !broken.contains(document.read.file));
    all.editions.retain(|read| !broken.contains(read.file));
    all.usage.retain(|read| !broken.contains(read.file));
    let config = all.config.take()?.value?;
    let vocabulary = vocabulary(&mut all)?;
    let view = all.view;
    let salaries = editions(std::mem::take(&mut all.editions));
    let usage = usage(std::mem::take(&mut all.usage));
    let next_change = next_change(&all, &salaries, &usage);
    all.documents.retain(|document| document.is_visible(view));
    let old_paths = old_paths(&all);
    let shelves = Shelves::of(all.documents);
    let mut site = Site {
        config,
        vocabulary,
        roles: shelf(shelves.roles),
        skills: shelf(shelves.skills),
        career_paths: shelf(shelves.career_paths),
        guides: shelf(shelves.guides),
        learning: shelf(shelves.learning),
        industries: shelf(shelves.industries),
        jobs: shelf(shelves.jobs),
        terms: shelf(shelves.terms),
        authors: shelf(shelves.authors),
        pages: shelf(shelves.pages),
        salaries,
        usage,
        redirects: Redirects::default(),
        instant: view.instant,
        next_change,
        handbook,
    };
    site.redirects = redirects(&site, old_paths);
    Some(site)
}

/// Documents by kind, on their way to the shelves.
#[derive(Default)]
struct Shelves {
    roles: Vec<Document<Role>>,
    skills: Vec<Document<Skill>>,
    career_paths: Vec<Document<CareerPath>>,
    guides: Vec<Document<Guide>>,
    learning: Vec<Document<Learning>>,
    industries: Vec<Document<Industry>>,
    jobs: Vec<Document<Job>>,
    terms: Vec<Document<Term>>,
    authors: Vec<Document<Author>>,
    pages: Vec<Document<Page>>,
}

impl Shelves {
    fn of(documents: Vec<ReadDocument>) -> Self {
        let mut shelves = Shelves::default();
        let read = documents.into_par_iter().filter_map(|mut document| {
            let front = document.read.value.take()?;
            // Copied only if somebody remembers it for the next load.
            Some((document, Arc::unwrap_or_clone(front)))
        });
        for (document, Front { meta, own }) in read.collect::<Vec<_>>() {
            match own {
                Own::Role(own) => shelves.roles.push(finish(document, meta, *own)),
                Own::Skill(own) => shelves.skills.push(finish(document, meta, own)),
                Own::CareerPath(own) => shelves.career_paths.push(finish(document, meta, own)),
                Own::Guide(own) => shelves.guides.push(finish(document, meta, own)),
                Own::Learning(own) => shelves.learning.push(finish(document, meta, own)),
                Own::Industry(own) => shelves.industries.push(finish(document, meta, own)),
                Own::Job(own) => shelves.jobs.push(finish(document, meta, own)),
                Own::Term(own) => shelves.terms.push(finish(document, meta, own)),
                Own::Author(own) => shelves.authors.push(finish(document, meta, own)),
                Own::Page(own) => shelves.pages.push(finish(document, meta, own)),
            }
        }
        shelves
    }
}

fn finish<K>(document: ReadDocument, mut meta: Meta, fields: K) -> Document<K> {
    let text = document.read.text;
    meta.sources
        .sort_by_cached_key(|source| first_citation(text, &source.id));
    Document {
        id: document.read.id.to_owned(),
        file: document.read.file.to_owned(),
        meta,
        fields,
        body: Arc::clone(&document.body),
    }
}

fn shelf<K>(documents: Vec<Document<K>>) -> Shelf<K> {
    documents.into_iter().collect()
}

fn vocabulary(all: &mut Collection) -> Option<Vocabulary> {
    let mut list = |name: &str| -> Option<Vec<Entry>> {
        let read = all.vocabulary.iter_mut().find(|read| read.id == name)?;
        Some(read.value.take()?.entries)
    };
    Some(Vocabulary {
        levels: list("levels")?,
        regions: list("regions")?,
        skill_groups: list("skill-groups")?,
        role_families: list("role-families")?,
        tags: list("tags")?,
    })
}

/// Published editions by series, newest first within one.
fn editions(read: Vec<Read<Edition>>) -> Vec<Edition> {
    let mut editions: Vec<Edition> = read
        .into_iter()
        .filter_map(|read| {
            let id = read.id.to_owned();
            read.value.map(|edition| Edition { id, ..edition })
        })
        .filter(|edition| edition.status == Status::Published)
        .collect();
    editions.sort_by_cached_key(|edition| {
        let source = &edition.source;
        (
            edition.series.clone().unwrap_or_else(|| edition.id.clone()),
            Reverse(source.collected.map(|span| span.to)),
            Reverse(source.published),
            edition.id.clone(),
        )
    });
    editions
}

fn usage(read: Vec<Read<Usage>>) -> Vec<Usage> {
    read.into_iter()
        .filter_map(|read| {
            let id = read.id.to_owned();
            read.value.map(|usage| Usage { id, ..usage })
        })
        .filter(|usage| usage.status == Status::Published)
        .collect()
}

/// The next instant at which a page appears or expires, or a figure grows old.
fn next_change(all: &Collection, salaries: &[Edition], usage: &[Usage]) -> Option<Timestamp> {
    let documents = all
        .documents
        .iter()
        .filter_map(ReadDocument::meta)
        .filter(|meta| is_public(meta.status))
        .flat_map(|meta| [meta.publish_at, meta.expires_at])
        .flatten();
    let figures = salaries
        .iter()
        .map(|edition| edition.good_until)
        .chain(usage.iter().map(|usage| usage.good_until))
        .filter_map(day_after);
    documents
        .chain(figures)
        .filter(|moment| *moment > all.view.instant)
        .min()
}

/// The first moment of the next day, in UTC.
fn day_after(date: Date) -> Option<Timestamp> {
    let midnight = date.tomorrow().ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(midnight.timestamp())
}

/// All old paths as they are written: one may lead to another. What is told twice counts as it is
/// told first, in the order of the checks: redirects, paths that are gone, aliases.
fn old_paths(all: &Collection) -> HashMap<String, Fate> {
    let file = all.redirects.as_ref().and_then(|read| read.value.as_ref());
    let redirects = file.iter().flat_map(|file| &file.redirects);
    let redirects = redirects.map(|it| (&it.from, Fate::Moved(it.to.clone())));
    let gone = file.iter().flat_map(|file| &file.gone);
    let gone = gone.map(|gone| (&gone.path, Fate::Gone(gone.reason.clone())));
    let aliases = all.documents.iter().flat_map(|document| {
        let aliases = document.meta().into_iter().flat_map(|meta| &meta.aliases);
        aliases.map(|alias| (alias, Fate::Moved(document.path())))
    });
    let mut next = HashMap::new();
    for (path, fate) in redirects.chain(gone).chain(aliases) {
        next.entry(path.clone()).or_insert(fate);
    }
    next
}

/// The old paths of a Site, resolved. What it answers is no old path, whoever says so.
fn redirects(site: &Site, mut next: HashMap<String, Fate>) -> Redirects {
    if !next.is_empty() {
        for address in site.addresses() {
            next.remove(&address.path());
        }
    }
    Redirects::new(next)
}
