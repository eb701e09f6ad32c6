//! The passport that a data file shares, and the works that a document cites: `data-source`,
//! `data-stale`, `data-duplicate`.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::Read;
use crate::content::table::Table;
use crate::site::{DataSource, Meta};

/// Days of data files, and ids of cited works.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let editions = all.editions.iter().filter_map(|read| {
        let edition = read.value.as_ref()?;
        Some(File::new(
            read,
            &edition.source,
            edition.good_until,
            edition.series.as_deref(),
        ))
    });
    let usage = all.usage.iter().filter_map(|read| {
        let usage = read.value.as_ref()?;
        Some(File::new(
            read,
            &usage.source,
            usage.good_until,
            usage.series.as_deref(),
        ))
    });
    let files: Vec<File> = editions.chain(usage).collect();
    // A file that was refused may be the newer edition that one of the others seems to lack.
    let refused = all.editions.iter().any(|read| read.value.is_none())
        || all.usage.iter().any(|read| read.value.is_none());
    for file in &files {
        found.extend(file.retrieved(all.today()));
        found.extend(file.published());
        let history = files.iter().any(|other| other.succeeds(file));
        let stale = || file.stale(all.today()).filter(|_| !history && !refused);
        found.extend(file.collected().or_else(stale));
    }
    for document in &all.documents {
        if let Some(meta) = document.meta() {
            cited_twice(&document.read, meta, found);
        }
    }
}

/// The passport of a data file, pay or usage alike.
struct File<'a> {
    file: &'a str,
    table: &'a Table<'a>,
    source: &'a DataSource,
    good_until: Date,
    series: Option<&'a str>,
}

impl<'a> File<'a> {
    fn new<T>(
        read: &'a Read<'a, T>,
        source: &'a DataSource,
        good_until: Date,
        series: Option<&'a str>,
    ) -> Self {
        let (file, table) = (read.file, &read.table);
        File {
            file,
            table,
            source,
            good_until,
            series,
        }
    }

    fn error(&self, pointer: &str, code: &'static str, message: String) -> Diagnostic {
        Diagnostic::error(code, self.file, self.table.value(pointer), message)
    }

    fn retrieved(&self, today: Date) -> Option<Diagnostic> {
        let retrieved = self.source.retrieved;
        let message = format!("`retrieved` is {retrieved}, a day that has not come");
        let diagnostic = self.error("/source/retrieved", "data-source", message);
        (retrieved > today).then(|| diagnostic.label(format!("{today} or earlier")))
    }

    fn published(&self) -> Option<Diagnostic> {
        let (published, retrieved) = (self.source.published?, self.source.retrieved);
        let message =
            format!("`published` is {published}, after `retrieved`, which is {retrieved}");
        let diagnostic = self.error("/source/published", "data-source", message);
        (published > retrieved).then(|| diagnostic.label(format!("{retrieved} or earlier")))
    }

    /// A figure is good for some time after it was collected, however late it was read.
    fn collected(&self) -> Option<Diagnostic> {
        let (until, collected) = (self.good_until, self.source.collected?.to);
        let message = format!("`good_until` is {until}, not after the data was collected");
        let diagnostic = self.error("/good_until", "data-source", message);
        (until <= collected).then(|| diagnostic.label(format!("a day after {collected}")))
    }

    fn stale(&self, today: Date) -> Option<Diagnostic> {
        let until = self.good_until;
        let message = format!("these figures were good until {until}");
        let diagnostic = self.error("/good_until", "data-stale", message).warning();
        (until < today).then(|| diagnostic.label("look for a newer edition of the source"))
    }

    /// Whether this is a later edition of the same series: the earlier one is kept as history, and
    /// nobody need look for a newer one.
    fn succeeds(&self, earlier: &File) -> bool {
        let collected = |file: &File| file.source.collected.map(|span| span.to);
        self.series.is_some()
            && self.series == earlier.series
            && collected(self) > collected(earlier)
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
