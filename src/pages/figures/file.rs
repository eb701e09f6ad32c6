//! A file of figures, whatever they are about.

use jiff::civil::Date;

use crate::site::{DataSource, Edition, PayRow, Site, Usage, UsageRow};

use crate::pages::words::{self, count, money};

/// A file of figures, of pay or others.
#[derive(Clone, Copy)]
pub enum FigureFile<'a> {
    Pay(&'a Edition),
    Usage(&'a Usage),
}

impl<'a> FigureFile<'a> {
    pub fn find(site: &'a Site, id: &str) -> Option<Self> {
        let pay = site.salaries.iter().find(|edition| edition.id == id);
        let usage = || site.usage.iter().find(|usage| usage.id == id);
        pay.map(FigureFile::Pay)
            .or_else(|| usage().map(FigureFile::Usage))
    }

    pub fn id(self) -> &'a str {
        match self {
            FigureFile::Pay(edition) => &edition.id,
            FigureFile::Usage(usage) => &usage.id,
        }
    }

    pub fn title(self) -> &'a str {
        match self {
            FigureFile::Pay(edition) => &edition.title,
            FigureFile::Usage(usage) => &usage.title,
        }
    }

    pub fn kind(self) -> &'static str {
        match self {
            FigureFile::Pay(_) => "Pay",
            FigureFile::Usage(usage) => usage.topic.label(),
        }
    }

    pub fn reference(self) -> &'a str {
        match self {
            FigureFile::Pay(edition) => &edition.reference,
            FigureFile::Usage(usage) => &usage.reference,
        }
    }

    pub fn source(self) -> &'a DataSource {
        match self {
            FigureFile::Pay(edition) => &edition.source,
            FigureFile::Usage(usage) => &usage.source,
        }
    }

    pub fn good_until(self) -> Date {
        match self {
            FigureFile::Pay(edition) => edition.good_until,
            FigureFile::Usage(usage) => usage.good_until,
        }
    }

    pub fn len(self) -> usize {
        match self {
            FigureFile::Pay(edition) => edition.figures.len(),
            FigureFile::Usage(usage) => usage.figures.len(),
        }
    }

    /// What a value is, as the end of a sentence.
    pub fn measures(self) -> String {
        match self {
            FigureFile::Pay(edition) => {
                format!("{} {}", edition.tax.label(), edition.covers.label())
            }
            FigureFile::Usage(usage) => usage.measures.clone(),
        }
    }

    pub fn numbers(self, site: &Site) -> Vec<Number> {
        match self {
            FigureFile::Pay(edition) => {
                let figures = edition.figures.iter();
                let rows = figures.map(|figure| PayRow { edition, figure });
                rows.map(|row| pay_number(site, row)).collect()
            }
            FigureFile::Usage(usage) => {
                let figures = usage.figures.iter();
                let rows = figures.map(|figure| UsageRow { usage, figure });
                rows.map(|row| usage_number(&row)).collect()
            }
        }
    }
}

/// One figure of a file.
pub struct Number {
    /// What it is about: `Backend developer, United States, 0–2 years`.
    pub about: String,
    /// `10th US$82,460, median US$135,980`, or `64.2%`.
    pub value: String,
    /// The number of people it rests on.
    pub n: String,
    pub note: Option<String>,
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
        note: figure.note.clone(),
    }
}

fn usage_number(row: &UsageRow) -> Number {
    Number {
        about: row.figure.label.clone(),
        value: words::usage_value(row),
        n: people(row.n()),
        note: row.figure.note.clone(),
    }
}

fn people(n: Option<u32>) -> String {
    n.map_or_else(|| "–".to_owned(), |n| count(n.into()))
}
