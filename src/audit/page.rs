//! What a page of HTML says that the rules ask about.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html};
use serde_json::Value;

use super::head;
use super::shingles::Shingles;

/// A page, read once; the tree it was read from is dropped.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The titles in the head.
    pub titles: Vec<String>,
    pub descriptions: Vec<String>,
    pub canonicals: Vec<String>,
    pub lang: Option<String>,
    /// What `<meta name="robots">` says, in lower case.
    pub robots: String,
    /// Levels and words, in order.
    pub headings: Vec<(u8, String)>,
    pub ids: BTreeSet<String>,
    /// Where readers can go: `href` of `<a>` and `<area>`.
    pub links: Vec<String>,
    /// `<link rel="alternate">`.
    pub alternates: Vec<Alternate>,
    /// All that belongs to the page and is fetched with or for it.
    pub resources: BTreeSet<String>,
    /// Those that a browser fetches to show the page: styles, scripts, pictures.
    pub loaded: BTreeSet<String>,
    pub images: Vec<Image>,
    /// `<meta property>` and `<meta name>` with their content.
    pub metas: BTreeMap<String, String>,
    /// JSON-LD, or why it is no JSON.
    pub graphs: Vec<Result<Value, String>>,
    /// The days of all `<time>`: `2026-11-20`.
    pub days: BTreeSet<String>,
    /// Elements in the head that may not stand there.
    pub strays: Vec<String>,
    pub text: Option<Shingles>,
}

/// Another form of a page, or a feed.
#[derive(Clone, Debug)]
pub struct Alternate {
    pub media_type: String,
    pub language: Option<String>,
    pub link: String,
}

#[derive(Clone, Debug)]
pub struct Image {
    pub source: String,
    pub has_size: bool,
    pub has_alt: bool,
}

const HTML: &str = "http://www.w3.org/1999/xhtml";

impl Page {
    /// Reads the text of a page.
    pub fn parse(html: &str) -> Self {
        let mut page = Page {
            strays: head::strays(html),
            ..Page::default()
        };
        let tree = Html::parse_document(html);
        for element in tree
            .root_element()
            .descendants()
            .filter_map(ElementRef::wrap)
        {
            page.ids.extend(element.attr("id").map(str::to_owned));
            if &*element.value().name.ns == HTML {
                page.read(element);
            }
        }
        page
    }

    fn read(&mut self, element: ElementRef) {
        let owned = |name: &str| element.attr(name).map(str::to_owned);
        let words = || squeezed(&element.text().collect::<String>());
        match element.value().name() {
            "html" => self.lang = owned("lang"),
            "title" if is_in_head(element) => self.titles.push(words()),
            "meta" => self.meta(element),
            "link" => self.link(element),
            "a" | "area" => self.links.extend(owned("href")),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = element.value().name().as_bytes()[1] - b'0';
                self.headings.push((level, words()));
            }
            "img" => self.image(element),
            "script" if element.attr("type") == Some("application/ld+json") => {
                let text: String = element.text().collect();
                let graph = serde_json::from_str(&text).map_err(|error| error.to_string());
                self.graphs.push(graph);
            }
            "script" | "iframe" | "embed" | "audio" | "video" | "source" | "track" => {
                self.resources.extend(owned("src"));
                self.loaded.extend(owned("src"));
            }
            "time" => {
                let date = element.attr("datetime").unwrap_or_default();
                self.days.extend(date.get(..10).map(str::to_owned));
            }
            "main" => self.text = Some(Shingles::of(&spaced(element))),
            "body" if self.text.is_none() => self.text = Some(Shingles::of(&spaced(element))),
            _ => {}
        }
    }

    fn meta(&mut self, element: ElementRef) {
        let content = element.attr("content").unwrap_or_default();
        let name = element.attr("name").or_else(|| element.attr("property"));
        let Some(name) = name.map(str::to_lowercase) else {
            return;
        };
        match &*name {
            "description" if is_in_head(element) => self.descriptions.push(squeezed(content)),
            "robots" => self.robots = content.to_lowercase(),
            _ => {}
        }
        if name == "og:image" {
            self.resources.insert(content.to_owned());
        }
        self.metas.insert(name, content.to_owned());
    }

    fn link(&mut self, element: ElementRef) {
        let Some(link) = element.attr("href").map(str::to_owned) else {
            return;
        };
        let kinds = element.attr("rel").unwrap_or_default().to_lowercase();
        let is = |kind: &str| kinds.split_whitespace().any(|it| it == kind);
        if is("canonical") {
            if is_in_head(element) {
                self.canonicals.push(link);
            }
            return;
        }
        if is("preconnect") || is("dns-prefetch") || is("license") {
            return;
        }
        if is("stylesheet") {
            self.loaded.insert(link.clone());
        }
        if is("alternate") && !is("stylesheet") {
            self.alternates.push(Alternate {
                media_type: element.attr("type").unwrap_or_default().to_lowercase(),
                language: element.attr("hreflang").map(str::to_owned),
                link: link.clone(),
            });
        }
        self.resources.insert(link);
    }

    fn image(&mut self, element: ElementRef) {
        let source = element.attr("src").unwrap_or_default().to_owned();
        if !source.starts_with("data:") {
            self.resources.insert(source.clone());
            if element.attr("loading") != Some("lazy") {
                self.loaded.insert(source.clone());
            }
        }
        self.images.push(Image {
            source,
            has_size: element.attr("width").is_some() && element.attr("height").is_some(),
            has_alt: element.attr("alt").is_some(),
        });
    }
}

fn is_in_head(element: ElementRef) -> bool {
    let parent = element.parent().and_then(ElementRef::wrap);
    parent.is_some_and(|parent| parent.value().name() == "head")
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an element, in which words of two elements do not run together.
fn spaced(element: ElementRef) -> String {
    element.text().collect::<Vec<_>>().join(" ")
}
