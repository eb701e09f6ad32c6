//! Headings, pictures, and what is fetched in the open.

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let is_https = crawl.home.public.scheme() == "https";
    let mut findings = Vec::new();
    for (address, _, page) in crawl.html() {
        findings.extend(skips(address, page));
        findings.extend(pictures(address, page));
        if is_https {
            findings.extend(open(address, page));
        }
    }
    findings
}

fn skips(address: &str, page: &Page) -> Vec<Finding> {
    let before = std::iter::once(0).chain(page.headings.iter().map(|(level, _)| *level));
    let pairs = before.zip(&page.headings);
    let skipping = pairs.filter(|(before, (level, _))| *level > before + 1);
    skipping
        .map(|(before, (level, words))| {
            let wrong = format!("`{words}` is an h{level} after an h{before}");
            let wrong = wrong.replace("after an h0", "and the first heading");
            let right = format!("an h{} at most", before + 1);
            Finding::new(address, "heading-skip", wrong, right)
        })
        .collect()
}

fn pictures(address: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    for image in &page.images {
        let source = &image.source;
        if !image.has_size {
            let wrong = format!("`{source}` has no width or height");
            let right = "both, so that nothing moves when it comes";
            findings.push(Finding::new(address, "image-size", wrong, right));
        }
        if !image.has_alt {
            let wrong = format!("`{source}` has no `alt`");
            let right = "words in place of the picture, or `alt=\"\"` if it only decorates";
            findings.push(Finding::new(address, "image-alt", wrong, right));
        }
    }
    findings
}

fn open(address: &str, page: &Page) -> Vec<Finding> {
    let all = page.resources.iter();
    let open = all.filter(|it| it.trim().to_lowercase().starts_with("http://"));
    open.map(|it| {
        let wrong = format!("`{it}` is fetched over http");
        Finding::new(
            address,
            "mixed-content",
            wrong,
            "https, or a path of the guide",
        )
    })
    .collect()
}
