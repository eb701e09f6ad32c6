//! Rows of usage figures: `data-duplicate`, `data-sample`.

use std::collections::HashSet;

use super::pay::SMALLEST_SAMPLE;
use crate::content::Diagnostic;
use crate::content::collection::Collection;

/// Each id once, and figures on enough people.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for read in &all.usage {
        let Some(usage) = &read.value else {
            continue;
        };
        let error = |code, pointer: &str, message: String| {
            Diagnostic::error(code, read.file, read.table.value(pointer), message)
        };
        let rows = usage.figures.iter().enumerate();
        let samples = rows
            .clone()
            .map(|(place, figure)| (format!("/figures/{place}/n"), figure.n));
        for (pointer, n) in samples.chain([("/n".to_owned(), usage.n)]) {
            if let Some(n) = n.filter(|n| *n < SMALLEST_SAMPLE) {
                let message = format!("{n} people are too few for a figure");
                let diagnostic = error("data-sample", &pointer, message);
                found.push(diagnostic.label(format!("at least {SMALLEST_SAMPLE}")));
            }
        }
        let mut seen = HashSet::new();
        for (place, figure) in rows {
            if !seen.insert(&figure.id) {
                let message = format!("`{}` is in this file already", figure.id);
                let pointer = format!("/figures/{place}/id");
                found.push(error("data-duplicate", &pointer, message));
            }
        }
    }
}
