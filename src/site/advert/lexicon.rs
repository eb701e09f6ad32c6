//! The words of the guide that an advert may use: names of skills and of roles.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder};

use super::sentences::Sentence;
use super::{Find, Found, Weight};
use crate::site::{Document, Role, Site, Skill};

/// All names, ready to be looked for at once.
pub struct Lexicon<'a> {
    names: Vec<Name<'a>>,
    automaton: AhoCorasick,
}

struct Name<'a> {
    words: String,
    of: Named<'a>,
    /// Found only in these very letters: `Go`, `REST`, `.NET`.
    is_exact: bool,
}

#[derive(Clone, Copy)]
enum Named<'a> {
    Skill(&'a Document<Skill>),
    Role(&'a Document<Role>),
}

/// Names that are also words of the language.
const COMMON: [&str; 16] = [
    "go", "rust", "ruby", "helm", "doctrine", "eloquent", "prisma", "bicep", "loki", "spring",
    "express", "shell", "rest", "soap", "lamp", "elk",
];

/// What follows such a name where it is none: `Go to …`, `Go the extra mile`.
const AFTER_VERB: [&str; 16] = [
    "to", "the", "for", "beyond", "above", "live", "ahead", "on", "with", "out", "further", "a",
    "through", "into", "and", "or",
];

impl<'a> Lexicon<'a> {
    pub fn new(site: &'a Site) -> Self {
        let skills = site.skills.iter().flat_map(|skill| {
            let title = &skill.meta.title;
            let short = title.split(" (").next().unwrap_or(title).to_owned();
            let id = skill.id.replace('-', " ");
            // `REST APIs` is also called by its first word alone.
            let first = title.split_whitespace().next().unwrap_or_default();
            let is_letters = first.len() > 2 && first.chars().all(|c| c.is_ascii_uppercase());
            let mut names = vec![short];
            if !COMMON.contains(&id.as_str()) {
                names.push(id);
            }
            names.extend(is_letters.then(|| first.to_owned()));
            names.extend(skill.also_called.iter().cloned());
            names
                .into_iter()
                .map(move |name| (name, Named::Skill(skill)))
        });
        let roles = site.roles.iter().flat_map(|role| {
            let names = std::iter::once(&role.meta.title).chain(&role.also_called);
            let names = names.chain(&role.search_titles).cloned();
            names.map(move |name| (name, Named::Role(role)))
        });
        let both = skills.chain(roles).flat_map(|(words, of)| {
            let singular = singular(&words).map(str::to_owned);
            [Some(words), singular]
                .into_iter()
                .flatten()
                .map(move |words| (words, of))
        });
        let names: Vec<Name> = both
            .filter(|(words, _)| words.chars().count() > 1)
            .map(|(words, of)| Name {
                is_exact: words.starts_with('.') || COMMON.contains(&&*words.to_ascii_lowercase()),
                words,
                of,
            })
            .collect();
        let words = names.iter().map(|name| &name.words);
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .build(words);
        Lexicon {
            automaton: automaton
                .expect("the names of a guide are far fewer than an automaton holds"),
            names,
        }
    }

    /// Where names stand in a text: of those that overlap the leftmost, of these the longest.
    pub fn finds(&self, text: &str, sentences: &[Sentence]) -> Vec<Find<'a>> {
        let all = self.automaton.find_overlapping_iter(text).map(|found| {
            let name = &self.names[found.pattern().as_usize()];
            (found.range(), name)
        });
        let mut all: Vec<_> = all.filter(|(at, name)| name.stands_at(text, at)).collect();
        all.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
        let mut finds: Vec<Find> = Vec::new();
        for (at, name) in all {
            if finds.last().is_some_and(|last| at.start < last.at.end) {
                continue;
            }
            let what = match name.of {
                Named::Role(role) => Found::Role(role),
                Named::Skill(skill) => Found::Skill(skill, weight(sentences, at.start)),
            };
            finds.push(Find { at, what });
        }
        finds
    }
}

impl Name<'_> {
    /// Whether what stands there is this name and no part of another word.
    fn stands_at(&self, text: &str, at: &std::ops::Range<usize>) -> bool {
        let before = text[..at.start].chars().next_back();
        let after = text[at.end..].chars().next();
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let starts = self.words.starts_with('.') || !is_word(before) && before != Some('.');
        let ends = !is_word(after) && !matches!(after, Some('#' | '+'));
        let is_plural =
            after == Some('s') && at.len() > 3 && !is_word(text[at.end + 1..].chars().next());
        if !starts || !(ends || is_plural) {
            return false;
        }
        !self.is_exact || text[at.clone()] == *self.words && !is_verb(text, at)
    }
}

/// Whether a common word stands where it is no name: at the start of a sentence and before a word
/// that follows verbs, or in `go-to-market`.
fn is_verb(text: &str, at: &std::ops::Range<usize>) -> bool {
    let after = &text[at.end..];
    if after.starts_with("-to-") {
        return true;
    }
    let next = after
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let follows = after.starts_with(char::is_whitespace) && AFTER_VERB.contains(&&*next);
    let before = text[..at.start].trim_end_matches([' ', '\t', '-', '•', '*', '–', '·']);
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', '\n', ':']);
    begins && follows
}

fn weight(sentences: &[Sentence], at: usize) -> Weight {
    let number = sentences.partition_point(|sentence| sentence.at.end <= at);
    let sentence = sentences
        .get(number)
        .filter(|sentence| sentence.at.contains(&at));
    sentence.map_or(Weight::Unsaid, |sentence| sentence.weight)
}

/// A name in the plural without its ending: `webhooks` is also found as `webhook`.
fn singular(words: &str) -> Option<&str> {
    let one = words.strip_suffix('s').filter(|one| one.len() > 4)?;
    let last = one.chars().next_back()?;
    (last.is_alphabetic() && !matches!(last, 's' | 'i' | 'u')).then_some(one)
}
