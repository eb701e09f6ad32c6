//! `--fix`: writes what is sure into the files, and says what it wrote.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

use super::check::place;
use crate::content::{Diagnostic, FileChange, Loaded, mended};

/// What became of a pass over all files.
#[derive(Default)]
pub struct Pass {
    /// The number of edits.
    pub edits: usize,
    /// Files that were left alone because they are not what was read.
    pub skipped: BTreeSet<String>,
}

/// Makes all edits of the diagnostics that do not touch each other, each file whole or not at all,
/// and prints a line for each. A file that has changed since it was read is left alone.
///
/// # Errors
///
/// If a file cannot be written, or `out`.
pub fn pass(loaded: &Loaded, content: &Path, out: &mut dyn Write) -> anyhow::Result<Pass> {
    let mut pass = Pass::default();
    for (file, text) in &loaded.texts {
        let own = loaded.diagnostics.iter().filter(|it| it.file == *file);
        let own: Vec<Diagnostic> = own.cloned().collect();
        let (new, made) = mended(text, &own);
        if made.is_empty() {
            continue;
        }
        let path = content.join(file);
        let change = FileChange::in_place(file, text, &new);
        if !change.write(content)? {
            pass.skipped.insert(file.clone());
            continue;
        }
        pass.edits += made.len();
        for diagnostic in made {
            writeln!(out, "{}", line(diagnostic, text, &path))?;
        }
    }
    Ok(pass)
}

/// `roles/x.md:4:11: fixed[fm-value]: publised → published`
fn line(diagnostic: &Diagnostic, text: &str, path: &Path) -> String {
    let Some(fix) = &diagnostic.fix else {
        return String::new();
    };
    let told = |text: &str| match text.is_empty() {
        true => "nothing".to_owned(),
        false => format!("`{}`", text.escape_debug()),
    };
    let at = Diagnostic {
        span: Some(fix.span.clone()),
        ..diagnostic.clone()
    };
    let (old, new) = (&text[fix.span.clone()], &fix.text);
    format!(
        "{}: fixed[{}]: {} is now {}",
        place(&at, text, path),
        diagnostic.code,
        told(old),
        told(new)
    )
}
