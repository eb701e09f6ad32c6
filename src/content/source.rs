//! The files of a content folder, as text.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use rayon::prelude::*;

use super::Diagnostic;
use super::encoding::decode;
use super::layout::{Slot, is_folder, is_ignored, misnamed, misplaced_folder, slot};
use super::table::Table;

/// The largest content file where `site.toml` does not say, in bytes.
const DEFAULT_LIMIT: u64 = 1 << 20;

/// A file that can be read further.
pub struct Source {
    pub slot: Slot,
    /// The path inside the content folder: `skills/sql.md`.
    pub file: String,
    pub text: String,
}

/// All files of a content folder.
#[derive(Default)]
pub struct Folder {
    /// In the order of their paths.
    pub sources: Vec<Source>,
    /// What refused files would have been. They are there, so nobody is blamed for naming them.
    pub refused: BTreeSet<Slot>,
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
    /// Reads all files below `path`, in parallel, in the order of their names.
    ///
    /// # Errors
    ///
    /// If `path` is not a folder that can be listed, or holds no files.
    pub fn read(path: &Path) -> io::Result<Folder> {
        let mut folder = Folder::default();
        let mut found = Vec::new();
        for (name, kind) in entries(path)? {
            folder.enter(path, name, kind, &mut found)?;
        }
        found.sort_by(|a, b| a.1.cmp(&b.1));
        if found.is_empty() && folder.diagnostics.is_empty() {
            let message = format!("the folder {} is empty", path.display());
            return Err(io::Error::new(io::ErrorKind::NotFound, message));
        }
        folder.files += found.len();
        let limit = limit(path);
        let read: Vec<Outcome> = found
            .into_par_iter()
            .map(|(slot, file)| read_file(path, slot, file, limit))
            .collect();
        for outcome in read {
            folder.keep(outcome);
        }
        folder.images = images(path, &folder.assets);
        Ok(folder)
    }

    /// Notes an entry of the content folder, or of a folder inside it.
    fn enter(
        &mut self,
        root: &Path,
        path: String,
        kind: FileType,
        found: &mut Vec<(Slot, String)>,
    ) -> io::Result<()> {
        if kind.is_dir() {
            let (top, below) = path.split_once('/').unwrap_or((path.as_str(), ""));
            if is_folder(top) && (below.is_empty() || top == "assets") {
                for (name, kind) in entries(&root.join(&path))? {
                    self.enter(root, format!("{path}/{name}"), kind, found)?;
                }
            } else {
                self.diagnostics.push(misplaced_folder(&path));
            }
            return Ok(());
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
                self.refused.extend(slot);
            }
            (None, Some(Slot::Asset(asset))) => {
                self.files += 1;
                self.assets.insert(asset);
            }
            (None, Some(slot)) => found.push((slot, path)),
            (None, None) => unreachable!("a file without a slot is misnamed"),
        }
        Ok(())
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

/// The entries of a folder in the order of their names, without those that are left alone.
fn entries(path: &Path) -> io::Result<Vec<(String, FileType)>> {
    let named = |error: io::Error| {
        let message = format!("the folder {} cannot be read: {error}", path.display());
        io::Error::new(error.kind(), message)
    };
    let mut entries = Vec::new();
    for entry in fs::read_dir(path).map_err(named)? {
        let entry = entry.map_err(named)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_ignored(&name) {
            entries.push((name, entry.file_type().map_err(named)?));
        }
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(entries)
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

/// The sizes of pictures, so that a page keeps still while they arrive.
fn images(root: &Path, assets: &BTreeSet<String>) -> HashMap<String, (u32, u32)> {
    let size = |asset: &String| {
        let size = imagesize::size(root.join("assets").join(asset)).ok()?;
        let pixels = |length| u32::try_from(length).ok();
        Some((asset.clone(), (pixels(size.width)?, pixels(size.height)?)))
    };
    assets.par_iter().filter_map(size).collect()
}

/// The largest content file that `site.toml` allows.
fn limit(path: &Path) -> u64 {
    let config = path.join("site.toml");
    let small =
        fs::metadata(&config).is_ok_and(|file| file.is_file() && file.len() < DEFAULT_LIMIT);
    if !small {
        return DEFAULT_LIMIT;
    }
    let text = fs::read_to_string(config).unwrap_or_default();
    Table::parse(&text, 0..text.len())
        .integer("/limits/file_bytes")
        .unwrap_or(DEFAULT_LIMIT)
}

/// A file after reading.
struct Outcome {
    source: Source,
    diagnostics: Vec<Diagnostic>,
    sound: bool,
}

fn read_file(root: &Path, slot: Slot, file: String, limit: u64) -> Outcome {
    let refuse = |slot, file: String, code, message: String| Outcome {
        diagnostics: vec![Diagnostic::error(code, &file, None, message)],
        source: Source {
            slot,
            file,
            text: String::new(),
        },
        sound: false,
    };
    let path = root.join(&file);
    let size = match fs::symlink_metadata(&path) {
        Ok(found) => found.len(),
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            return refuse(slot, file, "file-unreadable", message);
        }
    };
    if size > limit {
        let message = format!(
            "the file has {size} bytes, more than the {limit} that `limits.file_bytes` allows"
        );
        return refuse(slot, file, "file-size", message);
    }
    match fs::read(&path) {
        Err(error) => {
            let message = format!("the file cannot be read: {error}");
            refuse(slot, file, "file-unreadable", message)
        }
        Ok(bytes) => {
            let decoded = decode(&file, bytes);
            Outcome {
                source: Source {
                    slot,
                    file,
                    text: decoded.text,
                },
                diagnostics: decoded.diagnostics,
                sound: decoded.sound,
            }
        }
    }
}
