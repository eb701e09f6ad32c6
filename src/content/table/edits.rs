//! Edits of a table that change one key or one string, and nothing beside it.

use super::Table;
use crate::content::Fix;

impl Table<'_> {
    /// Another word in place of the string at a path.
    pub fn rewrite(&self, pointer: &str, old: &str, new: &str) -> Option<Fix> {
        Fix::string(self.text, &self.value(pointer), old, new)
    }

    /// Another name in place of the key at a path, if it stands there without quotes.
    pub fn rename(&self, pointer: &str, new: &str) -> Option<Fix> {
        let span = self.key(pointer);
        let old = pointer.rsplit('/').next()?;
        let is_plain = self.text.get(span.clone())? == old;
        is_plain.then(|| Fix {
            span,
            text: new.to_owned(),
        })
    }
}
