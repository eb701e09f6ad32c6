//! Where an offer of pay lies among published figures.

mod amount;

pub use amount::Amount;

use super::{PayRow, Period, RegionId, RoleId, Site};

/// An offer, as a reader names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub amount: f64,
    /// The ISO 4217 code, or the sign that was written where no source counts in such a currency.
    pub currency: String,
    pub period: Period,
}

/// What a reader asks of an offer, as far as it is filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferAsked {
    pub role: RoleId,
    pub region: RegionId,
    /// As it was written: `£55k`.
    pub amount: String,
    pub period: Option<Period>,
    /// Empty for the currency in which most is published for the place.
    pub currency: String,
}

impl Default for OfferAsked {
    /// Nothing is filled in.
    fn default() -> Self {
        OfferAsked {
            role: RoleId::new(""),
            region: RegionId::new(""),
            amount: String::new(),
            period: None,
            currency: String::new(),
        }
    }
}

impl Site {
    /// The offer that is asked about: where no currency or period is named, those of the figure to
    /// show first. Nothing if the amount cannot be read, or nothing is published for the place.
    pub fn offer(&self, asked: &OfferAsked) -> Option<Offer> {
        let rows = self.pay_by_source(&asked.role, &asked.region);
        let first = rows.first()?;
        let written = Amount::read(&asked.amount)?;
        let is_published = |row: &&PayRow| row.currency() == asked.currency;
        let chosen = rows.iter().find(is_published).unwrap_or(first).currency();
        let mut published = std::iter::once(chosen).chain(rows.iter().map(PayRow::currency));
        let meant = published.find(|code| written.may_be_in(code));
        Some(Offer {
            amount: written.number,
            currency: meant.unwrap_or(&written.currency).to_owned(),
            period: asked.period.unwrap_or(first.period()),
        })
    }
}

/// Where an offer lies among the figures of one source. Percentiles are percents with their amounts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// Less than the lowest published percentile.
    Below((u32, f64)),
    /// The same as a published percentile.
    At((u32, f64)),
    /// Between two published percentiles; the third is where it lies if pay rises evenly between
    /// them, which nobody has published.
    Between((u32, f64), (u32, f64), u32),
    /// More than the highest published percentile.
    Above((u32, f64)),
    /// The source gives no percentile, only this mean; whether the offer is more.
    Mean(f64, bool),
    /// The source counts in another currency.
    OtherCurrency,
    /// The source counts for another period: hours of work a year differ too much to convert.
    OtherPeriod,
}

impl Offer {
    /// Where the offer lies among the figures of a row. Months are set against years by twelve.
    pub fn among(&self, row: &PayRow) -> Standing {
        if self.currency != row.currency() {
            return Standing::OtherCurrency;
        }
        let amount = match (self.period, row.period()) {
            (asked, counted) if asked == counted => self.amount,
            (Period::Month, Period::Year) => self.amount * 12.0,
            (Period::Year, Period::Month) => self.amount / 12.0,
            _ => return Standing::OtherPeriod,
        };
        let percentiles = row.percentiles();
        let (Some(&lowest), Some(&highest)) = (percentiles.first(), percentiles.last()) else {
            let mean = row.middle().unwrap_or_default();
            return Standing::Mean(mean, amount > mean);
        };
        if let Some(&same) = percentiles
            .iter()
            .find(|(_, published)| *published == amount)
        {
            return Standing::At(same);
        }
        let around = percentiles
            .windows(2)
            .find(|pair| (pair[0].1..pair[1].1).contains(&amount));
        match around {
            Some(&[low, high]) => {
                let share = (amount - low.1) / (high.1 - low.1);
                let percent = f64::from(low.0) + share * f64::from(high.0 - low.0);
                Standing::Between(low, high, percent.round() as u32)
            }
            _ if amount < lowest.1 => Standing::Below(lowest),
            _ => Standing::Above(highest),
        }
    }
}
