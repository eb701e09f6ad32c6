//! What those see who share a page: Open Graph and cards.

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

const NEEDED: [&str; 5] = [
    "og:title",
    "og:type",
    "og:url",
    "og:description",
    "twitter:card",
];

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let home = crawl.visits.get("/").and_then(|visit| visit.page.as_ref());
    let has_pictures = home.is_some_and(|page| page.metas.contains_key("og:image"));
    let pages = crawl.indexed();
    pages
        .flat_map(|(address, _, page)| of_page(address, page, has_pictures))
        .collect()
}

fn of_page(address: &str, page: &Page, has_pictures: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let filled = |name: &str| page.metas.get(name).filter(|it| !it.trim().is_empty());
    let missing: Vec<&str> = NEEDED
        .into_iter()
        .filter(|it| filled(it).is_none())
        .collect();
    if !missing.is_empty() {
        let wrong = format!("the head has no `{}`", missing.join("`, `"));
        let right = "what the page is called when it is shared";
        findings.push(Finding::new(address, "open-graph-missing", wrong, right));
    }
    if let (Some(url), Some(canonical)) = (filled("og:url"), page.canonicals.first())
        && url != canonical
    {
        let wrong = format!("`og:url` is `{url}`");
        let right = format!("the canonical address, `{canonical}`");
        findings.push(Finding::new(address, "open-graph-unlike", wrong, right));
    }
    let wrong = match filled("og:image") {
        None if has_pictures => {
            "the head has no `og:image`, and that of the home page has".to_owned()
        }
        Some(image) if !image.contains("://") => format!("`og:image` is `{image}`"),
        _ => return findings,
    };
    let right = "a picture of its own, with scheme and host";
    findings.push(Finding::new(address, "open-graph-image", wrong, right));
    findings
}
