//! A learning resource: a course, a book, a manual, with what it costs and what it teaches.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Hours, Phrase, SkillId, SkillLevel};

/// The fields of a learning resource.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Learning {
    /// What sort of resource it is.
    pub form: LearningForm,
    /// Who offers it.
    pub provider: String,
    /// Its address.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: String,
    /// What it costs.
    pub price: Price,
    /// The time it takes, if that is known.
    pub hours: Option<Hours>,
    /// Its language, as an English word: `English`.
    pub language: String,
    /// The level of skill a learner has at the end.
    pub level: SkillLevel,
    /// The skills it teaches.
    #[schemars(length(min = 1))]
    pub teaches: Vec<SkillId>,
    /// The certificate at its end, if there is one.
    pub certificate: Option<Certificate>,
    /// Whether the guide earns from the link.
    #[serde(default)]
    pub affiliate: bool,
    /// The day an editor checked the entry.
    pub checked: Date,
    /// Who should use it and what it leaves out, in a sentence or two.
    pub verdict: Phrase,
}

/// What sort of resource it is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum LearningForm {
    Course,
    Certification,
    Book,
    Documentation,
    Practice,
}

impl LearningForm {
    pub const ALL: [LearningForm; 5] = [
        LearningForm::Course,
        LearningForm::Book,
        LearningForm::Documentation,
        LearningForm::Practice,
        LearningForm::Certification,
    ];

    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            LearningForm::Course => "course",
            LearningForm::Certification => "certification",
            LearningForm::Book => "book",
            LearningForm::Documentation => "documentation",
            LearningForm::Practice => "practice",
        }
    }

    /// The heading of a list of them.
    pub fn plural(self) -> &'static str {
        match self {
            LearningForm::Course => "Courses",
            LearningForm::Certification => "Certifications",
            LearningForm::Book => "Books",
            LearningForm::Documentation => "Documentation",
            LearningForm::Practice => "Practice",
        }
    }
}

/// What a resource costs.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// Whether it costs anything.
    pub cost: Cost,
    /// The amount, where one is published.
    pub amount: Option<f64>,
    /// The currency of the amount: `USD`.
    #[schemars(regex(pattern = "^[A-Z]{3}$"), extend("x-code" = "data-currency"))]
    pub currency: Option<String>,
    /// The day the price was seen.
    pub seen: Date,
    /// What the price leaves out: `taxes`, `one retake included`.
    pub note: Option<String>,
}

/// Whether a resource costs anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cost {
    Free,
    PartlyFree,
    Paid,
}

impl Cost {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Cost::Free => "free",
            Cost::PartlyFree => "partly free",
            Cost::Paid => "paid",
        }
    }
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// Its exact name.
    pub name: String,
    /// How long it is valid, in months, where its issuer says so.
    pub valid_months: Option<u32>,
}
