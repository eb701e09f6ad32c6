//! Whether readers see a document: its status, and what the clock has made of it. All that checks,
//! lists, answers to `why` and the Site itself say of it is decided here.

use jiff::Timestamp;

use super::View;
use super::document::ReadDocument;
use crate::site::{Kind, Meta, Status};

/// How far a document has come by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The front matter cannot be read.
    Unreadable,
    Draft,
    Review,
    /// Published, once `publish_at` has come.
    Scheduled,
    Published,
    Archived,
    /// `expires_at` has come; a job stays as closed, others are hidden.
    Expired,
}

/// Whether documents of this status are for readers.
pub fn is_public(status: Status) -> bool {
    matches!(status, Status::Published | Status::Archived)
}

/// Whether the moment has come at which a document appears.
pub fn is_due(publish_at: Option<Timestamp>, instant: Timestamp) -> bool {
    publish_at.is_none_or(|start| start <= instant)
}

/// Whether the moment has come at which a document ends.
pub fn is_over(expires_at: Option<Timestamp>, instant: Timestamp) -> bool {
    expires_at.is_some_and(|end| end <= instant)
}

/// Whether documents of a kind stay for readers when they are over.
pub fn stays(kind: Kind) -> bool {
    kind == Kind::Job
}

impl Standing {
    /// What a document is at an instant; without fields, since they cannot be read, nobody knows.
    pub fn at(meta: Option<&Meta>, instant: Timestamp) -> Self {
        let Some(meta) = meta else {
            return Standing::Unreadable;
        };
        match meta.status {
            Status::Draft => Standing::Draft,
            Status::Review => Standing::Review,
            _ if !is_due(meta.publish_at, instant) => Standing::Scheduled,
            _ if is_over(meta.expires_at, instant) => Standing::Expired,
            Status::Published => Standing::Published,
            Status::Archived => Standing::Archived,
        }
    }

    /// The word for it: `scheduled`.
    pub fn word(self) -> &'static str {
        match self {
            Standing::Unreadable => "unreadable",
            Standing::Draft => "draft",
            Standing::Review => "review",
            Standing::Scheduled => "scheduled",
            Standing::Published => "published",
            Standing::Archived => "archived",
            Standing::Expired => "expired",
        }
    }

    /// Whether readers see a document of a kind; with `drafts`, whether its editors do.
    pub fn is_seen(self, kind: Kind, drafts: bool) -> bool {
        match self {
            Standing::Unreadable => false,
            Standing::Draft | Standing::Review | Standing::Scheduled => drafts,
            Standing::Published | Standing::Archived => true,
            Standing::Expired => stays(kind),
        }
    }
}

/// What a document that others name is to its readers.
pub enum State {
    Visible,
    /// Not yet, and why: `is a draft`.
    Hidden(String),
    Expired,
}

impl ReadDocument<'_> {
    /// How far it has come.
    pub fn standing(&self, instant: Timestamp) -> Standing {
        Standing::at(self.meta(), instant)
    }

    /// Whether the document is shown in a view.
    pub fn is_visible(&self, view: View) -> bool {
        self.standing(view.instant).is_seen(self.kind, view.drafts)
    }

    /// The same with the reason; a document that cannot be read counts as seen, since it may be.
    pub fn state(&self, view: View) -> State {
        let standing = self.standing(view.instant);
        match standing {
            Standing::Unreadable => State::Visible,
            _ if standing.is_seen(self.kind, view.drafts) => State::Visible,
            Standing::Draft => State::Hidden("is a draft".to_owned()),
            Standing::Review => State::Hidden("is in review".to_owned()),
            Standing::Scheduled => State::Hidden(match self.meta().and_then(|it| it.publish_at) {
                Some(start) => format!("is not public before {start}"),
                None => "is not public yet".to_owned(),
            }),
            Standing::Published | Standing::Archived | Standing::Expired => State::Expired,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_value, json};

    use super::*;

    #[test]
    fn status_and_clock_decide_who_sees_a_document() {
        let (past, future) = ("2026-11-19T00:00:00Z", "2026-11-21T00:00:00Z");
        let now: Timestamp = "2026-11-20T00:00:00Z".parse().expect("is an instant");
        for (status, starts, ends, word, readers, editors) in [
            ("draft", None, None, "draft", false, true),
            ("review", None, None, "review", false, true),
            ("published", None, None, "published", true, true),
            ("archived", None, None, "archived", true, true),
            (
                "published",
                Some(past),
                Some(future),
                "published",
                true,
                true,
            ),
            ("published", Some(future), None, "scheduled", false, true),
            ("published", None, Some(past), "expired", false, false),
            ("archived", None, Some(past), "expired", false, false),
            ("draft", Some(past), Some(past), "draft", false, true),
        ] {
            let meta: Meta = from_value(json!({
                "title": "Title", "summary": "Summary", "status": status,
                "publish_at": starts, "expires_at": ends,
            }))
            .expect("the fields are sound");
            let standing = Standing::at(Some(&meta), now);
            let case = format!("{status} {starts:?} {ends:?}");
            assert_eq!(standing.word(), word, "{case}");
            assert_eq!(standing.is_seen(Kind::Guide, false), readers, "{case}");
            assert_eq!(standing.is_seen(Kind::Guide, true), editors, "{case}");
            let public = is_public(meta.status);
            let open = is_due(meta.publish_at, now) && !is_over(meta.expires_at, now);
            assert_eq!(public && open, readers, "{case}");
            // A job that is over is shown as closed.
            let job = standing.is_seen(Kind::Job, false);
            assert_eq!(job, readers || standing == Standing::Expired, "{case}");
        }
    }
}
