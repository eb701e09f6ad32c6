//! An advert as sentences, each with what it or the heading above it says of need.

use std::ops::Range;

use super::{Weight, find_words};

/// A sentence, or a line where lines have no full stops.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it says in lower case; other alphabets stay as they are, so that places stay the same.
    pub lower: String,
    /// How much the skills in it are wanted.
    pub weight: Weight,
}

/// Words that make a wish of a sentence, even where another word would make it a must: `not required`.
const NICE: [&str; 20] = [
    "welcome",
    "nice to have",
    "nice-to-have",
    "nice to haves",
    "good to have",
    "not required",
    "not essential",
    "a plus",
    "is a plus",
    "are a plus",
    "bonus",
    "preferred",
    "preferably",
    "desirable",
    "desired",
    "ideally",
    "advantage",
    "advantageous",
    "optional",
    "plus points",
];

/// Words that make a must of it.
const MUST: [&str; 21] = [
    "must",
    "must have",
    "must-have",
    "must-haves",
    "required",
    "requires",
    "require",
    "requirement",
    "requirements",
    "essential",
    "mandatory",
    "minimum",
    "at least",
    "you have",
    "you need",
    "need to",
    "you bring",
    "we expect",
    "proficiency",
    "proficient",
    "strong",
];

/// Words that deny what the rest of the sentence says, unless it is a wish: `no Python required`.
const DENIED: [&str; 9] = [
    "no",
    "not",
    "without",
    "never",
    "don't",
    "don’t",
    "doesn't",
    "doesn’t",
    "needn't",
];

/// Words that make a must of what follows, where they stand in a heading.
const MUST_HEADING: [&str; 8] = [
    "qualifications",
    "what you'll need",
    "what you’ll need",
    "what you bring",
    "what we look for",
    "what we're looking for",
    "what we’re looking for",
    "your profile",
];

/// The most words of a heading.
const HEADING: usize = 7;

/// The sentences of a text, in order.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut heading = Weight::Unsaid;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lower = line.to_ascii_lowercase();
        if is_heading(&lower) {
            let named = MUST_HEADING
                .into_iter()
                .find(|cue| find_words(&lower, cue).is_some());
            heading = match weight(&lower) {
                Weight::Unsaid => named.map_or(Weight::Unsaid, Weight::Must),
                said => said,
            };
        }
        for part in parts(&lower) {
            let lower = &lower[part.clone()];
            let said = weight(lower);
            sentences.push(Sentence {
                at: start + part.start..start + part.end,
                lower: lower.to_owned(),
                weight: if said == Weight::Unsaid {
                    heading
                } else {
                    said
                },
            });
        }
        start += line.len();
    }
    sentences
}

/// How much a sentence says that it wants what it names.
fn weight(lower: &str) -> Weight {
    let said = |cues: &[&'static str]| {
        let mut cues = cues.iter().copied();
        cues.find(|cue| find_words(lower, cue).is_some())
    };
    match (said(&NICE), said(&DENIED), said(&MUST)) {
        (Some(cue), ..) => Weight::Nice(cue),
        (None, Some(cue), _) => Weight::Denied(cue),
        (None, None, Some(cue)) => Weight::Must(cue),
        (None, None, None) => Weight::Unsaid,
    }
}

/// Whether a line opens a part of the advert: short, and either ended by a colon or without any other
/// mark while it says how much is wanted. What one part said ends with it.
fn is_heading(lower: &str) -> bool {
    let line = lower.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'));
    let words = line.split_whitespace().count();
    let begins_item = line.starts_with(['-', '•', '–', '·']);
    if words == 0 || words > HEADING || begins_item {
        return false;
    }
    let has_cue = weight(line) != Weight::Unsaid
        || MUST_HEADING
            .iter()
            .any(|cue| find_words(line, cue).is_some());
    let opens = [
        "benefits",
        "we offer",
        "what we offer",
        "about us",
        "about you",
        "responsibilities",
        "your tasks",
        "perks",
    ];
    line.ends_with(':')
        || (!line.contains([',', '.', ';']) && (has_cue && words <= 4 || opens.contains(&line)))
}

/// The sentences of a line.
fn parts(line: &str) -> Vec<Range<usize>> {
    const SHORT: [&str; 7] = ["e.g", "i.e", "etc", "sr", "jr", "incl", "approx"];
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices(['.', '!', '?', ';']) {
        let end = at + mark.len();
        let ends = line[end..].chars().next().is_none_or(char::is_whitespace);
        let word = line[start..at]
            .rsplit([' ', '('])
            .next()
            .unwrap_or_default();
        if (ends || mark == ";") && !SHORT.contains(&word) {
            parts.push(start..end);
            start = end;
        }
    }
    parts.push(start..line.len());
    parts.retain(|part| !line[part.clone()].trim().is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn need_is_told_by_the_sentence_and_by_the_heading_above() {
        let text = "You must know A. B is a plus; C is required.\nWe use D, e.g. with E.\n\
            Nice to have:\n- F\n- G is essential\nBenefits:\n- H\n\nRequirements\n- I\nWhat we offer:\nJ\n\
            K is not required\nMust have:\nNo L needed. You do not need M.\n- N";
        let found = sentences(text);
        let of = |letter: char| {
            let holds = |sentence: &&Sentence| {
                let words = &text[sentence.at.clone()];
                words
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word == letter.to_string())
            };
            found.iter().find(holds).unwrap().weight.need()
        };
        use crate::site::Need::{Must, Nice};
        for (letter, need) in [
            ('A', Some(Must)),
            ('B', Some(Nice)),
            ('C', Some(Must)),
            ('D', None),
            ('E', None),
            ('F', Some(Nice)),
            ('G', Some(Must)),
            ('H', None),
            ('I', Some(Must)),
            ('J', None),
            ('K', Some(Nice)),
            ('L', None),
            ('M', None),
            ('N', Some(Must)),
        ] {
            assert_eq!(of(letter), need, "{letter}");
        }
    }

    #[test]
    fn sentences_cover_the_text_once() {
        for text in ["", "\n\n", "a", "é. ü; ß!\r\nx", ".NET. ;;;", "a.b.c"] {
            let found = sentences(text);
            let ends = found
                .windows(2)
                .all(|pair| pair[0].at.end <= pair[1].at.start);
            assert!(ends, "{text:?}");
            for sentence in found {
                assert_eq!(
                    text[sentence.at.clone()].to_ascii_lowercase(),
                    sentence.lower
                );
            }
        }
    }
}
