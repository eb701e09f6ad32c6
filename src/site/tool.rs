//! The tools: pages that answer a question which stands in their address.

/// A tool. What is asked of it stands in the query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Roles side by side.
    Compare,
    /// What somebody has and lacks for a role.
    SkillCheck,
    /// How long what is lacking takes at one's own pace.
    Plan,
    /// Where an offer of pay lies among published figures.
    Offer,
    /// Words, and where they stand in the guide.
    Search,
    /// An advert read by word list.
    Decode,
}

impl Tool {
    pub const ALL: [Tool; 6] = [
        Tool::Compare,
        Tool::SkillCheck,
        Tool::Plan,
        Tool::Offer,
        Tool::Search,
        Tool::Decode,
    ];

    /// Where it is: `/compare`.
    pub fn path(self) -> &'static str {
        match self {
            Tool::Compare => "/compare",
            Tool::SkillCheck => "/skill-check",
            Tool::Plan => "/plan",
            Tool::Offer => "/offer",
            Tool::Search => "/search",
            Tool::Decode => "/decode",
        }
    }

    /// What it is called: `Compare roles`.
    pub fn label(self) -> &'static str {
        match self {
            Tool::Compare => "Compare roles",
            Tool::SkillCheck => "Check my skills",
            Tool::Plan => "Plan my learning",
            Tool::Offer => "Is my offer in range?",
            Tool::Search => "Search the guide",
            Tool::Decode => "Decode an advert",
        }
    }

    /// The tool whose path is this word.
    pub fn of_word(word: &str) -> Option<Tool> {
        let mut all = Self::ALL.into_iter();
        all.find(|tool| tool.path()[1..] == *word)
    }
}
