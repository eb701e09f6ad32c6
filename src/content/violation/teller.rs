//! The words for each sort of violation, and the smallest wrong thing.

use std::ops::Range;

use serde_json::Value;

use super::unknown::{Meant, UnknownKey, elsewhere, fields};
use super::words::{counted, name, noun, one_line, pattern_words, skeleton, type_words};
use super::{Rule, Violation};
use crate::content::currency::is_currency;
use crate::content::day::day;
use crate::content::near::{did_you_mean, nearest, only_word};
use crate::content::pointer::child;
use crate::content::schema::Schema;
use crate::content::table::Table;
use crate::content::{Diagnostic, Fix};

/// Finds the words and the place for the violations of one table.
pub struct Teller<'a> {
    pub schema: &'a Schema,
    pub table: &'a Table<'a>,
    pub file: &'a str,
    pub unknown: &'a [UnknownKey],
}

impl Teller<'_> {
    /// The message about a violation, if it is not told by another.
    pub fn tell(&self, violation: &Violation) -> Option<Diagnostic> {
        let Violation { pointer, value, .. } = violation;
        Some(match &violation.rule {
            Rule::Unknown(key) => self.unknown(pointer, key),
            Rule::Missing(key) => return self.missing(pointer, key),
            Rule::Type => self.wrong_type(pointer),
            Rule::Words => self.words(pointer, value),
            Rule::Pattern(pattern) => self.pattern(pointer, value, pattern),
            Rule::Format(format) => self.format(pointer, value, format),
            Rule::AtLeast(limit) => self.bound(pointer, value, "less", limit, "at least"),
            Rule::AtMost(limit) => self.bound(pointer, value, "more", limit, "at most"),
            Rule::TooFew(limit) => self.items(pointer, value, "at least", *limit),
            Rule::TooMany(limit) => self.items(pointer, value, "at most", *limit),
            Rule::Length => self.length(pointer, value),
            Rule::Other(words) => self.error("fm-value", self.table.opening(pointer), *words),
        })
    }

    fn error(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(code, self.file, span, message)
    }

    fn unknown(&self, pointer: &str, key: &str) -> Diagnostic {
        let span = self.table.key(&child(pointer, key));
        let of = match name(pointer) {
            Some(name) => format!(" of `{name}`"),
            None => String::new(),
        };
        let message = format!("`{key}` is not a field{of}");
        let meant = self
            .unknown
            .iter()
            .find(|unknown| unknown.pointer == pointer && unknown.key == key)
            .map_or(&Meant::Nothing, |unknown| &unknown.meant);
        let diagnostic = self.error("fm-unknown-key", span, message);
        match meant {
            Meant::SlidBelow => diagnostic
                .label("read as part of the table whose `[header]` stands above it")
                .help(format!("move `{key}` above the first `[header]`")),
            Meant::Field(near) => {
                let sure = only_word(key, fields(self.schema.at(pointer)));
                let sure = sure.filter(|_| !self.table.exists(&child(pointer, near)));
                let fix = sure.and_then(|near| self.table.rename(&child(pointer, key), near));
                let diagnostic = diagnostic.label("unknown field").help(did_you_mean(near));
                diagnostic.fix(fix)
            }
            Meant::Nothing => {
                let known = fields(self.schema.at(pointer));
                let label = match (known.len(), elsewhere(key)) {
                    (_, Some(here)) if pointer.is_empty() => here.to_owned(),
                    (0..=12, _) => format!("one of: {}", known.join(", ")),
                    _ => "unknown field".to_owned(),
                };
                diagnostic.label(label)
            }
        }
    }

    /// A missing field, unless a message says already that it is there under another name or elsewhere.
    fn missing(&self, pointer: &str, key: &str) -> Option<Diagnostic> {
        let told = self.unknown.iter().any(|unknown| match &unknown.meant {
            Meant::Field(meant) => unknown.pointer == pointer && meant == key,
            Meant::SlidBelow => pointer.is_empty() && unknown.key == key,
            Meant::Nothing => false,
        });
        if told {
            return None;
        }
        let of = match name(pointer) {
            Some(name) => format!(" in `{name}`"),
            None => String::new(),
        };
        let schema = self.schema.at(&child(pointer, key));
        let diagnostic = self
            .error(
                "fm-missing",
                self.table.opening(pointer),
                format!("`{key}` is missing{of}"),
            )
            .help(format!("add `{}`", skeleton(key, schema)));
        Some(match schema["description"].as_str() {
            Some(description) => diagnostic.label(one_line(description)),
            None => diagnostic,
        })
    }

    fn wrong_type(&self, pointer: &str) -> Diagnostic {
        let expected = type_words(self.schema.at(pointer)["type"].as_str().unwrap_or("value"));
        let span = self.table.opening(pointer);
        let message = match self.table.excerpt(pointer) {
            Some(text) => format!("`{text}` is not {expected}"),
            None => format!("this is not {expected}"),
        };
        let of = name(pointer).unwrap_or_default();
        let schema = self.schema.at(pointer);
        let inside = fields(schema);
        let label = match inside.is_empty() {
            true => format!("`{of}` is {expected}"),
            false => format!("`{of}` is {expected} with the fields {}", inside.join(", ")),
        };
        let error = self.error("fm-type", span, message).label(label);
        // What stands by itself is a list once brackets stand around it.
        match self
            .table
            .excerpt(pointer)
            .filter(|_| schema["type"] == "array")
        {
            Some(one) if !one.starts_with('{') => error.help(format!("{of} = [{one}]")),
            _ => error,
        }
    }

    fn words(&self, pointer: &str, value: &Value) -> Diagnostic {
        let words: Vec<&str> = self.schema.at(pointer)["enum"]
            .as_array()
            .map_or_else(Vec::new, |words| {
                words.iter().filter_map(Value::as_str).collect()
            });
        let Some(text) = value.as_str() else {
            return self.wrong_type(pointer);
        };
        let diagnostic = self
            .error(
                "fm-value",
                self.table.value(pointer),
                format!(
                    "`{text}` is not {}",
                    noun(&name(pointer).unwrap_or_default())
                ),
            )
            .label(format!("one of: {}", words.join(", ")));
        let sure = only_word(text, words.iter().copied());
        let fix = sure.and_then(|word| self.table.rewrite(pointer, text, word));
        match nearest(text, words) {
            Some(near) => diagnostic.help(did_you_mean(near)).fix(fix),
            None => diagnostic,
        }
    }

    fn pattern(&self, pointer: &str, value: &Value, pattern: &str) -> Diagnostic {
        let schema = self.schema.at(pointer);
        let code = match schema["x-code"].as_str() {
            Some("data-source") => "data-source",
            Some("data-currency") => "data-currency",
            _ => "fm-value",
        };
        let text = value.as_str().unwrap_or_default();
        let expected = pattern_words(pattern);
        let upper = text.to_uppercase();
        let fix = match code == "data-currency" && is_currency(&upper) {
            true => self.table.rewrite(pointer, text, &upper),
            false => None,
        };
        self.error(
            code,
            self.table.value(pointer),
            format!("`{text}` is not {expected}"),
        )
        .label(format!("expected {expected}"))
        .fix(fix)
    }

    fn format(&self, pointer: &str, value: &Value, format: &str) -> Diagnostic {
        let text = value.as_str().unwrap_or_default();
        let (expected, example) = match format {
            "date" => ("a date", "2026-11-20, without quotes"),
            _ => (
                "a date with time and offset",
                "2026-11-20T12:00:00Z, without quotes",
            ),
        };
        let message = format!("`{text}` is not {expected}");
        let error = self.error("fm-type", self.table.value(pointer), message);
        let error = error.label(format!("expected {expected}: {example}"));
        let key = name(pointer).unwrap_or_default();
        match day(text).filter(|_| format == "date") {
            Some(meant) => error.help(format!("{key} = {meant}")).fix(Fix {
                span: self.table.value(pointer),
                text: meant.to_string(),
            }),
            None => error,
        }
    }

    fn bound(
        &self,
        pointer: &str,
        value: &Value,
        compared: &str,
        limit: &Value,
        bound: &str,
    ) -> Diagnostic {
        self.error(
            "fm-value",
            self.table.value(pointer),
            format!("`{value}` is {compared} than `{limit}`"),
        )
        .label(format!("{bound} {limit}"))
    }

    fn items(&self, pointer: &str, value: &Value, bound: &str, limit: u64) -> Diagnostic {
        let count = value.as_array().map_or(0, Vec::len);
        let of = name(pointer).unwrap_or_default();
        self.error(
            "fm-length",
            self.table.opening(pointer),
            format!("`{of}` has {}", counted(count as u64, "entry", "entries")),
        )
        .label(format!("{bound} {limit}"))
    }

    fn length(&self, pointer: &str, value: &Value) -> Diagnostic {
        let schema = self.schema.at(pointer);
        let text = value.as_str().unwrap_or_default();
        let count = text.chars().count() as u64;
        let of = name(pointer).unwrap_or_default();
        let message = match count {
            0 => format!("`{of}` is empty"),
            count => format!(
                "`{of}` is {} long",
                counted(count, "character", "characters")
            ),
        };
        let label = match (schema["minLength"].as_u64(), schema["maxLength"].as_u64()) {
            (Some(min), Some(max)) => format!("{min} to {max} characters"),
            (Some(min), None) => format!("at least {}", counted(min, "character", "characters")),
            (None, Some(max)) => format!("at most {}", counted(max, "character", "characters")),
            (None, None) => String::new(),
        };
        let span = schema["maxLength"]
            .as_u64()
            .and_then(|max| self.table.beyond(pointer, max as usize))
            .unwrap_or_else(|| self.table.opening(pointer));
        self.error("fm-length", span, message).label(label)
    }
}
