//! Addresses that nobody links to, asked for to see what a guide makes of them: other ways to write
//! the address of a page, and addresses that do not exist.

use std::collections::BTreeSet;

use rayon::ThreadPool;
use rayon::prelude::*;

use super::Crawl;
use crate::audit::fetch::{Fetcher, Reply};

/// What unlinked addresses have answered.
#[derive(Default)]
pub struct Probes {
    pub forms: Vec<Form>,
    /// Addresses that do not exist.
    pub unknown: Vec<(String, Result<Reply, String>)>,
}

/// Another way to write the address of a page.
pub struct Form {
    pub written: String,
    /// The page's address.
    pub right: String,
    pub reply: Result<Reply, String>,
}

/// No page can be called so: two hyphens, and nobody would name one like this.
const UNKNOWN: &str = "no--page-has-this-name";

impl Probes {
    /// Asks for the other forms of all pages of a crawl, and for an unknown address beside and
    /// below the home page.
    pub fn of(crawl: &Crawl, fetcher: &Fetcher, threads: &ThreadPool) -> Self {
        let pages = crawl.html().map(|(address, _, _)| address);
        let pages: Vec<&str> = pages.filter(|it| *it != "/" && !it.contains('?')).collect();
        let forms = pages.iter().flat_map(|right| other_forms(right));
        let forms: Vec<(String, String)> = forms.collect();
        let folders = pages.iter().filter_map(|page| page[1..].split_once('/'));
        let mut folders: BTreeSet<String> = folders
            .map(|(first, _)| format!("/{first}/{UNKNOWN}"))
            .collect();
        folders.insert(format!("/{UNKNOWN}"));
        threads.install(|| Probes {
            forms: forms
                .into_par_iter()
                .map(|(written, right)| Form {
                    reply: fetcher.fetch(&written),
                    written,
                    right,
                })
                .collect(),
            unknown: folders
                .into_par_iter()
                .map(|address| {
                    let reply = fetcher.fetch(&address);
                    (address, reply)
                })
                .collect(),
        })
    }

    /// How many addresses were asked for.
    pub fn count(&self) -> usize {
        self.forms.len() + self.unknown.len()
    }
}

/// A slash more or less at the end, upper case, and both.
fn other_forms(right: &str) -> Vec<(String, String)> {
    let slashed = match right.strip_suffix('/') {
        Some(bare) => bare.to_owned(),
        None => format!("{right}/"),
    };
    let forms = [
        slashed.clone(),
        right.to_uppercase(),
        slashed.to_uppercase(),
    ];
    let other = forms.into_iter().filter(|form| form != right);
    other.map(|form| (form, right.to_owned())).collect()
}
