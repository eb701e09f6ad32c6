//! Whether a page that others name is there for readers.

use crate::content::View;
use crate::content::document::ReadDocument;
use crate::site::Status;

/// Whether readers see a document.
pub enum State {
    Visible,
    /// Not yet, and why: `is a draft`.
    Hidden(String),
    Expired,
}

/// Whether a document is shown in a view; one that cannot be read counts as seen.
pub fn state(document: &ReadDocument, view: View) -> State {
    let Some(meta) = document.meta() else {
        return State::Visible;
    };
    if view.drafts && document.is_visible(view) {
        return State::Visible;
    }
    match meta.status {
        Status::Draft => return State::Hidden("is a draft".to_owned()),
        Status::Review => return State::Hidden("is in review".to_owned()),
        Status::Published | Status::Archived => {}
    }
    match meta.publish_at {
        Some(start) if start > view.instant => {
            State::Hidden(format!("is not public before {start}"))
        }
        _ if document.is_visible(view) => State::Visible,
        _ => State::Expired,
    }
}
