//! What time alone makes wrong: `life-stale`, `life-job-expired`, `life-job-long`. All are warnings: a
//! guide must not refuse to start because a day has passed.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::content::Diagnostic;
use crate::content::collection::Collection;
use crate::content::document::{Own, ReadDocument};
use crate::site::{Job, Kind, Meta, Status};

/// After so many days somebody looks at the facts of a page again.
const REVIEW_DAYS: i32 = 365;

/// An advert that takes applications for longer is often one that nobody means to fill.
const LONGEST_ADVERT_DAYS: i32 = 90;

/// For so many days readers may learn from an advert that is closed.
const CLOSED_ADVERT_DAYS: i32 = 180;

/// All checks of age. What is not published, or is archived, may grow old.
pub fn check(all: &Collection, found: &mut Vec<Diagnostic>) {
    let today = all.today();
    for document in &all.documents {
        let Some(front) = &document.read.value else {
            continue;
        };
        if front.meta.status != Status::Published {
            continue;
        }
        found.extend(match &front.own {
            Own::Job(job) => advert(document, &front.meta, job, today),
            _ => stale(document, &front.meta, today),
        });
    }
}

/// Facts that nobody has checked for long. Who an author is does not grow old.
fn stale(document: &ReadDocument, meta: &Meta, today: Date) -> Option<Diagnostic> {
    let (field, checked) = match meta.reviewed {
        Some(reviewed) => ("reviewed", reviewed),
        None => ("updated", meta.updated?),
    };
    if document.kind == Kind::Author || days(checked, today) <= REVIEW_DAYS {
        return None;
    }
    let message = format!("the facts were last checked on {checked}");
    let warning = warning(document, "life-stale", field, message);
    let limit = format!("{REVIEW_DAYS} days");
    Some(warning.label(format!(
        "check them at least every {limit}, then set `reviewed`"
    )))
}

fn advert(document: &ReadDocument, meta: &Meta, job: &Job, today: Date) -> Option<Diagnostic> {
    let closed = meta.expires_at?.to_zoned(TimeZone::UTC).date();
    if closed <= today {
        let since = days(closed, today);
        let message = format!("the advert has been closed for {since} days");
        let warning = warning(document, "life-job-expired", "expires_at", message);
        let label = "set the status to `archived`, or take the file out";
        return (since > CLOSED_ADVERT_DAYS).then(|| warning.label(label));
    }
    let (field, posted) = match job.posted {
        Some(posted) => ("posted", posted),
        None => ("published", meta.published?),
    };
    let open = days(posted, today);
    let message = format!("the advert has been open for {open} days");
    let warning = warning(document, "life-job-long", field, message);
    let label = "is it still there? If not, set `expires_at` to the day it was closed";
    (open > LONGEST_ADVERT_DAYS).then(|| warning.label(label))
}

fn days(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}

fn warning(
    document: &ReadDocument,
    code: &'static str,
    field: &str,
    message: String,
) -> Diagnostic {
    let span = document.read.table.value(&format!("/{field}"));
    Diagnostic::error(code, document.read.file, span, message).warning()
}
