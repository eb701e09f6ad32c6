//! Links in the guide that lead to something else than a page that answers.

use std::collections::{BTreeMap, BTreeSet};

use crate::audit::address::Place;
use crate::audit::crawl::Crawl;
use crate::audit::finding::Finding;

pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (place, pages) in places(crawl) {
        let Some((rule, wrong, right)) = fault(crawl, &place) else {
            continue;
        };
        // The same link on all pages is one mistake.
        let first = pages.first().copied().unwrap_or("/");
        let wrong = match pages.len() - 1 {
            0 => wrong,
            1 => format!("{wrong} (1 more page does the same)"),
            more => format!("{wrong} ({more} more pages do the same)"),
        };
        findings.push(Finding::new(first, rule, wrong, right));
    }
    if crawl.is_cut {
        let wrong = format!(
            "more than {} addresses; the rest was not asked for",
            crawl.most
        );
        let right = "fewer links with queries";
        findings.push(Finding::new("/", "crawl-limit", wrong, right));
    }
    findings
}

/// Every place in the guide that pages link to or are made of, with these pages.
fn places(crawl: &Crawl) -> BTreeMap<Place, BTreeSet<&str>> {
    let mut places: BTreeMap<Place, BTreeSet<&str>> = BTreeMap::new();
    for (from, _, page) in crawl.html() {
        for link in page.links.iter().chain(&page.resources) {
            if let Some(place) = crawl.home.place(from, link) {
                places.entry(place).or_default().insert(from);
            }
        }
    }
    places
}

fn fault(crawl: &Crawl, place: &Place) -> Option<(&'static str, String, String)> {
    let address = &place.address;
    let visit = crawl.visits.get(address)?;
    let reply = match &visit.reply {
        Ok(reply) => reply,
        Err(why) => {
            let wrong = format!("it links to `{address}`, which does not answer: {why}");
            return Some((
                "link-broken",
                wrong,
                "an address that answers 200".to_owned(),
            ));
        }
    };
    match reply.status {
        200..300 => {}
        300..400 => {
            let location = reply.location.as_deref().unwrap_or_default();
            let target = crawl.home.place(address, location);
            let target = target.map_or_else(|| location.to_owned(), |target| target.address);
            let wrong = format!(
                "it links to `{address}`, which is a redirect ({})",
                reply.status
            );
            return Some(("link-redirect", wrong, format!("a link to `{target}`")));
        }
        status => {
            let wrong = format!("it links to `{address}`, which answers {status}");
            return Some((
                "link-broken",
                wrong,
                "an address that answers 200".to_owned(),
            ));
        }
    }
    let fragment = place.fragment.as_deref()?;
    let page = visit.page.as_ref()?;
    // An empty fragment and `top` are the top of a page; `:~:` points at words.
    let is_there = matches!(fragment, "" | "top") || fragment.starts_with(":~:");
    if is_there || page.ids.contains(fragment) || page.ids.contains(&*unescaped(fragment)) {
        return None;
    }
    let wrong = format!("it links to `{address}#{fragment}`, and the page has no such place");
    Some((
        "link-fragment",
        wrong,
        "the `id` of an element there".to_owned(),
    ))
}

/// A fragment as the `id` that it stands for.
fn unescaped(fragment: &str) -> String {
    // The parser of forms turns `+` into a space, which a fragment means as it is.
    let form = fragment
        .replace('+', "%2B")
        .replace('&', "%26")
        .replace('=', "%3D");
    let mut parsed = form_urlencoded::parse(form.as_bytes());
    parsed
        .next()
        .map_or_else(String::new, |(name, _)| name.into_owned())
}
