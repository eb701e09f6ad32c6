//! Lists in `vocabulary/`: each id once, and `within` an entry of the same list.

use std::collections::HashSet;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::near::{did_you_mean, nearest};

/// `data-duplicate` and `ref-unknown` inside a list.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for read in &all.vocabulary {
        let Some(list) = &read.value else {
            continue;
        };
        let mut seen = HashSet::new();
        let ids: HashSet<&str> = list.entries.iter().map(|entry| &*entry.id).collect();
        for (place, entry) in list.entries.iter().enumerate() {
            let at = |field| read.table.value(&format!("/entry/{place}/{field}"));
            if !seen.insert(&entry.id) {
                let message = format!("`{}` is in this list already", entry.id);
                found.push(Diagnostic::error(
                    "data-duplicate",
                    read.file,
                    at("id"),
                    message,
                ));
            }
            let Some(within) = &entry.within else {
                continue;
            };
            if !ids.contains(within.as_str()) {
                let message = format!("there is no entry `{within}`");
                let diagnostic = Diagnostic::error("ref-unknown", read.file, at("within"), message)
                    .label("an entry of this list");
                found.push(match nearest(within, ids.iter().copied()) {
                    Some(near) => diagnostic.help(did_you_mean(near)),
                    None => diagnostic,
                });
            }
        }
    }
}
