//! Pay: editions of sources, each figure with its passport.

use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{Check, Covers, DataSource, LevelId, Method, Period, RegionId, RoleId, Status, Tax};

/// One edition of one source of pay figures: a file in `salaries/`.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The file's name without its ending.
    #[serde(skip)]
    pub id: String,
    /// The exact title with its period: `Occupational Employment and Wage Statistics, May 2025`.
    #[schemars(length(min = 3, max = 120))]
    pub title: String,
    /// A name short enough for a chart: `BLS, May 2025`.
    #[schemars(length(min = 3, max = 28))]
    pub short: String,
    /// Only `published` figures are shown.
    pub status: Status,
    /// The ISO 4217 code of the currency: `USD`.
    #[schemars(regex(pattern = "^[A-Z]{3}$"), extend("x-code" = "data-currency"))]
    pub currency: String,
    /// The one place whose people answered in this currency: the amounts of all others were
    /// converted by the source.
    pub converted_outside: Option<RegionId>,
    /// What the amounts are paid for.
    pub period: Period,
    /// Before or after tax.
    pub tax: Tax,
    /// What the amounts contain.
    pub covers: Covers,
    /// How the figures came about.
    pub method: Method,
    /// The moment or span that the figures describe: `May 2025`.
    pub reference: String,
    /// The last day on which the figures are shown as fresh.
    pub good_until: Date,
    /// Editions of one source over time share this word, so that they can be drawn as a trend.
    pub series: Option<String>,
    /// The edition counts answers that another edition counts in more detail, and serves to draw a
    /// trend: it stands in no comparison of sources beside the other.
    #[serde(default)]
    pub trend_only: bool,
    /// What `years` counts in this edition: `years of professional coding`.
    pub years_count: Option<String>,
    /// Where the figures come from.
    pub source: DataSource,
    /// Messages of `check` that an editor has decided to live with.
    pub check: Option<Check>,
    /// The figures.
    #[schemars(length(min = 1))]
    pub figures: Vec<PayFigure>,
}

/// One row of pay figures. At least one of the amounts is given.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["min", "p10", "p25", "median", "p75", "p90", "max"]))]
pub struct PayFigure {
    /// The role the row is about; absent on a baseline.
    pub role: Option<RoleId>,
    /// Other roles whose people the occupation counts too, so that one row serves them all.
    #[serde(default)]
    pub also: Vec<RoleId>,
    /// The row is a yardstick for all roles instead of a figure of one.
    pub baseline: Option<Baseline>,
    /// The place.
    pub region: RegionId,
    /// The occupation in the source's own words, where it is not the role: `Software Developers (SOC 15-1252)`.
    pub occupation: Option<String>,
    /// The level of the career, if the source tells levels apart.
    pub level: Option<LevelId>,
    /// The years of experience, if the source tells them apart.
    pub years: Option<Years>,
    /// A split by something else: employer's size, industry, language.
    pub split: Option<Split>,
    /// The 10th percentile: one in ten is paid less.
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub p10: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub p25: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub median: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub p75: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub p90: Option<f64>,
    /// The arithmetic mean; never shown as a median.
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub mean: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub min: Option<f64>,
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub max: Option<f64>,
    /// The number of people the figures rest on: the sample, or all who are counted.
    pub n: Option<u32>,
    /// Overrides the edition's currency.
    #[schemars(regex(pattern = "^[A-Z]{3}$"), extend("x-code" = "data-currency"))]
    pub currency: Option<String>,
    /// Overrides the edition's period.
    pub period: Option<Period>,
    /// Overrides the edition's tax.
    pub tax: Option<Tax>,
    /// Overrides what the edition covers.
    pub covers: Option<Covers>,
    /// Anything else that a reader must know of this row.
    pub note: Option<String>,
}

/// A yardstick for the pay of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Baseline {
    ComputerJobs,
    AllJobs,
}

impl Baseline {
    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Baseline::ComputerJobs => "all computer jobs",
            Baseline::AllJobs => "all jobs",
        }
    }
}

/// Years of experience, both ends included; without `to`, that many and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["from", "to"]))]
pub struct Years {
    pub from: u32,
    pub to: Option<u32>,
}

impl fmt::Display for Years {
    /// `0–4 years`, `30 years and more`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to {
            Some(to) => write!(f, "{}–{to} years", self.from),
            None => write!(f, "{} years and more", self.from),
        }
    }
}

/// A split of figures by something other than place, level and experience.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// What the figures are split by.
    pub by: SplitBy,
    /// The part: `1,000–4,999 employees`.
    pub part: String,
}

/// What figures can be split by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SplitBy {
    EmployerSize,
    Industry,
    Education,
    Language,
    Database,
    Arrangement,
    Age,
}

impl PayFigure {
    /// The roles the row is about.
    pub fn roles(&self) -> impl Iterator<Item = &RoleId> {
        self.role.iter().chain(&self.also)
    }
}

impl SplitBy {
    /// The words a reader sees: `By employer's size`.
    pub fn label(self) -> &'static str {
        match self {
            SplitBy::EmployerSize => "By size of employer",
            SplitBy::Industry => "By industry",
            SplitBy::Education => "By education",
            SplitBy::Language => "By language used",
            SplitBy::Database => "By database used",
            SplitBy::Arrangement => "By place of work",
            SplitBy::Age => "By age",
        }
    }
}
