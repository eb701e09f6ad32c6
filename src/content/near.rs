//! The nearest name to a misspelt one.

/// The candidate nearest to `word`, if it is near enough to be meant: by Damerau-Levenshtein, at
/// most a third of the length away, and at least one letter may always differ.
///
/// `publised` is near `published`; `x` is near nothing.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    // Nobody misspells a longer word, and the distance costs the product of both lengths.
    if !(2..=80).contains(&length) {
        return None;
    }
    let measured = candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate));
    let near = |(distance, candidate): &(usize, &str)| {
        *distance <= (length / 3).max(1) || goes_on(word, candidate)
    };
    measured.filter(near).min().map(|(_, candidate)| candidate)
}

/// Whether a name is a word with more behind it: `databases-2025` of `databases`.
fn goes_on(word: &str, name: &str) -> bool {
    let rest = name.strip_prefix(word);
    word.len() >= 4 && rest.is_some_and(|rest| rest.starts_with('-'))
}

/// The word of a closed list that a misspelt one can only be: no other is as near, and no digit
/// differs, for `2024` is no misspelt `2025`. A program may write it without asking.
pub fn only_word<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let near = nearest(word, candidates.clone()).filter(|near| !goes_on(word, near))?;
    let distance = strsim::damerau_levenshtein(word, near);
    let mut others = candidates.into_iter().filter(|other| *other != near);
    let is_only = !others.any(|other| strsim::damerau_levenshtein(word, other) <= distance);
    let digits = |text: &str| {
        text.matches(|c: char| c.is_ascii_digit())
            .collect::<String>()
    };
    (is_only && digits(word) == digits(near)).then_some(near)
}

/// The same for names of things: a few letters with another one among them, `rest` for `rust`, may
/// be something that is not there yet.
pub fn only_name<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<&'a str> {
    let near = only_word(word, candidates)?;
    let is_replaced = word.len() == near.len() && !is_turned(word, near);
    let is_long = word.len() >= 6 && strsim::damerau_levenshtein(word, near) <= 2;
    (is_long || word.len() >= 3 && !is_replaced).then_some(near)
}

/// Whether two words have the same letters.
fn is_turned(word: &str, other: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(word) == sorted(other)
}

/// Up to three names near a word that nobody has: those that end as it does, `/skills/x` for
/// `/roles/x`, and those that are misspelt like it.
pub fn few_nearest(word: &str, mut candidates: Vec<String>) -> Vec<String> {
    let last = |name: &str| {
        name.rsplit(['/', ':'])
            .next()
            .unwrap_or(name)
            .trim_end_matches(".md")
            .to_owned()
    };
    let end = last(word);
    candidates.sort();
    candidates.dedup();
    let mut near: Vec<(usize, String)> = candidates
        .into_iter()
        .filter(|candidate| candidate.len() > 1)
        .filter_map(|candidate| {
            let is_same = last(&candidate) == end;
            let near = nearest(word, [candidate.as_str()]).is_some()
                || nearest(&end, [last(&candidate).as_str()]).is_some();
            let distance = strsim::damerau_levenshtein(word, &candidate);
            (is_same || near).then_some((if is_same { 0 } else { distance }, candidate))
        })
        .collect();
    near.sort();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}

/// The sentence that proposes a name.
pub fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    use super::{nearest, only_name, only_word};

    #[test]
    fn what_is_near_to_two_is_sure_of_none() {
        let names = ["p10", "p25", "p75", "published"];
        for (word, near) in [
            ("publised", Some("published")),
            ("p15", None),
            ("p26", None),
            ("xyz", None),
        ] {
            assert_eq!(only_word(word, names), near, "{word}");
        }
        let names = ["http", "rust", "sql", "kubernetes", "oews-2025"];
        for (word, near) in [
            ("htp", Some("http")),
            ("rest", None),
            ("slq", Some("sql")),
            ("kubernetis", Some("kubernetes")),
            ("oews-2024", None),
        ] {
            assert_eq!(only_name(word, names), near, "{word}");
        }
    }

    #[test]
    fn the_nearest_name_is_at_most_a_third_away() {
        let names = [
            "draft",
            "review",
            "published",
            "archived",
            "go",
            "databases-2025",
        ];
        for (word, near) in [
            ("publised", Some("published")),
            ("pubilshed", Some("published")),
            ("og", Some("go")),
            ("ready", None),
            ("databases", Some("databases-2025")),
            ("data", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, names), near, "{word}");
        }
    }
}
