//! The figures of the guide agree with those that were verified in their sources.
//!
//! `tests/fixtures/figures.csv` was made from the sources and not from `content/`, so that a slip in
//! either is seen.

use std::fs;

use career_guide::site::{PayFigure, Site, SplitBy};
use serde::Deserialize;

use crate::guide::guide;

/// A verified figure.
#[derive(Debug, Deserialize)]
struct Verified {
    /// The edition of pay, or `usage/` and the file of other figures.
    file: String,
    role: String,
    region: String,
    /// `language: Go`, `years: 0-2`; empty for a row about everybody.
    split: String,
    occupation: String,
    /// `median`, `p10`, `n`; of other figures their id.
    field: String,
    value: f64,
}

#[test]
fn figures_agree_with_the_verified_ones() {
    let site = guide();
    let text = fs::read_to_string("tests/fixtures/figures.csv").expect("the table is there");
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    let rows: Vec<Verified> = rows.collect::<Result<_, _>>().expect("the table is sound");
    assert!(rows.len() >= 80, "{} verified figures", rows.len());
    let faults: Vec<String> = rows
        .iter()
        .filter_map(|row| match row.file.strip_prefix("usage/") {
            Some(file) => usage(site, file, row),
            None => pay(site, row),
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn usage(site: &Site, file: &str, row: &Verified) -> Option<String> {
    let usage = site.usage.iter().find(|usage| usage.id == file);
    let figure = usage.and_then(|usage| usage.figures.iter().find(|figure| figure.id == row.field));
    let found = figure.map(|figure| figure.value);
    (found != Some(row.value)).then(|| format!("{row:?}: the guide has {found:?}"))
}

fn pay(site: &Site, row: &Verified) -> Option<String> {
    let edition = site.salaries.iter().find(|edition| edition.id == row.file);
    let figures = edition.map_or(&[][..], |edition| &edition.figures);
    let found: Vec<f64> = figures
        .iter()
        .filter(|figure| is_about(figure, row))
        .filter_map(|figure| amount(figure, &row.field))
        .collect();
    (found != [row.value]).then(|| format!("{row:?}: the guide has {found:?}"))
}

fn is_about(figure: &PayFigure, row: &Verified) -> bool {
    let role = figure.role.as_ref().map_or("", |role| role.as_str());
    let occupation = figure.occupation.as_deref().unwrap_or("");
    role == row.role
        && figure.region.as_str() == row.region
        && part(figure) == row.split
        && (row.occupation.is_empty() || occupation == row.occupation)
}

/// The part that a row is about, as the table writes it.
fn part(figure: &PayFigure) -> String {
    match (&figure.split, figure.years) {
        (Some(split), _) => {
            let by = match split.by {
                SplitBy::EmployerSize => "employer-size",
                SplitBy::Industry => "industry",
                SplitBy::Education => "education",
                SplitBy::Language => "language",
                SplitBy::Database => "database",
                SplitBy::Arrangement => "arrangement",
                SplitBy::Age => "age",
            };
            format!("{by}: {}", split.part)
        }
        (None, Some(years)) => match years.to {
            Some(to) => format!("years: {}-{to}", years.from),
            None => format!("years: {}+", years.from),
        },
        (None, None) => String::new(),
    }
}

fn amount(figure: &PayFigure, field: &str) -> Option<f64> {
    match field {
        "p10" => figure.p10,
        "p25" => figure.p25,
        "median" => figure.median,
        "p75" => figure.p75,
        "p90" => figure.p90,
        "mean" => figure.mean,
        "n" => figure.n.map(f64::from),
        _ => None,
    }
}
