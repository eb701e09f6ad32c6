//! The kinds of documents: one word each, which names the folder, the typed link and the address.

use super::Address;

/// A kind of Markdown document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Role,
    Skill,
    CareerPath,
    Guide,
    Learning,
    Industry,
    Job,
    Term,
    Author,
    Page,
}

impl Kind {
    pub const ALL: [Kind; 10] = [
        Kind::Role,
        Kind::Skill,
        Kind::CareerPath,
        Kind::Guide,
        Kind::Learning,
        Kind::Industry,
        Kind::Job,
        Kind::Term,
        Kind::Author,
        Kind::Page,
    ];

    /// The word of typed links, `skill` in `<skill:sql>`.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Role => "role",
            Kind::Skill => "skill",
            Kind::CareerPath => "career-path",
            Kind::Guide => "guide",
            Kind::Learning => "learning",
            Kind::Industry => "industry",
            Kind::Job => "job",
            Kind::Term => "term",
            Kind::Author => "author",
            Kind::Page => "page",
        }
    }

    /// The folder inside the content folder: `skills`.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Role => "roles",
            Kind::Skill => "skills",
            Kind::CareerPath => "career-paths",
            Kind::Guide => "guides",
            Kind::Learning => "learning",
            Kind::Industry => "industries",
            Kind::Job => "jobs",
            Kind::Term => "glossary",
            Kind::Author => "authors",
            Kind::Page => "pages",
        }
    }

    /// The title of the list of all documents of the kind: `Skills`.
    pub fn index_title(self) -> &'static str {
        match self {
            Kind::Role => "Roles",
            Kind::Skill => "Skills",
            Kind::CareerPath => "Career paths",
            Kind::Guide => "Guides",
            Kind::Learning => "Learning",
            Kind::Industry => "Industries",
            Kind::Job => "Jobs",
            Kind::Term => "Glossary",
            Kind::Author => "Authors",
            Kind::Page => "Pages",
        }
    }

    /// The kind with this word: `skill` gives [`Kind::Skill`].
    pub fn from_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The kind with this folder: `skills` gives [`Kind::Skill`].
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// Where a reader finds the document: `skill:sql` is at `/skills/sql`, `page:about` at `/about`.
    pub fn path(self, id: &str) -> String {
        self.address(id).path()
    }

    /// The address of a document of the kind.
    pub fn address(self, id: &str) -> Address {
        match self {
            Kind::Page => Address::Prose(id.to_owned()),
            kind => Address::Document(kind, id.to_owned()),
        }
    }
}
