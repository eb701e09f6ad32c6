//! What a page costs before it can be read.

use std::collections::BTreeSet;

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;

/// What a server sends before it must wait for word that it came.
const NOTED: usize = 14 * 1024;
const MOST: usize = 60 * 1024;
const MOST_REQUESTS: usize = 3;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Who wants a whole book, which no search engine keeps, knows that it is large.
    let pages = crawl.html().filter(|(_, visit, _)| !visit.is_noindex());
    for (address, visit, page) in pages {
        let bytes = visit.reply.as_ref().map_or(0, |reply| reply.wire);
        let wrong = format!("the HTML is {bytes} bytes, compressed");
        if bytes > MOST {
            let right = format!("{MOST} at most");
            findings.push(Finding::new(address, "weight", wrong, right));
        } else if bytes > NOTED {
            let right = format!("{NOTED} come in the first answer");
            findings.push(Finding::new(address, "weight", wrong, right).as_note());
        }
        let loaded = page.loaded.iter();
        let loaded: BTreeSet<_> = loaded
            .filter_map(|it| crawl.home.resolved(address, it))
            .collect();
        let requests = 1 + loaded.len();
        if requests > MOST_REQUESTS {
            let wrong = format!("{requests} requests show the page");
            let right = format!("{MOST_REQUESTS} at most; a picture further down can be lazy");
            findings.push(Finding::new(address, "requests", wrong, right));
        }
    }
    findings
}
