//! What became of each document, for whoever keeps a guide in order.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};

use super::View;
use super::document::ReadDocument;
use super::standing::{Standing, State};
use crate::site::{Filling, Kind, PageSection, Status};

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
    pub standing: Standing,
    /// Why readers do not see it: `is a draft`; nothing if they do.
    pub hidden: Option<String>,
    /// The day an editor last checked its facts.
    pub reviewed: Option<Date>,
    pub publish_at: Option<Timestamp>,
    pub expires_at: Option<Timestamp>,
    /// Its old paths: `/careers/backend`.
    pub aliases: Vec<String>,
    pub words: usize,
    /// The titles of the sections that its text must have and has not.
    pub missing: Vec<&'static str>,
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
            standing: document.standing(view.instant),
            hidden: match (meta, document.state(public)) {
                (None, _) => Some("cannot be read".to_owned()),
                (_, State::Visible) => None,
                (_, State::Hidden(why)) => Some(why),
                (_, State::Expired) => Some("has expired".to_owned()),
            },
            reviewed: meta.and_then(|meta| meta.reviewed),
            publish_at: meta.and_then(|meta| meta.publish_at),
            expires_at: meta.and_then(|meta| meta.expires_at),
            aliases: document.aliases().map(|(old, _)| old.to_owned()).collect(),
            words: document.body.words,
            missing: missing(document),
        }
    }

    /// Whether readers may see it though no editor has checked its facts for a year. What is
    /// archived or over is no longer looked after.
    pub fn is_stale(&self, today: Date) -> bool {
        let looked_after = matches!(self.standing, Standing::Published | Standing::Scheduled);
        let checked = self.reviewed;
        let year_ago = today.saturating_sub(1.year());
        looked_after && checked.is_none_or(|reviewed| reviewed < year_ago)
    }
}

fn missing(document: &ReadDocument) -> Vec<&'static str> {
    let lacks = |section: &&PageSection| {
        section.filling == Filling::Text && document.body.section(section.id).is_none()
    };
    let outline = document.kind.outline().iter();
    outline.filter(lacks).map(|section| section.title).collect()
}
