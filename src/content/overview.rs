//! What became of each document, for whoever keeps a guide in order.

use jiff::civil::Date;

use super::View;
use super::checks::{State, state};
use super::document::ReadDocument;
use crate::site::{Kind, Status};

/// A document as its editors see it, whether or not readers do.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The path inside the content folder: `roles/backend-developer.md`.
    pub file: String,
    pub kind: Kind,
    pub id: String,
    /// The title, or the id where the front matter cannot be read.
    pub title: String,
    /// Nothing if the front matter cannot be read.
    pub status: Option<Status>,
    /// Why readers do not see it: `is a draft`; nothing if they do.
    pub hidden: Option<String>,
    /// The day an editor last checked its facts.
    pub reviewed: Option<Date>,
    pub words: usize,
}

impl Overview {
    pub(super) fn new(document: &ReadDocument, view: View) -> Self {
        let meta = document.meta();
        let public = View {
            drafts: false,
            ..view
        };
        Overview {
            file: document.read.file.to_owned(),
            kind: document.kind,
            id: document.read.id.to_owned(),
            title: meta.map_or(document.read.id, |meta| &meta.title).to_owned(),
            status: meta.map(|meta| meta.status),
            hidden: match (meta, state(document, public)) {
                (None, _) => Some("cannot be read".to_owned()),
                (_, State::Visible) => None,
                (_, State::Hidden(why)) => Some(why),
                (_, State::Expired) => Some("has expired".to_owned()),
            },
            reviewed: meta.and_then(|meta| meta.reviewed),
            words: document.body.words,
        }
    }
}
