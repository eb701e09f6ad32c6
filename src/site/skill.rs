//! A skill: something one can do, at four levels, with what must be learnt before it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{GroupId, Hours, Phrase, Prose, SkillId};

/// The fields of a skill.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Skill {
    /// The group, from `vocabulary/skill-groups.toml`.
    pub group: GroupId,
    /// Other names of the skill, as adverts print them.
    #[serde(default)]
    pub also_called: Vec<String>,
    /// The skills to have at working level before this one.
    #[serde(default)]
    pub needs: Vec<SkillId>,
    /// What one can do at each of the four levels.
    pub levels: Outcomes,
    /// What the hours of the levels are based on.
    pub hours_basis: Phrase,
    /// The test that lets a reader skip the skill.
    pub skip_test: SkipTest,
    /// Projects to practise on, easiest first.
    #[schemars(length(min = 1))]
    pub practice: Vec<Project>,
    /// Common interview questions, lowest level first.
    #[schemars(length(min = 3))]
    pub questions: Vec<Question>,
}

/// How well a skill is held: the four words of the UK government's capability framework.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum SkillLevel {
    Awareness,
    Working,
    Practitioner,
    Expert,
}

impl SkillLevel {
    pub const ALL: [SkillLevel; 4] = [
        SkillLevel::Awareness,
        SkillLevel::Working,
        SkillLevel::Practitioner,
        SkillLevel::Expert,
    ];

    /// The word a reader sees: `practitioner`.
    pub fn label(self) -> &'static str {
        match self {
            SkillLevel::Awareness => "awareness",
            SkillLevel::Working => "working",
            SkillLevel::Practitioner => "practitioner",
            SkillLevel::Expert => "expert",
        }
    }

    /// The level that a word names: `working`.
    pub fn of_word(word: &str) -> Option<SkillLevel> {
        let mut all = Self::ALL.into_iter();
        all.find(|level| level.label() == word)
    }

    /// The step, 1 to 4.
    pub fn step(self) -> usize {
        self as usize + 1
    }
}

/// What one can do at the four levels.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    pub awareness: Outcome,
    pub working: Outcome,
    pub practitioner: Outcome,
    pub expert: Outcome,
}

impl Outcomes {
    /// What one can do at `level`.
    pub fn at(&self, level: SkillLevel) -> &Outcome {
        match level {
            SkillLevel::Awareness => &self.awareness,
            SkillLevel::Working => &self.working,
            SkillLevel::Practitioner => &self.practitioner,
            SkillLevel::Expert => &self.expert,
        }
    }
}

/// What one can do at a level.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Ends of the sentence "You can …".
    #[schemars(length(min = 2))]
    pub can: Vec<Phrase>,
    /// Hours of learning and practice from the level before.
    pub hours: Hours,
}

/// A task that proves working level.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SkipTest {
    /// What to do.
    pub task: Prose,
    /// How one knows that it is done.
    pub pass: Prose,
}

/// A project to practise on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// A short name.
    pub title: String,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// What to build and what to watch for.
    pub task: Prose,
}

/// How hard a project is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Difficulty {
    Easy,
    Medium,
    Hard,
}

impl Difficulty {
    /// The words a reader sees, with the time they stand for.
    pub fn label(self) -> &'static str {
        match self {
            Difficulty::Easy => "easy, an evening",
            Difficulty::Medium => "medium, a weekend",
            Difficulty::Hard => "hard, several weeks",
        }
    }
}

/// A question asked in interviews.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The level of the skill that the question probes.
    pub level: SkillLevel,
    /// The question.
    pub ask: Phrase,
    /// A good answer.
    pub answer: Prose,
}
