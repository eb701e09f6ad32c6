//! The passport that a data file shares, and the works that a document cites: `data-source`,
//! `data-stale`, `data-duplicate`.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::Read;
use crate::site::{DataSource, Meta};

/// Days of data files, and ids of cited works.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for read in &all.editions {
        if let Some(edition) = &read.value {
            passport(
                read,
                &edition.source,
                edition.good_until,
                all.today(),
                found,
            );
        }
    }
    for read in &all.usage {
        if let Some(usage) = &read.value {
            passport(read, &usage.source, usage.good_until, all.today(), found);
        }
    }
    for document in &all.documents {
        if let Some(meta) = document.meta() {
            cited_twice(&document.read, meta, found);
        }
    }
}

fn passport<T>(
    read: &Read<T>,
    source: &DataSource,
    good_until: Date,
    today: Date,
    found: &mut Vec<Diagnostic>,
) {
    let at = |pointer, code, message: String| {
        Diagnostic::error(code, read.file, read.table.value(pointer), message)
    };
    let retrieved = source.retrieved;
    if retrieved > today {
        let message = format!("`retrieved` is {retrieved}, a day that has not come");
        let diagnostic = at("/source/retrieved", "data-source", message);
        found.push(diagnostic.label(format!("{today} or earlier")));
    }
    if let Some(published) = source.published.filter(|day| *day > retrieved) {
        let message =
            format!("`published` is {published}, after `retrieved`, which is {retrieved}");
        let diagnostic = at("/source/published", "data-source", message);
        found.push(diagnostic.label(format!("{retrieved} or earlier")));
    }
    if good_until <= retrieved {
        let message =
            format!("`good_until` is {good_until}, not after `retrieved`, which is {retrieved}");
        let diagnostic = at("/good_until", "data-source", message);
        found.push(diagnostic.label("a day after the figures were read"));
    } else if good_until < today {
        let message = format!("these figures were good until {good_until}");
        let diagnostic = at("/good_until", "data-stale", message).warning();
        found.push(diagnostic.label("look for a newer edition of the source"));
    }
}

fn cited_twice<T>(read: &Read<T>, meta: &Meta, found: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for (place, source) in meta.sources.iter().enumerate() {
        if !seen.insert(&source.id) {
            let span = read.table.value(&format!("/source/{place}/id"));
            let message = format!("`{}` names two sources", source.id);
            found.push(Diagnostic::error(
                "data-duplicate",
                read.file,
                span,
                message,
            ));
        }
    }
}
