//! Diagnostics as JSON, one object a line, and the schema of these lines.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Diagnostic, position, position_at};

/// A message of `check --format json`.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Line<'a> {
    /// The file, below the folder that was checked as it was named.
    path: &'a str,
    /// Where the mistake begins: the line, from 1.
    line: usize,
    /// The character in its line, from 1.
    column: usize,
    /// The line in which the mistake ends.
    end_line: usize,
    /// The character after its last one.
    end_column: usize,
    /// How bad it is: `error` or `warning`.
    #[schemars(extend("enum" = ["error", "warning"]))]
    level: &'static str,
    /// The code, which `explain` explains: `fm-value`.
    #[schemars(extend("pattern" = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    code: &'static str,
    /// What is wrong, in a line.
    message: &'a str,
    /// What is expected at the place.
    label: Option<&'a str>,
    /// What to write instead, for a person.
    help: Option<&'a str>,
    /// What `--fix` writes instead; absent where that is not sure.
    fix: Option<Edit<'a>>,
}

/// An edit: bytes of the file and what they become.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Edit<'a> {
    /// The first byte, from 0.
    start: usize,
    /// The byte after the last one.
    end: usize,
    /// What stands there afterwards.
    text: &'a str,
}

/// One JSON object, on one line. Its schema is `schema/diagnostics.json`.
pub fn json(diagnostic: &Diagnostic, text: &str, path: &str) -> String {
    let (line, column) = position(diagnostic, text);
    let end = diagnostic
        .span
        .as_ref()
        .map(|span| position_at(text, span.end));
    let (end_line, end_column) = end.unwrap_or((line, column));
    let fix = diagnostic.fix.as_ref().map(|fix| Edit {
        start: fix.span.start,
        end: fix.span.end,
        text: &fix.text,
    });
    let line = Line {
        path,
        line,
        column,
        end_line,
        end_column,
        level: diagnostic.severity.word(),
        code: diagnostic.code,
        message: &diagnostic.message,
        label: diagnostic.label.as_deref(),
        help: diagnostic.help.as_deref(),
        fix,
    };
    serde_json::to_string(&line).expect("a line has no keys that are not text")
}

/// The JSON Schema of a line of [`json`].
pub fn json_schema() -> serde_json::Value {
    schemars::schema_for!(Line).to_value()
}
