//! `/figures`: every number of the guide by age and source.

use std::cmp::Reverse;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, DataSource, Freshness, PayRow, Site, UsageRow};

use super::layout::Layout;
use super::passport::age;
use super::words::{self, count, day_short, money};

/// The ledger of all figures.
#[derive(Template)]
#[template(path = "figures.html")]
pub struct FiguresPage<'a> {
    layout: Layout<'a>,
    total: String,
    old: String,
    files: Vec<LedgerRow<'a>>,
}

/// A file of figures that share a passport.
struct LedgerRow<'a> {
    title: &'a str,
    kind: &'static str,
    source: &'a DataSource,
    figures: usize,
    reference: &'a str,
    retrieved: Date,
    retrieved_words: String,
    freshness: Freshness,
    age: String,
    numbers: Vec<Number>,
}

/// One figure of a file.
struct Number {
    /// What it is about: `Backend developer, United States, 0–2 years`.
    about: String,
    /// `10th US$82,460, median US$135,980`, or `64.2%`.
    value: String,
    /// The number of people it rests on.
    n: String,
}

impl<'a> FiguresPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let mut files = rows(site);
        files.sort_by_key(|row| (row.freshness.is_fresh(), Reverse(row.retrieved), row.title));
        let total: usize = files.iter().map(|row| row.figures).sum();
        let old: usize = files
            .iter()
            .filter(|row| !row.freshness.is_fresh())
            .map(|row| row.figures)
            .sum();
        FiguresPage {
            layout: Layout::new(
                site,
                &Address::Figures,
                "Every figure of the guide, by age and source",
                format!(
                    "The ledger of all {} figures: source, licence, when each was read, how long it is good, and which are old already.",
                    count(total as i64)
                ),
                "All figures",
            ),
            total: count(total as i64),
            old: count(old as i64),
            files,
        }
    }
}

fn rows(site: &Site) -> Vec<LedgerRow<'_>> {
    let pay = site.salaries.iter().map(|edition| LedgerRow {
        title: &edition.title,
        kind: "Pay",
        reference: &edition.reference,
        numbers: edition
            .figures
            .iter()
            .map(|figure| pay_number(site, PayRow { edition, figure }))
            .collect(),
        ..ledger_row(site, &edition.source, edition.good_until)
    });
    let usage = site.usage.iter().map(|usage| LedgerRow {
        title: &usage.title,
        kind: usage.topic.label(),
        reference: &usage.reference,
        numbers: usage
            .figures
            .iter()
            .map(|figure| usage_number(&UsageRow { usage, figure }))
            .collect(),
        ..ledger_row(site, &usage.source, usage.good_until)
    });
    let rows = pay.chain(usage);
    rows.map(|row| LedgerRow {
        figures: row.numbers.len(),
        ..row
    })
    .collect()
}

fn ledger_row<'a>(site: &Site, source: &'a DataSource, good_until: Date) -> LedgerRow<'a> {
    let freshness = Freshness::on(good_until, site.today());
    LedgerRow {
        title: "",
        kind: "",
        source,
        figures: 0,
        reference: "",
        retrieved: source.retrieved,
        retrieved_words: day_short(source.retrieved),
        freshness,
        age: age(freshness),
        numbers: Vec::new(),
    }
}

fn pay_number(site: &Site, row: PayRow) -> Number {
    let figure = row.figure;
    let role = figure
        .role
        .as_ref()
        .and_then(|id| site.roles.get(id.as_str()));
    let who = match (role, figure.baseline) {
        (Some(role), _) => role.meta.title.clone(),
        (None, Some(baseline)) => baseline.label().to_owned(),
        (None, None) => String::new(),
    };
    let about = [
        Some(who),
        figure.occupation.clone(),
        Some(site.region(&figure.region).to_owned()),
        figure
            .level
            .as_ref()
            .map(|level| site.level(level).to_owned()),
        figure.years.map(|years| years.to_string()),
        figure.split.as_ref().map(|split| split.part.clone()),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let amounts = [
        ("10th", figure.p10),
        ("25th", figure.p25),
        ("median", figure.median),
        ("75th", figure.p75),
        ("90th", figure.p90),
        ("mean", figure.mean),
        ("least", figure.min),
        ("most", figure.max),
    ];
    let amounts: Vec<String> = amounts
        .into_iter()
        .filter_map(|(name, amount)| Some(format!("{name} {}", money(amount?, row.currency()))))
        .collect();
    Number {
        about: about.join(", "),
        value: format!("{} {}", amounts.join(", "), words::per(&row)),
        n: people(figure.n),
    }
}

fn usage_number(row: &UsageRow) -> Number {
    Number {
        about: row.figure.label.clone(),
        value: words::usage_value(row),
        n: people(row.n()),
    }
}

fn people(n: Option<u32>) -> String {
    n.map_or_else(|| "–".to_owned(), |n| count(n.into()))
}
