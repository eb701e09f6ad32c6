//! What an applicant wants to know beside the work, and whether an advert tells it.

use super::find_words;
use super::sentences::Sentence;

/// Something that an advert tells or leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An amount of pay.
    Pay,
    /// Where one works.
    Place,
    /// Duty outside working hours.
    OnCall,
    /// Until when one can apply.
    Closing,
    /// Whom one works with.
    Team,
    /// How the choice is made.
    Process,
}

impl Fact {
    const ALL: [Fact; 6] = [
        Fact::Pay,
        Fact::Place,
        Fact::OnCall,
        Fact::Closing,
        Fact::Team,
        Fact::Process,
    ];

    /// The words a reader sees: `Pay`.
    pub fn label(self) -> &'static str {
        match self {
            Fact::Pay => "Pay",
            Fact::Place => "Place",
            Fact::OnCall => "On call",
            Fact::Closing => "Closing date",
            Fact::Team => "Team",
            Fact::Process => "How they choose",
        }
    }

    /// The question that fills the gap.
    pub fn question(self) -> &'static str {
        match self {
            Fact::Pay => "What is the pay range for this post, and which parts of it are fixed?",
            Fact::Place => "How many days a week are on site, and are they fixed?",
            Fact::OnCall => {
                "How many people share on-call duty, how many nights were there last month, and how are they paid?"
            }
            Fact::Closing => "Until when can one apply, and is the post still open?",
            Fact::Team => "How many people are in the team, and why is the post open?",
            Fact::Process => "What are the steps of the process, and how long does each take?",
        }
    }

    /// Words that tell it.
    fn words(self) -> &'static [&'static str] {
        let mut all = WORDS.iter();
        all.find(|(fact, _)| *fact == self)
            .map_or(&[], |(_, words)| words)
    }
}

/// Words that tell a fact; pay is told by an amount.
const WORDS: [(Fact, &[&str]); 5] = [
    (
        Fact::Place,
        &[
            "remote",
            "remotely",
            "hybrid",
            "on-site",
            "onsite",
            "on site",
            "in office",
            "in-office",
            "office",
            "work from home",
            "home-office",
        ],
    ),
    (
        Fact::OnCall,
        &[
            "on-call",
            "on call",
            "oncall",
            "pager",
            "rota",
            "out of hours",
            "out-of-hours",
            "24/7",
            "standby",
        ],
    ),
    (
        Fact::Closing,
        &[
            "apply by",
            "apply before",
            "apply until",
            "closing date",
            "closes on",
            "deadline",
            "applications close",
            "until filled",
            "no later than",
            "applications until",
            "interest by",
        ],
    ),
    (
        Fact::Team,
        &[
            "team of",
            "engineers in the team",
            "people in the team",
            "report to",
            "reports to",
            "reporting to",
            "you will join a team",
        ],
    ),
    (
        Fact::Process,
        &[
            "interview process",
            "hiring process",
            "interview stages",
            "take-home",
            "take home",
            "first call",
            "technical interview",
            "coding test",
        ],
    ),
];

/// The most characters of a sentence that are repeated.
const LONGEST: usize = 120;

/// Each fact, with the sentence that tells it.
pub fn facts(text: &str, sentences: &[Sentence]) -> Vec<(Fact, Option<String>)> {
    let told = |fact: Fact| {
        let mut sentences = sentences.iter();
        let sentence = sentences.find(|sentence| match fact {
            Fact::Pay => has_amount(&sentence.lower) && !is_allowance(&sentence.lower),
            _ => fact
                .words()
                .iter()
                .any(|word| find_words(&sentence.lower, word).is_some()),
        });
        sentence.map(|sentence| cut(text[sentence.at.clone()].trim()))
    };
    Fact::ALL.map(|fact| (fact, told(fact))).into()
}

/// Whether a sentence is about money for something else than the work.
fn is_allowance(lower: &str) -> bool {
    [
        "budget",
        "allowance",
        "stipend",
        "funding",
        "raised",
        "revenue",
        "voucher",
    ]
    .into_iter()
    .any(|word| find_words(lower, word).is_some())
}

fn cut(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", sentence[..at].trim_end()),
        None => sentence.to_owned(),
    }
}

/// Whether a sentence holds an amount of money: a number of three digits or more, or with a k, beside
/// a sign or a code of a currency.
fn has_amount(lower: &str) -> bool {
    const SIGNS: [&str; 15] = [
        "$", "€", "£", "₹", "¥", "usd", "eur", "gbp", "chf", "sek", "nok", "dkk", "cad", "aud",
        "kr",
    ];
    SIGNS.into_iter().any(|sign| {
        lower.match_indices(sign).any(|(at, _)| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            let is_code = sign.starts_with(|c: char| c.is_ascii_alphabetic());
            let (before, after) = (&lower[..at], &lower[at + sign.len()..]);
            let inside = is_letter(before.chars().next_back().filter(|c| *c != 'k'))
                || is_letter(after.chars().next());
            !(is_code && inside)
                && (is_number(after.trim_start()) || ends_in_number(before.trim_end()))
        })
    })
}

fn is_number(text: &str) -> bool {
    let number: String = text
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | 'k' | '\u{a0}'))
        .collect();
    is_amount(&number)
}

fn ends_in_number(text: &str) -> bool {
    let tail: String = text
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '\'' | 'k' | ' '))
        .collect();
    let number: String = tail.chars().rev().filter(|c| *c != ' ').collect();
    is_amount(&number)
}

fn is_amount(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    digits >= 3 || digits >= 2 && number.ends_with('k') || digits >= 2 && number.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_money_are_found() {
        for (text, expected) in [
            ("£55k–£70k", true),
            ("$120,000 to $150,000", true),
            ("60 000 eur a year", true),
            ("70k eur", true),
            ("€ 5.200 a month", true),
            ("54 000 kr", true),
            ("$45.50 an hour", true),
            ("competitive salary", false),
            ("we raised $5m", false),
            ("a europe of 300 million", false),
            ("30 days of leave", false),
            ("krakow, 300 people", false),
        ] {
            assert_eq!(has_amount(text), expected, "{text}");
        }
    }
}
