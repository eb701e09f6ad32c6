//! English: which forms are one word, which words say nothing, which say the same.

use frostem::{Algorithm, Stemmer};

/// The stem of a folded word: `indexes` and `indexing` are `index`, `normalization` is as
/// `normalisation`. Names with digits or signs, and words of three letters, are their own stems.
pub fn stem(word: &str) -> String {
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    // `nodejs` is no plural.
    if !is_plain || word.len() <= 3 || word.ends_with("js") {
        return word.to_owned();
    }
    let british = british(word);
    let stem = Stemmer::new(Algorithm::English).stem(&british);
    // `going` must not become `go`, which is a language.
    match stem.len() <= 2 {
        true => british,
        false => stem.into_owned(),
    }
}

/// The British spelling of a word that has two.
fn british(word: &str) -> String {
    let ending = ["ize", "izing", "izable", "izati", "izer"];
    let found = ending.iter().find_map(|ending| word.rfind(ending));
    match found {
        Some(at) if at >= 3 => format!("{}is{}", &word[..at], &word[at + 2..]),
        _ if word.len() > 4 && word.ends_with("or") => {
            format!("{}our", word.trim_end_matches("or"))
        }
        _ => word.to_owned(),
    }
}

/// How much of a question a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It tells subjects apart.
    Subject,
    /// It shapes the question and may be missing from the answer: `best`, `learn`.
    Shape,
    /// It tells nothing: `how`, `the`.
    Nothing,
}

/// What a folded word is to a question.
pub fn role(word: &str) -> Role {
    match word {
        _ if NOTHING.contains(&word) => Role::Nothing,
        _ if SHAPE.contains(&word) => Role::Shape,
        _ => Role::Subject,
    }
}

const NOTHING: &[&str] = &[
    "a", "about", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by",
    "can", "could", "did", "do", "does", "doing", "done", "dont", "else", "even", "ever", "for",
    "from", "get", "gets", "getting", "got", "had", "has", "have", "having", "he", "her", "here",
    "his", "how", "i", "if", "im", "in", "into", "is", "it", "its", "just", "lot", "many", "may",
    "me", "might", "much", "my", "of", "on", "or", "our", "please", "really", "she", "should",
    "so", "some", "still", "than", "that", "the", "their", "them", "then", "there", "these",
    "they", "this", "those", "to", "too", "us", "very", "was", "we", "were", "what", "whats",
    "when", "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "you",
    "your",
];

const SHAPE: &[&str] = &[
    "actually",
    "all",
    "become",
    "becoming",
    "best",
    "better",
    "between",
    "choose",
    "compare",
    "compared",
    "comparison",
    "define",
    "definition",
    "differ",
    "difference",
    "different",
    "do",
    "example",
    "examples",
    "explain",
    "explained",
    "find",
    "first",
    "give",
    "go-to",
    "good",
    "guide",
    "help",
    "idea",
    "important",
    "know",
    "long",
    "make",
    "makes",
    "meaning",
    "means",
    "more",
    "most",
    "need",
    "needed",
    "needs",
    "new",
    "not",
    "one",
    "person",
    "question",
    "required",
    "right",
    "someone",
    "start",
    "take",
    "takes",
    "tell",
    "thing",
    "things",
    "tips",
    "tutorial",
    "use",
    "used",
    "using",
    "versus",
    "vs",
    "want",
    "way",
    "ways",
    "well",
    "without",
    "work",
    "works",
    "worth",
];

/// Whether a question that begins with this word is a sentence.
pub fn asks(word: &str) -> bool {
    matches!(
        word,
        "am" | "are"
            | "can"
            | "do"
            | "does"
            | "how"
            | "is"
            | "should"
            | "what"
            | "when"
            | "which"
            | "who"
            | "why"
            | "will"
    )
}

/// Words that say the same to whoever asks, though they are no forms of each other.
const ALIKE: &[&[&str]] = &[
    &[
        "pay", "paid", "salary", "salaries", "wage", "wages", "earn", "earnings", "income",
    ],
    &[
        "developer",
        "developers",
        "dev",
        "devs",
        "engineer",
        "programmer",
        "coder",
    ],
    &["degree", "university", "college", "diploma", "uni"],
    &["beginner", "junior", "newbie", "entry"],
    &["job", "jobs", "vacancy", "vacancies", "opening", "openings"],
    &["db", "database"],
    &["js", "javascript"],
    &["ts", "typescript"],
    &["py", "python"],
    &["auth", "authentication", "login"],
    &["infra", "infrastructure"],
    &["perf", "performance"],
    &["algo", "algos", "algorithm"],
    &["cert", "certs", "certificate", "certification"],
    &["cv", "resume"],
    &["remote", "remotely", "wfh"],
    &["ai", "llm", "chatgpt", "copilot"],
    &[
        "freelance",
        "freelancer",
        "freelancing",
        "contractor",
        "contracting",
    ],
    &["month", "months", "weeks", "hours", "time"],
    &["indices", "index"],
    &["old", "older", "age"],
    &["teach", "teaching", "taught", "learn"],
    &["quit", "quitting", "leave", "leaving"],
    &["raise", "negotiate", "negotiating", "negotiation"],
    &["boss", "manager"],
    &["compared", "vs", "versus", "comparison"],
    &["fe", "frontend"],
    &["be", "backend"],
];

/// The other words that say the same as this one.
pub fn alike(word: &str) -> impl Iterator<Item = &'static str> {
    let groups = ALIKE.iter().filter(move |group| group.contains(&word));
    groups
        .flat_map(|group| group.iter().copied())
        .filter(move |other| *other != word)
}

/// The word that stands for all that say the same; the word itself if there are no others.
pub fn canonical(word: &str) -> &str {
    let group = ALIKE.iter().find(|group| group.contains(&word));
    group.map_or(word, |group| group[0])
}

/// What people call a region beside its name.
pub fn region_names(id: &str) -> &'static str {
    match id {
        "us" => "USA US America American States",
        "gb" => "UK GB Britain British England English London Scotland",
        "de" => "DE German Berlin Munich",
        "ca" => "Canadian Toronto",
        "nl" => "NL Dutch Holland Amsterdam",
        "fr" => "French Paris",
        "se" => "Swedish Stockholm",
        "pl" => "Polish",
        "es" => "Spanish Madrid",
        "it" => "Italian",
        "ch" => "Swiss Zurich",
        "au" => "Australian Sydney Melbourne",
        "in" => "Indian Bangalore",
        "br" => "Brazilian",
        "ua" => "Ukrainian",
        "no" => "Norwegian Oslo",
        "dk" => "Danish Copenhagen",
        "fi" => "Finnish Helsinki",
        "ie" => "Irish Dublin",
        "ae" => "UAE Emirates Dubai",
        "world" => "worldwide global",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["index", "indexes", "indexing", "indexed"][..],
            &["normalisation", "normalization", "normalise", "normalized"],
            &["query", "queries"],
            &["idempotent", "idempotency", "idempotence"],
            &["behaviour", "behavior"],
            &["certificates", "certificate"],
            &["developer", "developers"],
        ] {
            let stems: std::collections::BTreeSet<String> =
                forms.iter().map(|form| stem(form)).collect();
            assert_eq!(stems.len(), 1, "{stems:?}");
        }
    }

    #[test]
    fn names_are_their_own_stems() {
        for name in ["c#", "n+1", "going", "go", "aws", "p50", ".net"] {
            assert_eq!(stem(name), name);
        }
    }
}
