//! The guide measured from outside: checking, starting, and the way from an edit to the browser, with
//! Hugo beside it on the same articles. All rounds of one run alternate, so that what else the machine
//! does hits both alike. Everything listens on loopback and ends with the run.

#![expect(
    clippy::disallowed_methods,
    reason = "a bench waits and asks the clock; nothing is served from here"
)]

mod articles;
mod edits;
mod hugo;
mod process;
mod starts;
mod table;
mod wire;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;
use tempfile::TempDir;

use table::Results;

/// How long anything may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(180);

/// Measures the guide from outside, with Hugo beside it on the same articles.
///
/// Writes a synthetic guide for each number of articles into a temporary folder, measures in rounds
/// that alternate, and prints a table in Markdown: median (least to most).
#[derive(Debug, Parser)]
#[command(name = "benches/run")]
struct Options {
    /// The numbers of articles.
    #[arg(long, value_delimiter = ',', default_value = "150,1000,10000")]
    articles: Vec<usize>,
    /// How often each thing is measured.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// What the articles are made of: another number makes other articles.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Measure the guide alone.
    #[arg(long)]
    without_hugo: bool,
    /// Write the table to this file as well.
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,
    /// Only write the guide with the first number of articles into this folder, and measure nothing.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
    /// Given by `cargo bench`.
    #[arg(long, hide = true)]
    bench: bool,
}

/// One number of articles, written for both programs.
struct Subject {
    articles: usize,
    guide: PathBuf,
    /// Where Hugo's folder is, if Hugo is measured.
    hugo: Option<PathBuf>,
    /// Removed when the subject is dropped.
    _folder: TempDir,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    if let Some(folder) = &options.write {
        let articles = options.articles.first().copied().unwrap_or_default();
        return articles::write_guide(folder, articles, options.seed);
    }
    let mut results = Results::default();
    for &articles in &options.articles {
        let subject = Subject::write(articles, &options)?;
        for round in 1..=options.rounds {
            eprintln!("{articles} articles, check and start, round {round}");
            starts::measure(&subject, &mut results)?;
        }
        eprintln!("{articles} articles, edits");
        edits::measure(&subject, options.rounds, &mut results)?;
    }
    let table = results.table(&options)?;
    print!("{table}");
    if let Some(file) = &options.results {
        std::fs::write(file, table).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(())
}

impl Subject {
    fn write(articles: usize, options: &Options) -> anyhow::Result<Self> {
        let folder = TempDir::new()?;
        let guide = folder.path().join("guide");
        articles::write_guide(&guide, articles, options.seed)?;
        let site = folder.path().join("hugo");
        if !options.without_hugo {
            hugo::write_site(&guide, &site).context("cannot write Hugo's folder")?;
        }
        Ok(Subject {
            articles,
            guide,
            hugo: (!options.without_hugo).then_some(site),
            _folder: folder,
        })
    }
}

/// The program that is measured.
fn guide_program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_career-guide"))
}
