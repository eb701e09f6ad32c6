//! What is not TOML, told to somebody who has never heard of TOML.

use std::ops::Range;

use super::{Mistake, Table};
use crate::content::lines::{first_line, line_of};
use crate::content::{Diagnostic, Fix};

/// Quotes that word processors put in place of straight ones.
const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

impl Table<'_> {
    /// The diagnostics about what is not TOML.
    pub fn syntax(&self, file: &str) -> Vec<Diagnostic> {
        let mistakes = self.parsed().mistakes.iter();
        mistakes
            .map(|mistake| {
                self.tell(file, mistake)
                    .unwrap_or_else(|| self.plain(file, mistake))
            })
            .collect()
    }

    /// The parser's own words, which are about its grammar.
    fn plain(&self, file: &str, mistake: &Mistake) -> Diagnostic {
        let (what, expected) = match mistake.message.split_once(", expected ") {
            Some((what, expected)) => (what, Some(expected)),
            None => (mistake.message.as_str(), None),
        };
        let span = first_line(self.text, mistake.span.clone());
        let diagnostic = Diagnostic::error("fm-syntax", file, span, what);
        match expected {
            Some(expected) => diagnostic.label(format!("expected {expected}")),
            None => diagnostic,
        }
    }

    /// The mistakes that editors make, in their words.
    fn tell(&self, file: &str, mistake: &Mistake) -> Option<Diagnostic> {
        if let Some(diagnostic) = self.misspelt_day(file, mistake) {
            return Some(diagnostic);
        }
        let error = |span: Range<usize>, message: String| {
            Diagnostic::error("fm-syntax", file, span, message)
        };
        let span = first_line(self.text, mistake.span.clone());
        let written = &self.text[span.clone()];
        let says = |words: &str| mistake.message.starts_with(words);
        Some(if says("string values must be quoted") {
            self.unquoted(file, span)
        } else if says("invalid unquoted key") && written.starts_with(':')
            || says("key with no value")
        {
            return self.without_equals(file, &span);
        } else if says("unexpected key or value") {
            return self.behind_quote(file, &span);
        } else if says("invalid basic string") || says("invalid literal string") {
            error(span, "the text has no closing quote".to_owned())
                .label("the quote that it began with is missing")
        } else if says("duplicate key") {
            error(span, format!("`{written}` stands here twice"))
                .label("a field stands once in its table")
        } else if says("this list or table is never closed") {
            let missing = if written.starts_with('{') { '}' } else { ']' };
            let what = if missing == '}' { "table" } else { "list" };
            error(span, format!("this {what} is never closed"))
                .label(format!("a `{missing}` is missing at its end"))
        } else if says("invalid date") {
            let (_, expected) = mistake.message.split_once(", expected ")?;
            error(span, format!("`{written}` is not a date")).label(format!("expected {expected}"))
        } else {
            return None;
        })
    }

    /// `published` for `"published"`; word processors write `“published”`.
    fn unquoted(&self, file: &str, span: Range<usize>) -> Diagnostic {
        let written = &self.text[span.clone()];
        let line = line_of(self.text, span.start);
        let rest = &self.text[span.end..line.end.max(span.end)];
        if rest.trim_start().starts_with('=') {
            let message = format!("`{written}{rest}` is more than one value");
            let error = Diagnostic::error("fm-syntax", file, span.start..line.end, message);
            return error.label("each field stands on a line of its own");
        }
        let bare = written.trim_matches(CURLY);
        let label = match bare == written {
            true => "text stands in quotes",
            false => "text stands in straight quotes",
        };
        let quoted = format!("\"{bare}\"");
        let message = format!("`{written}` has no quotes");
        let is_word = |c: char| c.is_alphanumeric() || "-_ ".contains(c);
        let error = Diagnostic::error(
            "fm-syntax",
            file,
            span.clone(),
            match bare == written {
                true => message,
                false => format!("`{written}` has printer's quotes"),
            },
        );
        let error = error.label(label);
        match !bare.is_empty() && bare.chars().all(is_word) {
            true => error
                .help(format!("write `{quoted}`"))
                .fix(Some(Fix { span, text: quoted })),
            false => error,
        }
    }

    /// `form: guide`, as in YAML, or `form "guide"`.
    fn without_equals(&self, file: &str, at: &Range<usize>) -> Option<Diagnostic> {
        let line = line_of(self.text, at.start);
        let key = self.text[line.start..at.start].trim();
        let value = self.text[at.start..line.end].trim_start_matches(':').trim();
        let is_key =
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
        if !is_key {
            return None;
        }
        let message = format!("`{key}` has no `=` before its value");
        let error = Diagnostic::error("fm-syntax", file, line.clone(), message);
        let error = error.label("a field is a name, `=` and a value");
        let is_ready =
            value.starts_with(['"', '\'', '[', '{']) || value.starts_with(char::is_numeric);
        Some(match value {
            "" => error.help(format!("{key} = …")),
            value if is_ready || ["true", "false"].contains(&value) => {
                error.help(format!("{key} = {value}"))
            }
            value => error.help(format!("{key} = \"{}\"", value.replace('"', ""))),
        })
    }

    /// `"a "good" one"`: the text ends at the second quote.
    fn behind_quote(&self, file: &str, at: &Range<usize>) -> Option<Diagnostic> {
        let line = line_of(self.text, at.start);
        let (key, value) = self.text[line.clone()].split_once('=')?;
        let value = value.trim();
        let inside = value.strip_prefix('"')?.strip_suffix('"')?;
        if !inside.contains('"') {
            return None;
        }
        let start = line.end - value.len();
        let message = format!("the text of `{}` ends at its second quote", key.trim());
        let error = Diagnostic::error("fm-syntax", file, start..line.end, message);
        let error = error.label("a quote inside a text has `\\` before it");
        let escaped = inside.replace("\\\"", "\"").replace('"', "\\\"");
        Some(error.help(format!("{} = \"{escaped}\"", key.trim())))
    }
}

#[cfg(test)]
mod tests {
    use crate::content::short;
    use crate::content::table::Table;

    /// What is written, what is wrong with it, and what is proposed.
    const MISTAKES: [(&str, &str, Option<&str>); 15] = [
        (
            "a = published",
            "`published` has no quotes",
            Some("write `\"published\"`"),
        ),
        (
            "a = [sql, http]",
            "`sql` has no quotes",
            Some("write `\"sql\"`"),
        ),
        (
            "a = “x”",
            "`“x”` has printer's quotes",
            Some("write `\"x\"`"),
        ),
        (
            "a: guide",
            "`a` has no `=` before its value",
            Some("a = \"guide\""),
        ),
        (
            "a: \"x\"",
            "`a` has no `=` before its value",
            Some("a = \"x\""),
        ),
        (
            "a \"x\"",
            "`a` has no `=` before its value",
            Some("a = \"x\""),
        ),
        (
            "a = \"b \"c\" d\"",
            "the text of `a` ends at its second quote",
            Some("a = \"b \\\"c\\\" d\""),
        ),
        ("a = \"b", "the text has no closing quote", None),
        ("a = 'b\"", "the text has no closing quote", None),
        ("a = 1\na = 2", "`a` stands here twice", None),
        ("a = [1", "this list is never closed", None),
        ("a = { b = 1", "this table is never closed", None),
        ("a = 2026-13-20", "`2026-13-20` is not a date", None),
        (
            "a = [\"b\" \"c\"]",
            "missing comma between array elements",
            None,
        ),
        ("a = 1 b = 2", "`1 b = 2` is more than one value", None),
    ];

    #[test]
    fn what_is_not_toml_is_told_in_words_that_mend_it() {
        for (text, message, help) in MISTAKES {
            let found = Table::parse(text, 0..text.len()).syntax("f");
            let told: Vec<String> = found.iter().map(|it| short(it, text, "f")).collect();
            assert_eq!(found.len(), 1, "{text}: {told:?}");
            assert_eq!(found[0].message, message, "{text}");
            assert_eq!(found[0].help.as_deref(), help, "{text}");
        }
    }
}
