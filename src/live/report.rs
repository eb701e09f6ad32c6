//! What a load of the content says to its editors.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::content::{Diagnostic, Loaded, Overview, Severity, human, position};

/// All that is wrong with the content, and what became of each document.
#[derive(Default)]
pub struct Report {
    /// Grows with each load; what was shown under another number is out of date.
    pub number: u64,
    /// Errors first.
    pub problems: Vec<Problem>,
    pub documents: Vec<Overview>,
    /// The content folder on this machine, for links to the editor.
    pub folder: PathBuf,
}

/// Something wrong, ready to show.
#[derive(Debug, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub level: &'static str,
    pub code: &'static str,
    pub message: String,
    /// The path inside the content folder.
    pub file: String,
    pub line: usize,
    pub column: usize,
    /// The lines of the file with a caret, as `check` prints them.
    pub drawn: String,
}

impl Report {
    pub fn new(number: u64, loaded: &Loaded, folder: &Path) -> Self {
        let root = folder.canonicalize();
        let root = root.as_deref().unwrap_or(folder);
        let problems = loaded.diagnostics.iter();
        let mut problems: Vec<Problem> = problems
            .map(|diagnostic| problem(diagnostic, loaded))
            .collect();
        problems.sort_by_key(|problem| problem.level);
        Report {
            number,
            problems,
            documents: loaded.documents.clone(),
            folder: root.to_owned(),
        }
    }

    /// How many problems are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        let of_severity = self.problems.iter();
        of_severity
            .filter(|problem| problem.level == severity.word())
            .count()
    }
}

fn problem(diagnostic: &Diagnostic, loaded: &Loaded) -> Problem {
    let text = loaded.texts.get(&diagnostic.file);
    let text = text.map_or("", String::as_str);
    let (line, column) = position(diagnostic, text);
    Problem {
        level: diagnostic.severity.word(),
        code: diagnostic.code,
        message: diagnostic.message.clone(),
        file: diagnostic.file.clone(),
        line,
        column,
        drawn: human(diagnostic, text, &diagnostic.file),
    }
}
