//! `check`: everything that is wrong with a content folder, and how much of it there is.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::ValueEnum;
use jiff::Timestamp;

use super::fix;
use super::since::Changed;
use crate::content::{self, Diagnostic, Loaded, Reader, Severity};

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

/// What is asked of `check`.
#[derive(Clone, Debug)]
pub struct Check {
    /// The folder of the content.
    pub content: PathBuf,
    pub format: Format,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
    /// Only what the changes since this commit can have caused.
    pub since: Option<String>,
    /// Whether to write into the files what is sure.
    pub fix: bool,
}

/// More passes over the files than edits can wait for each other.
const MOST_PASSES: usize = 16;

impl Check {
    /// Checks the folder as of `instant` and prints all that is wrong.
    ///
    /// The exit code is 0 if there are no errors (if warnings are denied: nor warnings), 1 if there
    /// are, 2 if the folder cannot be read, the changes are not known or a file cannot be written.
    pub fn run(&self, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
        self.look(instant, out).unwrap_or_else(|error| {
            super::complain(&format!("{error:#}"));
            ExitCode::from(2)
        })
    }

    fn look(&self, instant: Timestamp, out: &mut dyn Write) -> anyhow::Result<ExitCode> {
        let reader = Reader::for_checks();
        let load = || reader.load(&self.content, instant);
        let mut loaded = load()?;
        let since = self.since.as_deref();
        let changed = since.map(|commit| Changed::since(&self.content, commit));
        let changed = changed.transpose()?;
        let retain = |loaded: &mut Loaded| {
            let asked = |it: &Diagnostic| changed.as_ref().is_none_or(|files| files.concerns(it));
            loaded.diagnostics.retain(asked);
        };
        retain(&mut loaded);
        for _ in 0..MOST_PASSES {
            if !self.fix || self.fix_once(&loaded, out)? == 0 {
                break;
            }
            loaded = load()?;
            retain(&mut loaded);
        }
        match report(&loaded, &self.content, self.format, out) {
            // Whoever reads has seen enough, as `| head` does.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => (),
            other => other.context("the messages cannot be printed")?,
        }
        let worst = match self.deny_warnings {
            true => Severity::Warning,
            false => Severity::Error,
        };
        let failed = loaded.diagnostics.iter().any(|it| it.severity <= worst);
        Ok(ExitCode::from(u8::from(failed)))
    }

    /// Makes the edits that are sure and do not touch each other; gives their number. Lines for
    /// programs stay what their format says, so that these go elsewhere.
    fn fix_once(&self, loaded: &Loaded, out: &mut dyn Write) -> anyhow::Result<usize> {
        let for_people = matches!(self.format, Format::Human | Format::Short);
        let made = match for_people {
            true => fix::pass(loaded, &self.content, out)?,
            false => fix::pass(loaded, &self.content, &mut io::stderr())?,
        };
        for file in &made.skipped {
            super::complain(&format!(
                "`{file}` has changed meanwhile and stays as it is"
            ));
        }
        Ok(made.edits)
    }
}

/// Where a message points: `content/roles/x.md:4:10`.
pub fn place(diagnostic: &Diagnostic, text: &str, path: &Path) -> String {
    let (line, column) = content::position(diagnostic, text);
    format!("{}:{line}:{column}", path.display())
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
