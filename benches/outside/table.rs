//! What was measured, as a table in Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use jiff::Timestamp;

use crate::{Options, hugo};

/// What a number counts.
#[derive(Clone, Copy, PartialEq)]
pub enum Unit {
    Seconds,
    Bytes,
}

/// Values by what was measured, in the order in which they came first, and by number of articles.
#[derive(Default)]
pub struct Results(Vec<Row>);

struct Row {
    what: String,
    unit: Unit,
    values: BTreeMap<usize, Vec<f64>>,
}

impl Results {
    pub fn note(&mut self, what: &str, articles: usize, unit: Unit, value: f64) {
        let place = self.0.iter().position(|row| row.what == what);
        let place = place.unwrap_or_else(|| {
            self.0.push(Row {
                what: what.to_owned(),
                unit,
                values: BTreeMap::new(),
            });
            self.0.len() - 1
        });
        let values = self.0[place].values.entry(articles).or_default();
        values.push(value);
    }

    /// The table, and when and where it was measured.
    pub fn table(&self, options: &Options) -> anyhow::Result<String> {
        let mut table = format!(
            "{} · {} · {} rounds\n\n| |",
            Timestamp::now().strftime("%Y-%m-%d %H:%M UTC"),
            machine(),
            options.rounds
        );
        for articles in &options.articles {
            write!(table, " {articles} articles |")?;
        }
        table.push_str("\n| --- |");
        table.push_str(&" ---: |".repeat(options.articles.len()));
        for row in &self.0 {
            write!(table, "\n| {} |", row.what)?;
            for articles in &options.articles {
                let values = row.values.get(articles);
                let told = values.map_or_else(|| "–".to_owned(), |values| told(values, row.unit));
                write!(table, " {told} |")?;
            }
        }
        table.push('\n');
        Ok(table)
    }
}

/// Median, least and most: `41 ms (39–44)`.
fn told(values: &[f64], unit: Unit) -> String {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let middle = (values[(values.len() - 1) / 2] + values[values.len() / 2]) / 2.0;
    let (scale, name, digits) = match unit {
        Unit::Bytes => (1e6, "MB", 0),
        Unit::Seconds if middle < 1.0 => (1e-3, "ms", 0),
        Unit::Seconds => (1.0, "s", 2),
    };
    let [middle, least, most] = [middle, values[0], values[values.len() - 1]]
        .map(|value| format!("{:.digits$}", value / scale));
    format!("{middle} {name} ({least}–{most})")
}

/// The machine and the programs: `2 × Example CPU, Debian 12.1, …`.
fn machine() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = read("/proc/cpuinfo");
    let model = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name"));
    let model = model.map_or("unknown", |model| {
        model.trim_start_matches([' ', '\t', ':'])
    });
    let debian = read("/etc/debian_version");
    let mut commit = Command::new("git");
    commit.args(["rev-parse", "--short", "HEAD"]);
    let hugo = hugo::version().map_or_else(String::new, |version| format!(", hugo {version}"));
    format!(
        "{cores} × {model}, Debian {}, commit {}{hugo}",
        debian.trim(),
        said(commit)
    )
}

fn said(mut command: Command) -> String {
    let said = command.output().map(|said| said.stdout).unwrap_or_default();
    String::from_utf8_lossy(&said).trim().to_owned()
}
