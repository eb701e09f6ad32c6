//! A career path: rungs from the first job on, with the fork into expert and manager.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{LevelId, Months, Phrase, Prose, RoleId, SkillId, SkillLevel};

/// The fields of a career path.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct CareerPath {
    /// Questions and words that lead here in search but are not shown: `first job without experience`.
    #[serde(default)]
    pub search_titles: Vec<String>,
    /// Who the path is for.
    pub for_whom: Phrase,
    /// The rungs, lowest first; those of a fork follow the rung they leave.
    #[schemars(length(min = 2))]
    pub rungs: Vec<Rung>,
    /// Where the path divides, and how to choose.
    #[serde(default)]
    pub forks: Vec<Fork>,
    /// Ways in from outside.
    #[serde(default)]
    pub entries: Vec<Entry>,
    /// Moves to other roles from a rung.
    #[serde(default)]
    pub sideways: Vec<Sideways>,
    /// Ways out of the trade, and what carries over.
    #[serde(default)]
    pub ways_out: Vec<Phrase>,
    /// Published ladders of real organisations.
    #[serde(default)]
    pub ladders: Vec<Ladder>,
}

/// A rung of a career path.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// The level, from `vocabulary/levels.toml`; each level at most once in a path.
    pub level: LevelId,
    /// The role held on this rung, if the guide has a page on it.
    pub role: Option<RoleId>,
    /// The title on the contract, as firms print it.
    pub title: String,
    /// The track the rung belongs to.
    pub track: Track,
    /// The levels from which people come to this rung; empty for the first.
    #[serde(default)]
    pub after: Vec<LevelId>,
    /// How far the responsibility reaches, in a sentence.
    pub scope: Phrase,
    /// What one answers for.
    #[schemars(length(min = 2))]
    pub responsibilities: Vec<Phrase>,
    /// The skills that must be better than on the rung before.
    #[serde(default)]
    pub skills: Vec<RungSkill>,
    /// Usual time on this rung.
    pub months: Months,
    /// Signs that one is ready for this rung.
    #[schemars(length(min = 2))]
    pub ready: Vec<Phrase>,
    /// Evidence to collect for the talk about it.
    #[schemars(length(min = 1))]
    pub evidence: Vec<Phrase>,
    /// What keeps people from it.
    #[schemars(length(min = 1))]
    pub blocks: Vec<Phrase>,
    /// What published ladders call this rung.
    #[serde(default)]
    pub called: Vec<Called>,
}

/// The branch of a path that a rung is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Track {
    Common,
    Expert,
    Manager,
}

impl Track {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Track::Common => "common to all",
            Track::Expert => "expert track",
            Track::Manager => "manager track",
        }
    }
}

/// A skill that rises at a rung.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RungSkill {
    /// The skill.
    pub skill: SkillId,
    /// The level wanted on this rung.
    pub level: SkillLevel,
    /// What changes, in a line.
    pub change: Phrase,
}

/// What a published ladder calls a rung.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Called {
    /// The organisation, as named in `ladders`.
    pub by: String,
    /// Its name for the level: `IC3`.
    pub name: String,
}

/// A place where the path divides.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Fork {
    /// The level at which it divides.
    pub at: LevelId,
    /// How to choose, and what the choice costs.
    pub text: Prose,
}

/// A way in from outside.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Where people come from: `Frontend development`.
    pub from: String,
    /// The level at which they usually begin.
    pub to: LevelId,
    /// What carries over and what is missing.
    pub text: Phrase,
}

/// A move to another role.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sideways {
    /// The level from which the move is usual.
    pub from: LevelId,
    /// The role moved to.
    pub to: RoleId,
    /// What the move needs.
    pub text: Phrase,
}

/// A ladder that an organisation has published.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Who published it.
    pub organisation: String,
    /// Where.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: String,
    /// Its levels, in its own words.
    pub levels: String,
    /// The date of the version that was read, if it carries one.
    pub dated: Option<String>,
    /// The day an editor checked the entry.
    pub checked: Date,
}
