//! JSON-LD: whether it parses, whether what it names is there, and whether its dates are the page's.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;
use crate::audit::page::Page;

type Thing = Map<String, Value>;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut defined = BTreeSet::new();
    for (address, _, page) in crawl.html() {
        let things = things(page)
            .into_iter()
            .filter(|thing| !is_reference(thing));
        defined.extend(things.filter_map(|thing| id(crawl, address, thing)));
    }
    let mut findings = Vec::new();
    for (address, _, page) in crawl.html() {
        findings.extend(unparsed(address, page));
        findings.extend(twice(crawl, address, page));
        findings.extend(missing(crawl, address, page, &defined));
        findings.extend(unseen_dates(address, page));
    }
    findings
}

/// Every object in the graphs of a page, however deep.
fn things(page: &Page) -> Vec<&Thing> {
    let mut waiting: Vec<&Value> = page
        .graphs
        .iter()
        .filter_map(|it| it.as_ref().ok())
        .collect();
    let mut things = Vec::new();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values),
            Value::Object(thing) => {
                things.push(thing);
                waiting.extend(thing.values());
            }
            _ => {}
        }
    }
    things
}

/// Whether an object only names a thing that is described elsewhere.
fn is_reference(thing: &Thing) -> bool {
    thing.contains_key("@id") && thing.keys().all(|key| key == "@id" || key == "@type")
}

/// The full form of a thing's name.
fn id(crawl: &Crawl, address: &str, thing: &Thing) -> Option<String> {
    let id = thing.get("@id")?.as_str()?;
    let url = crawl.home.resolved(address, id);
    Some(url.map_or_else(|| id.to_owned(), |url| url.to_string()))
}

fn unparsed(address: &str, page: &Page) -> Vec<Finding> {
    let faults = page.graphs.iter().filter_map(|graph| graph.as_ref().err());
    faults
        .map(|why| {
            let wrong = format!("JSON-LD does not parse: {why}");
            Finding::new(address, "json-ld-syntax", wrong, "JSON")
        })
        .collect()
}

fn twice(crawl: &Crawl, address: &str, page: &Page) -> Vec<Finding> {
    let mut first: BTreeMap<String, &Thing> = BTreeMap::new();
    let mut findings = Vec::new();
    for thing in things(page)
        .into_iter()
        .filter(|thing| !is_reference(thing))
    {
        let Some(id) = id(crawl, address, thing) else {
            continue;
        };
        if first.get(&id).is_some_and(|other| *other != thing) {
            let wrong = format!("`{id}` is described in two ways");
            let right = "one description, and references to it";
            findings.push(Finding::new(address, "json-ld-id", wrong, right));
        } else {
            first.insert(id, thing);
        }
    }
    findings
}

/// References to what is not in the guide. A page that answers counts as what its address names.
fn missing(crawl: &Crawl, address: &str, page: &Page, defined: &BTreeSet<String>) -> Vec<Finding> {
    let references = things(page).into_iter().filter(|thing| is_reference(thing));
    let ids: BTreeSet<String> = references.filter_map(|it| id(crawl, address, it)).collect();
    let is_missing = |id: &String| {
        let Some(place) = crawl.home.place(address, id) else {
            return false;
        };
        let visit = crawl.visits.get(&place.address);
        let is_page = place.fragment.is_none() && visit.is_some_and(|it| it.status() == 200);
        !defined.contains(id) && !is_page
    };
    let missing = ids.into_iter().filter(is_missing);
    missing
        .map(|id| {
            let wrong = format!("JSON-LD refers to `{id}`, which no page describes");
            let right = "a thing with this `@id`, or no reference";
            Finding::new(address, "json-ld-reference", wrong, right)
        })
        .collect()
}

fn unseen_dates(address: &str, page: &Page) -> Vec<Finding> {
    let mut findings = Vec::new();
    for thing in things(page) {
        for (name, value) in thing.iter().filter(|(name, _)| name.starts_with("date")) {
            let Some(day) = value.as_str().and_then(|text| text.get(..10)) else {
                continue;
            };
            if !page.days.contains(day) {
                let wrong = format!("`{name}` is {day}, which stands in no `<time>` of the page");
                let right = "the day that readers see";
                findings.push(Finding::new(address, "json-ld-date", wrong, right));
            }
        }
    }
    findings
}
