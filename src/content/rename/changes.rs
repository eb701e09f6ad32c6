//! What a rename makes of the texts of a folder.

use std::collections::BTreeMap;

use super::mentions::{Mention, typed};
use super::{Edit, Names, Rename};
use crate::content::layout::Slot;
use crate::content::replace::FileChange;
use crate::content::source::{Folder, Source};

/// The edits of each file.
pub fn edits(mentions: &[Mention]) -> BTreeMap<String, Vec<Edit>> {
    let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    for mention in mentions {
        let edit = (mention.span.clone(), mention.after.clone());
        let of_file = edits.entry(mention.file.clone()).or_default();
        // A definition of a link is told of once for each link that uses it.
        if !of_file.contains(&edit) {
            of_file.push(edit);
        }
    }
    edits
}

/// How many mentions each file has, by its new name.
pub fn counts(edits: &BTreeMap<String, Vec<Edit>>, names: &Names) -> BTreeMap<String, usize> {
    let moved = names.file(&names.old);
    let count = |(file, edits): (&String, &Vec<Edit>)| match *file == moved {
        true => (names.file(&names.new), edits.len()),
        false => (file.clone(), edits.len()),
    };
    edits.iter().map(count).collect()
}

/// The files that change, in the order of their new names.
pub fn changes(
    folder: &Folder,
    edits: &BTreeMap<String, Vec<Edit>>,
    redirects: &str,
    names: &Names,
) -> Vec<FileChange> {
    let moved = names.file(&names.old);
    let mut changes = Vec::new();
    for source in &folder.sources {
        let mut after = edited(
            &source.text,
            edits.get(&source.file).map_or(&[], Vec::as_slice),
        );
        if source.slot == Slot::Redirects {
            after.push_str(redirects);
        }
        let new = match source.file == moved {
            true => names.file(&names.new),
            false => source.file.clone(),
        };
        if after != source.text || new != source.file {
            changes.push(FileChange {
                old: Some(source.file.clone()),
                new,
                before: source.text.clone(),
                after,
            });
        }
    }
    let has_redirects = folder.sources.iter().any(|it| it.slot == Slot::Redirects);
    if !has_redirects && !redirects.is_empty() {
        changes.push(FileChange {
            old: None,
            new: "redirects.toml".to_owned(),
            before: String::new(),
            after: redirects.trim_start().to_owned(),
        });
    }
    changes.sort_by(|a, b| a.new.cmp(&b.new));
    changes
}

/// The text with all edits made; nothing else of it changes.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|(span, _)| span.start);
    let mut after = String::with_capacity(text.len());
    let mut at = 0;
    for (span, words) in edits {
        after.push_str(&text[at..span.start]);
        after.push_str(words);
        at = span.end;
    }
    after.push_str(&text[at..]);
    after
}

/// The folder as it is after the rename.
pub fn changed(folder: &mut Folder, rename: &Rename, names: &Names) {
    for change in &rename.changes {
        let slot = match &change.old {
            Some(old) => {
                let place = folder.sources.iter().position(|it| it.file == *old);
                place.map(|place| folder.sources.remove(place).slot)
            }
            None => Some(Slot::Redirects),
        };
        let slot = match change.new == rename.to {
            true => Some(Slot::Document(names.kind, names.new.clone())),
            false => slot,
        };
        folder.sources.extend(slot.map(|slot| Source {
            slot,
            file: change.new.clone(),
            text: change.after.clone(),
        }));
    }
    folder.sources.sort_by(|a, b| a.file.cmp(&b.file));
}

/// Where the old typed name still stands: in code, or in a comment.
pub fn left(folder: &Folder, changes: &[FileChange], names: &Names) -> Vec<String> {
    let mut left = Vec::new();
    for source in &folder.sources {
        let change = changes
            .iter()
            .find(|it| it.old.as_ref() == Some(&source.file));
        let (file, text) = match change {
            Some(change) => (&change.new, &change.after),
            None => (&source.file, &source.text),
        };
        for (number, line) in text.lines().enumerate() {
            if typed(line, names).is_some() {
                left.push(format!("{file}:{}", number + 1));
            }
        }
    }
    left
}
