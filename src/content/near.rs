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
