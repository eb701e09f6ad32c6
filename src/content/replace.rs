//! Several files at once: all of them change, or none.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

/// A file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file before, as a path inside the content folder; nothing if there is none yet.
    pub old: Option<String>,
    /// The file after: another only if it moves.
    pub new: String,
    pub before: String,
    pub after: String,
}

/// Makes the changes in a content folder. Everything is first written to hidden files beside the
/// old ones, which then take their places; on any error what was changed is put back.
///
/// # Errors
///
/// If a file is not what it was before, or cannot be written. Then the folder is as it was, unless
/// the error says otherwise.
pub fn write_all(folder: &Path, changes: &[FileChange]) -> io::Result<()> {
    for change in changes {
        if let Some(old) = &change.old
            && fs::read(folder.join(old))? != change.before.as_bytes()
        {
            let message = format!("`{old}` has changed meanwhile: nothing is written");
            return Err(io::Error::other(message));
        }
    }
    let files = changes.iter().map(|change| {
        let path = |file: &String| folder.join(file);
        Replacement {
            old: change.old.as_ref().map(path),
            new: path(&change.new),
            before: change.before.as_bytes(),
            after: change.after.as_bytes(),
        }
    });
    replace(&files.collect::<Vec<_>>())
}

/// A file that takes the place of another.
struct Replacement<'a> {
    /// The file that goes, if there is one.
    old: Option<PathBuf>,
    new: PathBuf,
    before: &'a [u8],
    after: &'a [u8],
}

impl Replacement<'_> {
    fn moves(&self) -> bool {
        self.old.as_ref() != Some(&self.new)
    }

    /// Writes the new text beside its place, with the rights of the old file.
    fn stage(&self) -> io::Result<TempPath> {
        let folder = self.new.parent().unwrap_or(Path::new("."));
        // Files with a dot at the start are left alone by whoever reads the folder.
        let mut file = NamedTempFile::with_prefix_in(".", folder)?;
        file.write_all(self.after)?;
        if let Some(old) = &self.old {
            let rights = fs::metadata(old)?.permissions();
            file.as_file().set_permissions(rights)?;
        }
        file.as_file().sync_all()?;
        Ok(file.into_temp_path())
    }

    fn take_place(&self, staged: TempPath) -> io::Result<()> {
        if !self.moves() {
            return staged.persist(&self.new).map_err(|error| error.error);
        }
        staged
            .persist_noclobber(&self.new)
            .map_err(|error| error.error)?;
        let Some(old) = &self.old else {
            return Ok(());
        };
        fs::remove_file(old).inspect_err(|_| {
            // The error that is told is the first one.
            let _ = fs::remove_file(&self.new);
        })
    }

    fn put_back(&self) -> io::Result<()> {
        if let Some(old) = &self.old {
            fs::write(old, self.before)?;
        }
        match self.moves() {
            true => fs::remove_file(&self.new),
            false => Ok(()),
        }
    }
}

fn replace(files: &[Replacement]) -> io::Result<()> {
    let named = |path: &Path, error: io::Error| {
        io::Error::new(error.kind(), format!("{}: {error}", path.display()))
    };
    let mut staged = Vec::new();
    for file in files {
        staged.push(file.stage().map_err(|error| named(&file.new, error))?);
    }
    for (place, (file, staged)) in files.iter().zip(staged).enumerate() {
        let Err(error) = file.take_place(staged) else {
            continue;
        };
        let error = named(&file.new, error);
        for done in files[..place].iter().rev() {
            done.put_back().map_err(|second| {
                let path = done.new.display();
                io::Error::other(format!("{error}; {path} could not be put back: {second}"))
            })?;
        }
        return Err(error);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{Replacement, replace};

    #[test]
    fn when_one_file_cannot_be_written_all_are_put_back() {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = |name: &str| folder.path().join(name);
        for name in ["a", "b"] {
            fs::write(path(name), "before").expect("the file can be written");
        }
        // A folder in the way stands for whatever may go wrong at the last file.
        fs::create_dir_all(path("c/inside")).expect("the folder can be made");
        let file = |old: Option<&str>, new: &str| Replacement {
            old: old.map(path),
            new: path(new),
            before: b"before",
            after: b"after",
        };
        let files = [
            file(Some("a"), "a"),
            file(Some("b"), "moved"),
            file(None, "new"),
            file(Some("c"), "c"),
        ];
        let error = replace(&files).expect_err("a folder is in the way");
        assert!(error.to_string().contains("/c: "), "{error}");
        for name in ["a", "b"] {
            assert_eq!(fs::read(path(name)).expect("is there"), b"before", "{name}");
        }
        let listed = fs::read_dir(folder.path()).expect("can be listed");
        assert_eq!(listed.count(), 3, "nothing is left behind");
        replace(&files[..3]).expect("nothing is in the way");
        assert!(!path("b").exists());
        for name in ["a", "moved", "new"] {
            assert_eq!(fs::read(path(name)).expect("is there"), b"after", "{name}");
        }
        let error = replace(&files[1..2]);
        assert!(error.is_err(), "the place is taken");
    }
}
