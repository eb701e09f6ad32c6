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

impl FileChange {
    /// A file that stays where it is.
    pub fn in_place(file: &str, before: &str, after: &str) -> Self {
        FileChange {
            old: Some(file.to_owned()),
            new: file.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        }
    }

    /// Makes the change in a content folder, unless the file is not what it was before; says whether
    /// it did. The file is the one or the other at every moment.
    ///
    /// # Errors
    ///
    /// If the file cannot be read or written; then it is as it was.
    pub fn write(&self, folder: &Path) -> io::Result<bool> {
        Ok(replace(folder, std::slice::from_ref(self))?.is_none())
    }

    /// Whether the file that goes is not what it was before. What a link points to is not ours.
    fn is_outdated(&self, folder: &Path) -> io::Result<bool> {
        let Some(old) = &self.old else {
            return Ok(false);
        };
        let path = folder.join(old);
        let compared = fs::symlink_metadata(&path)
            .and_then(|found| Ok(!found.is_file() || fs::read(&path)? != self.before.as_bytes()));
        compared.map_err(|error| named(&path, error))
    }
}

/// Makes the changes in a content folder. Everything is first written to hidden files beside the
/// old ones, which then take their places; on any error what was changed is put back.
///
/// # Errors
///
/// If a file is not what it was before, or cannot be written. Then the folder is as it was, unless
/// the error says otherwise.
pub fn write_all(folder: &Path, changes: &[FileChange]) -> io::Result<()> {
    match replace(folder, changes)? {
        None => Ok(()),
        Some(changed) => {
            let message = format!("`{changed}` has changed meanwhile: nothing is written");
            Err(io::Error::other(message))
        }
    }
}

/// Makes all changes, or none and names a file that has changed meanwhile.
fn replace<'a>(folder: &Path, changes: &'a [FileChange]) -> io::Result<Option<&'a str>> {
    let files = changes.iter().map(|change| {
        let path = |file: &String| folder.join(file);
        Replacement {
            old: change.old.as_ref().map(path),
            new: path(&change.new),
            before: change.before.as_bytes(),
            after: change.after.as_bytes(),
        }
    });
    let files: Vec<Replacement> = files.collect();
    let staged = files.iter().map(|file| {
        let staged = file.stage();
        staged.map_err(|error| named(&file.new, error))
    });
    let staged: Vec<TempPath> = staged.collect::<io::Result<_>>()?;
    // As late as can be: writing takes longer than comparing.
    for change in changes {
        if change.is_outdated(folder)? {
            return Ok(change.old.as_deref());
        }
    }
    swap(&files, staged)?;
    Ok(None)
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

fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// Puts what is staged in its places; on an error, all back.
fn swap(files: &[Replacement], staged: Vec<TempPath>) -> io::Result<()> {
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

    use super::{FileChange, write_all};

    #[test]
    fn when_one_file_cannot_be_written_all_are_put_back() {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = |name: &str| folder.path().join(name);
        for name in ["a", "b"] {
            fs::write(path(name), "before").expect("the file can be written");
        }
        // A folder in the way stands for whatever may go wrong at the last file.
        fs::create_dir_all(path("c/inside")).expect("the folder can be made");
        let file = |old: Option<&str>, new: &str| FileChange {
            old: old.map(str::to_owned),
            new: new.to_owned(),
            before: "before".to_owned(),
            after: "after".to_owned(),
        };
        let files = [
            file(Some("a"), "a"),
            file(Some("b"), "moved"),
            file(None, "new"),
            file(None, "c"),
        ];
        let error = write_all(folder.path(), &files).expect_err("a folder is in the way");
        assert!(error.to_string().contains("/c: "), "{error}");
        for name in ["a", "b"] {
            assert_eq!(fs::read(path(name)).expect("is there"), b"before", "{name}");
        }
        let listed = fs::read_dir(folder.path()).expect("can be listed");
        assert_eq!(listed.count(), 3, "nothing is left behind");
        write_all(folder.path(), &files[..3]).expect("nothing is in the way");
        assert!(!path("b").exists());
        for name in ["a", "moved", "new"] {
            assert_eq!(fs::read(path(name)).expect("is there"), b"after", "{name}");
        }
        let error = write_all(folder.path(), &files[2..3]);
        assert!(error.is_err(), "the place is taken");
    }
    #[test]
    fn a_file_that_has_changed_stays_as_it_is() {
        let folder = TempDir::new().expect("there is room for a folder");
        let path = folder.path().join("a.md");
        let change = FileChange::in_place("a.md", "old", "new");
        for (found, written, after) in [("old", true, "new"), ("other", false, "other")] {
            fs::write(&path, found).expect("can be written");
            assert_eq!(change.write(folder.path()).expect("can be tried"), written);
            assert_eq!(fs::read_to_string(&path).expect("can be read"), after);
        }
        let elsewhere = folder.path().join("b.md");
        fs::rename(&path, &elsewhere).expect("can be moved");
        fs::write(&elsewhere, "old").expect("can be written");
        std::os::unix::fs::symlink(&elsewhere, &path).expect("can be linked");
        assert!(
            !change.write(folder.path()).expect("can be tried"),
            "a link"
        );
        let error = write_all(folder.path(), &[change]).expect_err("it is a link");
        assert!(error.to_string().contains("`a.md` has changed"), "{error}");
        let left = fs::read_dir(folder.path()).expect("can be listed").count();
        assert_eq!(left, 2, "nothing is left beside the files");
    }
}
