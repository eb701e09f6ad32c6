//! `/about`, `/methodology` … and `/authors/{id}`.

use askama::Template;

use crate::site::{Address, Author, AuthorIs, Document, Kind, Page, Site};

use super::flow::{self, ContentsEntry, WholeSection};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::words::fitting_title;

/// A prose page at the top level.
#[derive(Template)]
#[template(path = "prose.html")]
pub struct ProsePage<'a> {
    layout: Layout<'a>,
    page: &'a Document<Page>,
    contents: Vec<ContentsEntry>,
    opening: Opening<'a>,
    sections: Vec<WholeSection<'a>>,
    foot: Foot<'a>,
}

impl<'a> ProsePage<'a> {
    pub fn new(site: &'a Site, page: &'a Document<Page>) -> Self {
        let title = &page.meta.title;
        ProsePage {
            layout: Layout::new(
                site,
                &Address::Prose(page.id.clone()),
                fitting_title(&[format!("{title}: {}", site.config.name), title.clone()]),
                &page.meta.summary,
                title,
            ),
            page,
            contents: flow::own_contents(Kind::Page, &page.body),
            opening: Opening::updated(&page.meta),
            sections: flow::other_sections(site, Kind::Page, &page.body),
            foot: Foot::new(site, Kind::Page, page),
        }
    }

    fn lead(&self) -> String {
        flow::html(self.layout.site, &self.page.body.lead, "lead")
    }
}

/// An author, with what the author wrote.
#[derive(Template)]
#[template(path = "author.html")]
pub struct AuthorPage<'a> {
    layout: Layout<'a>,
    author: &'a Document<Author>,
    kind: &'static str,
    text: String,
    sections: Vec<WholeSection<'a>>,
    wrote: Vec<Wrote<'a>>,
    foot: Foot<'a>,
}

/// The documents of one kind by an author.
struct Wrote<'a> {
    kind: &'static str,
    documents: Vec<(String, &'a str)>,
}

impl<'a> AuthorPage<'a> {
    pub fn new(site: &'a Site, author: &'a Document<Author>) -> Self {
        let wrote = Kind::ALL.into_iter().map(|kind| Wrote {
            kind: kind.index_title(),
            documents: site
                .cards()
                .filter(|card| card.kind == kind)
                .filter(|card| card.meta.authors.iter().any(|id| id.as_str() == author.id))
                .map(|card| (card.path(), card.title))
                .collect(),
        });
        let name = &author.meta.title;
        AuthorPage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Author, author.id.clone()),
                fitting_title(&[
                    format!("{name}: who writes the {}", site.config.name),
                    name.clone(),
                ]),
                &author.meta.summary,
                name,
            ),
            author,
            kind: match author.is {
                AuthorIs::Person => "Author",
                AuthorIs::Team => "Editorial team",
            },
            text: flow::html(site, &author.body.lead, "lead"),
            sections: flow::other_sections(site, Kind::Author, &author.body),
            wrote: wrote.filter(|wrote| !wrote.documents.is_empty()).collect(),
            foot: Foot::new(site, Kind::Author, author),
        }
    }
}
