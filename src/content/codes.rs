//! All codes of `check`: what each means, and an example of the mistake and of its fix.
//!
//! One file in `src/content/codes/` for each. A new code is a file there and a line in the list below.

use serde::Deserialize;

use super::Severity;
use super::near::nearest;

/// What a code means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code in brackets: `fm-value`.
    pub code: &'static str,
    /// How bad its mistakes are; most codes have one severity, the worst stands first.
    pub severities: Vec<Severity>,
    /// What is wrong, in half a sentence: `A field is missing`.
    pub title: String,
    /// Why it is wrong and what to do, as CommonMark in one paragraph.
    pub cause: String,
    /// Lines that show the mistake.
    pub bad: String,
    /// The same lines as they should be.
    pub good: String,
}

/// All codes in the order of the alphabet.
///
/// ```
/// use career_guide::content::codes;
///
/// let mut codes = codes();
/// assert!(codes.any(|it| it.code == "fm-value" && it.title.contains("value")));
/// ```
pub fn codes() -> impl Iterator<Item = Code> {
    CODES.iter().map(|(name, text)| parsed(name, text))
}

/// The code of this name.
///
/// # Errors
///
/// If there is none: with the name of the code that is nearest, if one is near.
pub fn code(name: &str) -> Result<Code, Option<&'static str>> {
    match CODES.iter().find(|(known, _)| *known == name) {
        Some((name, text)) => Ok(parsed(name, text)),
        None => Err(nearest_code(name)),
    }
}

/// The code that is nearest to a misspelt one.
pub fn nearest_code(name: &str) -> Option<&'static str> {
    nearest(name, CODES.iter().map(|(known, _)| *known))
}

/// A file of `src/content/codes/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    severity: Vec<Severity>,
    title: String,
    cause: String,
    bad: String,
    good: String,
}

fn parsed(code: &'static str, text: &str) -> Code {
    let entry: Entry = toml::from_str(text).expect("a test reads the files of all codes");
    let trimmed = |text: String| text.trim_end().to_owned();
    Code {
        code,
        severities: entry.severity,
        title: entry.title,
        cause: entry.cause.split_whitespace().collect::<Vec<_>>().join(" "),
        bad: trimmed(entry.bad),
        good: trimmed(entry.good),
    }
}

/// Names with the texts of their files.
macro_rules! table {
    ($($code:literal,)*) => {
        &[$(($code, include_str!(concat!("codes/", $code, ".toml")))),*]
    };
}

const CODES: &[(&str, &str)] = table![
    "allow-expired",
    "allow-unused",
    "asset-unused",
    "block-field",
    "block-unknown",
    "cycle",
    "data-currency",
    "data-duplicate",
    "data-order",
    "data-outlier",
    "data-sample",
    "data-source",
    "data-stale",
    "file-encoding",
    "file-missing",
    "file-mojibake",
    "file-name",
    "file-size",
    "file-symlink",
    "file-unreadable",
    "fm-date",
    "fm-length",
    "fm-missing",
    "fm-missing-block",
    "fm-syntax",
    "fm-type",
    "fm-unclosed",
    "fm-unknown-key",
    "fm-value",
    "img-alt",
    "img-missing",
    "img-size",
    "life-job-expired",
    "life-job-long",
    "life-stale",
    "link-anchor",
    "link-bare",
    "link-redirected",
    "link-root",
    "link-scheme",
    "link-self-site",
    "link-text",
    "md-callout",
    "md-empty-section",
    "md-fence",
    "md-field",
    "md-footnote",
    "md-footnote-unused",
    "md-h1",
    "md-heading-duplicate",
    "md-heading-skip",
    "md-html",
    "md-literal",
    "md-pay",
    "md-ref-link",
    "md-table-columns",
    "orphan",
    "redirect-loop",
    "redirect-shadow",
    "ref-archived",
    "ref-case",
    "ref-draft",
    "ref-unknown",
    "section-missing",
    "section-unknown",
    "svg-active",
    "url-duplicate",
];

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{CODES, code, codes};

    #[test]
    fn every_file_is_a_code_and_can_be_read() {
        let mut files: Vec<String> = fs::read_dir("src/content/codes")
            .expect("the folder is there")
            .map(|entry| entry.expect("it can be listed").file_name())
            .filter_map(|name| Some(name.to_str()?.strip_suffix(".toml")?.to_owned()))
            .collect();
        files.sort();
        assert!(CODES.iter().map(|(name, _)| *name).eq(files));
        for it in codes() {
            assert!(!it.severities.is_empty(), "{}", it.code);
            assert_ne!(it.bad, it.good, "{}", it.code);
            assert!(!it.title.ends_with('.'), "{}", it.code);
            let line = it.code.len().max(20) + it.title.chars().count() + "  warning  ".len();
            assert!(
                line <= 80,
                "the title of {} is too long for a line",
                it.code
            );
            assert!(it.cause.ends_with('.'), "{}", it.code);
            let widest = it.bad.lines().chain(it.good.lines());
            let widest = widest.map(|line| line.chars().count()).max();
            assert!(widest <= Some(76), "{} is wider than a terminal", it.code);
        }
    }

    #[test]
    fn an_unknown_code_leads_to_the_nearest() {
        for (name, near) in [
            ("fm_value", Some("fm-value")),
            ("md.heading.skip", Some("md-heading-skip")),
            ("E0308", None),
        ] {
            assert_eq!(code(name), Err(near), "{name}");
        }
        assert_eq!(code("cycle").map(|it| it.code), Ok("cycle"));
    }
}
