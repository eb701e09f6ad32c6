//! An author: a person or an editorial team.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The fields of an author.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Author {
    /// Whether the author is one person or a team.
    pub is: AuthorIs,
    /// What the author works as.
    pub works_as: String,
    /// Pages elsewhere that are the author's own.
    #[serde(default)]
    #[schemars(inner(regex(pattern = "^https?://")))]
    pub links: Vec<String>,
    /// Interests that a reader should know of.
    pub discloses: String,
}

/// Whether an author is one person or a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorIs {
    Person,
    Team,
}

/// The fields of a prose page at the top level: none of its own.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Page {}
