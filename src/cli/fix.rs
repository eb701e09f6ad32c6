//! `--fix`: writes what is sure into the files, and says what it wrote.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context as _;

use super::check::place;
use crate::content::{Diagnostic, Loaded, mended};

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
        if !replace(&path, text, &new).with_context(|| path.display().to_string())? {
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

/// Puts a new text in the place of a file if that still holds the old one; says whether it did. The
/// file is the one or the other at every moment.
fn replace(path: &Path, old: &str, new: &str) -> io::Result<bool> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_file() || fs::read(path)? != old.as_bytes() {
        return Ok(false);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // The loader leaves hidden files alone.
    let beside = path.with_file_name(format!(".{name}.fix"));
    fs::write(&beside, new)?;
    let moved = fs::set_permissions(&beside, found.permissions())
        .and_then(|()| fs::read(path))
        .and_then(|now| match now == old.as_bytes() {
            true => fs::rename(&beside, path).map(|()| true),
            false => Ok(false),
        });
    if !matches!(moved, Ok(true)) {
        fs::remove_file(&beside)?;
    }
    moved
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::replace;

    #[test]
    fn a_file_that_has_changed_stays_as_it_is() {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = folder.path().join("a.md");
        for (found, replaced, after) in [("old", true, "new"), ("other", false, "other")] {
            fs::write(&path, found).expect("can be written");
            let done = replace(&path, "old", "new").expect("can be replaced");
            assert_eq!(done, replaced);
            assert_eq!(fs::read_to_string(&path).expect("can be read"), after);
        }
        let left = fs::read_dir(folder.path()).expect("can be listed").count();
        assert_eq!(left, 1, "nothing is left beside the file");
    }
}
