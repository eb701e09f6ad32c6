//! Dates of documents: `fm-date`, and the dates that a public page must have.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::standing::is_public;
use crate::site::{Kind, Meta};

/// Published ≤ updated ≤ today, and so on.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    for document in &all.documents {
        if let Some(meta) = document.meta() {
            missing(document, meta, found);
            late(document, meta, all.today(), found);
            turned(document, meta, found);
        }
    }
}

/// Fields that only some documents must have.
fn missing(document: &ReadDocument, meta: &Meta, found: &mut Vec<Diagnostic>) {
    let public = is_public(meta.status);
    let job = document.kind == Kind::Job;
    for (field, lacks, why, example) in [
        (
            "published",
            public && meta.published.is_none(),
            "a public page says when it first went public",
            "2026-11-20",
        ),
        (
            "updated",
            public && meta.updated.is_none(),
            "a public page says when it was last changed",
            "2026-11-20",
        ),
        (
            "expires_at",
            job && meta.expires_at.is_none(),
            "a job says when it takes no more applications",
            "2026-12-31T23:59:59Z",
        ),
    ] {
        if lacks {
            let message = format!("`{field}` is missing");
            let span = document.read.table.opening("");
            found.push(
                Diagnostic::error("fm-missing", document.read.file, span, message)
                    .label(why)
                    .help(format!("add `{field} = {example}`")),
            );
        }
    }
}

/// Days that have not come yet.
fn late(document: &ReadDocument, meta: &Meta, today: Date, found: &mut Vec<Diagnostic>) {
    // A page that waits for a moment carries the dates of that moment.
    let start = meta
        .publish_at
        .map(|start| start.to_zoned(TimeZone::UTC).date());
    let shown = start.map_or(today, |start| start.max(today));
    let own = [
        ("/published".to_owned(), meta.published, shown),
        ("/updated".to_owned(), meta.updated, shown),
        ("/reviewed".to_owned(), meta.reviewed, shown),
    ];
    let sources = meta.sources.iter().enumerate().map(|(place, source)| {
        let pointer = format!("/source/{place}/retrieved");
        (pointer, Some(source.retrieved), today)
    });
    let changes = meta.changes.iter().enumerate().map(|(place, change)| {
        let pointer = format!("/change/{place}/date");
        (pointer, Some(change.date), shown)
    });
    for (pointer, date, limit) in own.into_iter().chain(sources).chain(changes) {
        let Some(date) = date.filter(|date| *date > limit) else {
            continue;
        };
        let field = pointer.rsplit('/').next().unwrap_or_default();
        let message = format!("`{field}` is {date}, a day that has not come");
        found.push(error(document, &pointer, message).label(format!("{limit} or earlier")));
    }
}

/// Dates in a wrong order.
fn turned(document: &ReadDocument, meta: &Meta, found: &mut Vec<Diagnostic>) {
    if let (Some(published), Some(updated)) = (meta.published, meta.updated)
        && updated < published
    {
        let message = format!("`updated` is {updated}, before `published`, which is {published}");
        let label = format!("{published} or later");
        found.push(error(document, "/updated", message).label(label));
    }
    if let (Some(start), Some(end)) = (meta.publish_at, meta.expires_at)
        && end <= start
    {
        let message = format!("`expires_at` is {end}, not after `publish_at`, which is {start}");
        found.push(error(document, "/expires_at", message).label("the page is never shown"));
    }
}

fn error(document: &ReadDocument, pointer: &str, message: String) -> Diagnostic {
    let span = document.read.table.value(pointer);
    Diagnostic::error("fm-date", document.read.file, span, message)
}
