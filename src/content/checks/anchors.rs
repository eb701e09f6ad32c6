//! Places on pages that are there whatever their text says.

use crate::site::Kind;

/// Fragments that the page of each document of a kind has beside the headings of its text.
pub fn page_anchors(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Role => &[
            "at-a-glance",
            "levels",
            "close-roles",
            "who-hires",
            "open-positions",
            "sources",
        ],
        Kind::Skill => &[
            "levels",
            "before-and-after",
            "skip-test",
            "practise",
            "interview-questions",
            "related",
            "sources",
        ],
        Kind::CareerPath => &[
            "rungs",
            "sideways-moves",
            "ways-in",
            "ways-out",
            "published-ladders",
            "sources",
        ],
        Kind::Guide | Kind::Industry | Kind::Job | Kind::Author | Kind::Page => &["sources"],
        Kind::Learning | Kind::Term => &[],
    }
}
