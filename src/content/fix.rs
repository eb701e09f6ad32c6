//! Edits that mend mistakes: where they are sure, and what a text becomes with them.

use std::ops::Range;

use super::Diagnostic;
use super::diagnostic::Fix;

impl Fix {
    /// `new` in place of the one `old` in a span: an id, a path. Nothing if the span does not hold
    /// exactly one, as where the words of a message stand in another file.
    pub fn inside(text: &str, span: &Range<usize>, old: &str, new: &str) -> Option<Fix> {
        let written = text.get(span.clone())?;
        let at = span.start + written.find(old)?;
        let is_only = !old.is_empty() && written.matches(old).count() == 1;
        is_only.then(|| Fix {
            span: at..at + old.len(),
            text: new.to_owned(),
        })
    }

    /// `new` in place of the TOML string `old` with its quotes, if both can be written without escapes.
    pub fn string(text: &str, span: &Range<usize>, old: &str, new: &str) -> Option<Fix> {
        let written = text.get(span.clone())?;
        let quoted = |quote: char| format!("{quote}{old}{quote}");
        let is_plain = ['"', '\'']
            .into_iter()
            .any(|quote| written == quoted(quote));
        let is_sound = !new.contains(['"', '\'', '\\', '\n', '\r']);
        (is_plain && is_sound).then(|| Fix {
            span: span.start + 1..span.end - 1,
            text: new.to_owned(),
        })
    }
}

/// A text with as many edits of its diagnostics as do not touch each other, and the diagnostics whose
/// edits these are, in the order of the file. The others may have another place when these are made.
///
/// ```
/// use career_guide::content::{Diagnostic, Fix, mended};
///
/// let fix = Fix { span: 10..18, text: "published".to_owned() };
/// let mistakes = [Diagnostic::error("fm-value", "f", 9..19, "…").fix(fix)];
/// let (text, made) = mended("status = \"publised\"", &mistakes);
/// assert_eq!((text.as_str(), made.len()), ("status = \"published\"", 1));
/// ```
pub fn mended<'a>(text: &str, diagnostics: &'a [Diagnostic]) -> (String, Vec<&'a Diagnostic>) {
    let edits = diagnostics
        .iter()
        .filter_map(|it| Some((it, it.fix.as_ref()?)));
    let mut edits: Vec<(&Diagnostic, &Fix)> = edits
        .filter(|(_, fix)| {
            text.get(fix.span.clone())
                .is_some_and(|old| old != fix.text)
        })
        .collect();
    edits.sort_by_key(|(_, fix)| (fix.span.start, fix.span.end));
    let mut mended = String::with_capacity(text.len());
    let mut made = Vec::new();
    let mut done: Option<usize> = None;
    for (diagnostic, Fix { span, text: new }) in edits {
        // Two insertions at the same place touch each other too.
        if done.is_some_and(|done| span.start < done || span.start == done && span.is_empty()) {
            continue;
        }
        mended.push_str(&text[done.unwrap_or(0)..span.start]);
        mended.push_str(new);
        done = Some(span.end);
        made.push(diagnostic);
    }
    mended.push_str(&text[done.unwrap_or(0)..]);
    (mended, made)
}

#[cfg(test)]
mod tests {
    use super::{Fix, mended};
    use crate::content::Diagnostic;

    fn mistake(span: std::ops::Range<usize>, text: &str) -> Diagnostic {
        let fix = Fix {
            span: span.clone(),
            text: text.to_owned(),
        };
        Diagnostic::error("x", "f", span, "m").fix(fix)
    }

    #[test]
    fn edits_that_touch_wait_and_all_else_stays() {
        for (text, edits, expected, made) in [
            ("a b c", vec![(0..1, "é"), (4..5, "")], "é b ", 2),
            ("a b c", vec![(2..5, "x"), (0..3, "y")], "y c", 1),
            ("a b c", vec![(2..2, "x"), (2..2, "y")], "a xb c", 1),
            ("a b c", vec![(0..1, "x"), (1..2, "-")], "x-b c", 2),
            ("a b c", vec![(0..1, "a")], "a b c", 0),
            ("é", vec![(1..2, "a"), (0..9, "b")], "é", 0),
            ("a\r\n", vec![(0..1, "b")], "b\r\n", 1),
        ] {
            let edits: Vec<_> = edits
                .into_iter()
                .map(|(at, new)| mistake(at, new))
                .collect();
            let (found, done) = mended(text, &edits);
            assert_eq!((found.as_str(), done.len()), (expected, made), "{text}");
        }
    }

    #[test]
    fn a_string_is_replaced_only_where_it_is_written_plainly() {
        for (text, new, expected) in [
            ("\"htp\"", "http", Some("\"http\"")),
            ("'htp'", "http", Some("'http'")),
            ("\"\"\"htp\"\"\"", "http", None),
            ("htp", "http", None),
            ("\"htp\"", "a\"b", None),
        ] {
            let fix = Fix::string(text, &(0..text.len()), "htp", new);
            let found = fix.map(|fix| mended(text, &[mistake(fix.span, &fix.text)]).0);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
