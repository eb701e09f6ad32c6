//! Why something that an editor asked for is not done.

use std::fmt;

/// What is in the way, and what to ask for instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, in the editor's words: `` `SQL` is not an id ``.
    pub message: String,
    /// A proposal, where we can make one.
    pub help: Option<String>,
}

impl Refusal {
    /// A refusal without a proposal.
    pub fn new(message: impl Into<String>) -> Self {
        Refusal {
            message: message.into(),
            help: None,
        }
    }

    /// The same with a proposal.
    pub fn help(self, help: impl Into<String>) -> Self {
        Refusal {
            help: Some(help.into()),
            ..self
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\nhelp: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}
