//! Figures as data: CSV and JSON, the passport with every row.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::site::{Baseline, DataFormat, PayRow, RoleId, Site, Unit, UsageRow};

use super::figures::FigureFile;

/// A pay figure as a row of data: the passport goes with every row.
#[derive(Serialize)]
struct PayLine<'a> {
    role: Option<&'a str>,
    baseline: Option<&'static str>,
    region: &'a str,
    occupation: Option<&'a str>,
    level: Option<&'a str>,
    years: Option<String>,
    split_by: Option<&'static str>,
    split_part: Option<&'a str>,
    p10: Option<f64>,
    p25: Option<f64>,
    median: Option<f64>,
    p75: Option<f64>,
    p90: Option<f64>,
    mean: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    n: Option<u32>,
    currency: &'a str,
    period: &'static str,
    tax: &'static str,
    covers: &'static str,
    method: &'static str,
    reference: &'a str,
    good_until: Date,
    edition: &'a str,
    population: &'a str,
    publisher: &'a str,
    url: &'a str,
    retrieved: Date,
    licence: &'a str,
    credit: &'a str,
    note: Option<&'a str>,
}

impl<'a> PayLine<'a> {
    fn new(row: PayRow<'a>, role: Option<&'a RoleId>) -> Self {
        let (edition, figure) = (row.edition, row.figure);
        let split = figure.split.as_ref();
        PayLine {
            role: role.map(RoleId::as_str),
            baseline: figure.baseline.map(Baseline::label),
            region: figure.region.as_str(),
            occupation: figure.occupation.as_deref(),
            level: figure.level.as_ref().map(|level| level.as_str()),
            years: figure.years.map(|years| years.to_string()),
            split_by: split.map(|split| split.by.label()),
            split_part: split.map(|split| split.part.as_str()),
            p10: figure.p10,
            p25: figure.p25,
            median: figure.median,
            p75: figure.p75,
            p90: figure.p90,
            mean: figure.mean,
            min: figure.min,
            max: figure.max,
            n: figure.n,
            currency: row.currency(),
            period: row.period().label(),
            tax: row.tax().label(),
            covers: row.covers().label(),
            method: edition.method.label(),
            reference: &edition.reference,
            good_until: edition.good_until,
            edition: &edition.title,
            population: &edition.source.population,
            publisher: &edition.source.publisher,
            url: &edition.source.url,
            retrieved: edition.source.retrieved,
            licence: &edition.source.licence,
            credit: &edition.source.credit,
            note: figure.note.as_deref(),
        }
    }
}

/// Another figure as a row of data.
#[derive(Serialize)]
struct UsageLine<'a> {
    id: &'a str,
    label: &'a str,
    value: f64,
    unit: Unit,
    measures: &'a str,
    n: Option<u32>,
    skill: Option<&'a str>,
    roles: String,
    region: &'a str,
    reference: &'a str,
    good_until: Date,
    file: &'a str,
    population: &'a str,
    publisher: &'a str,
    url: &'a str,
    retrieved: Date,
    licence: &'a str,
    credit: &'a str,
    note: Option<&'a str>,
}

impl<'a> UsageLine<'a> {
    fn new(row: UsageRow<'a>) -> Self {
        let (usage, figure) = (row.usage, row.figure);
        let roles: Vec<&str> = figure.roles.iter().map(RoleId::as_str).collect();
        UsageLine {
            id: &figure.id,
            label: &figure.label,
            value: figure.value,
            unit: usage.unit,
            measures: &usage.measures,
            n: row.n(),
            skill: figure.skill.as_ref().map(|skill| skill.as_str()),
            roles: roles.join(" "),
            region: usage.region.as_str(),
            reference: &usage.reference,
            good_until: usage.good_until,
            file: &usage.title,
            population: &usage.source.population,
            publisher: &usage.source.publisher,
            url: &usage.source.url,
            retrieved: usage.source.retrieved,
            licence: &usage.source.licence,
            credit: &usage.source.credit,
            note: figure.note.as_deref(),
        }
    }
}

/// `/salaries/{role}.csv` and `.json`: all figures of a role; nothing if it has none.
pub fn of_role(site: &Site, role: &RoleId, format: DataFormat) -> Option<Vec<u8>> {
    site.roles.get(role.as_str())?;
    let rows = site.pay_of(role).map(|row| PayLine::new(row, Some(role)));
    written(rows, format)
}

/// `/figures/{id}.csv` and `.json`: all figures of a file; nothing if there is no such file.
pub fn of_file(site: &Site, id: &str, format: DataFormat) -> Option<Vec<u8>> {
    match FigureFile::find(site, id)? {
        FigureFile::Pay(edition) => {
            let rows = edition.figures.iter();
            let rows =
                rows.map(|figure| PayLine::new(PayRow { edition, figure }, figure.role.as_ref()));
            written(rows, format)
        }
        FigureFile::Usage(usage) => {
            let rows = usage.figures.iter();
            written(
                rows.map(|figure| UsageLine::new(UsageRow { usage, figure })),
                format,
            )
        }
    }
}

fn written(rows: impl Iterator<Item = impl Serialize>, format: DataFormat) -> Option<Vec<u8>> {
    let rows: Vec<Map<String, Value>> = rows
        .map(|row| match serde_json::to_value(row) {
            Ok(Value::Object(row)) => row,
            _ => unreachable!("rows are structs of strings and numbers"),
        })
        .collect();
    let first = rows.first()?;
    Some(match format {
        DataFormat::Json => serde_json::to_vec_pretty(&rows).expect("rows are strings and numbers"),
        DataFormat::Csv => {
            let mut writer = csv::Writer::from_writer(Vec::new());
            let names = writer.write_record(first.keys());
            names.expect("a vector takes all bytes");
            for row in &rows {
                let cells = writer.write_record(row.values().map(cell));
                cells.expect("rows have the same fields");
            }
            writer.into_inner().expect("a vector takes all bytes")
        }
    })
}

/// A value as a cell. Spreadsheets run what begins like a formula, so words that do get an
/// apostrophe before them; a number is one whatever its sign.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) if is_formula(words) => format!("'{words}"),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    }
}

fn is_formula(words: &str) -> bool {
    // Programs drop spaces before they look; the wide forms count as the narrow ones in some.
    words.starts_with(['\t', '\r', '\n'])
        || words
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (value, safe) in [
            (json!("=1+1"), "'=1+1"),
            (json!("+44 20"), "'+44 20"),
            (json!("-2 % of jobs"), "'-2 % of jobs"),
            (json!("@SUM(A1)"), "'@SUM(A1)"),
            (json!("\t=1"), "'\t=1"),
            (json!("\r=1"), "'\r=1"),
            (json!("  =1"), "'  =1"),
            (json!("＝1"), "'＝1"),
            (json!("a = b"), "a = b"),
            (json!("2025-05"), "2025-05"),
            (json!(-2.5), "-2.5"),
            (json!(0.1), "0.1"),
            (json!(120000.0), "120000.0"),
            (json!(null), ""),
        ] {
            assert_eq!(cell(&value), safe);
        }
    }

    #[test]
    fn both_forms_hold_the_same() {
        let rows = || [json!({"a": "=x, \"y\"", "b": -1, "c": null})].into_iter();
        let csv = written(rows(), DataFormat::Csv).unwrap();
        let text = String::from_utf8(csv).unwrap();
        assert_eq!(text, "a,b,c\n\"'=x, \"\"y\"\"\",-1,\n");
        let json = written(rows(), DataFormat::Json).unwrap();
        let json: Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(json, Value::Array(rows().collect()));
    }
}
