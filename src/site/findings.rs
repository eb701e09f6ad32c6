//! What a search finds, as plain data: `search` makes it, pages show it.

use super::Kind;

/// The answer to a search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// The best places, best first.
    pub hits: Vec<Hit>,
    /// The number of documents found, of the kind that was asked for.
    pub total: usize,
    /// The kinds of what was found, each with its number of documents, whichever kind was asked for.
    pub kinds: Vec<(HitKind, usize)>,
    /// The same search in the guide's own words, if it has a misspelt one.
    pub meant: Option<String>,
    /// Pages whose names come near, if nothing was found.
    pub near: Vec<Suggestion>,
}

/// A place that was found: a page, or a section of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Where it is: `/skills/postgresql#common-mistakes`.
    pub path: String,
    /// The title of the page.
    pub title: String,
    /// The heading of the section.
    pub section: Option<String>,
    pub kind: HitKind,
    /// The words around what was found.
    pub excerpt: Vec<Run>,
}

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    /// Whether it is one of the words that were looked for.
    pub is_match: bool,
}

/// A page that fits what has been typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub title: String,
    pub path: String,
    pub kind: HitKind,
}

/// A sort of page, by which an answer can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HitKind {
    Document(Kind),
    /// Pay of a role, everywhere or in a place.
    Pay,
    /// A move between two roles.
    Move,
    /// A list of pages, or a tool.
    Overview,
    /// The figures of one file.
    Figures,
}

impl HitKind {
    /// All of them, in the order in which they are listed.
    pub const ALL: [HitKind; 14] = [
        HitKind::Document(Kind::Role),
        HitKind::Document(Kind::Skill),
        HitKind::Pay,
        HitKind::Document(Kind::CareerPath),
        HitKind::Document(Kind::Guide),
        HitKind::Document(Kind::Term),
        HitKind::Move,
        HitKind::Document(Kind::Learning),
        HitKind::Document(Kind::Industry),
        HitKind::Document(Kind::Job),
        HitKind::Overview,
        HitKind::Figures,
        HitKind::Document(Kind::Page),
        HitKind::Document(Kind::Author),
    ];

    /// The word that stands for it in an address: `skill`, `pay`.
    pub fn word(self) -> &'static str {
        match self {
            HitKind::Document(kind) => kind.word(),
            HitKind::Pay => "pay",
            HitKind::Move => "move",
            HitKind::Overview => "overview",
            HitKind::Figures => "figures",
        }
    }

    /// The kind with this word: `skill` gives that of skills.
    pub fn from_word(word: &str) -> Option<HitKind> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What a reader sees beside one of them: `Skill`.
    pub fn label(self) -> &'static str {
        match self {
            HitKind::Document(Kind::Role) => "Role",
            HitKind::Document(Kind::Skill) => "Skill",
            HitKind::Document(Kind::CareerPath) => "Career path",
            HitKind::Document(Kind::Guide) => "Guide",
            HitKind::Document(Kind::Learning) => "Learning",
            HitKind::Document(Kind::Industry) => "Industry",
            HitKind::Document(Kind::Job) => "Job",
            HitKind::Document(Kind::Term) => "Term",
            HitKind::Document(Kind::Author) => "Author",
            HitKind::Document(Kind::Page) => "About the guide",
            HitKind::Pay => "Pay",
            HitKind::Move => "Move",
            HitKind::Overview => "List or tool",
            HitKind::Figures => "Figures",
        }
    }
}
