//! What a reader typed, as words to look for: forgiving of typos, content with beginnings.

use super::language::{self, Role, alike, canonical, stem};
use super::postings::Postings;
use super::vocabulary::Vocabulary;
use super::words::{Word, words};

/// The longest question that is read, in characters.
pub const LONGEST: usize = 200;

/// The most words that are looked for.
const MOST_WORDS: usize = 16;

/// A question, taken apart.
#[derive(Debug, Default, PartialEq)]
pub struct Question {
    pub words: Vec<Sought>,
    /// What must stand somewhere word by word, as stems.
    pub phrases: Vec<Vec<String>>,
    /// The names that the question could be: itself, and itself as it was probably meant.
    pub keys: Vec<String>,
    /// Whether it is a sentence that asks, rather than a name: `should I`, `how do`.
    pub is_asking: bool,
    /// The question with its misspelt words replaced by the guide's own.
    pub meant: Option<String>,
}

/// A word to look for.
#[derive(Debug, PartialEq)]
pub struct Sought {
    /// The stems that count as the word, each with what it counts; its own comes first.
    pub stems: Vec<(String, f32)>,
    /// How much of the question the word is: the rarer, the more.
    pub mass: f32,
    /// Whether the answer must be about it, or it only shapes the question.
    pub is_subject: bool,
    /// Whether it stands next to the word before it, with nothing between.
    pub follows: bool,
}

/// What other forms of a word count.
const SAME_MEANING: f32 = 0.7;
const JOINED: f32 = 0.9;
const MISSPELT: f32 = 0.8;
const BEGUN: f32 = 0.8;
/// A word that the guide has is seldom the beginning of another.
const BEGUN_OR_WHOLE: f32 = 0.3;

/// The most words that one beginning stands for, and the most that one misspelling does.
const MOST_BEGUN: usize = 24;
const MOST_NEAR: usize = 3;

/// A word that only shapes the question, beside one that is its subject.
const SHAPE_MASS: f32 = 0.15;

/// A word that the guide does not have tells none of its pages apart.
const UNKNOWN_MASS: f32 = 1.0;

impl Question {
    /// Reads what a reader typed; signs alone ask nothing.
    pub fn read(text: &str, vocabulary: &Vocabulary, postings: &Postings) -> Self {
        let end = text
            .char_indices()
            .nth(LONGEST)
            .map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let mut typed = split(words(text), vocabulary);
        typed.truncate(MOST_WORDS);
        let read = Reading {
            text,
            vocabulary,
            postings,
            last: typed.last().map_or(0, |word| word.at.end),
        };
        read.question(&typed)
    }

    /// The stems of all words, as they are marked in excerpts.
    pub fn marks(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter().filter(|word| word.mass > 0.0);
        words.flat_map(|word| word.stems.iter().map(|(stem, _)| stem.as_str()))
    }
}

/// The name that a text is, so that different ways to write it are one: without what says nothing,
/// `back end developers` is as `Backend developer`.
pub fn key(text: &str) -> String {
    let all = words(text);
    let telling = |word: &&Word| language::role(&word.whole) != Role::Nothing;
    let stems = |words: &mut dyn Iterator<Item = &Word>| -> String {
        // By their parts, so that a plural or a name in one piece has the stem of its last part.
        let forms = words.flat_map(|word| match word.parts.as_slice() {
            [] => std::slice::from_ref(&word.whole),
            parts => parts,
        });
        forms.map(|form| stem(canonical(form))).collect()
    };
    let key = stems(&mut all.iter().filter(telling));
    match key.is_empty() {
        true => stems(&mut all.iter()),
        false => key,
    }
}

/// Words that are joined by a sign are taken apart where the guide does not know the whole.
fn split(words: Vec<Word>, vocabulary: &Vocabulary) -> Vec<Word> {
    let parts = |word: Word| -> Vec<Word> {
        if word.parts.is_empty() || vocabulary.find(&word.whole).is_some() {
            return vec![word];
        }
        let parts = word.parts.iter().map(|part| Word {
            whole: part.clone(),
            parts: Vec::new(),
            at: word.at.clone(),
        });
        parts.collect()
    };
    words.into_iter().flat_map(parts).collect()
}

/// A question while it is read.
struct Reading<'a> {
    text: &'a str,
    vocabulary: &'a Vocabulary,
    postings: &'a Postings,
    /// Where the last word ends, which may be the beginning of one.
    last: usize,
}

impl Reading<'_> {
    fn question(&self, typed: &[Word]) -> Question {
        let roles = roles(typed);
        let mut question = Question {
            phrases: self.phrases(),
            keys: vec![key(self.text)],
            is_asking: typed
                .first()
                .is_some_and(|word| language::asks(&word.whole)),
            ..Question::default()
        };
        let mut meant = String::new();
        let mut copied = 0;
        for (at, word) in typed.iter().enumerate() {
            let mut sought = Sought {
                stems: vec![(stem(&word.whole), 1.0)],
                mass: 0.0,
                is_subject: roles[at] == Role::Subject,
                follows: at > 0 && roles[at - 1] != Role::Nothing,
            };
            let near = self.other_stems(word, &mut sought.stems);
            if let Some(near) = near.filter(|_| word.at.start >= copied) {
                meant.push_str(&self.text[copied..word.at.start]);
                meant.push_str(near);
                copied = word.at.end;
            }
            let neighbours = [
                at.checked_sub(1).map(|before| (before, at)),
                Some((at, at + 1)),
            ];
            for (first, second) in neighbours.into_iter().flatten() {
                self.joined(typed, first, second, &mut sought.stems);
            }
            if roles[at] != Role::Nothing {
                sought.mass = self.mass(&sought, roles[at]);
                question.words.push(sought);
            }
        }
        if copied > 0 {
            meant.push_str(&self.text[copied..]);
            question.keys.push(key(&meant));
            question.meant = Some(meant);
        }
        question
    }

    /// Adds what else may stand for a word; gives the word that was meant, if it is misspelt.
    fn other_stems(&self, word: &Word, stems: &mut Vec<(String, f32)>) -> Option<&str> {
        let text = &word.whole;
        let is_known =
            self.vocabulary.find(text).is_some() || self.postings.frequency(&stems[0].0) > 0;
        stems.extend(alike(text).map(|other| (stem(other), SAME_MEANING)));
        let length = text.chars().count();
        if word.at.end == self.last && length > 1 {
            let factor = if is_known { BEGUN_OR_WHOLE } else { BEGUN };
            let begun = self.vocabulary.beginning(text, MOST_BEGUN);
            let is_begun = begun.iter().any(|known| known.is_shown);
            stems.extend(begun.into_iter().map(|known| (known.stem.clone(), factor)));
            if is_begun {
                return None;
            }
        }
        if is_known {
            return None;
        }
        let near = self.vocabulary.near(text, MOST_NEAR);
        stems.extend(near.iter().map(|known| (known.stem.clone(), MISSPELT)));
        near.first().map(|known| known.text.as_str())
    }

    /// Adds two words written as one, if the guide writes them so: `data base`.
    fn joined(&self, typed: &[Word], first: usize, second: usize, stems: &mut Vec<(String, f32)>) {
        let (Some(first), Some(second)) = (typed.get(first), typed.get(second)) else {
            return;
        };
        let joined = format!("{}{}", first.whole, second.whole);
        if let Some(known) = self.vocabulary.find(&joined) {
            stems.push((known.stem.clone(), JOINED));
        }
    }

    /// The inverse document frequency of a word, by its own stem, else by its commonest form.
    fn mass(&self, sought: &Sought, role: Role) -> f32 {
        let mut frequencies = sought
            .stems
            .iter()
            .map(|(stem, _)| self.postings.frequency(stem));
        let own = frequencies.next().filter(|own| *own > 0);
        let Some(frequency) = own.or(frequencies.max()).filter(|it| *it > 0) else {
            return UNKNOWN_MASS;
        };
        let frequency = frequency as f32;
        let units = self.postings.len() as f32;
        let rareness = (1.0 + (units - frequency + 0.5) / (frequency + 0.5)).ln();
        match role {
            Role::Subject => rareness,
            Role::Shape | Role::Nothing => SHAPE_MASS * rareness,
        }
    }

    /// What stands in quotes, as stems.
    fn phrases(&self) -> Vec<Vec<String>> {
        let quoted = self.text.split(['"', '“', '”', '„']).skip(1).step_by(2);
        let phrases = quoted.map(|phrase| {
            let words = words(phrase)
                .into_iter()
                .flat_map(|word| match word.parts.is_empty() {
                    true => vec![word.whole],
                    false => word.parts,
                });
            words.map(|word| stem(&word)).collect()
        });
        phrases
            .filter(|phrase: &Vec<String>| !phrase.is_empty())
            .collect()
    }
}

/// What each word is to the question. If none is a subject, those that shape it are; if there are
/// none of these either, all are.
fn roles(typed: &[Word]) -> Vec<Role> {
    let mut roles: Vec<Role> = typed
        .iter()
        .map(|word| language::role(&word.whole))
        .collect();
    for weaker in [Role::Shape, Role::Nothing] {
        if !roles.contains(&Role::Subject) {
            for role in roles.iter_mut().filter(|role| **role == weaker) {
                *role = Role::Subject;
            }
        }
    }
    roles
}
