//! "Did you mean …?"

/// The name nearest to what was written, if it is near enough to be meant: at most a third of the
/// letters differ, and at least one may.
pub(in crate::content) fn nearest<'a>(
    written: &str,
    names: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let letters = written.chars().count();
    // Nobody misspells a longer word, and the distance costs the product of both lengths.
    if letters > 80 {
        return None;
    }
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(written, name), name))
        .filter(|(distance, _)| *distance <= (letters / 3).max(1))
        .min()
        .map(|(_, name)| name)
}

/// The help that proposes a name.
pub(in crate::content) fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_what_can_be_meant_is_proposed() {
        for (written, meant) in [
            ("salry", Some("salary")),
            ("figrue", Some("figure")),
            ("table", None),
            ("x", None),
        ] {
            assert_eq!(
                super::nearest(written, ["salary", "figure"]),
                meant,
                "{written}"
            );
        }
    }
}
