//! Where data comes from.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

/// Where data comes from: the part of a figure's passport that a whole file shares.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSource {
    pub publisher: String,
    /// The address of the data or of the page that describes it.
    #[schemars(regex(pattern = "^https://"), extend("x-code" = "data-source"))]
    pub url: String,
    /// The day of publication, if the source says so.
    pub published: Option<Date>,
    /// The day an editor read the data.
    pub retrieved: Date,
    /// When the data was collected.
    pub collected: Option<Span>,
    /// The licence: `public domain`.
    pub licence: String,
    /// The credit line that the licence asks for.
    pub credit: String,
    /// Who was counted, and who was not.
    pub population: String,
    /// What the numbers `n` count; people if nothing is said.
    #[serde(default)]
    pub counts: Counted,
    /// What a reader must know before using the figures.
    pub caveat: String,
    /// How the editors came by the figures if not from the publisher itself: own analysis, a stored copy.
    pub obtained: Option<String>,
}

/// What a number of cases counts: one person may hold two jobs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// People who were counted or asked.
    #[default]
    People,
    /// Jobs, as employers report them.
    Jobs,
}

impl Counted {
    /// The word a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Counted::People => "people",
            Counted::Jobs => "jobs",
        }
    }
}

/// A span of days.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["from", "to"]))]
pub struct Span {
    pub from: Date,
    pub to: Date,
}
