//! The same text at two addresses.

use std::collections::HashMap;

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::shingles::{Shingles, alike};

/// The share of common runs of words from which on two texts are nearly the same.
const NEARLY: f64 = 0.9;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut first: HashMap<u64, &str> = HashMap::new();
    let mut findings = Vec::new();
    let mut own: Vec<(&str, &Shingles)> = Vec::new();
    for (address, _, page) in crawl.indexed() {
        let Some(text) = &page.text else {
            continue;
        };
        if let Some(other) = first.get(&text.whole) {
            let wrong = format!("its text is that of `{other}`");
            let right = "one address, and a redirect from the other";
            findings.push(Finding::new(address, "duplicate-text", wrong, right));
        } else {
            first.insert(text.whole, address);
            own.push((address, text));
        }
    }
    let texts: Vec<&Shingles> = own.iter().map(|(_, text)| *text).collect();
    for (one, other, likeness) in alike(&texts, NEARLY) {
        let wrong = format!(
            "its text is that of `{}` to {:.0} %",
            own[one].0,
            likeness * 100.0
        );
        let right = "text of its own, or one page in place of two";
        findings.push(Finding::new(own[other].0, "near-duplicate", wrong, right));
    }
    findings
}
