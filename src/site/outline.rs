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
    pub filling: Filling,
}

/// Who fills a section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// The text of each document must.
    Text,
    /// The page draws data; a text with the same heading stands above it.
    DataBelowText,
    /// The page alone; a text cannot add to it.
    Page,
}

const fn section(id: &'static str, title: &'static str, filling: Filling) -> PageSection {
    PageSection { id, title, filling }
}

const fn written(id: &'static str, title: &'static str) -> PageSection {
    section(id, title, Filling::Text)
}

const fn drawn(id: &'static str, title: &'static str) -> PageSection {
    section(id, title, Filling::DataBelowText)
}

const RELATED: PageSection = section("related", "Related", Filling::Page);
const FOOT: PageSection = section("about-this-page", "About this page", Filling::Page);

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
    RELATED,
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

const GUIDE: &[PageSection] = &[RELATED, FOOT];

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
            Kind::Job | Kind::Author | Kind::Page | Kind::Learning | Kind::Term => &[FOOT],
        }
    }
    /// The section before which the page shows what a text brings beyond the outline.
    pub fn others_before(self) -> &'static str {
        match self {
            Kind::CareerPath => "ladders",
            Kind::Skill | Kind::Guide => RELATED.id,
            _ => FOOT.id,
        }
    }

    /// The section of the outline that a heading of the second level begins, by the heading's
    /// words or fragment in the form of a fragment: `four-levels` and `levels` are both the levels
    /// of a skill.
    pub fn outlined(self, slug: &str) -> Option<&'static PageSection> {
        let called = |section: &&PageSection| slug::slugify(section.title) == slug;
        let outline = self.outline().iter();
        let by_id = outline.clone().find(|section| section.id == slug);
        by_id.or_else(|| outline.clone().find(called))
    }

    /// The fragments that pages of the kind draw themselves, so that no heading of a text may have
    /// them: those of its outline, and those of every page's frame and foot.
    pub fn reserved_ids(self) -> impl Iterator<Item = &'static str> {
        let outline = self.outline().iter().map(|section| section.id);
        outline.chain(DRAWN_IDS)
    }
}

/// Fragments of the frame, of the foot, and of what some pages show beside their outline.
const DRAWN_IDS: [&str; 19] = [
    "main",
    "contents-title",
    "sources",
    "notes",
    "mentioned-by",
    "changes",
    "made-by",
    "series",
    "wrote",
    "says",
    "teaches",
    "pay-figures",
    "asked",
    "open",
    "closed",
    "see",
    "skills",
    "verdict",
    "facts",
];

/// Fragments that pages make of data begin like this: `level-senior`, `source-bls`.
const DRAWN_BEGINNINGS: [&str; 6] = ["level-", "rung-", "source-", "cite-", "note-", "noteref-"];

/// Whether a fragment may be one that a page makes of data.
pub fn is_drawn_of_data(id: &str) -> bool {
    DRAWN_BEGINNINGS
        .iter()
        .any(|beginning| id.starts_with(beginning))
}
