//! What pages tell machines: schema.org's own terms, and nothing that a reader does not see.

use std::collections::{BTreeMap, BTreeSet};

use career_guide::pages;
use career_guide::site::Site;
use scraper::{Html, Selector};
use serde_json::{Map, Value};

use crate::broken::INSTANT;
use crate::guide::guide;
use crate::load::site_at;

/// The properties of each type, with what a value may be.
type Vocabulary = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn vocabulary() -> Vocabulary {
    toml::from_str(include_str!("../fixtures/schema-org.toml")).expect("a table")
}

struct Page {
    path: String,
    html: Html,
    graph: Vec<Map<String, Value>>,
}

/// Every page that has a graph.
fn pages_of(site: &Site) -> Vec<Page> {
    let script = Selector::parse("script[type='application/ld+json']").expect("a selector");
    let addresses = site.addresses();
    let pages = addresses.iter().filter(|address| address.is_page());
    pages
        .filter_map(|address| {
            let body = pages::render(site, address).expect("a page").body;
            let html = Html::parse_document(std::str::from_utf8(&body).expect("UTF-8"));
            let graphs: Vec<String> = html.select(&script).map(|it| it.text().collect()).collect();
            assert!(graphs.len() < 2, "{}", address.path());
            let graph: Value = serde_json::from_str(graphs.first()?).expect("JSON");
            assert_eq!(graph["@context"], "https://schema.org");
            let things = graph["@graph"].as_array().expect("things").iter();
            Some(Page {
                path: address.path(),
                graph: things
                    .map(|thing| thing.as_object().expect("a thing").clone())
                    .collect(),
                html,
            })
        })
        .collect()
}

fn kind(thing: &Map<String, Value>) -> &str {
    thing["@type"].as_str().expect("a type")
}

#[test]
fn all_terms_are_of_the_vocabulary() {
    let vocabulary = vocabulary();
    let mut used = BTreeSet::new();
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let pages = pages_of(guide());
    for page in &pages {
        for thing in &page.graph {
            let id = thing["@id"].as_str().expect("an id").to_owned();
            ids.insert(id, kind(thing).to_owned());
        }
    }
    for page in &pages {
        for thing in &page.graph {
            is_of_vocabulary(&vocabulary, &ids, thing, &page.path, &mut used);
        }
    }
    for expected in [
        "Organization",
        "WebSite",
        "BreadcrumbList",
        "Article",
        "Occupation",
        "DefinedTermSet",
        "DefinedTerm",
        "Dataset",
        "ProfilePage",
        "ItemList",
        "MonetaryAmountDistribution",
    ] {
        assert!(used.contains(expected), "{expected} is used nowhere");
    }
}

/// Whether a thing has only properties of its type, with values that these may have.
fn is_of_vocabulary(
    vocabulary: &Vocabulary,
    ids: &BTreeMap<String, String>,
    thing: &Map<String, Value>,
    path: &str,
    used: &mut BTreeSet<String>,
) {
    let kind = kind(thing);
    used.insert(kind.to_owned());
    let properties = vocabulary
        .get(kind)
        .unwrap_or_else(|| panic!("{path}: no type {kind}"));
    for (name, value) in thing.iter().filter(|(name, _)| !name.starts_with('@')) {
        let ranges = properties
            .get(name)
            .unwrap_or_else(|| panic!("{path}: {kind} has no {name}"));
        let all = value
            .as_array()
            .map_or(std::slice::from_ref(value), |all| all);
        assert!(!all.is_empty(), "{path}: {kind}.{name} is empty");
        for value in all {
            let may = |range: &str| ranges.iter().any(|other| other == range);
            let fits = match value {
                Value::String(text) => {
                    let is_url = text.starts_with("https://") || text.starts_with("mailto:");
                    let is_date = text.parse::<jiff::civil::Date>().is_ok();
                    may("Text") || may("URL") && is_url || may("Date") && is_date
                }
                Value::Number(number) => may("Number") || may("Integer") && number.is_u64(),
                Value::Bool(_) => may("Boolean"),
                Value::Object(inner) if inner.contains_key("@type") => {
                    let inner_kind = inner["@type"].as_str().unwrap_or_default().to_owned();
                    is_of_vocabulary(vocabulary, ids, inner, path, used);
                    may(&inner_kind) || may("Thing")
                }
                Value::Object(inner) => {
                    let id = inner["@id"].as_str().expect("a reference");
                    let there = ids
                        .get(id)
                        .unwrap_or_else(|| panic!("{path}: nothing is {id}"));
                    may(there) || may("Thing")
                }
                _ => false,
            };
            assert!(fits, "{path}: {kind}.{name} cannot be {value}");
        }
    }
}

/// Values that no reader needs to see: addresses and words of formats.
const UNSEEN: [&str; 17] = [
    "@type",
    "@id",
    "url",
    "image",
    "inLanguage",
    "license",
    "position",
    "numberOfItems",
    "contentUrl",
    "encodingFormat",
    "duration",
    "currency",
    "item",
    "inCodeSet",
    "unitText",
    "jobLocationType",
    "directApply",
];

#[test]
fn nothing_is_told_to_machines_alone() {
    let mut unseen = Vec::new();
    for page in pages_of(guide()) {
        let main = Selector::parse("body").expect("a selector");
        let shown: Vec<String> = page
            .html
            .select(&main)
            .flat_map(|it| it.text())
            .map(str::to_owned)
            .collect();
        let shown = squeezed(&shown.concat());
        let times = Selector::parse("time[datetime]").expect("a selector");
        let dates: BTreeSet<&str> = page
            .html
            .select(&times)
            .filter_map(|it| it.attr("datetime"))
            .collect();
        for thing in &page.graph {
            look(thing, &page.path, &shown, &dates, &mut unseen);
        }
    }
    assert!(unseen.is_empty(), "{unseen:#?}");
}

fn look(
    thing: &Map<String, Value>,
    path: &str,
    shown: &str,
    dates: &BTreeSet<&str>,
    unseen: &mut Vec<String>,
) {
    for (name, value) in thing
        .iter()
        .filter(|(name, _)| !UNSEEN.contains(&name.as_str()))
    {
        let all = value
            .as_array()
            .map_or(std::slice::from_ref(value), |all| all);
        for value in all {
            let is_seen = match value {
                Value::Object(inner) => {
                    look(inner, path, shown, dates, unseen);
                    true
                }
                Value::String(text) if name == "sameAs" => shown.contains(&squeezed(text)),
                Value::String(text) if name == "temporalCoverage" => {
                    let mut days = text.split('/').map(|day| day.parse().expect("a day"));
                    days.all(|day: jiff::civil::Date| {
                        shown.contains(&squeezed(&day.strftime("%-d %B %Y").to_string()))
                    })
                }
                Value::String(text) if name.starts_with("date") => dates.contains(text.as_str()),
                Value::String(text) => shown.contains(&squeezed(text)),
                Value::Number(number) => {
                    shown.contains(&with_commas(number.as_f64().expect("a number")))
                }
                _ => false,
            };
            if !is_seen {
                unseen.push(format!("{path}: {name} {value}"));
            }
        }
    }
}

/// Without what the drawing of text changes: spaces, and the forms of quotes.
fn squeezed(text: &str) -> String {
    let same = |c: char| match c {
        '’' => '\'',
        '“' | '”' => '"',
        other => other,
    };
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(same)
        .collect()
}

fn with_commas(number: f64) -> String {
    let whole = format!("{}", number.trunc() as i64);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match number.fract() {
        0.0 => grouped,
        cents => format!("{grouped}{}", &format!("{cents:.2}")[1..]),
    }
}

#[test]
fn only_fresh_pay_and_open_adverts_are_told() {
    let find = |site: &Site, path: &str, kind_wanted: &str| {
        let pages = pages_of(site);
        let page = pages.into_iter().find(|page| page.path == path);
        let mut things = page.into_iter().flat_map(|page| page.graph);
        things.find(|thing| kind(thing) == kind_wanted)
    };
    let now = site_at(INSTANT);
    let role = "/roles/backend-developer";
    let occupation = find(&now, role, "Occupation").expect("an occupation");
    assert!(occupation.contains_key("estimatedSalary"));
    let later = site_at("2126-01-01T00:00:00Z");
    let occupation = find(&later, role, "Occupation").expect("an occupation");
    assert!(!occupation.contains_key("estimatedSalary"));
    let open = now.jobs.iter().find(|job| !now.is_closed(job));
    if let Some(job) = open {
        let path = format!("/jobs/{}", job.id);
        assert!(find(&now, &path, "JobPosting").is_some() || job.posted.is_none());
        assert!(find(&later, &path, "JobPosting").is_none());
    }
}
