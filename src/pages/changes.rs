//! `/changes`: what changed in the guide, and the note of it that any page can show.

use std::collections::BTreeMap;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Card, DayOfChanges, FileOfFigures, Kind, Site};

use super::Rendered;
use super::foot::When;
use super::layout::Layout;
use super::words::{counted, day, list};

/// All changes by day, the newest first; or those since a day.
#[derive(Template)]
#[template(path = "changes.html")]
pub struct ChangesPage<'a> {
    layout: Layout<'a>,
    answer: String,
    /// What stands in the field of the form.
    since: String,
    days: Vec<Day<'a>>,
}

struct Day<'a> {
    date: When,
    notes: Vec<Note<'a>>,
    /// The files of figures that were read, if they are few, and how many they are.
    read: Vec<FileOfFigures<'a>>,
    read_number: usize,
    old: Vec<FileOfFigures<'a>>,
}

/// A note that one or more pages carry.
struct Note<'a> {
    what: &'a str,
    /// How many pages carry it.
    number: usize,
    /// Where there are many: the kinds, each with its list and the number of pages.
    kinds: Vec<OfKind>,
    /// Where there are few: the pages.
    links: Vec<ChangedPage<'a>>,
}

/// How many pages of a kind carry a note.
struct OfKind {
    /// The list of all pages of the kind, if there is one.
    path: Option<String>,
    title: &'static str,
    number: usize,
}

struct ChangedPage<'a> {
    path: String,
    title: &'a str,
}

/// How many pages or files a line names before it only counts them.
const MOST_NAMED: usize = 12;

impl<'a> ChangesPage<'a> {
    /// All that ever changed.
    pub fn new(site: &'a Site) -> Self {
        let days = site.changes(Date::MIN);
        Self::of(site, &days, whole(&days), String::new())
    }

    /// What changed since a day, as a reader wrote it.
    pub fn since(site: &'a Site, written: &str) -> Self {
        let (answer, days) = match read(site, written) {
            Ok(since) => {
                let days = site.changes(since);
                (summary(&days, since), days)
            }
            Err(why) => (why, BTreeMap::new()),
        };
        let page = Self::of(site, &days, answer, written.chars().take(20).collect());
        ChangesPage {
            layout: page.layout.answering(),
            ..page
        }
    }

    fn of(
        site: &'a Site,
        days: &BTreeMap<Date, DayOfChanges<'a>>,
        answer: String,
        since: String,
    ) -> Self {
        ChangesPage {
            layout: Layout::new(
                site,
                &Address::Changes,
                "What changed in the guide, day by day",
                "Which pages of the guide changed and how, which figures were read, and which are past their date: day by day, or since your last visit.",
                "Changes",
            ),
            answer,
            since,
            days: days
                .iter()
                .rev()
                .map(|(date, day)| shown(*date, day))
                .collect(),
        }
    }
}

/// The day that a reader means.
///
/// # Errors
///
/// What is wrong with it, in a sentence.
fn read(site: &Site, written: &str) -> Result<Date, String> {
    let short: String = written.chars().take(20).collect();
    match written.parse::<Date>() {
        Ok(date) if date > site.today() => Err(format!(
            "Nothing has changed since {}: that day is still to come.",
            day(date)
        )),
        Ok(date) => Ok(date),
        Err(_) => Err(format!(
            "“{short}” is no day that this page can read. Write it as {}.",
            site.today()
        )),
    }
}

fn whole(days: &BTreeMap<Date, DayOfChanges>) -> String {
    let newest = days.keys().next_back().map_or_else(String::new, |date| {
        format!(" The newest is of {}.", day(*date))
    });
    format!(
        "Every page carries dated notes of its changes; here they stand together, with the figures that were read or grew old.{newest}"
    )
}

/// `Since 1 November 2026: 3 pages changed, 2 files of figures were read and 1 grew old.`
fn summary(days: &BTreeMap<Date, DayOfChanges>, since: Date) -> String {
    let sum = |of: fn(&DayOfChanges) -> usize| days.values().map(of).sum::<usize>();
    let files = |number| counted(number, "file of figures", "files of figures");
    let (notes, read, old) = (
        sum(|day| day.pages.len()),
        sum(|day| day.read.len()),
        sum(|day| day.old.len()),
    );
    let parts: Vec<String> = [
        (
            notes,
            counted(notes, "note of a change", "notes of changes"),
        ),
        (read, format!("{} read", files(read))),
        (old, format!("{} past their date", files(old))),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(_, words)| words)
    .collect();
    match parts.is_empty() {
        true => format!("Nothing has changed since {}.", day(since)),
        false => format!("Since {}: {}.", day(since), list(&parts)),
    }
}

fn shown<'a>(date: Date, day: &DayOfChanges<'a>) -> Day<'a> {
    let mut by_note: Vec<(&'a str, Vec<Card<'a>>)> = Vec::new();
    for (card, what) in &day.pages {
        match by_note.iter_mut().find(|(note, _)| note == what) {
            Some((_, cards)) => cards.push(*card),
            None => by_note.push((what, vec![*card])),
        }
    }
    by_note.sort_by_key(|(_, cards)| cards.len());
    Day {
        date: When::new(date),
        notes: by_note
            .into_iter()
            .map(|(what, cards)| note(what, &cards))
            .collect(),
        read: match day.read.len() <= MOST_NAMED {
            true => day.read.clone(),
            false => Vec::new(),
        },
        read_number: day.read.len(),
        old: day.old.clone(),
    }
}

fn note<'a>(what: &'a str, cards: &[Card<'a>]) -> Note<'a> {
    let of_kind = |kind: Kind| {
        let number = cards.iter().filter(|card| card.kind == kind).count();
        (number > 0).then(|| OfKind {
            path: Some(Address::Index(kind).path())
                .filter(|path| Address::parse(path) == Some(Address::Index(kind))),
            title: kind.index_title(),
            number,
        })
    };
    let link = |card: &Card<'a>| ChangedPage {
        path: card.kind.path(card.id),
        title: card.title,
    };
    let is_named = cards.len() <= MOST_NAMED;
    let named = cards.iter().filter(|_| is_named);
    let counted = Kind::ALL.into_iter().filter(|_| !is_named);
    Note {
        what,
        number: cards.len(),
        kinds: counted.filter_map(of_kind).collect(),
        links: named.map(link).collect(),
    }
}

/// What changed on one page since a day.
#[derive(Template)]
#[template(path = "partials/since.html")]
struct SinceNote<'a> {
    answer: String,
    changes: Vec<(When, &'a str)>,
}

/// The page with a note of what changed on it since a day, at the start of its text.
pub fn with_note(site: &Site, address: &Address, written: &str, page: Rendered) -> Rendered {
    const START: &str = "<main id=\"main\">";
    let mut body = String::from_utf8(page.body).expect("pages are UTF-8");
    let at = body.find(START).map_or(0, |start| start + START.len());
    let note = note_on(site, address, written);
    body.insert_str(at, &note.render().expect("templates write to memory"));
    Rendered {
        body: body.into_bytes(),
        ..page
    }
}

fn note_on<'a>(site: &'a Site, address: &Address, written: &str) -> SinceNote<'a> {
    let since = match read(site, written) {
        Ok(since) => since,
        Err(answer) => {
            return SinceNote {
                answer,
                changes: Vec::new(),
            };
        }
    };
    let card = match address {
        Address::Document(kind, id) => site.card(*kind, id),
        Address::Prose(id) => site.card(Kind::Page, id),
        _ => None,
    };
    let changes: Vec<_> = card
        .iter()
        .flat_map(|card| card.meta.changes.iter().rev())
        .filter(|change| change.date >= since)
        .map(|change| (When::new(change.date), change.what.as_str()))
        .collect();
    let modified = super::modified(site, address);
    let answer = match (changes.is_empty(), modified) {
        (false, _) => format!("Changed on this page since {}:", day(since)),
        (true, Some(modified)) if modified >= since => format!(
            "The data on this page changed on {}; its text has not since {}.",
            day(modified),
            day(since)
        ),
        (true, _) => format!("Nothing on this page has changed since {}.", day(since)),
    };
    SinceNote { answer, changes }
}
