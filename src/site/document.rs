//! A document: one Markdown file of one kind, checked and rendered.

use std::ops::Deref;
use std::sync::Arc;

use jiff::{Timestamp, civil::Date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AuthorId, Block, TagId};

/// A Markdown file of kind `K`: what all kinds share, the kind's own fields, and the text.
///
/// Reads as its own fields: `role.duties` is `role.fields.duties`.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<K> {
    /// The file's name without its ending: `backend-developer`.
    pub id: String,
    /// The file's path inside the content folder: `roles/backend-developer.md`.
    pub file: String,
    pub meta: Meta,
    pub fields: K,
    /// Shared with whoever has read the file: a Site made anew has the same texts.
    pub body: Arc<Body>,
}

impl<K> Deref for Document<K> {
    type Target = K;

    fn deref(&self) -> &K {
        &self.fields
    }
}

/// The fields common to all Markdown kinds.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Meta {
    /// The name of the page, as its heading shows it.
    #[schemars(length(min = 3, max = 80))]
    pub title: String,
    /// What the page answers, in a sentence: shown on cards, in search and as the description.
    #[schemars(length(min = 40, max = 160))]
    pub summary: String,
    /// Whether the page is public. Only `published` and `archived` pages are.
    pub status: Status,
    /// The day the page first went public.
    pub published: Option<Date>,
    /// The day of the last change of substance.
    pub updated: Option<Date>,
    /// The day an editor last checked the facts on the page.
    pub reviewed: Option<Date>,
    /// The page is hidden before this moment (date-time with offset).
    pub publish_at: Option<Timestamp>,
    /// The page is hidden from this moment on; a job is shown as closed (date-time with offset).
    pub expires_at: Option<Timestamp>,
    /// Who wrote the page: ids of files in `authors/`.
    #[serde(default)]
    pub authors: Vec<AuthorId>,
    /// Subjects from `vocabulary/tags.toml`; lists that are grouped show a page under its first.
    #[serde(default)]
    pub tags: Vec<TagId>,
    /// Old paths of this page, each of which redirects here: `/careers/backend`.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The picture that stands for the page.
    pub image: Option<Image>,
    /// The works the page relies on, cited in the text as `[^id]`.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// What changed on the page, newest last.
    #[serde(default, rename = "change")]
    pub changes: Vec<Change>,
    /// Messages of `check` that an editor has decided to live with.
    pub check: Option<Check>,
}

/// How far a document has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Draft,
    Review,
    Published,
    Archived,
}

/// A picture in `assets/`.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The file inside `assets/`: `ladder.png`.
    #[schemars(extend("x-asset" = true))]
    pub src: String,
    /// What the picture shows, for those who do not see it.
    #[schemars(length(min = 1))]
    pub alt: String,
    /// Who made it and under which licence.
    pub credit: Option<String>,
}

/// A work that a page cites.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name used in the text: `bls` for `[^bls]`.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub id: String,
    /// The exact title of the work.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: String,
    /// The day it was published, if it says so.
    pub published: Option<Date>,
    /// The day an editor listed it here, having read it or a copy of it, or knowing it well.
    pub retrieved: Date,
}

/// A dated note of what changed.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The day of the change.
    pub date: Date,
    /// What a returning reader should know, in a sentence.
    pub what: String,
}

/// Exceptions to the checks.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The messages that are allowed in this file.
    pub allow: Vec<Allow>,
}

/// One exception: a code, why it is right here, and until when.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allow {
    /// The code of the message: `md-pay`.
    pub code: String,
    /// Why the message does not apply.
    pub reason: String,
    /// The day on which to think again.
    pub until: Date,
}

/// The text of a document after its front matter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Body {
    /// What stands before the first heading.
    pub lead: Vec<Part>,
    /// The words of the lead, for search.
    pub lead_text: String,
    /// One per second-level heading, in order.
    pub sections: Vec<Section>,
    /// Footnotes that are not sources, in the order of their first mention.
    pub notes: Vec<Note>,
    /// The number of words a reader reads, those of steps and notes included; code is not read.
    pub words: usize,
    /// The documents that the text links to, each once.
    pub links: Vec<Link>,
}

impl Body {
    /// The section with this id, for pages that put it in a fixed place.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// Whole minutes to read the text at 230 words a minute: the mean of
    /// Brysbaert's meta-analysis for English non-fiction (2019) is 238. At least one.
    pub fn minutes(&self) -> usize {
        self.words.div_ceil(230).max(1)
    }
}

/// A second-level heading and all that follows it up to the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The fragment of the heading: `reasons-against`.
    pub id: String,
    /// The words of the heading.
    pub title: String,
    /// What follows the heading.
    pub parts: Vec<Part>,
    /// The headings below this one.
    pub headings: Vec<Heading>,
    /// The words of the section, those of steps included, for search.
    pub text: String,
}

/// A heading inside a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 3 to 6.
    pub level: u8,
    pub id: String,
    pub title: String,
}

/// A piece of a text: finished HTML, or a block that a page draws from the Site's data.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    Html(String),
    Block(Block),
}

/// A footnote that is not a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The fragment of the note: `note-rounding`.
    pub id: String,
    /// The number shown in the text; sources have the numbers before.
    pub number: usize,
    /// Block-level HTML.
    pub html: String,
}

/// A link to another document of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Link {
    pub kind: super::Kind,
    pub id: String,
}
