//! What a page of HTML says that the rules ask about.

mod attribute;
mod reader;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::shingles::Shingles;

/// A page, read once.
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
    /// The names of elements that stand in the head and may not; `text` for bare text. A browser ends
    /// the head there, and search engines ignore what they find behind it.
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

impl Page {
    /// Reads the text of a page.
    pub fn parse(html: &str) -> Self {
        reader::read(html)
    }
}
