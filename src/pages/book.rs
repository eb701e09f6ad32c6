//! The whole guide as one file: a page of HTML that needs nothing else, and an EPUB.
//!
//! Both are made of the pages as they are drawn, each document's main part once, in reading order.
//! Adverts are left out: they end, and a book stays.

mod copy;
mod epub;

use std::borrow::Cow;
use std::collections::HashMap;

use askama::Template;
use rayon::prelude::*;

use crate::site::{BookFormat, Card, Kind, Site};

use super::foot::When;
use super::{assets, draw, twin};
pub use copy::Copier;
pub use epub::epub;

/// The kinds in the order in which a book shows them.
const ORDER: [Kind; 9] = [
    Kind::Page,
    Kind::Role,
    Kind::CareerPath,
    Kind::Skill,
    Kind::Guide,
    Kind::Industry,
    Kind::Learning,
    Kind::Term,
    Kind::Author,
];

/// The page that a book begins with.
const FIRST: &str = "about";

/// All documents of a kind.
struct Part<'a> {
    id: &'static str,
    title: &'static str,
    chapters: Vec<Chapter<'a>>,
}

/// A document.
struct Chapter<'a> {
    card: Card<'a>,
    /// Its fragment, or the name of its file: `role-backend-developer`.
    name: String,
    /// What it shows, as XHTML; empty until it is copied.
    html: String,
}

/// The parts of the book, with what each document shows in this form.
fn parts(site: &Site, format: BookFormat) -> Vec<Part<'_>> {
    let mut parts: Vec<Part> = ORDER
        .into_iter()
        .map(|kind| Part {
            id: kind.folder(),
            title: title(kind),
            chapters: chapters(site, kind),
        })
        .filter(|part| !part.chapters.is_empty())
        .collect();
    let chapters = parts.iter().flat_map(|part| &part.chapters);
    let names: HashMap<String, String> = chapters
        .map(|chapter| (chapter.card.path(), chapter.name.clone()))
        .collect();
    let all = parts.par_iter_mut().flat_map(|part| &mut part.chapters);
    all.for_each(|chapter| {
        let copier = Copier {
            format,
            guide: &site.config.address,
            name: &chapter.name,
            names: &names,
        };
        let address = chapter.card.kind.address(chapter.card.id);
        let page = twin::page(site, &address).unwrap_or_default();
        chapter.html = copier.copy(&page);
    });
    parts
}

fn chapters(site: &Site, kind: Kind) -> Vec<Chapter<'_>> {
    let mut cards: Vec<Card> = site.cards().filter(|card| card.kind == kind).collect();
    cards.sort_by_key(|card| (card.id != FIRST, card.title.to_lowercase()));
    let chapter = |card: Card<'_>| format!("{}-{}", card.kind.word(), card.id);
    let chapters = cards.into_iter().map(|card| Chapter {
        name: chapter(card),
        card,
        html: String::new(),
    });
    chapters.collect()
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Page => "About the guide",
        kind => kind.index_title(),
    }
}

/// The whole guide as a page that needs nothing else.
#[derive(Template)]
#[template(path = "book/guide.html")]
struct Whole<'a> {
    site: &'a Site,
    updated: When,
    parts: Vec<Part<'a>>,
}

/// `/guide.html`
pub fn html(site: &Site) -> Vec<u8> {
    let whole = Whole {
        site,
        updated: updated(site),
        parts: parts(site, BookFormat::Html),
    };
    let html = draw(&whole);
    // A template may hold no style: the policy forbids it on every page but this one.
    let head = b"</head>";
    let end = html.windows(head.len()).position(|bytes| bytes == head);
    let (before, after) = html.split_at(end.unwrap_or(0));
    let style = format!("<style>{}</style>\n", style());
    [before, style.as_bytes(), after].concat()
}

/// The style sheet that stands inside `/guide.html`, for the policy that allows it there.
pub fn style() -> String {
    sheet("style.css").into_owned() + &sheet("book.css")
}

fn sheet(name: &str) -> Cow<'static, str> {
    let bytes = assets::bytes(name).expect("static/ holds the style sheets of books");
    String::from_utf8(bytes)
        .expect("style sheets are UTF-8")
        .into()
}

/// The day of the book's edition.
fn updated(site: &Site) -> When {
    When::new(site.updated().unwrap_or(site.today()))
}
