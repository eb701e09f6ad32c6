//! A guide: an article that answers one question at length.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{RoleId, SkillId};

/// The fields of a guide.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
pub struct Guide {
    /// Questions and words that lead here in search but are not shown: `is it too late to learn to code`.
    #[serde(default)]
    pub search_titles: Vec<String>,
    /// What sort of article it is.
    pub form: GuideForm,
    /// The roles it is about.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// The skills it is about.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// The series it belongs to; guides of a series are listed in the order of `published`.
    pub series: Option<String>,
}

/// What sort of article a guide is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GuideForm {
    Guide,
    Comparison,
    Explainer,
}

impl GuideForm {
    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            GuideForm::Guide => "guide",
            GuideForm::Comparison => "comparison",
            GuideForm::Explainer => "explainer",
        }
    }
}
