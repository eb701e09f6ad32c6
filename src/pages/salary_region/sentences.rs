//! What a salary page says in sentences, worded from its rows.

use crate::pages::passport::cases;
use crate::pages::words::{self, money};
use crate::site::{Covers, Freshness, PayRow, RegionId, RoleId, Site};

/// The answer in two sentences: whom the figure counts, in the source's words, and what they are
/// paid; then period, gross or net, reference, sample.
pub fn answer(site: &Site, row: &PayRow, name: &str) -> String {
    let old = match row.freshness(site.today()) {
        Freshness::Fresh(_) => String::new(),
        Freshness::Old(until) => format!(
            " This figure is old: it was good until {}.",
            words::day(until)
        ),
    };
    let half = words::middle_half(row).map_or_else(String::new, |half| {
        format!(", and the middle half get {half}")
    });
    let n = row.figure.n.map_or_else(String::new, |n| {
        format!(" ({})", cases(n, &row.edition.source))
    });
    format!(
        "{}{half}. {} {}, {}, as of {}{n}.{old}",
        middle(site, row, name),
        words::upper_first(row.tax().label()),
        row.covers().label(),
        row.edition.method.label(),
        row.edition.reference,
    )
}

/// `For a backend developer in Norway, half are paid more than …`; where the source counts a group
/// of another name, the sentence is about that group.
fn middle(site: &Site, row: &PayRow, name: &str) -> String {
    let place = site.region_in_text(&row.figure.region);
    let name = words::with_article(name);
    let (currency, per) = (row.currency(), words::per(row));
    let (whom, half, mean) = match &row.figure.occupation {
        Some(group) => (
            format!(
                "{} in {place} is counted as “{group}”: ",
                words::upper_first(&name)
            ),
            "half of that group are paid more than",
            "the mean of that group is",
        ),
        None => (
            format!("For {name} in {place}, "),
            "half are paid more than",
            "the mean is",
        ),
    };
    match (row.figure.median, row.figure.mean) {
        (Some(median), _) => format!("{whom}{half} {} {per}", money(median, currency)),
        (None, Some(amount)) => format!("{whom}{mean} {} {per}", money(amount, currency)),
        (None, None) => format!("{whom}the source gives a range only"),
    }
}

pub fn description(rows: &[PayRow], name: &str, place: &str) -> String {
    let mut sources: Vec<&str> = Vec::new();
    for row in rows {
        if !sources.contains(&row.edition.short.as_str()) {
            sources.push(&row.edition.short);
        }
    }
    let all = words::list(&sources);
    let long = format!(
        "Pay of {} in {place} by percentile, from {all}: who was counted, when, how many, and why sources differ.",
        words::with_article(name)
    );
    if long.chars().count() <= 160 {
        return long;
    }
    format!(
        "Pay of {} in {place} by percentile, from {}: who was counted, when, how many, and why they differ.",
        words::with_article(name),
        words::counted(sources.len(), "source", "sources")
    )
}

/// What each source counts, in words: `BLS, May 2025 counts wage or salary`.
pub fn counts(rows: &[PayRow]) -> String {
    let mut counts: Vec<String> = Vec::new();
    for row in rows {
        let line = format!("{} counts {}", row.edition.short, row.covers().label());
        if !counts.contains(&line) {
            counts.push(line);
        }
    }
    words::list(&counts)
}

/// Why the sources differ, from their passports.
pub fn disagreement(rows: &[PayRow]) -> String {
    let mut reasons = Vec::new();
    let differ =
        |key: fn(&PayRow) -> String| rows.windows(2).any(|pair| key(&pair[0]) != key(&pair[1]));
    if differ(|row| row.population().to_owned()) {
        reasons.push("they count different groups");
    }
    if differ(|row| row.covers().label().to_owned()) {
        reasons.push("some count salary alone and others total compensation");
    }
    if differ(|row| row.edition.method.label().to_owned()) {
        reasons.push("they are made in different ways");
    }
    if differ(|row| row.edition.reference.clone()) {
        reasons.push("they describe different times");
    }
    match (rows.len(), reasons.as_slice()) {
        (0 | 1, _) => {
            "Only one figure is current for this place, so nothing can be compared.".to_owned()
        }
        (_, []) => "The sources count the same group in the same way.".to_owned(),
        _ => format!(
            "The sources differ because {}. The guide never averages them.",
            words::list(&reasons)
        ),
    }
}

/// What the page cannot say, each with the reason.
pub fn missing(site: &Site, role: &RoleId, region: &RegionId, first: &PayRow) -> Vec<String> {
    let mut missing = Vec::new();
    if site.pay_of(role).all(|row| row.figure.level.is_none()) {
        missing.push(
            "Pay by level of the career (junior, senior …): no source tells levels apart."
                .to_owned(),
        );
    }
    if site.pay_by_years(role, region).is_empty() {
        missing.push("Pay by experience: no source with a large enough sample tells years of experience apart in this place.".to_owned());
    }
    if first.covers() == Covers::Base {
        missing.push("Equity and most bonuses: the first figure leaves them out.".to_owned());
    }
    missing.push("Purchasing power: figures stay in the currency and period of their source; nothing is converted.".to_owned());
    missing
}
