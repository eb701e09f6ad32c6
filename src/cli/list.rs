//! `list`: all documents, a line each.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{ContentOption, told};
use crate::content::{Loaded, Overview, Reader, Refusal, Severity, Standing, kind_named};
use crate::site::Kind;

#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    content: ContentOption,
    /// Only documents of this kind: role, skill, career-path …
    #[arg(long)]
    kind: Option<String>,
    /// Only documents in this state.
    #[arg(long, value_enum)]
    status: Option<Wanted>,
}

/// The states that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wanted {
    Draft,
    Review,
    Published,
    Archived,
    /// Hidden until `publish_at`.
    Scheduled,
    /// `expires_at` has come.
    Expired,
    /// Published, and not reviewed for a year.
    Stale,
}

/// Prints the table, and below it the number of its rows.
pub fn run(options: &Options, instant: Timestamp, out: &mut dyn Write) -> ExitCode {
    told(table(options, instant), out)
}

fn table(options: &Options, instant: Timestamp) -> io::Result<Result<String, Refusal>> {
    let kind = match options.kind.as_deref().map(kind_named).transpose() {
        Ok(kind) => kind,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let loaded = Reader::for_checks().load(&options.content.content, instant)?;
    let today = instant.to_zoned(TimeZone::UTC).date();
    let documents = loaded.documents.iter();
    let rows = documents
        .filter(|it| is_wanted(it, kind, options.status, today))
        .map(|it| row(it, &loaded, today));
    Ok(Ok(drawn(rows.collect())))
}

fn is_wanted(document: &Overview, kind: Option<Kind>, status: Option<Wanted>, today: Date) -> bool {
    let standing = document.standing;
    kind.is_none_or(|kind| kind == document.kind)
        && status.is_none_or(|wanted| match wanted {
            Wanted::Draft => standing == Standing::Draft,
            Wanted::Review => standing == Standing::Review,
            Wanted::Published => standing == Standing::Published,
            Wanted::Archived => standing == Standing::Archived,
            Wanted::Scheduled => standing == Standing::Scheduled,
            Wanted::Expired => standing == Standing::Expired,
            Wanted::Stale => document.is_stale(today),
        })
}

type Row = [String; 4];

fn row(document: &Overview, loaded: &Loaded, today: Date) -> Row {
    let of_file = loaded.diagnostics.iter();
    let errors = of_file
        .filter(|it| it.file == document.file && it.severity == Severity::Error)
        .count();
    let mut state = document.standing.word().to_owned();
    if let (Standing::Scheduled, Some(start)) = (document.standing, document.publish_at) {
        state.push_str(&format!(" for {start}"));
    }
    if document.is_stale(today) {
        state.push_str(", stale");
    }
    match errors {
        0 => {}
        1 => state.push_str(", 1 error"),
        errors => state.push_str(&format!(", {errors} errors")),
    }
    let reviewed = document
        .reviewed
        .map_or("never".to_owned(), |day| day.to_string());
    [
        document.file.clone(),
        document.title.clone(),
        state,
        reviewed,
    ]
}

fn drawn(rows: Vec<Row>) -> String {
    let head = ["file", "title", "state", "reviewed"].map(str::to_owned);
    let number = rows.len();
    let rows: Vec<Row> = std::iter::once(head).chain(rows).collect();
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: [usize; 4] = std::array::from_fn(width);
    let mut text = String::new();
    for row in &rows {
        for (cell, width) in row.iter().zip(widths) {
            text.push_str(&format!("{cell:<width$}  "));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    let plural = if number == 1 { "" } else { "s" };
    text.push_str(&format!("{number} document{plural}\n"));
    text
}
