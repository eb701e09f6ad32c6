//! `check`: everything that is wrong with the content.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Context as _;
use clap::ValueEnum;
use jiff::Timestamp;

use crate::content::{self, Diagnostic, Severity};

/// How messages are drawn.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// For people, with what is expected and what to write instead.
    Human,
    /// One line each: `path:line:column: level[code]: text`.
    Short,
}

/// Checks the folder as it is to be shown at `instant`. Returns the exit code: 0 if nothing is wrong,
/// 1 if there are errors (or warnings, if those are denied).
///
/// # Errors
///
/// If the folder cannot be read or `out` cannot be written.
pub fn run(
    folder: &Path,
    format: Format,
    deny_warnings: bool,
    instant: Timestamp,
    out: &mut dyn Write,
) -> anyhow::Result<u8> {
    let loaded = match content::load(folder, instant) {
        Ok(loaded) => loaded,
        Err(error) => {
            writeln!(out, "error: cannot read `{}`: {error}", folder.display())?;
            return Ok(2);
        }
    };
    report(folder, &loaded.diagnostics, format, out).context("cannot write the messages")?;
    let worst = loaded.diagnostics.iter().map(|d| d.severity).min();
    Ok(match worst {
        Some(Severity::Error) => 1,
        Some(Severity::Warning) if deny_warnings => 1,
        _ => 0,
    })
}

/// Draws messages about files of `folder`.
///
/// # Errors
///
/// If `out` cannot be written.
pub fn report(
    folder: &Path,
    diagnostics: &[Diagnostic],
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    for diagnostic in diagnostics {
        let path = folder.join(&diagnostic.file);
        let level = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        };
        let (line, column) = place(&path, diagnostic);
        let path = path.display();
        let (code, message) = (diagnostic.code, &diagnostic.message);
        writeln!(out, "{path}:{line}:{column}: {level}[{code}]: {message}")?;
        let notes = [&diagnostic.label, &diagnostic.help];
        for note in notes
            .into_iter()
            .flatten()
            .filter(|_| matches!(format, Format::Human))
        {
            writeln!(out, "    {note}")?;
        }
    }
    Ok(())
}

/// Line and column, in characters, both from 1.
fn place(path: &Path, diagnostic: &Diagnostic) -> (usize, usize) {
    let Some(start) = diagnostic.span.as_ref().map(|span| span.start) else {
        return (1, 1);
    };
    let bytes = std::fs::read(path).unwrap_or_default();
    let before = String::from_utf8_lossy(&bytes[..start.min(bytes.len())]).into_owned();
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .unwrap_or_default()
        .chars()
        .count()
        + 1;
    (line, column)
}
