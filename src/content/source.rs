//! The files of a content folder, as text.

mod file;
mod picture;
mod svg;
mod unsaved;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::Diagnostic;
use super::guard::guarded;
use super::layout::{
    Slot, is_folder, is_ignored, meant_folder, meant_slot, misnamed, misplaced_folder, slot,
};
use super::survey::Texts;
use super::table::Table;
use file::{Outcome, read_file};
use picture::picture;

/// The largest content file where `site.toml` does not say, in bytes.
const DEFAULT_LIMIT: u64 = 1 << 20;

/// A file that can be read further.
#[derive(Clone)]
pub struct Source {
    pub slot: Slot,
    /// The path inside the content folder: `skills/sql.md`.
    pub file: String,
    pub text: String,
}

/// All files of a content folder.
#[derive(Clone, Default)]
pub struct Folder {
    /// In the order of their paths.
    pub sources: Vec<Source>,
    /// What refused files would have been. They are there, so nobody is blamed for naming them.
    pub refused: BTreeSet<Slot>,
    /// Folders that cannot be listed: nobody is blamed for naming a file in them.
    pub unread: BTreeSet<String>,
    /// Texts of refused files, for showing what is wrong with them.
    pub refused_texts: BTreeMap<String, String>,
    /// Paths inside `assets/`.
    pub assets: BTreeSet<String>,
    /// Width and height in pixels of those assets that are pictures.
    pub images: HashMap<String, (u32, u32)>,
    pub diagnostics: Vec<Diagnostic>,
    /// The number of files seen.
    pub files: usize,
}

impl Folder {
    /// Reads all files below `path`, in parallel, in the order of their names. What cannot be read
    /// is told of, and the rest is read.
    ///
    /// # Errors
    ///
    /// If `path` is not a folder that can be listed, or holds no files.
    pub fn read(path: &Path) -> io::Result<Folder> {
        Folder::with_unsaved(path, &Texts::new())
    }

    /// The same with texts in place of those on disk, and of files that are not there yet.
    ///
    /// # Errors
    ///
    /// As [`Folder::read`].
    pub fn with_unsaved(path: &Path, unsaved: &Texts) -> io::Result<Folder> {
        let mut folder = Folder::default();
        let mut found = Vec::new();
        for (name, kind) in entries(path)? {
            folder.enter(path, name, kind, &mut found);
        }
        folder.enter_unsaved(unsaved, &mut found);
        found.sort_by(|a, b| a.1.cmp(&b.1));
        if found.is_empty() && folder.diagnostics.is_empty() {
            let message = format!("the folder {} is empty", path.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, message));
        }
        folder.files += found.len();
        let limit = limit(path, unsaved.get("site.toml"));
        let read: Vec<Outcome> = found
            .into_par_iter()
            .map(|(slot, file)| {
                let text = unsaved.get(&file);
                read_file(path, slot, file, limit, text)
            })
            .collect();
        for outcome in read {
            folder.keep(outcome);
        }
        folder.measure(path);
        Ok(folder)
    }

    /// Notes an entry of the content folder, or of a folder inside it.
    fn enter(
        &mut self,
        root: &Path,
        path: String,
        kind: FileType,
        found: &mut Vec<(Slot, String)>,
    ) {
        if kind.is_dir() {
            return self.enter_folder(root, &path, found);
        }
        let problem = match kind.is_file() {
            true => misnamed(&path),
            false => Some(irregular(&path, kind)),
        };
        match (problem, slot(&path)) {
            (Some(problem), slot) => {
                self.files += 1;
                self.diagnostics.push(problem);
                self.refused.extend(slot.iter().map(renamed));
                self.refused.extend(meant_slot(&path));
                self.refused.extend(slot);
            }
            (None, Some(Slot::Asset(asset))) => {
                self.files += 1;
                self.assets.insert(asset);
            }
            (None, Some(slot)) => found.push((slot, path)),
            (None, None) => unreachable!("a file without a slot is misnamed"),
        }
    }

    fn enter_folder(&mut self, root: &Path, path: &str, found: &mut Vec<(Slot, String)>) {
        let (top, below) = path.split_once('/').unwrap_or((path, ""));
        if !is_folder(top) || !below.is_empty() && top != "assets" {
            // What is meant for a folder under another name is there, so nobody is blamed for naming it.
            self.unread.extend(meant_folder(path).map(str::to_owned));
            return self.diagnostics.push(misplaced_folder(path));
        }
        match listed(&root.join(path)) {
            Ok(entries) => {
                for (name, kind) in entries {
                    self.enter(root, format!("{path}/{name}"), kind, found);
                }
            }
            Err(error) => {
                let message = format!("the folder cannot be read: {error}");
                self.diagnostics.push(unreadable(path, message));
                self.unread.insert(top.to_owned());
            }
        }
    }

    /// Looks at the pictures: with their sizes a page keeps still while they arrive.
    fn measure(&mut self, root: &Path) {
        let measured: Vec<_> = self
            .assets
            .par_iter()
            .map(|asset| (asset.clone(), picture(root, asset)))
            .collect();
        for (asset, found) in measured {
            if let Some(text) = found.text {
                self.refused_texts.insert(format!("assets/{asset}"), text);
            }
            self.images.extend(found.size.map(|size| (asset, size)));
            self.diagnostics.extend(found.diagnostics);
        }
    }

    fn keep(&mut self, outcome: Outcome) {
        self.diagnostics.extend(outcome.diagnostics);
        if outcome.sound {
            self.sources.push(outcome.source);
        } else {
            let Source { slot, file, text } = outcome.source;
            self.refused.insert(slot);
            self.refused_texts.insert(file, text);
        }
    }
}

/// The entries of the content folder itself.
fn entries(path: &Path) -> io::Result<Vec<(String, FileType)>> {
    listed(path).map_err(|error| {
        let message = format!("the folder {} cannot be read: {error}", path.display());
        io::Error::new(error.kind(), message)
    })
}

/// The entries of a folder in the order of their names, without those that are left alone.
fn listed(path: &Path) -> io::Result<Vec<(String, FileType)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_ignored(&name) {
            entries.push((name, entry.file_type()?));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
}

fn unreadable(path: &str, message: String) -> Diagnostic {
    Diagnostic::error("file-unreadable", path, None, message)
}

/// What a misnamed file would be under a well-formed name.
fn renamed(slot: &Slot) -> Slot {
    match slot.clone() {
        Slot::Document(kind, id) => Slot::Document(kind, slug::slugify(id)),
        Slot::Usage(id) => Slot::Usage(slug::slugify(id)),
        other => other,
    }
}

fn irregular(path: &str, kind: FileType) -> Diagnostic {
    let what = match kind.is_symlink() {
        true => "a symbolic link",
        false => "not a regular file",
    };
    Diagnostic::error("file-symlink", path, None, format!("`{path}` is {what}"))
        .label("links are not followed: put the file itself here")
}

/// The largest content file that `site.toml` allows.
fn limit(path: &Path, unsaved: Option<&String>) -> u64 {
    match unsaved {
        Some(text) => limit_in(text),
        None => limit_on_disk(path),
    }
}

fn limit_on_disk(path: &Path) -> u64 {
    let config = path.join("site.toml");
    let small =
        fs::metadata(&config).is_ok_and(|file| file.is_file() && file.len() < DEFAULT_LIMIT);
    if !small {
        return DEFAULT_LIMIT;
    }
    limit_in(&fs::read_to_string(config).unwrap_or_default())
}

fn limit_in(text: &str) -> u64 {
    let table = || Table::parse(text, 0..text.len()).integer("/limits/file_bytes");
    // Whatever is wrong with the file is told when all of it is read.
    let limit = guarded("site.toml", table).ok().flatten();
    limit.unwrap_or(DEFAULT_LIMIT)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::{Folder, read_file};
    use crate::content::layout::Slot;
    use crate::site::Kind;

    /// What is gone when its turn comes cannot be read, whoever reads: a superuser may read all
    /// that is there.
    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_read() {
        let root = TempDir::new().expect("there is room for a folder");
        let root = root.path();
        fs::create_dir(root.join("skills")).expect("the folder can be made");
        fs::write(root.join("skills/sql.md"), "").expect("the file can be written");
        let kind = fs::metadata(root).expect("is there").file_type();
        let mut folder = Folder::default();
        let mut found = Vec::new();
        for path in ["assets/gone", "jobs", "skills"] {
            folder.enter(root, path.to_owned(), kind, &mut found);
        }
        folder.assets.insert("gone.png".to_owned());
        folder.measure(root);
        let slot = Slot::Document(Kind::Skill, "gone".to_owned());
        folder.keep(read_file(
            root,
            slot.clone(),
            "skills/gone.md".to_owned(),
            9,
            None,
        ));
        let told = folder.diagnostics.iter().map(|it| (it.code, &*it.file));
        let files = ["assets/gone", "jobs", "assets/gone.png", "skills/gone.md"];
        let expected = files.map(|file| ("file-unreadable", file));
        assert_eq!(told.collect::<Vec<_>>(), expected);
        assert_eq!(found.len(), 1);
        assert!(folder.refused.contains(&slot));
        assert!(folder.unread.iter().eq(["assets", "jobs"]));
    }
}
