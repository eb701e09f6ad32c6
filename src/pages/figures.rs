//! `/figures`: every number of the guide by age and source.

use std::cmp::Reverse;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, DataSource, Freshness, Site};

use super::layout::Layout;
use super::passport::age;
use super::words::{count, day_short};

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
    let pay = site.salaries.iter().map(|edition| {
        row(
            site,
            "Pay",
            &edition.title,
            &edition.source,
            edition.figures.len(),
            &edition.reference,
            edition.good_until,
        )
    });
    let usage = site.usage.iter().map(|usage| {
        row(
            site,
            usage.topic.label(),
            &usage.title,
            &usage.source,
            usage.figures.len(),
            &usage.reference,
            usage.good_until,
        )
    });
    pay.chain(usage).collect()
}

fn row<'a>(
    site: &Site,
    kind: &'static str,
    title: &'a str,
    source: &'a DataSource,
    figures: usize,
    reference: &'a str,
    good_until: Date,
) -> LedgerRow<'a> {
    let freshness = Freshness::on(good_until, site.today());
    LedgerRow {
        title,
        kind,
        source,
        figures,
        reference,
        retrieved: source.retrieved,
        retrieved_words: day_short(source.retrieved),
        freshness,
        age: age(freshness),
    }
}
