//! A term of the glossary; its summary is its definition.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{SkillId, TermId};

/// The fields of a term.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Term {
    /// Other names and abbreviations.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// Terms to read next.
    #[serde(default)]
    pub see: Vec<TermId>,
    /// Skills that the term belongs to.
    #[serde(default)]
    pub skills: Vec<SkillId>,
}
