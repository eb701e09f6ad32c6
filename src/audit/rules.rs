//! What a search engine asks of a guide, rule by rule.

mod addresses;
mod feeds;
mod graphs;
mod head;
mod languages;
mod likeness;
mod links;
mod lists;
mod shared;
mod structure;
mod weight;

use super::crawl::Crawl;
use super::finding::Finding;

/// The names of all rules, with what is right.
pub const RULES: [(&str, &str); 46] = [
    ("title-missing", "one title in the head"),
    ("title-length", "a title of 15 to 65 characters"),
    ("title-duplicate", "a title that no other page has"),
    ("h1-count", "exactly one h1"),
    ("description-missing", "one description in the head"),
    (
        "description-length",
        "a description of 70 to 160 characters",
    ),
    (
        "description-duplicate",
        "a description that no other page has",
    ),
    ("canonical-missing", "one canonical link in the head"),
    (
        "canonical-relative",
        "a canonical link with scheme and host",
    ),
    ("canonical-other", "a canonical link to the page itself"),
    ("lang-missing", "a language on the html element"),
    ("head-element", "only metadata in the head"),
    (
        "open-graph-missing",
        "og:title, og:type, og:url, og:description and twitter:card",
    ),
    ("open-graph-unlike", "og:url that is the canonical address"),
    (
        "open-graph-image",
        "a picture on all pages, if on the home page, with a full address",
    ),
    ("heading-skip", "headings that go down one level at a time"),
    ("image-size", "width and height on each picture"),
    ("image-alt", "alt on each picture, if only an empty one"),
    (
        "mixed-content",
        "nothing fetched over http, if the guide lives at https",
    ),
    ("json-ld-syntax", "JSON-LD that parses"),
    ("json-ld-id", "one thing for an @id on a page"),
    (
        "json-ld-reference",
        "things that are named, and are in the guide",
    ),
    ("json-ld-date", "dates that stand on the page"),
    (
        "weight",
        "HTML of 60 KB at most, compressed; more than 14 KB is noted",
    ),
    ("requests", "three requests at most to show a page"),
    ("duplicate-text", "one address for a text"),
    (
        "near-duplicate",
        "pages that differ in more than a tenth of their text",
    ),
    ("sitemap-form", "a sitemap that is well-formed"),
    (
        "sitemap-size",
        "50,000 addresses and 2 MB at most in a sitemap",
    ),
    (
        "sitemap-status",
        "only addresses that answer 200 in the sitemap",
    ),
    (
        "sitemap-noindex",
        "no page in the sitemap that must not be indexed",
    ),
    (
        "sitemap-canonical",
        "only canonical addresses in the sitemap",
    ),
    (
        "sitemap-missing",
        "all pages that may be indexed in the sitemap",
    ),
    (
        "sitemap-lastmod",
        "a day that is not in the future and stands on the page",
    ),
    (
        "orphan",
        "a link from another page to each page of the sitemap",
    ),
    ("depth", "three clicks at most from the home page"),
    ("link-redirect", "links that lead straight to their page"),
    ("link-broken", "links that lead somewhere"),
    ("link-fragment", "links to places that exist"),
    (
        "address-form",
        "one 308 from other forms of an address to the right one",
    ),
    ("soft-404", "404 for an unknown address"),
    (
        "robots",
        "a robots.txt that answers 200 and forbids no page",
    ),
    (
        "feed",
        "feeds that parse, with entries at canonical addresses, named by all pages",
    ),
    (
        "twin-indexed",
        "other forms of a page that are not indexed beside it",
    ),
    ("crawl-limit", "few enough addresses to ask for all of them"),
    (
        "language",
        "languages that name each other by full addresses",
    ),
];

/// Everything that a crawl finds wrong, in no order.
pub fn findings(crawl: &Crawl) -> Vec<Finding> {
    let rules: [fn(&Crawl) -> Vec<Finding>; 11] = [
        head::findings,
        shared::findings,
        structure::findings,
        graphs::findings,
        weight::findings,
        likeness::findings,
        lists::findings,
        links::findings,
        addresses::findings,
        feeds::findings,
        languages::findings,
    ];
    rules.iter().flat_map(|rule| rule(crawl)).collect()
}
