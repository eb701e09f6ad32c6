//! The real content through the real pages: what every reader and crawler may rely on.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use career_guide::site::{Address, Feed, FeedFormat, Site};
use career_guide::{content, pages};
use scraper::{Html, Selector};

use crate::broken::lines;

/// The day on which the content was last reviewed. A fixed instant keeps these tests the same for
/// ever; `check` reads the clock and tells what has grown old since. Move it with the content.
pub const REVIEWED: &str = "2026-11-20T12:00:00Z";

/// The guide of the repository, as of the day it was reviewed; loaded once for all tests.
pub fn guide() -> &'static Site {
    static GUIDE: LazyLock<Site> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let instant = REVIEWED.parse().expect("an instant");
        let loaded = content::load(&folder, instant).expect("content/ is readable");
        let told = lines(&loaded);
        assert!(told.is_empty(), "{told}");
        loaded.site.expect("content/ makes a guide")
    });
    &GUIDE
}

/// Every HTML page by its path; drawn once for all tests.
fn html_pages() -> impl Iterator<Item = (&'static String, Html)> {
    static PAGES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        let site = guide();
        let addresses = site.addresses();
        let pages = addresses.iter().filter(|address| address.is_page());
        pages
            .map(|address| (address.path(), page(site, address)))
            .collect()
    });
    PAGES
        .iter()
        .map(|(path, html)| (path, Html::parse_document(html)))
}

fn page(site: &Site, address: &Address) -> String {
    let rendered = pages::render(site, address);
    let rendered = rendered.unwrap_or_else(|| panic!("{} has a page", address.path()));
    String::from_utf8(rendered.body).expect("pages are UTF-8")
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    html.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

fn ids(html: &Html) -> BTreeSet<String> {
    select(html, "[id]")
        .iter()
        .filter_map(|element| element.attr("id"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_address_answers() {
    let site = guide();
    for address in site.addresses() {
        let rendered = pages::render(site, &address);
        assert!(
            rendered.is_some_and(|page| !page.body.is_empty()),
            "{}",
            address.path()
        );
    }
}

#[test]
fn every_link_leads_somewhere_and_every_anchor_exists() {
    let site = guide();
    let pages: BTreeMap<&String, Html> = html_pages().collect();
    let anchors: BTreeMap<&String, BTreeSet<String>> = pages
        .iter()
        .map(|(path, html)| (*path, ids(html)))
        .collect();
    let known: BTreeSet<String> = site.addresses().iter().map(Address::path).collect();
    let assets: BTreeSet<String> = pages::assets()
        .into_iter()
        .map(|asset| asset.path)
        .collect();
    let mut broken = Vec::new();
    for (path, html) in &pages {
        for link in select(html, "[href]")
            .iter()
            .filter_map(|element| element.attr("href"))
        {
            if link.contains(':') || assets.contains(link) {
                continue;
            }
            let (target, anchor) = link.split_once('#').unwrap_or((link, ""));
            // What a tool is asked does not make another page of it.
            let target = target.split('?').next().unwrap_or(target);
            let target = if target.is_empty() { path } else { target };
            if !known.contains(target) {
                broken.push(format!("{path}: {link} has no page"));
            } else if !anchor.is_empty() && !anchors[&target.to_owned()].contains(anchor) {
                broken.push(format!("{path}: {link} has no such place"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_page_has_one_h1_and_no_id_twice() {
    for (path, html) in html_pages() {
        assert_eq!(select(&html, "h1").len(), 1, "{path}");
        let all = select(&html, "[id]").len();
        assert_eq!(
            ids(&html).len(),
            all,
            "{path} has an id twice: {:?}",
            repeated(&html)
        );
    }
}

fn repeated(html: &Html) -> Vec<String> {
    let mut seen = BTreeSet::new();
    select(html, "[id]")
        .iter()
        .filter_map(|element| element.attr("id"))
        .filter(|id| !seen.insert(id.to_string()))
        .map(str::to_owned)
        .collect()
}

#[test]
fn titles_and_descriptions_are_unique_and_of_the_right_length() {
    let mut titles: BTreeMap<String, String> = BTreeMap::new();
    let mut descriptions: BTreeMap<String, String> = BTreeMap::new();
    for (path, html) in html_pages() {
        let title: String = select(&html, "head > title")[0].text().collect();
        let description = select(&html, "meta[name=description]")[0]
            .attr("content")
            .unwrap_or("");
        let length = title.chars().count();
        assert!(
            (15..=65).contains(&length),
            "{path}: {length} characters in {title:?}"
        );
        let length = description.chars().count();
        assert!(
            (70..=160).contains(&length),
            "{path}: {length} characters in {description:?}"
        );
        if let Some(other) = titles.insert(title.clone(), path.clone()) {
            panic!("{path} and {other} are both called {title:?}");
        }
        if let Some(other) = descriptions.insert(description.to_owned(), path.clone()) {
            panic!("{path} and {other} are both described as {description:?}");
        }
    }
}

#[test]
fn every_page_is_at_most_three_clicks_from_home() {
    let pages: BTreeMap<&String, Html> = html_pages().collect();
    let mut reached = BTreeSet::from(["/".to_owned()]);
    for _ in 0..3 {
        let links: Vec<String> = reached
            .iter()
            .filter_map(|path| pages.get(path))
            .flat_map(|html| select(html, "a[href]"))
            .filter_map(|link| link.attr("href"))
            .map(|link| link.split(['#', '?']).next().unwrap_or("").to_owned())
            .collect();
        reached.extend(links);
    }
    let lost: Vec<&String> = pages
        .keys()
        .filter(|path| !reached.contains(path.as_str()))
        .copied()
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn headings_never_skip_a_level() {
    for (path, html) in html_pages() {
        let mut before = 0;
        for heading in select(&html, "h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name()[1..].parse().expect("a digit");
            let words: String = heading.text().collect();
            assert!(
                level <= before + 1,
                "{path}: {words:?} is level {level} after {before}"
            );
            before = level;
        }
    }
}

#[test]
fn feed_and_sitemap_are_well_formed_and_name_only_pages_that_exist() {
    let site = guide();
    let known: BTreeSet<String> = site
        .addresses()
        .iter()
        .map(|address| format!("{}{}", site.config.address, address.path()))
        .collect();
    for (address, element) in [
        (Address::Sitemap, "loc"),
        (Address::Feed(Feed::Documents, FeedFormat::Atom), "id"),
    ] {
        let rendered = pages::render(site, &address).expect("it has a page");
        let text = String::from_utf8(rendered.body).expect("XML is UTF-8");
        let open = format!("<{element}>");
        let named: Vec<&str> = text
            .split(&open)
            .skip(1)
            .filter_map(|rest| rest.split('<').next())
            .collect();
        assert!(
            named.len() > 10,
            "{} names {} pages",
            address.path(),
            named.len()
        );
        for name in named {
            assert!(known.contains(name), "{}: {name}", address.path());
        }
    }
}
