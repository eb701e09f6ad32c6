//! What an amount of pay counts: the period, the tax, what it contains, how it came about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an amount is paid for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    Year,
    Month,
    Week,
    Day,
    Hour,
}

impl Period {
    pub const ALL: [Period; 5] = [
        Period::Year,
        Period::Month,
        Period::Week,
        Period::Day,
        Period::Hour,
    ];

    /// The period that a word names: `year`.
    pub fn of_word(word: &str) -> Option<Period> {
        let mut all = Self::ALL.into_iter();
        all.find(|period| period.word() == word)
    }

    /// The word in an address: `year`.
    pub fn word(self) -> &'static str {
        let label = self.label();
        label.split(' ').next_back().unwrap_or(label)
    }

    /// `a year`.
    pub fn label(self) -> &'static str {
        match self {
            Period::Year => "a year",
            Period::Month => "a month",
            Period::Week => "a week",
            Period::Day => "a day",
            Period::Hour => "an hour",
        }
    }
}

/// Before or after tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tax {
    Gross,
    Net,
}

impl Tax {
    pub fn label(self) -> &'static str {
        match self {
            Tax::Gross => "gross",
            Tax::Net => "net",
        }
    }
}

/// What an amount contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// Wage or salary, without most bonuses and equity.
    Base,
    /// Everything received: salary, bonus, equity.
    Total,
}

impl Covers {
    pub fn label(self) -> &'static str {
        match self {
            Covers::Base => "wage or salary",
            Covers::Total => "total compensation",
        }
    }
}

/// How figures came about.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Employers' payrolls, counted by a statistics office.
    Official,
    /// People were asked.
    Survey,
    /// Read from adverts.
    JobAds,
    /// People entered it on a site.
    SelfReported,
}

impl Method {
    pub const ALL: [Method; 4] = [
        Method::Official,
        Method::Survey,
        Method::JobAds,
        Method::SelfReported,
    ];

    /// The way that a word names: `survey`.
    pub fn of_word(word: &str) -> Option<Method> {
        let mut all = Self::ALL.into_iter();
        all.find(|method| method.word() == word)
    }

    /// The word in an address: `official`.
    pub fn word(self) -> &'static str {
        match self {
            Method::Official => "official",
            Method::Survey => "survey",
            Method::JobAds => "job-ads",
            Method::SelfReported => "self-reported",
        }
    }

    /// The words a reader sees.
    pub fn label(self) -> &'static str {
        match self {
            Method::Official => "official statistics",
            Method::Survey => "survey of people",
            Method::JobAds => "job adverts",
            Method::SelfReported => "self-reported",
        }
    }
}
