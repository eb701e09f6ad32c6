//! `/figures`: every file of figures by age and source, and `/figures/{id}`: every number of a file.

mod file;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, DataFormat, DataSource, Download, Freshness, Site};

pub use file::FigureFile;
use file::Number;

use super::foot::When;
use super::form::Select;
use super::layout::Layout;
use super::passport::age;
use super::words::{count, counted, day, fitting_title};

/// The ledger of all files of figures.
#[derive(Template)]
#[template(path = "figures.html")]
pub struct FiguresPage<'a> {
    layout: Layout<'a>,
    answer: String,
    fields: Vec<Select<'a>>,
    files: Vec<LedgerRow<'a>>,
}

/// Which files of figures a reader wants to see; an empty field wants all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FiguresAsked<'a> {
    /// What they are about, in the words of the ledger: `Pay`.
    pub about: &'a str,
    pub publisher: &'a str,
    /// `good` or `old`.
    pub age: &'a str,
}

/// The ages that a reader can ask for, with their words.
const AGES: [(&str, &str); 2] = [("good", "Still good"), ("old", "Old")];

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
        Self::of(site, FiguresAsked::default())
    }

    /// The files that a reader asked for.
    pub fn answering(site: &'a Site, asked: FiguresAsked) -> Self {
        let page = Self::of(site, asked);
        FiguresPage {
            layout: page.layout.answering(),
            ..page
        }
    }

    fn of(site: &'a Site, asked: FiguresAsked) -> Self {
        let pay = site.salaries.iter().map(FigureFile::Pay);
        let files = pay.chain(site.usage.iter().map(FigureFile::Usage));
        let mut files: Vec<LedgerRow> = files.map(|file| ledger_row(site, file)).collect();
        files.sort_by_key(|row| (row.freshness.is_fresh(), Reverse(row.retrieved), row.title));
        let total = figures(&files);
        let old = figures(files.iter().filter(|row| !row.freshness.is_fresh()));
        let fields = fields(&files, asked);
        files.retain(|row| row.is_wanted(asked));
        FiguresPage {
            layout: Layout::new(
                site,
                &Address::Figures,
                "Every figure of the guide, by age and source",
                format!(
                    "The ledger of all {total} figures: source, licence, when each was read, how long it is good, and which are old already."
                ),
                "All figures",
            ),
            answer: match asked == FiguresAsked::default() {
                true => format!(
                    "The guide prints {total} figures; {old} of them are past their date and are shown as old. Old ones come first here. The page of a file has every number and the passport that they share."
                ),
                false => format!(
                    "{} figures in {} of the guide’s {total} are what you chose.",
                    figures(&files),
                    counted(files.len(), "file", "files")
                ),
            },
            fields,
            files,
        }
    }
}

/// How many figures some files hold together: `1,303`.
fn figures<'a>(rows: impl IntoIterator<Item = &'a LedgerRow<'a>>) -> String {
    let sum: usize = rows.into_iter().map(|row| row.figures).sum();
    count(sum as i64)
}

fn fields<'a>(files: &[LedgerRow<'a>], asked: FiguresAsked) -> Vec<Select<'a>> {
    let abouts: BTreeSet<&str> = files.iter().map(|row| row.kind).collect();
    let publishers: BTreeSet<&str> = files.iter().map(|row| row.publisher).collect();
    let named = |words: BTreeSet<&'a str>| words.into_iter().map(|word| (word, word));
    vec![
        Select::new("about", "About", named(abouts), asked.about).or("Everything"),
        Select::new("publisher", "Publisher", named(publishers), asked.publisher)
            .or("All publishers"),
        Select::new("age", "Age", AGES, asked.age).or("Good and old"),
    ]
}

impl LedgerRow<'_> {
    fn is_wanted(&self, asked: FiguresAsked) -> bool {
        let matches = |wanted: &str, is: &str| wanted.is_empty() || wanted == is;
        let [(good, _), (old, _)] = AGES;
        let age = if self.freshness.is_fresh() { good } else { old };
        matches(asked.about, self.kind)
            && matches(asked.publisher, self.publisher)
            && matches(asked.age, age)
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
    retrieved: When,
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
            retrieved: When::new(source.retrieved),
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
