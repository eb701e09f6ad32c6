//! Something that is wrong at an address.

use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A rule is broken.
    Error,
    /// Worth knowing; no rule is broken.
    Note,
}

/// A rule that an address breaks.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// The path, with its query: `/roles/backend-developer`.
    pub address: String,
    /// The rule's name, one of [`RULES`](super::RULES).
    pub rule: &'static str,
    pub level: Level,
    /// What is wrong, with the value.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

impl Finding {
    pub fn new(
        address: &str,
        rule: &'static str,
        wrong: impl Into<String>,
        right: impl Into<String>,
    ) -> Self {
        Finding {
            address: address.to_owned(),
            rule,
            level: Level::Error,
            wrong: wrong.into(),
            right: right.into(),
        }
    }

    /// The same as something worth knowing.
    pub fn as_note(self) -> Self {
        Finding {
            level: Level::Note,
            ..self
        }
    }
}
