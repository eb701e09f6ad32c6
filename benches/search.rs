//! What a search and a suggestion cost on the real content: `cargo bench --bench search`.
//!
//! Marks: a search at most 5 ms and a suggestion at most 1 ms at the 99th percentile.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use career_guide::content;
use career_guide::search::Index;
use career_guide::site::Site;

/// How often each question is asked.
const ROUNDS: usize = 50;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let instant = "2026-11-20T12:00:00Z".parse().expect("an instant");
    let loaded = content::load(&folder, instant).expect("content/ is readable");
    let site = loaded.site.expect("content/ makes a guide");
    let started = Instant::now();
    let index = Index::new(&site);
    println!("index    {:?}", started.elapsed());
    let questions = questions();
    report("search", &questions, |question| {
        black_box(index.search(&site, question, None));
    });
    report("suggest", &beginnings(&questions), |typed| {
        black_box(index.suggest(typed));
    });
    worst(&site, &index);
}

/// The questions of the tests.
fn questions() -> Vec<String> {
    let table: toml::Table = include_str!("../tests/fixtures/questions.toml")
        .parse()
        .expect("a list of questions");
    let questions = table["question"].as_array().expect("a list").iter();
    let asked = questions.map(|question| question["ask"].as_str().expect("words").to_owned());
    asked.collect()
}

/// All that is typed on the way to each question.
fn beginnings(questions: &[String]) -> Vec<String> {
    let typed = questions.iter().flat_map(|question| {
        let ends = question.char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(|end| question[..end].to_owned())
    });
    typed.collect()
}

/// Questions that cost most: sixteen common words, sixteen misspelt ones, a long phrase.
fn worst(site: &Site, index: &Index) {
    let common = "the data work backend developer query time service code test user team request \
        server error change database"
        .to_owned();
    let misspelt = "kubernetis postgressql developrs enginering transactoin idempotenzy \
        authentcation distribted observabilty concurency performence architectre deploymnt \
        monitorring integraton consistancy"
        .to_owned();
    let phrase = format!("\"{}\"", "the ".repeat(45).trim_end());
    report("worst", &[common, misspelt, phrase], |question| {
        black_box(index.search(site, question, None));
    });
}

/// Prints the percentiles of what one call takes.
fn report(name: &str, inputs: &[String], call: impl Fn(&str)) {
    let mut times: Vec<Duration> = Vec::new();
    for round in 0..=ROUNDS {
        for input in inputs {
            let started = Instant::now();
            call(input);
            // The first round warms the caches.
            if round > 0 {
                times.push(started.elapsed());
            }
        }
    }
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "{name:<8} p50 {:?}  p99 {:?}  most {:?}  ({} calls)",
        at(0.5),
        at(0.99),
        at(1.0),
        times.len()
    );
}
