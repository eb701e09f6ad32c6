//! Words that look like the name of a technology.

use super::{Find, Found};

/// Technologies whose names look like other words and that few guides of backend work lack.
const KNOWN: [&str; 44] = [
    "angular",
    "camunda",
    "cassandra",
    "clickhouse",
    "clojure",
    "cobol",
    "cockroachdb",
    "confluence",
    "consul",
    "databricks",
    "django",
    "elixir",
    "erlang",
    "express",
    "fastapi",
    "flask",
    "flink",
    "fortran",
    "hadoop",
    "haskell",
    "istio",
    "jira",
    "kotlin",
    "laravel",
    "nomad",
    "oracle",
    "perl",
    "puppet",
    "rails",
    "react",
    "salesforce",
    "scala",
    "snowflake",
    "spark",
    "spring",
    "sqlite",
    "svelte",
    "swift",
    "symfony",
    "temporal",
    "tomcat",
    "vault",
    "vue",
    "zookeeper",
];

/// The ones among them that mean something else unless they begin with a large letter.
const EVERYDAY: [&str; 12] = [
    "angular",
    "confluence",
    "consul",
    "express",
    "flask",
    "nomad",
    "oracle",
    "puppet",
    "rails",
    "react",
    "spring",
    "vault",
];

/// Words in large letters that are no technology.
const ELSEWHERE: [&str; 46] = [
    "AI", "AM", "API", "APIS", "ASAP", "B2B", "B2C", "BA", "BS", "BSC", "CEO", "CET", "CHF", "CTO",
    "CV", "DE", "DEI", "EEO", "EMEA", "EST", "EU", "EUR", "FAQ", "FTE", "GBP", "GMT", "HR", "IT",
    "KPI", "LLC", "LTD", "MA", "MS", "MSC", "NYC", "OK", "OKR", "PHD", "PM", "PTO", "QA", "UK",
    "US", "USA", "USD", "UTC",
];

/// The most that are listed: a text of nothing else is no advert.
const MOST: usize = 60;

/// Adds the words that look like a technology and are no find yet.
pub fn add(text: &str, finds: &mut Vec<Find<'_>>) {
    let mut unknown = Vec::new();
    for at in words(text) {
        let after = finds.partition_point(|find| find.at.end <= at.start);
        let is_found = finds.get(after).is_some_and(|find| find.at.start < at.end);
        if !is_found && looks_technical(&text[at.clone()]) && unknown.len() < MOST {
            unknown.push(Find {
                at,
                what: Found::Unknown,
            });
        }
    }
    finds.extend(unknown);
}

/// Where words stand, with the signs that names of technologies hold inside and at their ends.
fn words(text: &str) -> Vec<std::ops::Range<usize>> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '+' | '#' | '.');
    let mut words = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(|c: char| !is_part(c)) {
        let word = piece
            .trim_end_matches(|c: char| !is_part(c))
            .trim_end_matches('.');
        let trimmed = word.trim_start_matches(['.', '+', '#']);
        let from = start + word.len() - trimmed.len();
        if !trimmed.is_empty() {
            words.push(from..from + trimmed.len());
        }
        start += piece.len();
    }
    words
}

fn looks_technical(word: &str) -> bool {
    let length = word.chars().count();
    let lower = word.to_ascii_lowercase();
    let begins_large = word.starts_with(char::is_uppercase);
    if !(2..=24).contains(&length) || ELSEWHERE.contains(&&*word.to_ascii_uppercase()) {
        return false;
    }
    if KNOWN.contains(&&*lower) {
        return begins_large || !EVERYDAY.contains(&&*lower);
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let is_script = lower.ends_with(".js") || matches!(&*lower, "c++" | "f#");
    let is_all_large = length <= 6 && letters == length && !word.chars().any(char::is_lowercase);
    let has_hump = letters == length
        && begins_large
        && word
            .chars()
            .zip(word.chars().skip(1))
            .any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    is_script || is_all_large || has_hump
}

#[cfg(test)]
mod tests {
    use super::{looks_technical, words};

    #[test]
    fn names_of_technologies_are_told_from_words() {
        for (word, expected) in [
            ("C++", true),
            ("Vue.js", true),
            ("DynamoDB", true),
            ("LDAP", true),
            ("Kotlin", true),
            ("kotlin", true),
            ("Spring", true),
            ("spring", false),
            ("React", true),
            ("react", false),
            ("UK", false),
            ("CEO", false),
            ("We", false),
            ("Berlin", false),
            ("x", false),
            ("2026", false),
            ("3.5", false),
        ] {
            assert_eq!(looks_technical(word), expected, "{word}");
        }
    }

    #[test]
    fn words_keep_their_signs() {
        let text = "C++, C# (and .NET). é/Vue.js.\nx";
        let found = words(text).into_iter().map(|at| &text[at]);
        assert_eq!(
            found.collect::<Vec<_>>(),
            ["C++", "C#", "and", "NET", "é", "Vue.js", "x"]
        );
    }
}
