//! The level of the career that an advert means.

use super::find_words;
use super::sentences::Sentence;
use crate::site::LevelId;

/// What an advert says of the level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelSaid {
    /// The levels that it names, each with the word, in order.
    pub named: Vec<(LevelId, &'static str)>,
    /// The most years of experience that it asks for at least.
    pub years: Option<u32>,
}

/// Words for a level, and the level.
const WORDS: [(&str, &str); 20] = [
    ("internship", "intern"),
    ("intern", "intern"),
    ("working student", "intern"),
    ("junior", "junior"),
    ("jr", "junior"),
    ("entry level", "junior"),
    ("entry-level", "junior"),
    ("graduate", "junior"),
    ("trainee", "junior"),
    ("mid-level", "mid"),
    ("mid level", "mid"),
    ("medior", "mid"),
    ("intermediate", "mid"),
    ("senior", "senior"),
    ("sr", "senior"),
    ("experienced", "senior"),
    ("staff engineer", "staff"),
    ("staff software", "staff"),
    ("principal", "principal"),
    ("engineering manager", "manager"),
];

/// More years of experience than this are told of a firm, not asked of a person.
const MOST_YEARS: u32 = 20;

impl LevelSaid {
    /// The level that so many years stand for, in the editors' judgement: under two junior, under five
    /// mid-level, more senior.
    pub fn by_years(&self) -> Option<LevelId> {
        self.years.map(|years| match years {
            0..2 => LevelId::new("junior"),
            2..5 => LevelId::new("mid"),
            _ => LevelId::new("senior"),
        })
    }

    /// The level that is meant: what is named first, else what the years stand for.
    pub fn meant(&self) -> Option<LevelId> {
        let named = self.named.first().map(|(level, _)| level.clone());
        named.or_else(|| self.by_years())
    }
}

/// What the sentences say of the level. Words in sentences about colleagues count too: an advert that
/// says `our senior engineers` is read wrongly, and the reader sees the word.
pub fn said(_text: &str, sentences: &[Sentence]) -> LevelSaid {
    let mut level = LevelSaid::default();
    for sentence in sentences {
        for (word, id) in WORDS {
            let is_new = level.named.iter().all(|(seen, _)| seen.as_str() != id);
            if is_new && find_words(&sentence.lower, word).is_some() {
                level.named.push((LevelId::new(id), word));
            }
        }
        level.years = level.years.max(years(&sentence.lower));
    }
    level
}

/// The fewest years of experience that a sentence asks for: 5 of `5+ years`, 3 of `3-5 years`.
fn years(lower: &str) -> Option<u32> {
    const ASKING: [&str; 8] = [
        "experience",
        "with",
        "in",
        "of",
        "as",
        "working",
        "building",
        "developing",
    ];
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '+'))
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &&str| {
        word.trim_end_matches('+')
            .parse()
            .ok()
            .filter(|n| *n <= MOST_YEARS)
    };
    let mut most = None;
    for (at, word) in words.iter().enumerate() {
        if !matches!(*word, "years" | "year" | "yrs" | "yr") {
            continue;
        }
        let before = &words[..at];
        let numbers: Vec<u32> = before
            .iter()
            .rev()
            .take(3)
            .map_while(|word| match *word {
                "to" | "or" | "and" | "more" | "plus" | "least" => Some(None),
                other => number(&other).map(Some),
            })
            .flatten()
            .collect();
        let is_history = before.iter().rev().take(5).any(|word| {
            matches!(
                *word,
                "for" | "over" | "last" | "past" | "since" | "founded"
            )
        });
        let is_asked = words[at + 1..]
            .iter()
            .take(4)
            .any(|word| ASKING.contains(word));
        if is_asked && !is_history {
            most = most.max(numbers.into_iter().min());
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::advert::sentences::sentences;

    #[test]
    fn years_and_words_tell_the_level() {
        for (text, named, years) in [
            ("Senior backend engineer", vec!["senior"], None),
            ("5+ years of experience with Java", vec![], Some(5)),
            ("3-5 years experience", vec![], Some(3)),
            ("3 to 5 years in the trade, 1 year of Go", vec![], Some(3)),
            ("at least 2 yrs working with SQL", vec![], Some(2)),
            ("For 12 years we have built shops with love", vec![], None),
            ("25 years of experience", vec![], None),
            ("Junior or mid-level", vec!["junior", "mid"], None),
            ("an international team", vec![], None),
            ("3 years", vec![], None),
            ("years of experience", vec![], None),
        ] {
            let level = said(text, &sentences(text));
            let ids: Vec<&str> = level.named.iter().map(|(id, _)| id.as_str()).collect();
            assert_eq!((ids, level.years), (named, years), "{text}");
        }
    }
}
