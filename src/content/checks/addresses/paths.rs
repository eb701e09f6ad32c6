//! What answers which path, now or at some time.

use std::collections::{HashMap, HashSet};

use crate::content::collection::Collection;
use crate::content::document::ReadDocument;
use crate::content::layout::Slot;
use crate::content::standing::State;
use crate::site::{Address, Kind, PayRow, RESERVED, RegionId, RoleId, Status};

/// The paths of all pages, seen or not.
pub struct Paths<'a> {
    all: &'a Collection<'a>,
    documents: HashMap<String, &'a ReadDocument<'a>>,
    figures: Figures<'a>,
}

/// The published figures of pay by role, and by role and place.
struct Figures<'a> {
    roles: HashSet<&'a RoleId>,
    regions: HashSet<(&'a RoleId, &'a RegionId)>,
    /// Whether all files of figures could be read.
    all_known: bool,
}

impl<'a> Paths<'a> {
    pub fn new(all: &'a Collection<'a>) -> Self {
        let documents = all
            .documents
            .iter()
            .map(|document| (document.path(), document))
            .collect();
        Paths {
            all,
            documents,
            figures: Figures::new(all),
        }
    }

    /// What a path belongs to, whether or not readers see it: the file of a page, or words for what
    /// the guide answers itself. An old path cannot be one of these.
    pub fn owner(&self, path: &str) -> Option<&'a str> {
        if let Some(document) = self.documents.get(path) {
            return Some(document.read.file);
        }
        let first = path.split('/').nth(1).unwrap_or_default();
        if RESERVED.contains(&first) {
            return Some("the guide itself");
        }
        let role = |role: &RoleId| Some(self.all.document(Kind::Role, role.as_str())?.read.file);
        match Address::parse(path)? {
            Address::Document(..) | Address::Prose(_) => None,
            Address::SalaryRole(id) => role(&id),
            Address::SalaryData(id, _) if self.figures.roles.contains(&id) => role(&id),
            Address::SalaryRegion(id, region) if self.figures.regions.contains(&(&id, &region)) => {
                role(&id)
            }
            Address::SalaryData(..) | Address::SalaryRegion(..) => None,
            Address::Download(download) => self.owner(&download.page()?.path()),
            _ => Some("the guide itself"),
        }
    }

    /// Whether readers get something at a path; nothing if nothing is there. What has a message of
    /// its own counts as seen.
    pub fn state(&self, path: &str) -> Option<State> {
        if let Some(image) = path.strip_prefix("/assets/") {
            return self.all.assets.contains(image).then_some(State::Visible);
        }
        let unread = !self.figures.all_known;
        match Address::parse(path)? {
            Address::Document(kind, id) => self.page(kind, &id),
            Address::Prose(id) => self.page(Kind::Page, &id),
            Address::SalaryRole(role) => self.page(Kind::Role, role.as_str()),
            Address::SalaryData(role, _) => {
                let has = unread || self.figures.roles.contains(&role);
                self.page(Kind::Role, role.as_str()).filter(|_| has)
            }
            Address::SalaryRegion(role, region) => {
                let has = unread || self.figures.regions.contains(&(&role, &region));
                self.page(Kind::Role, role.as_str()).filter(|_| has)
            }
            Address::FigureFile(id) => {
                let pay = self.all.editions.iter().any(|read| read.id == id);
                let has = unread || pay || self.all.usage.iter().any(|read| read.id == id);
                has.then_some(State::Visible)
            }
            Address::Download(download) => match download.page() {
                Some(page) => self.state(&page.path()),
                None => Some(State::Visible),
            },
            _ => Some(State::Visible),
        }
    }

    fn page(&self, kind: Kind, id: &str) -> Option<State> {
        match self.all.document(kind, id) {
            Some(document) => Some(self.seen(document)),
            None => {
                let refused = self.all.is_refused(&Slot::Document(kind, id.to_owned()));
                refused.then_some(State::Visible)
            }
        }
    }

    /// Whether readers see a document.
    pub fn seen(&self, document: &ReadDocument) -> State {
        document.state(self.all.view)
    }

    /// The paths of the pages that readers see.
    pub fn visible(&self) -> impl Iterator<Item = &str> {
        let seen = |document: &ReadDocument| matches!(self.seen(document), State::Visible);
        self.documents
            .iter()
            .filter(move |(_, document)| seen(document))
            .map(|(path, _)| path.as_str())
    }
}

impl<'a> Figures<'a> {
    fn new(all: &'a Collection<'a>) -> Self {
        let rows = || {
            let editions = all.editions.iter().filter_map(|read| read.value.as_ref());
            editions
                .filter(|edition| edition.status == Status::Published)
                .flat_map(|edition| {
                    let figures = edition.figures.iter();
                    figures.map(move |figure| PayRow { edition, figure })
                })
                .flat_map(|row| row.figure.roles().map(move |role| (role, row)))
        };
        Figures {
            roles: rows().map(|(role, _)| role).collect(),
            regions: rows()
                .filter(|(role, row)| row.is_plain() && row.figure.role.as_ref() == Some(role))
                .map(|(role, row)| (role, &row.figure.region))
                .collect(),
            all_known: all.editions.iter().all(|read| read.value.is_some())
                && !all.has_refused_figures(),
        }
    }
}
