//! Feeds, and other forms of a page that it names in its head.

use std::collections::BTreeSet;

use roxmltree::{Document, Node};
use serde_json::Value;

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

const FEEDS: [&str; 3] = [
    "application/atom+xml",
    "application/rss+xml",
    "application/feed+json",
];

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut feeds = BTreeSet::new();
    let mut findings = Vec::new();
    let home = crawl.visits.get("/").and_then(|visit| visit.page.as_ref());
    let of_home = home.map(|page| named(crawl, "/", page)).unwrap_or_default();
    for (address, _, page) in crawl.indexed() {
        let named = named(crawl, address, page);
        for missing in of_home.difference(&named) {
            let wrong = format!("the head does not name the feed `{missing}`");
            let right = "`<link rel=\"alternate\">` to it, as on the home page";
            findings.push(Finding::new(address, "feed", wrong, right));
        }
        feeds.extend(named);
        findings.extend(twins(crawl, address, page));
    }
    findings.extend(feeds.iter().flat_map(|feed| of_feed(crawl, feed)));
    findings
}

/// The feeds that a page names.
fn named(crawl: &Crawl, address: &str, page: &Page) -> BTreeSet<String> {
    let alternates = page.alternates.iter();
    let feeds = alternates.filter(|it| FEEDS.contains(&&*it.media_type));
    let places = feeds.filter_map(|it| crawl.home.place(address, &it.link));
    places.map(|place| place.address).collect()
}

/// Other forms of a page, which must not be found in its place.
fn twins(crawl: &Crawl, address: &str, page: &Page) -> Vec<Finding> {
    let alternates = page.alternates.iter();
    let twins = alternates.filter(|it| it.media_type == "text/markdown");
    twins
        .filter_map(|twin| {
            let place = crawl.home.place(address, &twin.link)?;
            let visit = crawl.visits.get(&place.address)?;
            if visit.status() != 200 || visit.is_noindex() {
                return None;
            }
            let wrong = format!(
                "its other form `{}` may be indexed beside it",
                place.address
            );
            let right = "`X-Robots-Tag: noindex`";
            Some(Finding::new(address, "twin-indexed", wrong, right))
        })
        .collect()
}

fn of_feed(crawl: &Crawl, feed: &str) -> Vec<Finding> {
    let Some(Ok(reply)) = crawl.visits.get(feed).map(|visit| &visit.reply) else {
        return Vec::new();
    };
    if reply.status != 200 {
        // A link that leads nowhere is told of where it stands.
        return Vec::new();
    }
    let find = |wrong: String, right: &str| Finding::new(feed, "feed", wrong, right);
    let text = String::from_utf8_lossy(&reply.body);
    let links = match reply.media_type.contains("json") {
        true => json_links(&text),
        false => xml_links(&text),
    };
    let links = match links {
        Ok(links) => links,
        Err(why) => return vec![find(why, "a feed that programs can read")],
    };
    let is_canonical = |link: &str| {
        let Some(place) = crawl.home.place(feed, link) else {
            return false;
        };
        let page = crawl
            .visits
            .get(&place.address)
            .and_then(|it| it.page.as_ref());
        // A place in a page is of that page.
        let link = link.split('#').next().unwrap_or(link);
        page.is_some_and(|page| page.canonicals.first().is_some_and(|it| it == link))
    };
    let others = links.iter().filter(|link| !is_canonical(link));
    others
        .map(|link| {
            let wrong = format!("an entry leads to `{link}`");
            find(wrong, "the canonical address of a page")
        })
        .collect()
}

fn json_links(text: &str) -> Result<Vec<String>, String> {
    let feed: Value =
        serde_json::from_str(text).map_err(|error| format!("it is no JSON: {error}"))?;
    let items = feed["items"].as_array().ok_or("it has no `items`")?;
    let url = |item: &Value| match item["url"].as_str() {
        Some(url) => Ok(url.to_owned()),
        None => Err(format!("the entry `{}` has no `url`", item["id"])),
    };
    items.iter().map(url).collect()
}

fn xml_links(text: &str) -> Result<Vec<String>, String> {
    let document =
        Document::parse(text).map_err(|error| format!("it is not well-formed XML: {error}"))?;
    let root = document.root_element();
    if !matches!(root.tag_name().name(), "feed" | "rss" | "RDF") {
        return Err(format!("it begins with `{}`", root.tag_name().name()));
    }
    let entries = root
        .descendants()
        .filter(|node| matches!(node.tag_name().name(), "entry" | "item"));
    entries
        .map(|entry| entry_link(entry).ok_or_else(|| "an entry has no link".to_owned()))
        .collect()
}

/// Where an entry of Atom or RSS leads.
fn entry_link(entry: Node) -> Option<String> {
    let mut links = entry.children().filter(|it| it.tag_name().name() == "link");
    let link = links.find(|it| it.attribute("rel").is_none_or(|rel| rel == "alternate"))?;
    let text = link.attribute("href").or_else(|| link.text())?;
    Some(text.trim().to_owned())
}
