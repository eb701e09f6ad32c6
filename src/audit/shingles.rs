//! How alike two texts are: the share of their runs of five words that they have in common.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Words in a run.
const RUN: usize = 5;

/// The main text of a page, as what it is compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shingles {
    /// A hash of all words in order.
    pub whole: u64,
    /// The hashes of its runs, sorted, each once.
    runs: Vec<u64>,
}

impl Shingles {
    /// What a text is compared by: case and spaces do not count.
    pub fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut runs: Vec<u64> = words
            .windows(RUN.min(words.len().max(1)))
            .map(hash)
            .collect();
        runs.sort_unstable();
        runs.dedup();
        Shingles {
            whole: hash(&words),
            runs,
        }
    }

    /// The share of all runs that both have: 1 for the same, 0 for nothing in common.
    pub fn likeness(&self, other: &Shingles) -> f64 {
        let (mut i, mut j, mut common) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (self.runs.get(i), other.runs.get(j)) {
            common += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        match self.runs.len() + other.runs.len() - common {
            0 => 1.0,
            all => common as f64 / all as f64,
        }
    }
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}

/// All pairs of texts whose likeness is at least `least`, with it.
///
/// Two such texts must share one of their rarest runs: with n runs, one of the rarest
/// n - ceil(least × n) + 1. So only few pairs are compared in full.
pub fn alike(texts: &[&Shingles], least: f64) -> Vec<(usize, usize, f64)> {
    let mut frequency: HashMap<u64, u32> = HashMap::new();
    for run in texts.iter().flat_map(|text| &text.runs) {
        *frequency.entry(*run).or_default() += 1;
    }
    let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let mut runs = text.runs.clone();
        runs.sort_unstable_by_key(|run| (frequency[run], *run));
        let count = runs.len() - (least * runs.len() as f64).ceil() as usize + 1;
        let mut candidates = BTreeMap::new();
        for run in runs.into_iter().take(count) {
            let others = seen.entry(run).or_default();
            candidates.extend(others.iter().map(|other| (*other, ())));
            others.push(index);
        }
        let compared = candidates.into_keys().map(|other| {
            let likeness = text.likeness(texts[other]);
            (other, index, likeness)
        });
        pairs.extend(compared.filter(|(_, _, likeness)| *likeness >= least));
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Shingles, alike};

    fn words(from: usize, to: usize) -> Shingles {
        let words: Vec<String> = (from..to).map(|n| format!("word{n}")).collect();
        Shingles::of(&words.join(" "))
    }

    #[test]
    fn likeness_is_the_share_of_common_runs() {
        for (a, b, expected) in [
            (words(0, 100), words(0, 100), 1.0),
            // 96 runs each, of which 86 are the same.
            (words(0, 100), words(10, 110), 86.0 / 106.0),
            (words(0, 100), words(100, 200), 0.0),
            (Shingles::of("A  word"), Shingles::of("a word"), 1.0),
            (Shingles::of(""), Shingles::of(""), 1.0),
        ] {
            assert!((a.likeness(&b) - expected).abs() < 1e-9, "{expected}");
        }
    }

    #[test]
    fn all_pairs_that_are_alike_are_found() {
        let texts: Vec<Shingles> = (0..40).map(|n| words(n * 3, n * 3 + 200)).collect();
        let texts: Vec<&Shingles> = texts.iter().collect();
        let mut expected = Vec::new();
        for (j, b) in texts.iter().enumerate() {
            for (i, a) in texts[..j].iter().enumerate() {
                if a.likeness(b) >= 0.9 {
                    expected.push((i, j));
                }
            }
        }
        let found = alike(&texts, 0.9);
        let mut found: Vec<(usize, usize)> = found.iter().map(|(i, j, _)| (*i, *j)).collect();
        found.sort_by_key(|(i, j)| (*j, *i));
        assert!(expected.len() > 80);
        assert_eq!(found, expected);
    }
}
