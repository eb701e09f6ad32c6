//! The passport of a figure: where it comes from, whom it counts, how old it is.

use askama::Template;

use crate::site::{Address, DataSource, Freshness, PayRow, Site, Usage, UsageRow};

use super::words::{count, day};

/// A paragraph that vouches for one figure or for several of one source.
#[derive(Template)]
#[template(path = "partials/passport.html")]
pub struct Passport<'a> {
    title: &'a str,
    /// The page with all figures of the same file.
    file: String,
    url: &'a str,
    publisher: &'a str,
    /// Population, sample, what is measured, method: in words, joined by semicolons.
    facts: String,
    retrieved: String,
    /// The day until which the figure is good, if it still is.
    fresh: Option<String>,
    /// The day until which it was good, if it no longer is.
    old: Option<String>,
    note: Option<&'a str>,
}

impl<'a> Passport<'a> {
    /// The passport of a pay figure.
    pub fn of_pay(site: &'a Site, row: &PayRow<'a>) -> Self {
        let n = row.figure.n.map(|n| cases(n, &row.edition.source));
        let measure = format!("{} {}", row.tax().label(), row.covers().label());
        let facts = [
            Some(row.population().to_owned()),
            n,
            Some(measure),
            Some(row.edition.method.label().to_owned()),
            Some(format!("as of {}", row.edition.reference)),
        ];
        Passport {
            title: &row.edition.title,
            file: file(&row.edition.id),
            note: row.figure.note.as_deref(),
            ..Self::of_source(&row.edition.source, facts, row.freshness(site.today()))
        }
    }

    /// The passport of a usage figure.
    pub fn of_usage(site: &'a Site, row: &UsageRow<'a>) -> Self {
        let n = row.n().map(|n| cases(n, &row.usage.source));
        let facts = [
            Some(row.usage.source.population.clone()),
            n,
            Some(format!("as of {}", row.usage.reference)),
        ];
        Passport {
            title: &row.usage.title,
            file: file(&row.usage.id),
            note: row.figure.note.as_deref(),
            ..Self::of_source(&row.usage.source, facts, row.freshness(site.today()))
        }
    }

    /// The passport of all figures of a file together.
    pub fn of_usage_file(site: &'a Site, usage: &'a Usage) -> Self {
        let facts = [
            Some(usage.source.population.clone()),
            usage.n.map(|n| cases(n, &usage.source)),
            Some(format!("as of {}", usage.reference)),
        ];
        Passport {
            title: &usage.title,
            file: file(&usage.id),
            ..Self::of_source(
                &usage.source,
                facts,
                Freshness::on(usage.good_until, site.today()),
            )
        }
    }

    /// The same without what else a reader must know of the figure.
    pub fn brief(self) -> Self {
        Passport { note: None, ..self }
    }

    fn of_source(
        source: &'a DataSource,
        facts: impl IntoIterator<Item = Option<String>>,
        freshness: Freshness,
    ) -> Self {
        let facts = facts.into_iter().flatten();
        let facts: Vec<String> = facts
            .map(|fact| fact.trim_end_matches('.').to_owned())
            .collect();
        let (fresh, old) = match freshness {
            Freshness::Fresh(until) => (Some(day(until)), None),
            Freshness::Old(until) => (None, Some(day(until))),
        };
        Passport {
            title: "",
            file: String::new(),
            url: &source.url,
            publisher: source.publisher.trim_end_matches('.'),
            facts: facts.join("; "),
            retrieved: day(source.retrieved),
            fresh,
            old,
            note: None,
        }
    }
}

fn file(id: &str) -> String {
    Address::FigureFile(id.to_owned()).path()
}

/// The number of cases behind a figure: `1,687,890 jobs`, `627 people`.
pub fn cases(n: u32, source: &DataSource) -> String {
    format!("{} {}", count(n.into()), source.counts.label())
}

/// The age of a figure in words: `fresh until 30 June 2027`, `old since 30 June 2025`.
pub fn age(freshness: Freshness) -> String {
    match freshness {
        Freshness::Fresh(until) => format!("good until {}", day(until)),
        Freshness::Old(until) => format!("old since {}", day(until)),
    }
}

/// What a usage figure says, as a sentence: `SQL: 64.2%, the share of …`.
pub fn statement(row: &UsageRow) -> String {
    let n = row
        .n()
        .map_or_else(String::new, |n| format!(" (n = {})", count(n.into())));
    let value = super::words::usage_value(row);
    format!("{}: {value}, {}{n}", row.figure.label, row.usage.measures)
}

/// A change over years in a short form: `+16%, 2024–34`.
pub fn outlook_short(row: &UsageRow) -> String {
    format!(
        "{}, {}",
        super::words::usage_value(row),
        row.usage.reference
    )
}
