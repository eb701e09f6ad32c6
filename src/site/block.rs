//! Fenced `@blocks`: places in a text where a page shows data.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{CareerPathId, GroupId, LevelId, Prose, RegionId, RoleId, SkillId, UsageId};

/// A fenced block whose info string begins with `@`. The list is closed; `@include` is resolved
/// while loading and leaves no block behind.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Salary(SalaryBlock),
    Figure(FigureBlock),
    Chart(ChartBlock),
    Skills(SkillsBlock),
    Levels(LevelsBlock),
    Steps(StepsBlock),
    Jobs(JobsBlock),
}

/// `@salary`: the pay of a role in a place, drawn as percentiles with its passport.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SalaryBlock {
    pub role: RoleId,
    pub region: RegionId,
    /// Only figures of this level.
    pub level: Option<LevelId>,
}

/// `@figure`: one sourced figure in a sentence.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FigureBlock {
    /// The file in `usage/`.
    pub usage: UsageId,
    /// The figure's id in that file.
    pub figure: String,
}

/// `@chart`: a drawing with its table.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChartBlock {
    /// Bars of a usage file.
    pub usage: Option<UsageId>,
    /// With `usage`: only the first so many figures.
    pub top: Option<usize>,
    /// The trend of the median pay of a role; needs `region`.
    pub trend: Option<RoleId>,
    /// All sources on one axis for a role; needs `region`.
    pub sources: Option<RoleId>,
    pub region: Option<RegionId>,
}

/// `@skills`: a table of skills; exactly one of the fields is given.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillsBlock {
    /// The rubric of a role.
    pub role: Option<RoleId>,
    /// The skills of a group.
    pub group: Option<GroupId>,
    /// These skills, in this order.
    #[serde(default)]
    pub skills: Vec<SkillId>,
}

/// `@levels`: the four levels of a skill, or the rungs of a career path; exactly one of the fields is given.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelsBlock {
    pub skill: Option<SkillId>,
    pub career_path: Option<CareerPathId>,
}

/// `@steps`: numbered steps.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StepsBlock {
    #[schemars(length(min = 2))]
    pub steps: Vec<Step>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What to do, in a few words.
    pub title: String,
    /// How, and how one knows that it is done.
    pub text: Prose,
    /// The time it takes: `20–40 hours`.
    pub time: Option<String>,
}

/// `@jobs`: adverts; at most one of the fields is given.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JobsBlock {
    pub role: Option<RoleId>,
    pub skill: Option<SkillId>,
}
