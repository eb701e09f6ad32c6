//! `md-pay`: amounts of money among the words. Code, blocks and fields of data are not words.

use std::ops::Range;

use memchr::memmem;

use super::writer::Writer;
use crate::content::currency::is_currency;

/// Signs of currencies.
const SIGNS: [char; 5] = ['$', '€', '£', '¥', '₹'];

/// Words for currencies.
const WORDS: [&str; 20] = [
    "dollar", "dollars", "euro", "euros", "pounds", "yen", "yuan", "rupees", "francs", "zloty",
    "zlotys", "kronor", "kroner", "krone", "krona", "reais", "rand", "lei", "forints", "pesos",
];

/// Codes of currencies that are English words or names of other things as well.
const AMBIGUOUS: [&str; 16] = [
    "ALL", "BAM", "BOB", "CAD", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "PHP", "RON",
    "SOS", "TOP", "TRY",
];

/// Words of numbers that stand before a currency.
const NUMBERS: [&str; 6] = ["hundred", "thousand", "million", "grand", "lakh", "lakhs"];

impl Writer<'_> {
    /// Warns of the amounts in a range of the text that is being read.
    pub(super) fn check_money(&mut self, range: Range<usize>) {
        for at in amounts(&self.reading.text[range.clone()]) {
            let at = range.start + at.start..range.start + at.end;
            let message = format!("`{}` is an amount of money", &self.reading.text[at.clone()]);
            let warning = self.error("md-pay", at, message).warning();
            self.say(warning.label("pay lives in salaries/; a block such as @salary shows it"));
        }
    }
}

/// Where amounts of money stand in a text, with their currency.
fn amounts(text: &str) -> Vec<Range<usize>> {
    if !has_number(text) {
        return Vec::new();
    }
    let words = words(text);
    let is_number_at = |place: usize| is_number(&text[words[place].clone()]);
    let touch = |place: usize| {
        text[words[place].end..words[place + 1].start]
            .trim()
            .is_empty()
    };
    let mut found = Vec::new();
    for (place, at) in words.iter().enumerate() {
        let word = &text[at.clone()];
        if is_signed(word) {
            found.push(at.clone());
        } else if WORDS.contains(&word) || is_code(word) || is_sign(word) {
            let before = (0..place)
                .rev()
                .take_while(|at| is_number_at(*at) && touch(*at))
                .last();
            let after = (place + 1..words.len())
                .take_while(|at| is_number_at(*at) && touch(*at - 1))
                .last();
            match (before, after) {
                (Some(first), _) => found.push(words[first].start..at.end),
                (None, Some(last)) if !WORDS.contains(&word) => {
                    found.push(at.start..words[last].end)
                }
                _ => {}
            }
        }
    }
    found
}

/// Whether a text can hold an amount at all. Most texts have no number, and need no second look.
fn has_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_there = |word: &&str| memmem::find(bytes, word.as_bytes()).is_some();
    bytes.iter().any(u8::is_ascii_digit) || NUMBERS.iter().any(is_there)
}

/// Where the words of a text stand, without the marks around them.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                let word = bare(&text[from..at]);
                let from = from + (word.as_ptr() as usize - text[from..].as_ptr() as usize);
                words.push(from..from + word.len());
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric() && !SIGNS.contains(&c))
}

fn is_sign(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| SIGNS.contains(&c)) && letters.next().is_none()
}

fn is_code(word: &str) -> bool {
    is_currency(word) && !AMBIGUOUS.contains(&word)
}

/// Whether a word is a number: `90`, `90,000`, `90k`, `80–90`, `thousand`.
fn is_number(word: &str) -> bool {
    let of_number = |c: char| c.is_ascii_digit() || ".,'kKmM-–".contains(c);
    NUMBERS.contains(&word)
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(of_number)
}

/// Whether a word holds a sign of a currency beside a number: `$50k`, `US$1,200`, `80€`. `$1` is a
/// parameter rather than a price.
fn is_signed(word: &str) -> bool {
    // All signs but one are wide letters.
    if !word.contains('$') && word.is_ascii() {
        return false;
    }
    word.char_indices().any(|(at, sign)| {
        if !SIGNS.contains(&sign) {
            return false;
        }
        let (before, after) = (&word[..at], &word[at + sign.len_utf8()..]);
        let number = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let goes_on = after[number..].starts_with(['.', ',', 'k', 'K', 'm', 'M']);
        let follows = before.ends_with(|c: char| c.is_ascii_digit() || c == 'k');
        number > 1 || number == 1 && (sign != '$' || goes_on) || follows && sign != '$'
    })
}

#[cfg(test)]
mod tests {
    use super::amounts;

    #[test]
    fn amounts_of_money_are_found_and_other_numbers_are_not() {
        for (text, found) in [
            ("earns $135,980 a year", vec!["$135,980"]),
            ("from $50k to $90k.", vec!["$50k", "$90k"]),
            ("about 80–90 000 € or 60k€", vec!["80–90 000 €", "60k€"]),
            ("EUR 70,000 or 90,000 USD", vec!["EUR 70,000", "90,000 USD"]),
            ("fifty thousand dollars", vec!["thousand dollars"]),
            ("(US$1,200)", vec!["US$1,200"]),
            ("the parameter $1, the 5 ALL rows, TOP 10", vec![]),
            ("TRY 3 times, HTTP 404, 20 euro-zone banks", vec![]),
            ("in 2024, EUR was; CHF: 7", vec![]),
            ("the euro, a dollar sign $, $HOME, 100 % of $x", vec![]),
        ] {
            let words: Vec<&str> = amounts(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(words, found, "{text}");
        }
    }
}
