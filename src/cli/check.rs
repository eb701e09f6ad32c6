//! `check`: everything that is wrong with a content folder, and how much of it there is.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::Timestamp;

use crate::content::{self, Diagnostic, Loaded, Severity};

/// How `check` prints what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The lines of the files, with carets.
    Human,
    /// One line each, for problem matchers: `path:line:col: level[code]: text`.
    Short,
    /// One JSON object a line.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Format {
    fn draw(self) -> fn(&Diagnostic, &str, &str) -> String {
        match self {
            Format::Human => content::human,
            Format::Short => content::short,
            Format::Json => content::json,
            Format::Github => content::github,
        }
    }
}

/// Checks a content folder as of `instant` and prints all that is wrong.
///
/// The exit code is 0 if there are no errors (with `deny_warnings`: nor warnings), 1 if there are,
/// 2 if the folder cannot be read.
pub fn run(
    content: &Path,
    format: Format,
    deny_warnings: bool,
    instant: Timestamp,
    out: &mut dyn Write,
) -> ExitCode {
    let loaded = match content::Reader::for_checks().load(content, instant) {
        Ok(loaded) => loaded,
        Err(error) => {
            super::complain(&error.to_string());
            return ExitCode::from(2);
        }
    };
    match report(&loaded, content, format, out) {
        // Whoever reads has seen enough, as `| head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => (),
        Err(error) => {
            super::complain(&format!("the messages cannot be printed: {error}"));
            return ExitCode::from(2);
        }
        Ok(()) => (),
    }
    let worst = match deny_warnings {
        true => Severity::Warning,
        false => Severity::Error,
    };
    let failed = loaded.diagnostics.iter().any(|it| it.severity <= worst);
    ExitCode::from(u8::from(failed))
}

/// Prints all messages about a folder, and the line that counts them.
///
/// # Errors
///
/// If `out` cannot be written.
pub fn report(
    loaded: &Loaded,
    content: &Path,
    format: Format,
    out: &mut dyn Write,
) -> io::Result<()> {
    let draw = format.draw();
    for diagnostic in &loaded.diagnostics {
        let text = loaded
            .texts
            .get(&diagnostic.file)
            .map_or("", String::as_str);
        let path = content.join(&diagnostic.file);
        writeln!(
            out,
            "{}",
            draw(diagnostic, text, &path.display().to_string())
        )?;
        if format == Format::Human {
            writeln!(out)?;
        }
    }
    if format == Format::Human && !loaded.diagnostics.is_empty() {
        let explain =
            "`career-guide explain CODE` gives the cause, an example and the fix of a code";
        writeln!(out, "{explain}\n")?;
    }
    if matches!(format, Format::Human | Format::Short) {
        writeln!(out, "{}", summary(loaded))?;
    }
    out.flush()
}

/// The last line: `3 errors, 1 warning in 2 of 41 files`.
fn summary(loaded: &Loaded) -> String {
    let counted = |number, word: &str| match number {
        1 => format!("1 {word}"),
        number => format!("{number} {word}s"),
    };
    let files = counted(loaded.files, "file");
    let (errors, warnings) = (
        loaded.count(Severity::Error),
        loaded.count(Severity::Warning),
    );
    let mut parts = vec![counted(errors, "error"), counted(warnings, "warning")];
    if loaded.diagnostics.is_empty() {
        return format!("{files}, {}", parts.join(", "));
    }
    if errors == 0 {
        parts.remove(0);
    }
    parts.retain(|part| !part.starts_with("0 "));
    let wrong: BTreeSet<&str> = loaded.diagnostics.iter().map(|it| &*it.file).collect();
    format!("{} in {} of {files}", parts.join(", "), wrong.len())
}
