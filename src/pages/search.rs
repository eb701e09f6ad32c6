//! `/search`: what was asked, what was found, and ways on if that is nothing.

use askama::Template;
use serde::Serialize;

use crate::site::{Address, Findings, HitKind, Kind, Site, Suggestion, Tool};

use super::Rendered;
use super::layout::Layout;
use super::words::counted;

/// What a reader asks of the search.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct SearchAsked<'a> {
    /// The question as it was typed, cut to what is read of it.
    pub question: &'a str,
    /// The kind of page that is wanted, of all.
    pub kind: Option<HitKind>,
}

/// An answer to a search.
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage<'a> {
    layout: Layout<'a>,
    asked: SearchAsked<'a>,
    /// What was found in words: `12 pages for`.
    summary: String,
    /// Nothing while the index is being made.
    found: Option<&'a Findings>,
    kinds: Vec<KindLink>,
    /// The same search in the guide's own words: its address and its words.
    meant: Option<(String, &'a str)>,
    browse: Vec<(String, &'static str)>,
}

/// A kind by which the answer can be narrowed.
struct KindLink {
    path: String,
    label: &'static str,
    count: usize,
    is_current: bool,
}

impl<'a> SearchPage<'a> {
    /// The page before anything is asked.
    pub fn new(site: &'a Site) -> Self {
        let layout = Layout::new(
            site,
            &Address::Tool(Tool::Search),
            "Search the guide: roles, skills, pay, paths and terms",
            "Search roles, skills, pay by country, career paths, guides and terms: phrases in quotes, half words and typos are understood, and nothing is kept.",
            "Search",
        );
        SearchPage {
            layout,
            asked: SearchAsked::default(),
            summary: String::new(),
            found: None,
            kinds: Vec::new(),
            meant: None,
            browse: browse(),
        }
    }

    /// The answer to a question; `found` is nothing while the index is being made.
    pub fn answering(site: &'a Site, asked: SearchAsked<'a>, found: Option<&'a Findings>) -> Self {
        let page = Self::new(site);
        let meant = found.and_then(|found| found.meant.as_deref());
        SearchPage {
            layout: page.layout.answering(),
            summary: found.map_or_else(String::new, |found| summary(found, asked)),
            kinds: found.map_or_else(Vec::new, |found| kinds(found, asked)),
            meant: meant.map(|meant| (path(meant, asked.kind), meant)),
            asked,
            found,
            ..page
        }
    }
}

fn summary(found: &Findings, asked: SearchAsked) -> String {
    let pages = counted(found.total.max(found.hits.len().min(1)), "page", "pages");
    let shown = found.hits.len();
    match asked.kind {
        Some(kind) => format!("{pages} of the kind “{}” for", kind.label()),
        None if found.total > shown => format!("The best {shown} places of {pages} for"),
        None => format!("{pages} for"),
    }
}

fn kinds(found: &Findings, asked: SearchAsked) -> Vec<KindLink> {
    let all = KindLink {
        path: path(asked.question, None),
        label: "All",
        count: found.kinds.iter().map(|(_, count)| count).sum(),
        is_current: asked.kind.is_none(),
    };
    let kinds = found.kinds.iter().map(|(kind, count)| KindLink {
        path: path(asked.question, Some(*kind)),
        label: kind.label(),
        count: *count,
        is_current: asked.kind == Some(*kind),
    });
    std::iter::once(all).chain(kinds).collect()
}

/// The address of a search.
fn path(question: &str, kind: Option<HitKind>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("q", question);
    if let Some(kind) = kind {
        query.append_pair("kind", kind.word());
    }
    format!("{}?{}", Tool::Search.path(), query.finish())
}

/// Where a reader can look without a search.
fn browse() -> Vec<(String, &'static str)> {
    let indexes = [
        Kind::Role,
        Kind::Skill,
        Kind::CareerPath,
        Kind::Guide,
        Kind::Term,
        Kind::Learning,
    ];
    let mut browse: Vec<_> = indexes
        .into_iter()
        .map(|kind| (Address::Index(kind).path(), kind.index_title()))
        .collect();
    browse.push((Address::Salaries.path(), "Pay"));
    browse
}

/// Suggestions as JSON: `[{"title": "Docker and containers", "path": "/skills/docker", "kind": "Skill"}]`.
pub fn suggestions(found: &[Suggestion]) -> Rendered {
    #[derive(Serialize)]
    struct Line<'a> {
        title: &'a str,
        path: &'a str,
        kind: &'static str,
    }
    let lines = found.iter().map(|it| Line {
        title: &it.title,
        path: &it.path,
        kind: it.kind.label(),
    });
    let lines: Vec<Line> = lines.collect();
    Rendered {
        body: serde_json::to_vec(&lines).expect("strings are JSON"),
        media_type: "application/json; charset=utf-8",
        modified: None,
    }
}

/// `/opensearch.xml`: how a browser searches the guide from its address bar.
#[derive(Template)]
#[template(path = "opensearch.xml")]
pub struct OpenSearch<'a> {
    site: &'a Site,
    /// The name in at most 16 characters.
    short: String,
}

impl<'a> OpenSearch<'a> {
    pub fn new(site: &'a Site) -> Self {
        let mut short = String::new();
        for word in site.config.name.split_whitespace() {
            if short.len() + word.len() < 16 {
                short.extend([if short.is_empty() { "" } else { " " }, word]);
            }
        }
        OpenSearch { site, short }
    }
}
