//! Rows of usage figures: `data-duplicate`, `data-sample`, `fm-value`.

use std::collections::HashSet;

use super::pay::SMALLEST_SAMPLE;
use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::site::Unit;

/// Each id once, figures on enough people, and shares that are shares.
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
            if usage.unit == Unit::Percent && !(0.0..=100.0).contains(&figure.value) {
                let message = format!("`{}` is not a share of a whole", figure.value);
                let diagnostic = error("fm-value", &format!("/figures/{place}/value"), message);
                found.push(diagnostic.label("0 to 100"));
            }
            if !seen.insert(&figure.id) {
                let message = format!("`{}` is in this file already", figure.id);
                let pointer = format!("/figures/{place}/id");
                found.push(error("data-duplicate", &pointer, message));
            }
        }
    }
}
