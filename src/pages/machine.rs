//! Answers for machines: sitemap, robots.txt.

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Card, Kind, SITEMAP_PAGES, Site};

use super::modified;

/// `/sitemap.xml`: every page that search engines may index; or, where these are too many for one
/// file, the list of the files.
#[derive(Template)]
#[template(path = "sitemap.xml")]
pub struct Sitemap<'a> {
    site: &'a Site,
    /// The element around all entries and that around each: `urlset` and `url`.
    of: (&'static str, &'static str),
    entries: Vec<(String, Option<Date>)>,
}

impl<'a> Sitemap<'a> {
    pub fn new(site: &'a Site) -> Self {
        let pages = site.indexed();
        match site.sitemap_parts() {
            0 => Self::of_pages(site, &pages),
            parts => Sitemap {
                site,
                of: ("sitemapindex", "sitemap"),
                entries: (1..=parts)
                    .map(|part| (Address::SitemapPart(part).path(), None))
                    .collect(),
            },
        }
    }

    /// One of several files, the first being 1; nothing if there is none of this number.
    pub fn part(site: &'a Site, number: usize) -> Option<Self> {
        let is_there = (1..=site.sitemap_parts()).contains(&number);
        let pages = is_there.then(|| site.indexed())?;
        let pages = pages.chunks(SITEMAP_PAGES).nth(number - 1)?;
        Some(Self::of_pages(site, pages))
    }

    fn of_pages(site: &'a Site, pages: &[Address]) -> Self {
        let entry = |address: &Address| (address.path(), modified(site, address));
        Sitemap {
            site,
            of: ("urlset", "url"),
            entries: pages.iter().map(entry).collect(),
        }
    }
}

/// `/robots.txt`.
pub fn robots(site: &Site) -> String {
    let config = &site.config;
    let group = |names: &[String], rule: &str| -> String {
        let names = names.iter().map(|name| format!("User-agent: {name}\n"));
        format!("{}{rule}\n\n", names.collect::<String>())
    };
    let named = match &config.ai_crawlers {
        Some(ai) if ai.allowed => group(&ai.names, "Allow: /"),
        Some(ai) => group(&ai.names, "Disallow: /"),
        None => String::new(),
    };
    format!(
        "{named}User-agent: *\nAllow: /\n\nSitemap: {}{}\n",
        config.address,
        Address::Sitemap.path()
    )
}

/// `/llms.txt`: what the guide has, with the Markdown of each page, in the form of llmstxt.org.
#[derive(Template)]
#[template(path = "llms.txt")]
pub struct Llms<'a> {
    site: &'a Site,
    parts: Vec<(&'static str, Vec<Card<'a>>)>,
}

impl<'a> Llms<'a> {
    pub fn new(site: &'a Site) -> Self {
        let of = |kind: Kind| {
            let mut cards: Vec<Card> = site.cards().filter(|card| card.kind == kind).collect();
            cards.retain(|card| site.is_indexed(&kind.address(card.id)));
            cards.sort_by_key(|card| card.title.to_lowercase());
            (kind.index_title(), cards)
        };
        let parts = LISTED.map(of).into_iter();
        Llms {
            site,
            parts: parts.filter(|(_, cards)| !cards.is_empty()).collect(),
        }
    }
}

/// The kinds that `/llms.txt` lists.
const LISTED: [Kind; 8] = [
    Kind::Role,
    Kind::Skill,
    Kind::CareerPath,
    Kind::Guide,
    Kind::Industry,
    Kind::Learning,
    Kind::Term,
    Kind::Page,
];

/// `/manifest.webmanifest`: name and icon for whoever keeps the guide on a home screen.
pub fn manifest(site: &Site) -> Vec<u8> {
    let manifest = serde_json::json!({
        "name": site.config.name,
        "short_name": site.config.name,
        "description": site.config.tagline,
        "lang": site.config.language,
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "icons": [{ "src": super::assets::path("icon.svg"), "type": "image/svg+xml", "sizes": "any" }],
    });
    manifest.to_string().into_bytes()
}
