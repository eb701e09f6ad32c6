//! `/_editor`: every document with its state, what it lacks and what is wrong with it, for editors of
//! a guide that is served while its files are watched.

mod coverage;

use askama::Template;
use jiff::civil::Date;

use crate::site::{Address, Filling, Kind, PageSection, RoleId, Site};

use super::layout::{Crumb, Layout};
use super::words::{count, counted, day_short};
use coverage::{OldFile, StateCount, old_files, states};

/// A document on the editors' desk.
pub struct DeskDocument {
    pub kind: Kind,
    pub id: String,
    pub title: String,
    pub file: String,
    /// The address that opens the file in the editor's program.
    pub open: String,
    /// How far it has come: `draft`.
    pub standing: &'static str,
    /// Why readers do not see it; nothing if they do.
    pub hidden: Option<String>,
    /// Whether nobody has checked its facts for too long.
    pub is_stale: bool,
    pub reviewed: Option<Date>,
    pub words: usize,
    /// The titles of the sections that its text must have and has not.
    pub missing: Vec<&'static str>,
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
    states: Vec<StateCount>,
    lacking: String,
    unpaid: Vec<(String, &'a str)>,
    old: Vec<OldFile<'a>>,
    kinds: Vec<KindGroup>,
    summary: String,
}

struct KindGroup {
    id: &'static str,
    title: &'static str,
    has_pay: bool,
    has_sections: bool,
    documents: Vec<DeskRow>,
}

struct DeskRow {
    document: DeskDocument,
    /// The page, if it can be seen here.
    path: Option<String>,
    state: String,
    reviewed: String,
    sections: String,
    pay: String,
    words: String,
}

impl<'a> DeskPage<'a> {
    pub fn new(
        site: &'a Site,
        documents: Vec<DeskDocument>,
        problems: Vec<DeskProblem<'a>>,
        open: &dyn Fn(&str) -> String,
    ) -> Self {
        let hidden = documents.iter().filter(|it| it.hidden.is_some()).count();
        let lacking = documents.iter().filter(|it| !it.missing.is_empty());
        let lacking = counted(lacking.count(), "document", "documents");
        let summary = format!(
            "{}, of which readers do not see {}; {}.",
            counted(documents.len(), "document", "documents"),
            count(hidden as i64),
            counted(problems.len(), "problem", "problems")
        );
        DeskPage {
            layout: layout(site),
            problems,
            states: states(&documents),
            lacking,
            unpaid: coverage::unpaid(site),
            old: old_files(site, open),
            kinds: groups(site, documents),
            summary,
        }
    }
}

fn layout(site: &Site) -> Layout<'_> {
    Layout {
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
    }
}

/// The documents of each kind that has any; those that need work stand first.
fn groups(site: &Site, documents: Vec<DeskDocument>) -> Vec<KindGroup> {
    let mut rows: Vec<DeskRow> = documents.into_iter().map(|it| row(site, it)).collect();
    rows.sort_by_key(|row| {
        let document = &row.document;
        let is_well = document.problems == 0 && document.missing.is_empty();
        (
            is_well && document.hidden.is_none() && !document.is_stale,
            document.file.clone(),
        )
    });
    let groups = Kind::ALL.map(|kind| KindGroup {
        id: kind.folder(),
        title: kind.index_title(),
        has_pay: kind == Kind::Role,
        has_sections: wanted(kind) > 0,
        documents: rows
            .extract_if(.., |row| row.document.kind == kind)
            .collect(),
    });
    let groups = groups.into_iter();
    groups.filter(|group| !group.documents.is_empty()).collect()
}

/// How many sections the text of each document of a kind must have.
fn wanted(kind: Kind) -> usize {
    let is_wanted = |section: &&PageSection| section.filling == Filling::Text;
    kind.outline().iter().filter(is_wanted).count()
}

fn row(site: &Site, document: DeskDocument) -> DeskRow {
    let all = wanted(document.kind);
    let mut state = match &document.hidden {
        Some(why) => why.clone(),
        None => document.standing.to_owned(),
    };
    if document.is_stale {
        state.push_str(", stale");
    }
    let sections = match document.missing.as_slice() {
        [] => format!("all {all}"),
        missing => format!(
            "{} of {all}; lacks {}",
            all.saturating_sub(missing.len()),
            missing.join(", ")
        ),
    };
    let card = site.card(document.kind, &document.id);
    DeskRow {
        path: card.map(|card| card.path()),
        state,
        reviewed: document
            .reviewed
            .map_or_else(|| "never".to_owned(), day_short),
        sections,
        pay: match document.kind {
            Kind::Role => coverage::pay(site, &RoleId::new(&document.id)),
            _ => String::new(),
        },
        words: count(document.words as i64),
        document,
    }
}
