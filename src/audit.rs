//! A guide as a search engine sees it: what is served, crawled from the home page and the sitemap, and
//! everything about it that makes a page hard to find, to index or to cite.
//!
//! Nothing here knows how the guide is made. It is asked over HTTP, and its HTML, XML and JSON are
//! read, so that any guide at an address can be judged.

mod address;
mod crawl;
mod fetch;
mod finding;
mod page;
mod robots;
mod rules;
mod shingles;
mod sitemap;

use jiff::Timestamp;

pub use address::Origin;
pub use finding::{Finding, Level};
pub use rules::RULES;

use crawl::Crawl;

/// What an audit has seen and found.
#[derive(Clone, Debug)]
pub struct Audit {
    /// All that is wrong, by address and rule.
    pub findings: Vec<Finding>,
    /// How many HTML pages have answered with 200.
    pub pages: usize,
    /// How many addresses were asked for, those that must not exist included.
    pub addresses: usize,
}

impl Audit {
    /// How many findings there are of a level.
    pub fn count(&self, level: Level) -> usize {
        let of_level = self.findings.iter().filter(|it| it.level == level);
        of_level.count()
    }
}

/// The most pages and files that an audit asks for, unless told otherwise.
pub const MOST_ADDRESSES: usize = 20_000;

/// Crawls the guide at `origin`, `most` pages and files of it, and judges it as of `now`.
///
/// # Errors
///
/// If the home page cannot be had; the text says why.
pub fn audit(origin: &Origin, now: Timestamp, most: usize) -> Result<Audit, String> {
    let crawl = Crawl::of(origin, now, most)?;
    let mut findings = rules::findings(&crawl);
    findings.sort_by(|a, b| (&a.address, a.rule, &a.wrong).cmp(&(&b.address, b.rule, &b.wrong)));
    Ok(Audit {
        findings,
        pages: crawl.html().count(),
        addresses: crawl.asked,
    })
}
