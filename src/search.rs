//! Search of the guide: an index of a [`Site`] in memory, and what it finds.
//!
//! The unit is the place: the lead of a page, or one of its sections with the fields shown there, so
//! that a hit leads to where the answer stands. What a reader types is forgiven its typos and may
//! end in the middle of a word.

mod entries;
mod excerpt;
mod language;
mod places;
mod postings;
mod question;
mod ranking;
mod vocabulary;
mod words;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use entries::Entry;
use postings::{Part, Postings, Unit};
use question::{Question, key};
use ranking::{Depth, Ranked};
use vocabulary::{Counts, Vocabulary};

pub use question::LONGEST as LONGEST_QUESTION;

use crate::site::{Findings, Hit, HitKind, Kind, Site, Suggestion};

/// The most hits of an answer.
pub const MOST_HITS: usize = 20;

/// The most suggestions for what has been typed so far.
pub const MOST_SUGGESTIONS: usize = 8;

/// The most places of one page in an answer, and how much better than the next page a second place
/// must be.
const MOST_OF_A_PAGE: usize = 3;
const CLEARLY: f32 = 1.3;

/// An index of one Site; it finds nothing in another.
pub struct Index {
    entries: Vec<Entry>,
    /// The first unit of each entry.
    starts: Vec<usize>,
    /// The entry of each unit.
    units: Vec<usize>,
    postings: Postings,
    vocabulary: Vocabulary,
    /// The entries by the keys of their names, with what kind of name it is: 3 the title, 2 another
    /// name, 1 a hidden one.
    keys: HashMap<String, Vec<(usize, u8)>>,
}

impl Index {
    /// Reads a whole Site: slow, some tenths of a second.
    pub fn new(site: &Site) -> Self {
        let entries = entries::entries(site);
        let mut counts = Counts::default();
        let (mut starts, mut units, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for (number, entry) in entries.iter().enumerate() {
            starts.push(units.len());
            for (at, place) in places::places(site, &entry.address).iter().enumerate() {
                let mut unit = unit(place, &mut counts);
                if at == 0 {
                    add_names(entry, &mut unit, &mut counts);
                }
                units.push(number);
                all.push(unit);
            }
        }
        Index {
            keys: keys(&entries),
            postings: Postings::new(all.into_iter()),
            vocabulary: counts.into(),
            entries,
            starts,
            units,
        }
    }

    /// What answers a question, of one kind or of all. `site` is the one that was indexed.
    pub fn search(&self, site: &Site, text: &str, kind: Option<HitKind>) -> Findings {
        let question = Question::read(text, &self.vocabulary, &self.postings);
        let ranked = ranking::rank(self, &question, Depth::Texts);
        let of_kind = |it: &&Ranked| kind.is_none_or(|kind| self.entries[it.entry].kind == kind);
        let chosen: Vec<Ranked> = ranked.iter().filter(of_kind).copied().collect();
        let marks: HashSet<&str> = question.marks().collect();
        let hits = self
            .best(&chosen)
            .into_iter()
            .map(|it| self.hit(site, it, &marks));
        let hits: Vec<Hit> = self.compared(text, kind).into_iter().chain(hits).collect();
        Findings {
            total: chosen
                .iter()
                .map(|it| it.entry)
                .collect::<HashSet<_>>()
                .len(),
            kinds: self.kinds(&ranked),
            near: match hits.is_empty() {
                true => self.near(&question),
                false => Vec::new(),
            },
            meant: question.meant,
            hits,
        }
    }

    /// The pages whose names fit what has been typed so far, best first, at most
    /// [`MOST_SUGGESTIONS`].
    pub fn suggest(&self, text: &str) -> Vec<Suggestion> {
        let question = Question::read(text, &self.vocabulary, &self.postings);
        let mut ranked = ranking::rank(self, &question, Depth::Names);
        ranked.truncate(MOST_SUGGESTIONS);
        ranked.iter().map(|it| self.suggestion(it.entry)).collect()
    }

    /// The places to show: of each page the best, and others of it only where they answer clearly
    /// better than the next page does.
    fn best(&self, ranked: &[Ranked]) -> Vec<Ranked> {
        let mut shown: HashMap<usize, usize> = HashMap::new();
        let mut best = Vec::new();
        for (at, it) in ranked.iter().enumerate() {
            let count = shown.get(&it.entry).copied().unwrap_or_default();
            let next = ranked[at..]
                .iter()
                .find(|other| !shown.contains_key(&other.entry));
            let clearly = next.is_some_and(|next| it.score > CLEARLY * next.score);
            if count == 0 || (count < MOST_OF_A_PAGE && clearly) {
                shown.insert(it.entry, count + 1);
                best.push(*it);
            }
            if best.len() == MOST_HITS {
                break;
            }
        }
        best
    }

    fn hit(&self, site: &Site, ranked: Ranked, marks: &HashSet<&str>) -> Hit {
        let entry = &self.entries[ranked.entry];
        let places = places::places(site, &entry.address);
        let place = places.get(ranked.unit - self.starts[ranked.entry]);
        let anchor = place.and_then(|place| place.anchor.as_deref());
        let path = entry.address.path();
        Hit {
            path: anchor.map_or_else(|| path.clone(), |anchor| format!("{path}#{anchor}")),
            title: entry.title.clone(),
            section: anchor.and(place).map(|place| place.heading.to_string()),
            kind: entry.kind,
            excerpt: place.map_or_else(Vec::new, |place| excerpt::excerpt(&place.texts, marks)),
        }
    }

    /// The kinds of what was found, each with its number of pages.
    fn kinds(&self, ranked: &[Ranked]) -> Vec<(HitKind, usize)> {
        let entries: HashSet<usize> = ranked.iter().map(|it| it.entry).collect();
        let mut counts: BTreeMap<HitKind, usize> = BTreeMap::new();
        for entry in entries {
            *counts.entry(self.entries[entry].kind).or_default() += 1;
        }
        let all = HitKind::ALL.into_iter();
        all.filter_map(|kind| Some((kind, *counts.get(&kind)?)))
            .collect()
    }

    /// Two roles beside each other, if that is what was asked: `sre vs devops`.
    fn compared(&self, text: &str, kind: Option<HitKind>) -> Option<Hit> {
        let lower = text.to_lowercase();
        let sides = [" vs ", " vs. ", " versus ", " or "];
        let (one, other) = sides.iter().find_map(|between| lower.split_once(between))?;
        let (one, other) = (self.role(one)?, self.role(other)?);
        if one == other || kind.is_some_and(|kind| kind != HitKind::Overview) {
            return None;
        }
        let id = |role: usize| self.entries[role].address.path().replace("/roles/", "");
        let titles = [one, other].map(|role| self.entries[role].title.as_str());
        Some(Hit {
            path: format!("/compare?roles={},{}", id(one), id(other)),
            title: format!("{} and {} side by side", titles[0], titles[1]),
            section: None,
            kind: HitKind::Overview,
            excerpt: Vec::new(),
        })
    }

    /// The role that is called so, with or without `engineer`; not if something else is: `java`.
    fn role(&self, name: &str) -> Option<usize> {
        let engineer = || self.keys.get(&key(&format!("{name} engineer")));
        let mut named: Vec<_> = self.keys.get(&key(name)).or_else(engineer)?.clone();
        named.retain(|(entry, _)| self.entries[*entry].kind == HitKind::Document(Kind::Role));
        named
            .into_iter()
            .max_by_key(|(_, worth)| *worth)
            .map(|(entry, _)| entry)
    }

    /// Pages with a name near to one of the words of a question that found nothing.
    fn near(&self, question: &Question) -> Vec<Suggestion> {
        let meant = question.meant.as_deref().unwrap_or_default();
        self.suggest(meant)
    }

    fn suggestion(&self, entry: usize) -> Suggestion {
        let entry = &self.entries[entry];
        Suggestion {
            title: entry.title.clone(),
            path: entry.address.path(),
            kind: entry.kind,
        }
    }

    fn entry_of(&self, unit: usize) -> usize {
        self.units[unit]
    }

    fn units_of(&self, entry: usize) -> Range<usize> {
        let end = self
            .starts
            .get(entry + 1)
            .copied()
            .unwrap_or(self.units.len());
        self.starts[entry]..end
    }
}

/// The words of a place.
fn unit(place: &places::Place, counts: &mut Counts) -> Unit {
    let mut unit = Unit::default();
    let heading = words::words(&place.heading);
    unit.add(Part::Heading, &heading, |word| counts.add(word, 1, true));
    for text in &place.texts {
        unit.add(Part::Text, &words::words(text), |word| {
            counts.add(word, 1, true)
        });
    }
    unit
}

/// How much more a word counts in the vocabulary that stands in a name.
const IN_NAME: u32 = 50;

fn add_names(entry: &Entry, unit: &mut Unit, counts: &mut Counts) {
    let title = words::words(&entry.title);
    unit.add(Part::Title, &title, |word| counts.add(word, IN_NAME, true));
    for name in &entry.names {
        unit.add(Part::Names, &words::words(name), |word| {
            counts.add(word, IN_NAME, true)
        });
    }
    for name in &entry.hidden {
        unit.add(Part::Names, &words::words(name), |word| {
            counts.add(word, 0, false)
        });
    }
}

fn keys(entries: &[Entry]) -> HashMap<String, Vec<(usize, u8)>> {
    let mut keys: HashMap<String, Vec<(usize, u8)>> = HashMap::new();
    for (number, entry) in entries.iter().enumerate() {
        let title = std::iter::once((&entry.title, 3));
        let names = entry.names.iter().map(|name| (name, 2));
        let hidden = entry.hidden.iter().map(|name| (name, 1));
        for (name, worth) in title.chain(names).chain(hidden) {
            keys.entry(key(name)).or_default().push((number, worth));
        }
    }
    keys.remove("");
    keys
}
