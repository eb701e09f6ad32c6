//! What a guide lists for search engines: sitemaps and robots.txt, held against its pages.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::audit::crawl::{Crawl, ROBOTS, Visit};
use crate::audit::finding::Finding;
use crate::audit::sitemap::{Entry, Sitemap};

const MOST_ENTRIES: usize = 50_000;
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Crawlers that bring readers.
const CRAWLERS: [&str; 2] = ["googlebot", "bingbot"];

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut findings = robots(crawl);
    let mut listed = BTreeSet::new();
    for sitemap in &crawl.sitemaps {
        findings.extend(form(sitemap));
        for entry in &sitemap.entries {
            findings.extend(of_entry(crawl, sitemap, entry));
            let place = crawl.home.place("/", &entry.location);
            listed.extend(place.map(|place| place.address));
        }
    }
    for (address, _, _) in crawl.indexed() {
        if !listed.contains(address) {
            let wrong = "no sitemap lists it";
            let right = "an entry, or `noindex` if nobody should find the page";
            findings.push(Finding::new(address, "sitemap-missing", wrong, right));
        }
    }
    findings.extend(orphans(crawl, &listed));
    findings
}

fn robots(crawl: &Crawl) -> Vec<Finding> {
    let mut findings = Vec::new();
    let status = crawl.visits.get(ROBOTS).map_or(0, Visit::status);
    if status != 200 {
        let wrong = format!("it answers {status}");
        findings.push(Finding::new(
            ROBOTS,
            "robots",
            wrong,
            "200, whatever else fails",
        ));
    }
    for (address, visit, _) in crawl.html() {
        let forbidding = CRAWLERS.iter().find(|it| crawl.robots.forbids(it, address));
        let Some(crawler) = forbidding else {
            continue;
        };
        let wrong = format!("robots.txt forbids it to `{crawler}`");
        let right = match visit.is_noindex() {
            true => "leave it to `noindex`, which is seen only by who may ask",
            false => "a page that may be indexed may be asked for",
        };
        findings.push(Finding::new(address, "robots", wrong, right));
    }
    findings
}

fn form(sitemap: &Sitemap) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(fault) = &sitemap.fault {
        let wrong = format!("the sitemap {fault}");
        let right = "a `urlset` or a `sitemapindex`, answered with 200";
        findings.push(Finding::new(&sitemap.address, "sitemap-form", wrong, right));
    }
    let (entries, bytes) = (sitemap.entries.len(), sitemap.size);
    if entries > MOST_ENTRIES || bytes > MOST_BYTES {
        let wrong = format!("the sitemap has {entries} addresses and {bytes} bytes");
        let right = format!("{MOST_ENTRIES} and {MOST_BYTES} at most, and an index of several");
        findings.push(Finding::new(&sitemap.address, "sitemap-size", wrong, right));
    }
    findings
}

fn of_entry(crawl: &Crawl, sitemap: &Sitemap, entry: &Entry) -> Vec<Finding> {
    let Some(place) = crawl.home.place("/", &entry.location) else {
        let wrong = format!("`{}` is no address of the guide", entry.location);
        let right = format!("an address below `{}`", crawl.home.full("/"));
        return vec![Finding::new(
            &sitemap.address,
            "sitemap-canonical",
            wrong,
            right,
        )];
    };
    let address = &place.address;
    let mut findings = Vec::new();
    let mut find = |rule, wrong: String, right: &str| {
        findings.push(Finding::new(address, rule, wrong, right));
    };
    if entry.location != crawl.home.full(address) {
        let wrong = format!("the sitemap calls it `{}`", entry.location);
        find(
            "sitemap-canonical",
            wrong,
            &format!("`{}`", crawl.home.full(address)),
        );
    }
    let Some(visit) = crawl.visits.get(address) else {
        // The crawl was cut short, which is told elsewhere.
        return findings;
    };
    let status = visit.status();
    if status != 200 {
        let wrong = format!("the sitemap lists it, and it answers {status}");
        find("sitemap-status", wrong, "only addresses that answer 200");
        return findings;
    }
    if visit.is_noindex() {
        let wrong = "the sitemap lists it, and it says `noindex`".to_owned();
        find("sitemap-noindex", wrong, "one of both");
    }
    let canonicals = visit.page.iter().flat_map(|page| page.canonicals.first());
    for canonical in canonicals.filter(|it| **it != entry.location && it.contains("://")) {
        let wrong = format!("the sitemap lists it, and its canonical link is `{canonical}`");
        find("sitemap-canonical", wrong, "only canonical addresses");
    }
    findings.extend(modified(crawl, address, visit, entry));
    findings.extend(pictures(crawl, address, entry));
    findings
}

fn pictures(crawl: &Crawl, address: &str, entry: &Entry) -> Vec<Finding> {
    let status = |image: &&String| {
        let place = crawl.home.place("/", image)?;
        crawl.visits.get(&place.address).map(Visit::status)
    };
    let images = entry.images.iter();
    let broken = images.filter_map(|image| Some((image, status(&image)?)));
    broken
        .filter(|(_, status)| *status != 200)
        .map(|(image, status)| {
            let wrong = format!("its picture `{image}` answers {status}");
            Finding::new(
                address,
                "sitemap-status",
                wrong,
                "a picture that answers 200",
            )
        })
        .collect()
}

fn modified(crawl: &Crawl, address: &str, visit: &Visit, entry: &Entry) -> Option<Finding> {
    let modified = entry.modified.as_deref()?;
    let find =
        |wrong: String, right: &str| Some(Finding::new(address, "sitemap-lastmod", wrong, right));
    let today = crawl.now.to_zoned(TimeZone::UTC).date();
    let day: Option<Date> = modified.get(..10).and_then(|day| day.parse().ok());
    let Some(day) = day else {
        return find(
            format!("its lastmod is `{modified}`"),
            "a day, as in `2026-11-20`",
        );
    };
    if day > today {
        return find(
            format!("its lastmod, {day}, is in the future"),
            "the day of its last change",
        );
    }
    let days = &visit.page.as_ref()?.days;
    match days.is_empty() || days.contains(&day.to_string()) {
        true => None,
        false => find(
            format!("its lastmod is {day}, which stands in no `<time>` of the page"),
            "the day that readers see",
        ),
    }
}

/// Pages that no other page links to, and pages that are far from the home page.
fn orphans(crawl: &Crawl, listed: &BTreeSet<String>) -> Vec<Finding> {
    let mut linked: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (from, _, page) in crawl.html() {
        for place in page
            .links
            .iter()
            .filter_map(|link| crawl.home.place(from, link))
        {
            linked.entry(place.address).or_default().insert(from);
        }
    }
    let is_linked = |address: &str| {
        let from = linked.get(address).into_iter().flatten();
        from.into_iter().any(|from| *from != address)
    };
    let mut findings = Vec::new();
    for (address, visit, _) in crawl.indexed() {
        if listed.contains(address) && address != "/" && !is_linked(address) {
            let wrong = "the sitemap lists it, and no page links to it";
            findings.push(Finding::new(
                address,
                "orphan",
                wrong,
                "a link from where it belongs",
            ));
        }
        match visit.clicks {
            Some(clicks) if clicks > 3 => {
                let wrong = format!("it is {clicks} clicks from the home page");
                findings.push(Finding::new(address, "depth", wrong, "three at most"));
            }
            _ => {}
        }
    }
    findings
}
