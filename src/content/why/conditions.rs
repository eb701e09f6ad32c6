//! What must hold for a document to be public.

use jiff::Timestamp;

use super::Condition;
use crate::content::standing::{is_due, is_over, is_public, stays};
use crate::content::{Loaded, Overview, Severity, position};
use crate::site::{Fate, Status, bare};

/// Each condition with its outcome, in the order in which an editor would look.
pub fn conditions(loaded: &Loaded, overview: &Overview, instant: Timestamp) -> Vec<Condition> {
    let mut conditions = vec![
        condition(true, "the file can be read"),
        errors(loaded, &overview.file),
    ];
    // Of fields with errors nobody knows the rest.
    if let Some(status) = overview.status {
        conditions.push(public_status(status));
        conditions.push(start(overview.publish_at, instant));
        conditions.push(end(overview, instant));
    }
    conditions.push(address(loaded, overview));
    conditions
}

fn condition(holds: bool, says: impl Into<String>) -> Condition {
    Condition {
        holds,
        says: says.into(),
    }
}

fn errors(loaded: &Loaded, file: &str) -> Condition {
    let of_file = loaded.diagnostics.iter().filter(|it| it.file == file);
    let mut errors = of_file.filter(|it| it.severity == Severity::Error);
    let Some(first) = errors.next() else {
        return condition(true, "the file has no errors");
    };
    let text = loaded.texts.get(file).map_or("", String::as_str);
    let (line, _) = position(first, text);
    let message = &first.message;
    condition(
        false,
        match errors.count() {
            0 => format!("the file has an error in line {line}: {message}"),
            more => format!(
                "the file has {} errors, the first in line {line}: {message}",
                more + 1
            ),
        },
    )
}

fn public_status(status: Status) -> Condition {
    let word = match status {
        Status::Draft => "draft",
        Status::Review => "review",
        Status::Published => "published",
        Status::Archived => "archived",
    };
    condition(is_public(status), format!("`status` is `{word}`"))
}

fn start(publish_at: Option<Timestamp>, instant: Timestamp) -> Condition {
    match publish_at {
        None => condition(true, "`publish_at` is not set"),
        Some(start) => {
            let says = format!("`publish_at` {}: {start}", away(instant, start));
            condition(is_due(publish_at, instant), says)
        }
    }
}

fn end(overview: &Overview, instant: Timestamp) -> Condition {
    let Some(end) = overview.expires_at else {
        return condition(true, "`expires_at` is not set");
    };
    let stays = stays(overview.kind);
    let over = is_over(overview.expires_at, instant);
    let closed = if stays && over {
        ", so the job is shown as closed"
    } else {
        ""
    };
    let says = format!("`expires_at` {}: {end}{closed}", away(instant, end));
    condition(stays || !over, says)
}

/// The address, and the old paths that lead to it.
fn address(loaded: &Loaded, overview: &Overview) -> Condition {
    let path = overview.kind.path(&overview.id);
    let Some(site) = &loaded.site else {
        return condition(
            false,
            "`site.toml` or a vocabulary has errors, so that there is no guide",
        );
    };
    let here = |fate: &Fate| matches!(fate, Fate::Moved(to) if bare(to) == path);
    let redirected = site.redirects.paths().filter(|(_, fate)| here(fate));
    let mut old: Vec<&str> = redirected.map(|(old, _)| old).collect();
    old.extend(overview.aliases.iter().map(String::as_str));
    old.sort_unstable();
    old.dedup();
    condition(
        true,
        match old.is_empty() {
            true => format!("the address is `{path}`, and no old path leads there"),
            false => format!(
                "the address is `{path}`, and these lead there: {}",
                old.join(", ")
            ),
        },
    )
}

/// How far a moment is away: `is in 3 days`, `was 2 hours ago`.
fn away(now: Timestamp, moment: Timestamp) -> String {
    let seconds = moment.duration_since(now).as_secs();
    let (number, unit) = match seconds.unsigned_abs() {
        0..120 => (seconds.unsigned_abs(), "second"),
        120..7_200 => (seconds.unsigned_abs() / 60, "minute"),
        7_200..172_800 => (seconds.unsigned_abs() / 3_600, "hour"),
        _ => (seconds.unsigned_abs() / 86_400, "day"),
    };
    let plural = if number == 1 { "" } else { "s" };
    match seconds > 0 {
        true => format!("is in {number} {unit}{plural}"),
        false => format!("was {number} {unit}{plural} ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::away;

    #[test]
    fn a_moment_is_away_in_the_largest_unit_that_tells() {
        let now: jiff::Timestamp = "2026-11-20T12:00:00Z".parse().expect("is an instant");
        for (moment, words) in [
            ("2026-11-23T12:00:00Z", "is in 3 days"),
            ("2026-11-21T12:00:00Z", "is in 24 hours"),
            ("2026-11-20T12:02:00Z", "is in 2 minutes"),
            ("2026-11-20T12:00:01Z", "is in 1 second"),
            ("2026-11-20T11:00:00Z", "was 60 minutes ago"),
            ("2025-11-20T12:00:00Z", "was 365 days ago"),
        ] {
            let moment = moment.parse().expect("is an instant");
            assert_eq!(away(now, moment), words);
        }
    }
}
