//! Ranges of time: never a single number, always with what they are based on.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A range of hours: `{ low = 20, high = 40 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["low", "high"]))]
pub struct Hours {
    pub low: u32,
    pub high: u32,
}

impl fmt::Display for Hours {
    /// `20–40 hours`, `500–1,000 hours`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousands = |n: u32| match n {
            0..1000 => n.to_string(),
            _ => format!("{},{:03}", n / 1000, n % 1000),
        };
        write!(f, "{}–{} hours", thousands(self.low), thousands(self.high))
    }
}

/// A range of months with its basis: `{ low = 9, high = 24, basis = "…" }`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("x-order" = ["low", "high"]))]
pub struct Months {
    pub low: u32,
    pub high: u32,
    /// What the range is based on: a source, or the editors' judgement and why.
    pub basis: String,
}

impl fmt::Display for Months {
    /// `9–24 months`, or years where both ends are whole years: `2–4 years`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = (self.low, self.high);
        match (low % 12, high % 12) {
            (0, 0) if high == 12 && low == 12 => f.write_str("1 year"),
            (0, 0) if high > 12 && low == high => write!(f, "{} years", low / 12),
            (0, 0) if high > 12 => write!(f, "{}–{} years", low / 12, high / 12),
            _ if low == high => write!(f, "{low} months"),
            _ => write!(f, "{low}–{high} months"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hours, Months};

    #[test]
    fn hours_have_separators() {
        for (low, high, words) in [(20, 40, "20–40 hours"), (664, 1338, "664–1,338 hours")] {
            assert_eq!(Hours { low, high }.to_string(), words);
        }
    }

    #[test]
    fn months_become_years_when_both_ends_are_whole() {
        for (low, high, words) in [
            (9, 24, "9–24 months"),
            (24, 48, "2–4 years"),
            (12, 12, "1 year"),
            (36, 36, "3 years"),
            (0, 24, "0–2 years"),
            (6, 6, "6 months"),
        ] {
            let basis = String::new();
            assert_eq!(Months { low, high, basis }.to_string(), words);
        }
    }
}
