//! `/figures`: every file of figures by age and source, and `/figures/{id}`: every number of a file.

mod file;

use std::cmp::Reverse;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, DataFormat, DataSource, Download, Freshness, Site};

pub use file::FigureFile;
use file::Number;

use super::layout::Layout;
use super::passport::age;
use super::words::{count, counted, day, fitting_title};

/// The ledger of all files of figures.
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
    path: String,
    title: &'a str,
    kind: &'static str,
    publisher: &'a str,
    figures: usize,
    retrieved: Date,
    freshness: Freshness,
    age: String,
}

impl<'a> FiguresPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let pay = site.salaries.iter().map(FigureFile::Pay);
        let files = pay.chain(site.usage.iter().map(FigureFile::Usage));
        let mut files: Vec<LedgerRow> = files.map(|file| ledger_row(site, file)).collect();
        files.sort_by_key(|row| (row.freshness.is_fresh(), Reverse(row.retrieved), row.title));
        let figures = |rows: &mut dyn Iterator<Item = &LedgerRow>| -> usize {
            rows.map(|row| row.figures).sum()
        };
        let total = figures(&mut files.iter());
        let old = figures(&mut files.iter().filter(|row| !row.freshness.is_fresh()));
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

fn ledger_row<'a>(site: &Site, file: FigureFile<'a>) -> LedgerRow<'a> {
    let freshness = Freshness::on(file.good_until(), site.today());
    LedgerRow {
        path: Address::FigureFile(file.id().to_owned()).path(),
        title: file.title(),
        kind: file.kind(),
        publisher: &file.source().publisher,
        figures: file.len(),
        retrieved: file.source().retrieved,
        freshness,
        age: age(freshness),
    }
}

/// When the figures of a file were read.
pub fn retrieved(site: &Site, id: &str) -> Option<Date> {
    Some(FigureFile::find(site, id)?.source().retrieved)
}

/// Every number of a file, with the passport that they share.
#[derive(Template)]
#[template(path = "figure_file.html")]
pub struct FigureFilePage<'a> {
    layout: Layout<'a>,
    title: &'a str,
    kind: &'static str,
    reference: &'a str,
    measures: String,
    source: &'a DataSource,
    retrieved: String,
    published: Option<String>,
    collected: Option<String>,
    age: String,
    numbers: Vec<Number>,
    csv: String,
    json: String,
}

impl<'a> FigureFilePage<'a> {
    /// The page of a file; nothing if there is none of this id.
    pub fn new(site: &'a Site, id: &str) -> Option<Self> {
        let file = FigureFile::find(site, id)?;
        let (title, source) = (file.title(), file.source());
        let name = title.split(", ").next().unwrap_or(title);
        let figures = counted(file.len(), "figure", "figures");
        let span = |span: crate::site::Span| format!("{} to {}", day(span.from), day(span.to));
        let data = |format| Download::Figures(id.to_owned(), format).path();
        Some(FigureFilePage {
            layout: Layout::new(
                site,
                &Address::FigureFile(id.to_owned()),
                fitting_title(&[
                    format!("{title}: all figures"),
                    title.to_owned(),
                    format!("{name} ({})", file.reference()),
                    format!("All figures of {id}"),
                ]),
                fitting_description(&[
                    format!(
                        "{title}: {figures} with their source, population, sample, licence and age."
                    ),
                    format!("{title}: {figures} with source, sample and age."),
                    format!(
                        "{name}, {}: {figures} with source, sample and age.",
                        file.reference()
                    ),
                ]),
                name,
            ),
            title,
            kind: file.kind(),
            reference: file.reference(),
            measures: file.measures(),
            source,
            retrieved: day(source.retrieved),
            published: source.published.map(day),
            collected: source.collected.map(span),
            age: age(Freshness::on(file.good_until(), site.today())),
            numbers: file.numbers(site),
            csv: data(DataFormat::Csv),
            json: data(DataFormat::Json),
        })
    }
}

/// The first of the candidates that is short enough for a description (160 characters).
fn fitting_description(candidates: &[String]) -> String {
    let fits = |words: &&String| words.chars().count() <= 160;
    let fitting = candidates.iter().find(fits).or(candidates.last());
    fitting.cloned().unwrap_or_default()
}
