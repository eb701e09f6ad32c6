//! Where an offer of pay lies among published figures.

use super::{PayRow, Period, RegionId, RoleId, Site};

/// An offer, as a reader names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub amount: f64,
    /// The ISO 4217 code: `USD`.
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
        let is_published = |row: &&PayRow| row.currency() == asked.currency;
        let currency = rows.iter().find(is_published).unwrap_or(first).currency();
        Some(Offer {
            amount: Offer::amount(&asked.amount)?,
            currency: currency.to_owned(),
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
    /// Reads an amount as people write it: `120000`, `£55k`, `120,000.50`, `54 000 kr`; nothing if it
    /// is no amount from 1 to a thousand million.
    pub fn amount(text: &str) -> Option<f64> {
        const AROUND: usize = 8;
        let first = text.find(|c: char| c.is_ascii_digit())?;
        let last = text.rfind(|c: char| c.is_ascii_digit())?;
        let (before, digits, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
        let is_odd = |c: char| matches!(c, '-' | '−' | '+' | '%');
        if before.chars().count().max(after.chars().count()) > AROUND || before.contains(is_odd) {
            return None;
        }
        let is_space = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '_');
        let digits: String = digits.chars().filter(|c| !is_space(*c)).collect();
        let (whole, cents) = match digits.rfind(['.', ',']) {
            // A separator before three digits parts thousands, before fewer or more it parts cents.
            Some(at) if digits.len() - at != 4 => (&digits[..at], &digits[at + 1..]),
            _ => (&digits[..], ""),
        };
        let mut groups = whole.split(['.', ',']);
        let head = groups.next()?;
        let tail: Vec<&str> = groups.collect();
        if tail.iter().any(|group| group.len() != 3) {
            return None;
        }
        let number: f64 = format!("{head}{}.{cents}0", tail.concat()).parse().ok()?;
        let thousands =
            after.trim_start().starts_with(['k', 'K']) && !after.trim_start().starts_with("kr");
        let amount = if thousands { number * 1000.0 } else { number };
        (1.0..=1e9).contains(&amount).then_some(amount)
    }

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

#[cfg(test)]
mod tests {
    use super::Offer;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, amount) in [
            ("120000", Some(120_000.0)),
            ("US$120,000", Some(120_000.0)),
            ("£55k", Some(55_000.0)),
            ("5.5 k", Some(5_500.0)),
            ("54 000 kr", Some(54_000.0)),
            ("54\u{a0}000,50 kr", Some(54_000.5)),
            ("1.234.567", Some(1_234_567.0)),
            ("1,234,567.8", Some(1_234_567.8)),
            ("120'000 CHF", Some(120_000.0)),
            ("55.000", Some(55_000.0)),
            ("12.5", Some(12.5)),
            ("6871.6666", Some(6871.6666)),
            ("", None),
            ("k", None),
            ("-5", None),
            ("0", None),
            ("0.1", None),
            ("1e308", None),
            ("12,34,567", None),
            ("9999999999", None),
            ("1..2", None),
            ("1 or 2", None),
            ("about a lot: 50", None),
            ("٣٤", None),
        ] {
            assert_eq!(Offer::amount(text), amount, "{text}");
        }
    }
}
