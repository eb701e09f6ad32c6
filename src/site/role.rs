//! A role: a job that people are hired for, and what it asks at each level.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    CareerPathId, FamilyId, IndustryId, LevelId, Months, Phrase, RoleId, SkillId, SkillLevel,
};

/// The fields of a role.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Role {
    /// The family the role belongs to, from `vocabulary/role-families.toml`.
    pub family: FamilyId,
    /// The title inside a sentence, where it is not the title with a small first letter:
    /// `Go backend developer`. An `s` makes it plural.
    pub in_text: Option<String>,
    /// Other titles of the same job, as adverts print them.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// Titles that lead here in search but are not shown, such as misspellings.
    #[serde(default)]
    pub search_titles: Vec<String>,
    /// The levels at which the role exists, lowest first, with a line on each.
    #[schemars(length(min = 1))]
    pub levels: Vec<RoleLevel>,
    /// The career path that describes these levels in full.
    pub career_path: Option<CareerPathId>,
    /// The rubric: the skills the role asks for.
    #[schemars(length(min = 1))]
    pub skills: Vec<RoleSkill>,
    /// What people in the role do.
    #[schemars(length(min = 8))]
    pub duties: Vec<Duty>,
    /// Where and when the work is done.
    pub work: Work,
    /// Months from a first lesson to a first job, as a range with its basis.
    pub time_to_entry: Months,
    /// The ways into the role.
    #[schemars(length(min = 1))]
    pub ways_in: Vec<WayIn>,
    /// Why no source counts the role apart, and where its people are counted instead; shown where
    /// figures of pay are missing or few.
    pub pay_gap: Option<Phrase>,
    /// The codes of the statistical classifications that contain the role.
    pub codes: Codes,
    /// Close roles, and why people move to them.
    #[serde(default)]
    pub moves: Vec<Move>,
    /// Industries that hire for the role.
    #[serde(default)]
    pub industries: Vec<IndustryId>,
}

/// A level at which a role exists.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleLevel {
    /// The level, from `vocabulary/levels.toml`.
    pub level: LevelId,
    /// What is expected at this level, in a line.
    pub summary: Phrase,
}

/// A row of a role's rubric.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleSkill {
    /// The skill.
    pub skill: SkillId,
    /// `must` if people are not hired without it, else `nice`.
    pub need: Need,
    /// The level of the skill wanted from a beginner in the role.
    pub level: SkillLevel,
    /// Higher wants at later levels of the career: `{ senior = "practitioner" }`.
    #[serde(default)]
    #[schemars(extend("x-keys" = "levels"))]
    pub rises: BTreeMap<LevelId, SkillLevel>,
    /// What the skill is used for in this role, in a line.
    pub why: Phrase,
}

/// Whether a role can be had without a skill.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    Must,
    Nice,
}

impl Need {
    /// The word a reader sees: `must have`.
    pub fn label(self) -> &'static str {
        match self {
            Need::Must => "must have",
            Need::Nice => "nice to have",
        }
    }
}

/// Something that people in the role do.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// What is done, as a sentence that begins with a verb.
    pub text: Phrase,
    /// How often.
    pub often: Frequency,
    /// The level from which people do it without help.
    pub from: LevelId,
}

/// How often something is done.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

impl Frequency {
    /// The words a reader sees: `most days`.
    pub fn label(self) -> &'static str {
        match self {
            Frequency::Daily => "most days",
            Frequency::Weekly => "most weeks",
            Frequency::Monthly => "most months",
            Frequency::Quarterly => "a few times a year",
            Frequency::Yearly => "once a year or less",
        }
    }
}

/// Where and when the work is done.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// Where: office, home, both.
    pub place: Phrase,
    /// The usual hours.
    pub hours: Phrase,
    /// Duty outside these hours.
    pub on_call: Phrase,
}

/// A way into a role.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WayIn {
    /// Which way.
    pub way: Way,
    /// What is required to begin.
    pub requires: Phrase,
    /// What it costs, in words; amounts belong to data files.
    pub cost: Phrase,
    /// How long it takes.
    pub months: Months,
}

/// The ways into a role.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    Degree,
    Bootcamp,
    Apprenticeship,
    SelfTaught,
    InsideMove,
    OpenSource,
}

impl Way {
    /// The words a reader sees: `Move inside your employer`.
    pub fn label(self) -> &'static str {
        match self {
            Way::Degree => "Degree",
            Way::Bootcamp => "Bootcamp",
            Way::Apprenticeship => "Apprenticeship",
            Way::SelfTaught => "Self-taught",
            Way::InsideMove => "Move inside your employer",
            Way::OpenSource => "Open source work",
        }
    }
}

/// Codes in the classifications that statistics offices use.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Codes {
    /// US Standard Occupational Classification: `15-1252`.
    #[serde(default)]
    pub soc: Vec<String>,
    /// O*NET-SOC: `15-1252.00`.
    #[serde(default)]
    pub onet: Vec<String>,
    /// International Standard Classification of Occupations: `2512`.
    #[serde(default)]
    pub isco: Vec<String>,
    /// What the codes leave out or mix in.
    pub note: Phrase,
}

/// A move to a close role.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The role moved to.
    pub to: RoleId,
    /// Why people make the move.
    pub why: Phrase,
    /// What the two roles share.
    pub same: Phrase,
    /// What is different there.
    pub differs: Phrase,
}
