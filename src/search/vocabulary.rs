//! The guide's own words: which there are, which begin so, which come near a misspelt one.

use std::collections::HashMap;

use strsim::osa_distance;

/// A word of the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Folded: `kubernetes`.
    pub text: String,
    pub stem: String,
    /// How often it stands in the guide; names count more.
    pub count: u32,
    /// Whether a reader may be shown it: it stands in a text, not only among hidden names.
    pub is_shown: bool,
    letters: u32,
}

/// All words of the guide, in alphabetical order.
#[derive(Debug, Default)]
pub struct Vocabulary(Vec<Known>);

/// Words while they are counted.
#[derive(Debug, Default)]
pub struct Counts(HashMap<String, Known>);

impl Counts {
    /// Counts a word `times`, and gives its stem.
    pub fn add(&mut self, text: &str, times: u32, is_shown: bool) -> String {
        if let Some(known) = self.0.get_mut(text) {
            known.count = known.count.saturating_add(times);
            known.is_shown |= is_shown;
            return known.stem.clone();
        }
        let known = Known {
            text: text.to_owned(),
            stem: super::language::stem(text),
            count: times,
            is_shown,
            letters: letters(text),
        };
        let stem = known.stem.clone();
        self.0.insert(text.to_owned(), known);
        stem
    }
}

impl From<Counts> for Vocabulary {
    fn from(counts: Counts) -> Self {
        let mut words: Vec<Known> = counts.0.into_values().collect();
        words.sort_by(|a, b| a.text.cmp(&b.text));
        Vocabulary(words)
    }
}

impl Vocabulary {
    /// The word, if the guide has it.
    pub fn find(&self, text: &str) -> Option<&Known> {
        let at = self
            .0
            .binary_search_by(|known| known.text.as_str().cmp(text));
        at.ok().map(|at| &self.0[at])
    }

    /// The words that begin so, commonest first, at most `limit`.
    pub fn beginning(&self, start: &str, limit: usize) -> Vec<&Known> {
        let from = self.0.partition_point(|known| known.text.as_str() < start);
        let words = self.0[from..].iter();
        let mut words: Vec<&Known> = words
            .take_while(|known| known.text.starts_with(start))
            .collect();
        words.sort_by_key(|known| std::cmp::Reverse((known.is_shown, known.count)));
        words.truncate(limit);
        words
    }

    /// The words nearest to one that the guide does not have, nearest and commonest first: at most
    /// `limit`, and none if the word is too short to be guessed at or nothing comes near.
    pub fn near(&self, text: &str, limit: usize) -> Vec<&Known> {
        let allowed = edits(text);
        if allowed == 0 {
            return Vec::new();
        }
        let (length, letters) = (text.len(), letters(text));
        let candidates = self.0.iter().filter(|known| {
            known.is_shown
                && known.text.len().abs_diff(length) <= allowed
                // An edit changes at most two letters of the set.
                && (known.letters ^ letters).count_ones() as usize <= 2 * allowed
        });
        let mut near: Vec<_> = candidates
            .filter_map(|known| {
                let edits = osa_distance(&known.text, text);
                (edits <= allowed).then_some((edits, first(&known.text) != first(text), known))
            })
            .collect();
        near.sort_by_key(|(edits, other, known)| (*edits, *other, std::cmp::Reverse(known.count)));
        near.into_iter()
            .take(limit)
            .map(|(_, _, known)| known)
            .collect()
    }
}

/// How many letters of a word may be wrong: none of three, one of seven, two of more.
fn edits(text: &str) -> usize {
    match text.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        8..=40 => 2,
        // Nobody misspells a longer word, and the distance costs the product of both lengths.
        _ => 0,
    }
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The set of letters of a word, a bit each; all that are no Latin letters share bits.
fn letters(text: &str) -> u32 {
    text.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut counts = Counts::default();
        for (word, count) in [
            ("kubernetes", 50),
            ("postgresql", 90),
            ("postgres", 40),
            ("python", 80),
            ("queue", 9),
            ("query", 70),
            ("sql", 99),
        ] {
            counts.add(word, count, true);
        }
        counts.add("kubernets", 1, false);
        counts.into()
    }

    fn texts(words: Vec<&Known>) -> Vec<&str> {
        words.into_iter().map(|known| known.text.as_str()).collect()
    }

    #[test]
    fn a_misspelt_word_has_near_ones() {
        for (word, near) in [
            ("kubernetis", vec!["kubernetes"]),
            ("kubenretes", vec!["kubernetes"]),
            ("pyhton", vec!["python"]),
            ("pythn", vec!["python"]),
            ("postgress", vec!["postgres", "postgresql"]),
            ("quary", vec!["query"]),
            ("sqk", vec![]),
            ("javascript", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(texts(vocabulary().near(word, 3)), near, "{word}");
        }
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let vocabulary = vocabulary();
        assert_eq!(texts(vocabulary.beginning("que", 5)), ["query", "queue"]);
        assert_eq!(
            texts(vocabulary.beginning("p", 2)),
            ["postgresql", "python"]
        );
        assert!(vocabulary.beginning("x", 5).is_empty());
        assert!(vocabulary.find("sql").is_some() && vocabulary.find("sq").is_none());
    }
}
