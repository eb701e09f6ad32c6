//! The sections of each kind's page: the same headings in the same order everywhere, so that a
//! reader learns the guide once.

use super::Kind;

/// A section that every page of a kind has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageSection {
    /// The fragment: `reasons-against`.
    pub id: &'static str,
    /// The heading: `Reasons against`.
    pub title: &'static str,
    /// Whether the text of a document must have a section with this heading. The others are drawn
    /// from data; a text may add to them.
    pub written: bool,
}

const fn written(id: &'static str, title: &'static str) -> PageSection {
    PageSection {
        id,
        title,
        written: true,
    }
}

const fn drawn(id: &'static str, title: &'static str) -> PageSection {
    PageSection {
        id,
        title,
        written: false,
    }
}

const FOOT: PageSection = drawn("about-this-page", "About this page");

const ROLE: &[PageSection] = &[
    drawn("at-a-glance", "At a glance"),
    written("what-you-do", "What you do"),
    written("a-day-and-a-bad-day", "A day, and a bad day"),
    written("where-and-with-whom", "Where and with whom"),
    written("what-it-takes", "What it takes"),
    drawn("levels", "Levels"),
    written("how-to-get-in", "How to get in"),
    written("pay", "Pay"),
    written("outlook", "Outlook"),
    written("reasons-against", "Reasons against"),
    drawn("close-roles", "Close roles"),
    drawn("who-hires", "Who hires"),
    written("try-it", "Try it"),
    drawn("open-positions", "Open positions"),
    FOOT,
];

const SKILL: &[PageSection] = &[
    written("why-employers-ask", "Why employers ask"),
    drawn("levels", "Four levels"),
    drawn("before-and-after", "Before this, after this"),
    drawn("skip-test", "Skip test"),
    drawn("hours", "Hours"),
    written("how-to-learn", "How to learn"),
    drawn("practise", "Practise"),
    drawn("interview-questions", "Interview questions"),
    written("common-mistakes", "Common mistakes"),
    written("what-to-choose-first", "What to choose first"),
    written("certificates", "Certificates"),
    drawn("related", "Related"),
    FOOT,
];

const CAREER_PATH: &[PageSection] = &[
    written("how-to-read-this-path", "How to read this path"),
    drawn("map", "The map"),
    drawn("rungs", "Rung by rung"),
    drawn("side-by-side", "Two rungs side by side"),
    drawn("forks", "Where it forks"),
    drawn("ways-in", "Ways in from outside"),
    drawn("sideways", "Sideways moves"),
    drawn("ways-out", "Ways out"),
    drawn("self-review", "Self-review sheet"),
    drawn("ladders", "Published ladders"),
    written("limits", "Limits"),
    FOOT,
];

const INDUSTRY: &[PageSection] = &[
    written("what-the-work-is-like", "What the work is like"),
    written("what-is-hard-here", "What is hard here"),
    written("how-they-hire", "How they hire"),
    drawn("roles", "Roles"),
    drawn("employers", "Employers as examples"),
    FOOT,
];

const GUIDE: &[PageSection] = &[drawn("related", "Related"), FOOT];

impl Kind {
    /// The sections that the page of every document of the kind has, in order. Documents without a
    /// page of their own have none.
    pub fn outline(self) -> &'static [PageSection] {
        match self {
            Kind::Role => ROLE,
            Kind::Skill => SKILL,
            Kind::CareerPath => CAREER_PATH,
            Kind::Industry => INDUSTRY,
            Kind::Guide => GUIDE,
            Kind::Job | Kind::Author | Kind::Page => &[FOOT],
            Kind::Learning | Kind::Term => &[],
        }
    }
}
