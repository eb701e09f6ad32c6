//! An industry, as a backend developer meets it.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::RoleId;

/// The fields of an industry.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
pub struct Industry {
    /// Employers named as examples; a name is not a recommendation.
    #[serde(default)]
    pub employers: Vec<Employer>,
    /// The roles that the industry hires for most.
    #[schemars(length(min = 1))]
    pub roles: Vec<RoleId>,
}

/// An employer named as an example.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Employer {
    pub name: String,
    /// Its site, if an editor has checked it.
    #[schemars(regex(pattern = "^https?://"))]
    pub url: Option<String>,
    /// The day an editor checked that the employer exists under this name.
    pub checked: Option<Date>,
}
