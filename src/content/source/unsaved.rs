//! Files that are open in an editor and not on disk.

use super::Folder;
use crate::content::layout::{Slot, is_ignored, misnamed, slot};
use crate::content::survey::Texts;

impl Folder {
    /// Notes the files that an editor has not written yet.
    pub(super) fn enter_unsaved(&mut self, unsaved: &Texts, found: &mut Vec<(Slot, String)>) {
        let told = |it: &Folder, file: &str| it.diagnostics.iter().any(|told| told.file == file);
        for file in unsaved.keys() {
            let name = file.rsplit('/').next().unwrap_or(file);
            let is_known = found.iter().any(|(_, other)| other == file) || told(self, file);
            if is_known || is_ignored(name) {
                continue;
            }
            match (misnamed(file), slot(file)) {
                (None, Some(Slot::Asset(_))) => {}
                (None, Some(slot)) => found.push((slot, file.clone())),
                (problem, _) => {
                    self.files += 1;
                    self.diagnostics.extend(problem);
                }
            }
        }
    }
}
