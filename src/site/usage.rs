//! Other sourced figures: who uses what, outlook, how people learned.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Check, DataSource, RegionId, RoleId, SkillId, Status};

/// A file of figures in `usage/` that share a passport.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Usage {
    /// The file's name without its ending.
    #[serde(skip)]
    pub id: String,
    /// The title with its period: `Languages of back-end developers, 2025`.
    #[schemars(length(min = 3, max = 120))]
    pub title: String,
    /// Only `published` figures are shown.
    pub status: Status,
    /// What the figures are about.
    pub topic: Topic,
    /// The unit of the values.
    pub unit: Unit,
    /// What a value says, as the end of the sentence "The value is the …".
    pub measures: String,
    /// The place.
    pub region: RegionId,
    /// The moment or span that the figures describe: `2025`, `2024–34`.
    pub reference: String,
    /// The number of people asked, where all figures share it.
    pub n: Option<u32>,
    /// The last day on which the figures are shown as fresh.
    pub good_until: Date,
    /// Files of one series over time share this word.
    pub series: Option<String>,
    /// Where the figures come from.
    pub source: DataSource,
    /// Messages of `check` that an editor has decided to live with.
    pub check: Option<Check>,
    /// The figures, in the order in which they are shown.
    #[schemars(length(min = 1))]
    pub figures: Vec<UsageFigure>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UsageFigure {
    /// The figure's name inside the file, for `@figure`.
    #[schemars(regex(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"))]
    pub id: String,
    /// What a reader sees: `PostgreSQL`.
    pub label: String,
    pub value: f64,
    /// The number of people the value rests on.
    pub n: Option<u32>,
    /// The skill that the figure is about.
    pub skill: Option<SkillId>,
    /// The roles that the figure is about.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// Anything else that a reader must know of this figure.
    pub note: Option<String>,
}

/// What figures are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    Languages,
    Databases,
    Frameworks,
    Platforms,
    Tools,
    Practices,
    Learning,
    Education,
    Arrangement,
    Employment,
    Outlook,
    Other,
}

impl Topic {
    /// The heading of a list of them.
    pub fn label(self) -> &'static str {
        match self {
            Topic::Languages => "Languages",
            Topic::Databases => "Databases",
            Topic::Frameworks => "Frameworks",
            Topic::Platforms => "Platforms",
            Topic::Tools => "Tools",
            Topic::Practices => "Practices",
            Topic::Learning => "How people learned",
            Topic::Education => "Education",
            Topic::Arrangement => "Place of work",
            Topic::Employment => "Employment",
            Topic::Outlook => "Outlook",
            Topic::Other => "Other figures",
        }
    }
}

/// The unit of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A share of a whole.
    Percent,
    /// A change in percent, printed with its sign.
    PercentChange,
    People,
    Jobs,
    Years,
    /// A number of occupations of a classification.
    Occupations,
    /// A score on the scale that `measures` names.
    Score,
}
