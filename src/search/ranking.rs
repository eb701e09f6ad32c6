//! Which places answer a question best.

use std::collections::HashMap;

use super::Index;
use super::entries::Entry;
use super::postings::Part;
use super::question::Question;
use crate::site::{HitKind, Kind};

/// A place that answers, and how well.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The number of the entry.
    pub entry: usize,
    /// The number of the unit.
    pub unit: usize,
    pub score: f32,
}

/// What a word counts by where it stands.
const NAMES: [(Part, f32); 2] = [(Part::Title, 3.0), (Part::Names, 2.2)];
const TEXTS: [(Part, f32); 2] = [(Part::Heading, 1.8), (Part::Text, 1.0)];

/// What the smaller of two matches of a word adds: in the names of a page and in a place of it.
const BESIDE: f32 = 0.4;

/// What a word counts that only shapes the question.
const SHAPE: f32 = 0.4;

/// What a guide counts if the question is a sentence: guides answer those.
const ASKED: f32 = 1.25;

/// What two words that follow each other add, as in the question.
const IN_ORDER: f32 = 0.5;

/// The least part of a question that must be answered.
const LEAST_COVERED: f32 = 0.55;

/// What the lead of a page counts beside its sections; more if its names answer all.
const LEAD: f32 = 1.15;
const LEAD_NAMED: f32 = 1.4;

/// What it adds that a question is a name of the page, by how much of a name it is.
const EXACT: f32 = 100.0;

/// How far a search goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Names of pages alone, as for suggestions.
    Names,
    /// All words of the guide.
    Texts,
}

/// All places that answer the question, best first; of each page its lead alone if only names are
/// looked at.
pub fn rank(index: &Index, question: &Question, depth: Depth) -> Vec<Ranked> {
    let table = Table::new(index, question, depth);
    let exact = exactness(index, question);
    let mut ranked = Vec::new();
    for entry in 0..index.entries.len() {
        let lead = index.units_of(entry).start;
        let named = exact.get(&entry).copied().unwrap_or_default();
        if named == 0.0 && !table.answers(entry, index) {
            continue;
        }
        for unit in index.units_of(entry) {
            let is_lead = unit == lead;
            let score = table.score(index, entry, unit) + if is_lead { named } else { 0.0 };
            if score > 0.0 && (is_lead || depth == Depth::Texts) {
                ranked.push(Ranked { entry, unit, score });
            }
        }
    }
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.unit.cmp(&b.unit)));
    ranked
}

/// The pages of which the question is a name, and how well.
fn exactness(index: &Index, question: &Question) -> HashMap<usize, f32> {
    let mut exact: HashMap<usize, f32> = HashMap::new();
    for (at, key) in question.keys.iter().enumerate() {
        // What was probably meant is less sure than what was typed.
        let sure = if at == 0 { 1.0 } else { 0.8 };
        for (entry, worth) in index.keys.get(key).into_iter().flatten() {
            let named = EXACT * sure * f32::from(*worth);
            let best = exact.entry(*entry).or_default();
            *best = best.max(named);
        }
    }
    exact
}

/// What each word counts in the names of each page and in each unit.
struct Table<'a> {
    question: &'a Question,
    names: Vec<Vec<f32>>,
    texts: Vec<Vec<f32>>,
    /// What each word weighs in the whole.
    total: f32,
    /// For each phrase that must be there, whether a unit has it.
    phrases: Vec<Vec<bool>>,
    depth: Depth,
}

impl<'a> Table<'a> {
    fn new(index: &Index, question: &'a Question, depth: Depth) -> Self {
        let mut table = Table {
            question,
            names: Vec::new(),
            texts: Vec::new(),
            total: question.words.iter().map(|word| word.mass).sum(),
            phrases: Vec::new(),
            depth,
        };
        for word in &question.words {
            let mut names = vec![0.0; index.entries.len()];
            index
                .postings
                .with_any(&word.stems, &NAMES, &mut |unit, score| {
                    names[index.entry_of(unit)] = score;
                });
            table.names.push(names);
            let mut texts = vec![0.0; index.units.len()];
            if depth == Depth::Texts {
                let mut keep = |unit: usize, score| texts[unit] = score;
                index.postings.with_any(&word.stems, &TEXTS, &mut keep);
            }
            table.texts.push(texts);
        }
        table.add_order(index);
        table.add_phrases(index);
        table
    }

    /// Words that follow each other as in the question.
    fn add_order(&mut self, index: &Index) {
        let words = &self.question.words;
        for (at, pair) in words
            .windows(2)
            .enumerate()
            .filter(|(_, pair)| pair[1].follows)
        {
            let stems = [pair[0].stems[0].0.clone(), pair[1].stems[0].0.clone()];
            let names = &mut self.names[at];
            index
                .postings
                .with_phrase(&stems, &NAMES, &mut |unit, score| {
                    names[index.entry_of(unit)] += IN_ORDER * score;
                });
            if self.depth == Depth::Texts {
                let texts = &mut self.texts[at];
                let mut add = |unit: usize, score: f32| texts[unit] += IN_ORDER * score;
                index.postings.with_phrase(&stems, &TEXTS, &mut add);
            }
        }
    }

    fn add_phrases(&mut self, index: &Index) {
        for phrase in &self.question.phrases {
            let mut has = vec![false; index.units.len()];
            index
                .postings
                .with_phrase(phrase, &TEXTS, &mut |unit, _| has[unit] = true);
            index.postings.with_phrase(phrase, &NAMES, &mut |unit, _| {
                has[index.units_of(index.entry_of(unit))].fill(true);
            });
            self.phrases.push(has);
        }
    }

    /// Whether a page has a word of the question anywhere.
    fn answers(&self, entry: usize, index: &Index) -> bool {
        let in_names = self.names.iter().any(|names| names[entry] > 0.0);
        let units = index.units_of(entry);
        in_names
            || self
                .texts
                .iter()
                .any(|texts| texts[units.clone()].iter().any(|it| *it > 0.0))
    }

    fn score(&self, index: &Index, entry: usize, unit: usize) -> f32 {
        if self.phrases.iter().any(|has| !has[unit]) {
            return 0.0;
        }
        let (mut sum, mut covered, mut named) = (0.0f32, 0.0f32, 0.0f32);
        for (at, word) in self.question.words.iter().enumerate() {
            let (name, text) = (self.names[at][entry], self.texts[at][unit]);
            let factor = if word.is_subject { 1.0 } else { SHAPE };
            sum += factor * (name.max(text) + BESIDE * name.min(text));
            covered += if name.max(text) > 0.0 { word.mass } else { 0.0 };
            named += if name > 0.0 { word.mass } else { 0.0 };
        }
        let covered = covered / self.total.max(f32::EPSILON);
        let least = if self.depth == Depth::Names {
            0.99
        } else {
            LEAST_COVERED
        };
        if covered < least {
            return 0.0;
        }
        let lead = match unit == index.units_of(entry).start {
            true if named >= 0.99 * self.total => LEAD_NAMED,
            true => LEAD,
            false => 1.0,
        };
        let Entry { kind, weight, .. } = index.entries[entry];
        let is_guide = kind == HitKind::Document(Kind::Guide);
        let asked = if self.question.is_asking && is_guide {
            ASKED
        } else {
            1.0
        };
        sum * covered * covered * lead * asked * weight
    }
}
