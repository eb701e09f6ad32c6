//! The texts of files as they were when nothing was wrong with them.

use std::collections::{BTreeMap, HashSet};

use super::layout::Slot;
use super::source::{Folder, Source};

/// What files held when they last had no errors, for a guide that is shown while it is edited.
#[derive(Default)]
pub struct LastGood(BTreeMap<String, (Slot, String)>);

impl LastGood {
    /// Remembers the files of a folder that have no errors, and forgets those that are gone.
    pub(super) fn keep(&mut self, folder: &Folder, broken: &HashSet<&str>) {
        let refused = |file: &String| folder.refused_texts.contains_key(file);
        let there: HashSet<&str> = folder.sources.iter().map(|it| it.file.as_str()).collect();
        self.0
            .retain(|file, _| there.contains(file.as_str()) || refused(file));
        for source in &folder.sources {
            if broken.contains(source.file.as_str()) {
                continue;
            }
            let kept = self.0.get(&source.file);
            if kept.is_none_or(|(_, text)| *text != source.text) {
                let good = (source.slot.clone(), source.text.clone());
                self.0.insert(source.file.clone(), good);
            }
        }
    }

    /// The folder with the last good text of each broken file; nothing if there is none.
    pub(super) fn mend(&self, folder: &Folder, broken: &HashSet<&str>) -> Option<Folder> {
        let known = |file: &&&str| self.0.contains_key(**file);
        let mendable: Vec<&str> = broken.iter().filter(known).copied().collect();
        if mendable.is_empty() {
            return None;
        }
        let mut mended = folder.clone();
        for file in mendable {
            let (slot, text) = &self.0[file];
            match mended.sources.iter_mut().find(|source| source.file == file) {
                Some(source) => source.text.clone_from(text),
                None => {
                    mended.refused.remove(slot);
                    mended.sources.push(Source {
                        slot: slot.clone(),
                        file: file.to_owned(),
                        text: text.clone(),
                    });
                }
            }
        }
        mended.sources.sort_by(|a, b| a.file.cmp(&b.file));
        Some(mended)
    }
}
