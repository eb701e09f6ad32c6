//! Where an offer lies, in words.

use crate::pages::words::{lower_first, money};
use crate::site::{Offer, PayRow, Period, Site, Standing};

/// An offer beside the figures of one source.
pub struct OfferRow<'a> {
    pub source: String,
    /// Where the offer lies.
    pub lies: String,
    /// How that was reckoned, where it was.
    pub basis: Option<String>,
    pub counts: String,
    pub caveat: &'a str,
}

pub fn offer_row<'a>(site: &Site, row: &PayRow<'a>, offer: &Offer) -> OfferRow<'a> {
    let standing = offer.among(row);
    OfferRow {
        source: match &row.figure.occupation {
            Some(occupation) => format!("{}: {occupation}", row.source(site.today())),
            None => row.source(site.today()),
        },
        lies: lies(&standing, row, offer),
        basis: basis(&standing, row, offer),
        counts: format!(
            "{} {}; {}",
            row.tax().label(),
            row.covers().label(),
            row.population().trim_end_matches('.')
        ),
        caveat: &row.edition.source.caveat,
    }
}

const NO_PERCENTILES: &str = " The source publishes no percentiles.";

/// Where an offer lies among the figures of a source, for the middle of a sentence; nothing if it
/// cannot be compared.
pub fn place(row: &PayRow, offer: &Offer) -> Option<String> {
    let standing = offer.among(row);
    let compares = !matches!(standing, Standing::OtherCurrency | Standing::OtherPeriod);
    let words = lies(&standing, row, offer).replace(NO_PERCENTILES, "");
    compares.then(|| lower_first(words.trim_end_matches('.')))
}

fn lies(standing: &Standing, row: &PayRow, offer: &Offer) -> String {
    // A month set beside a year says so; where both are the same there is nothing to tell.
    let per = match row.period() == offer.period {
        true => String::new(),
        false => format!(" {}", row.period().label()),
    };
    let named = |(percent, amount): (u32, f64)| {
        let amount = money(amount, row.currency());
        format!("{} ({amount}{per})", percentile(percent))
    };
    match *standing {
        Standing::Below(lowest) => format!("Below {}, the lowest published.", named(lowest)),
        Standing::At(same) => format!("At {}.", named(same)),
        Standing::Between(low, high, _) => {
            format!("Between {} and {}.", named(low), named(high))
        }
        Standing::Above(highest) => format!("Above {}, the highest published.", named(highest)),
        Standing::Mean(mean, is_above) => format!(
            "{} the mean ({}).{NO_PERCENTILES}",
            if is_above { "Above" } else { "Not above" },
            money(mean, row.currency())
        ),
        Standing::OtherCurrency => format!(
            "Not compared: the source counts in {}.",
            crate::pages::words::currency_name(row.currency())
        ),
        Standing::OtherPeriod => format!(
            "Not compared: the source counts pay for {}, and hours of work differ too much to convert.",
            row.period().label()
        ),
    }
}

/// `the 25th percentile`, `the median`.
fn percentile(percent: u32) -> String {
    match percent {
        50 => "the median".to_owned(),
        _ => format!("the {} percentile", ordinal(percent)),
    }
}

/// `1st`, `22nd`, `13th`.
fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

fn basis(standing: &Standing, row: &PayRow, offer: &Offer) -> Option<String> {
    let between = match standing {
        Standing::Between(_, _, percent) => Some(format!(
            "About the {} percentile, if pay rises evenly between the two; nobody has published that.",
            ordinal(*percent)
        )),
        _ => None,
    };
    let converted = match (offer.period, row.period()) {
        _ if matches!(standing, Standing::OtherCurrency | Standing::OtherPeriod) => None,
        (Period::Month, Period::Year) => Some("Twelve months were counted as a year."),
        (Period::Year, Period::Month) => Some("A year was counted as twelve months."),
        _ => None,
    };
    match (between, converted) {
        (Some(between), Some(converted)) => Some(format!("{between} {converted}")),
        (between, converted) => between.or(converted.map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals() {
        for (number, words) in [
            (1, "1st"),
            (12, "12th"),
            (22, "22nd"),
            (33, "33rd"),
            (90, "90th"),
        ] {
            assert_eq!(ordinal(number), words);
        }
    }
}
