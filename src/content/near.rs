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
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= (length / 3).max(1))
        .min()
        .map(|(_, candidate)| candidate)
}

/// The sentence that proposes a name.
pub fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_at_most_a_third_away() {
        let names = ["draft", "review", "published", "archived", "go"];
        for (word, near) in [
            ("publised", Some("published")),
            ("pubilshed", Some("published")),
            ("og", Some("go")),
            ("ready", None),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, names), near, "{word}");
        }
    }
}
