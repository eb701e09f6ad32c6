//! A job advert, open or closed.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{LevelId, Period, RoleId, SkillId};

/// The fields of a job advert. `expires_at` is required for this kind.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Job {
    /// Who hires.
    pub employer: String,
    /// The role of this guide that it comes closest to.
    pub role: RoleId,
    /// The level, if the advert names one.
    pub level: Option<LevelId>,
    /// Where the work is done, as the advert prints it.
    pub place: Option<String>,
    /// Whether it is done at home; absent if the advert does not say.
    pub remote: Option<Remote>,
    /// The day it was posted, if the advert says so.
    pub posted: Option<Date>,
    /// The pay offered; absent if the advert states none.
    pub pay: Option<Pay>,
    /// Where to apply.
    #[schemars(regex(pattern = "^https://"))]
    pub apply_url: Option<String>,
    /// The skills of this guide that it asks for.
    #[serde(default)]
    pub skills: Vec<SkillId>,
    /// What it asks for or offers, in its own terms and our words.
    #[schemars(length(min = 1))]
    pub says: Vec<String>,
    /// Where the advert was seen.
    pub seen: String,
}

/// Whether work is done at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Remote {
    OnSite,
    Hybrid,
    Remote,
}

impl Remote {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Remote::OnSite => "on site",
            Remote::Hybrid => "hybrid",
            Remote::Remote => "remote",
        }
    }
}

/// Pay that an advert states.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["min", "max"]))]
pub struct Pay {
    pub min: f64,
    pub max: f64,
    /// `USD`.
    #[schemars(regex(pattern = "^[A-Z]{3}$"), extend("x-code" = "data-currency"))]
    pub currency: String,
    pub period: Period,
}
