//! `/_editor`: every document with its state and what is wrong, for editors of a guide that is served
//! while its files are watched.

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Kind, Site};

use super::layout::{Crumb, Layout};
use super::words::{count, counted, day_short};

/// A document on the editors' desk.
pub struct DeskDocument {
    pub kind: Kind,
    pub title: String,
    pub path: String,
    pub file: String,
    /// Why readers do not see it; nothing if they do.
    pub hidden: Option<String>,
    pub reviewed: Option<Date>,
    pub words: usize,
    pub problems: usize,
}

/// Something wrong, with the address that opens its place.
pub struct DeskProblem<'a> {
    pub level: &'static str,
    pub place: String,
    pub open: String,
    pub drawn: &'a str,
}

/// The desk.
#[derive(Template)]
#[template(path = "desk.html")]
pub struct DeskPage<'a> {
    layout: Layout<'a>,
    problems: Vec<DeskProblem<'a>>,
    kinds: Vec<KindGroup>,
    summary: String,
}

struct KindGroup {
    id: &'static str,
    title: &'static str,
    documents: Vec<DeskRow>,
}

struct DeskRow {
    document: DeskDocument,
    state: String,
    reviewed: String,
    words: String,
}

impl<'a> DeskPage<'a> {
    pub fn new(
        site: &'a Site,
        documents: Vec<DeskDocument>,
        problems: Vec<DeskProblem<'a>>,
    ) -> Self {
        let hidden = documents.iter().filter(|it| it.hidden.is_some()).count();
        let summary = format!(
            "{}, of which readers do not see {}; {}.",
            counted(documents.len(), "document", "documents"),
            count(hidden as i64),
            counted(problems.len(), "problem", "problems")
        );
        let mut rows: Vec<DeskRow> = documents.into_iter().map(row).collect();
        let kinds = Kind::ALL.map(|kind| KindGroup {
            id: kind.folder(),
            title: kind.index_title(),
            documents: rows
                .extract_if(.., |row| row.document.kind == kind)
                .collect(),
        });
        DeskPage {
            layout: Layout {
                site,
                title: format!("Editors' desk of the {}", site.config.name),
                description: "Every document of the guide with its state, its age and all that is \
                    wrong with it, for those who write."
                    .to_owned(),
                path: String::new(),
                crumbs: vec![Crumb {
                    label: "Home".to_owned(),
                    path: Address::Home.path(),
                }],
                here: "Editors' desk".to_owned(),
                noindex: true,
                is_answer: false,
            },
            problems,
            kinds: kinds
                .into_iter()
                .filter(|group| !group.documents.is_empty())
                .collect(),
            summary,
        }
    }
}

fn row(document: DeskDocument) -> DeskRow {
    DeskRow {
        state: document
            .hidden
            .clone()
            .unwrap_or_else(|| "public".to_owned()),
        reviewed: document
            .reviewed
            .map_or_else(|| "never".to_owned(), day_short),
        words: count(document.words as i64),
        document,
    }
}
