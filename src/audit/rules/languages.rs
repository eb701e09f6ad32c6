//! `hreflang`, where a guide has languages.

use super::head::is_language;
use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let pages = crawl.indexed();
    pages
        .flat_map(|(address, _, page)| of_page(crawl, address, page))
        .collect()
}

/// The languages that a page names, with the places of their pages.
fn named(crawl: &Crawl, address: &str, page: &Page) -> Vec<(String, String)> {
    let alternates = page.alternates.iter().filter_map(|it| {
        let place = crawl.home.place(address, &it.link)?;
        Some((it.language.clone()?, place.address))
    });
    alternates.collect()
}

fn of_page(crawl: &Crawl, address: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |wrong: String, right: &str| {
        findings.push(Finding::new(address, "language", wrong, right));
    };
    for alternate in &page.alternates {
        let Some(language) = &alternate.language else {
            continue;
        };
        if language != "x-default" && !is_language(language) {
            let wrong = format!("`hreflang` is `{language}`");
            find(wrong, "a language tag, as in `en` or `pt-BR`");
        }
        if !alternate.link.contains("://") {
            let wrong = format!("the page in `{language}` is at `{}`", alternate.link);
            find(wrong, "an address with scheme and host");
        }
    }
    let others = named(crawl, address, page);
    if !others.is_empty() && !others.iter().any(|(_, it)| it == address) {
        find(
            "the languages do not name the page itself".to_owned(),
            "all languages on each page",
        );
    }
    for (language, other) in others.iter().filter(|(_, it)| it != address) {
        let visit = crawl
            .visits
            .get(other)
            .and_then(|visit| visit.page.as_ref());
        let Some(there) = visit else {
            continue;
        };
        let back = named(crawl, other, there);
        if !back.iter().any(|(_, it)| it == address) {
            let wrong = format!("`{other}` in `{language}` does not name this page in turn");
            find(wrong, "all languages on each page");
        }
    }
    findings
}
