//! The tools: pages that answer a question which stands in their address.

/// A tool. What is asked of it stands in the query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tool {
    /// Roles side by side.
    Compare,
}

impl Tool {
    pub const ALL: [Tool; 1] = [Tool::Compare];

    /// Where it is: `/compare`.
    pub fn path(self) -> &'static str {
        match self {
            Tool::Compare => "/compare",
        }
    }

    /// The tool whose path is this word.
    pub fn of_word(word: &str) -> Option<Tool> {
        let mut all = Self::ALL.into_iter();
        all.find(|tool| tool.path()[1..] == *word)
    }
}
