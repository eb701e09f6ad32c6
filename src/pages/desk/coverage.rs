//! What a guide has and lacks as a whole: states, pay, figures that have grown old.

use std::collections::{BTreeMap, BTreeSet};

use super::DeskDocument;
use crate::pages::words::{counted, day_short};
use crate::site::{Address, Edition, Freshness, Kind, RoleId, Site, Usage};

/// How many documents are in a state.
pub struct StateCount {
    pub state: &'static str,
    pub documents: String,
}

/// The states that documents are in, with how many are in each; old facts count as one.
pub fn states(documents: &[DeskDocument]) -> Vec<StateCount> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for document in documents {
        *counts.entry(document.standing).or_default() += 1;
        if document.is_stale {
            *counts.entry("stale").or_default() += 1;
        }
    }
    let counts = counts.into_iter();
    counts
        .map(|(state, number)| StateCount {
            state,
            documents: counted(number, "document", "documents"),
        })
        .collect()
}

/// Where the guide knows what a role pays: `12 places, 3 of 40 figures old`.
pub fn pay(site: &Site, role: &RoleId) -> String {
    let today = site.today();
    let rows: Vec<_> = site.pay_of(role).collect();
    let places: BTreeSet<_> = rows.iter().map(|row| &row.figure.region).collect();
    let old = rows.iter().filter(|row| !row.freshness(today).is_fresh());
    match (places.len(), old.count()) {
        (0, _) => "none".to_owned(),
        (places, 0) => counted(places, "place", "places"),
        (places, old) => format!(
            "{}, {old} of {} old",
            counted(places, "place", "places"),
            counted(rows.len(), "figure", "figures")
        ),
    }
}

/// The roles of which the guide knows no pay: path and title.
pub fn unpaid(site: &Site) -> Vec<(String, &str)> {
    let roles = site.roles.iter();
    let unpaid = roles.filter(|role| site.pay_of(&RoleId::new(&role.id)).next().is_none());
    unpaid
        .map(|role| (Kind::Role.path(&role.id), role.meta.title.as_str()))
        .collect()
}

/// A file whose figures are past their day.
pub struct OldFile<'a> {
    pub title: &'a str,
    pub file: String,
    pub open: String,
    pub path: String,
    pub figures: usize,
    pub since: String,
}

/// The files whose figures are past their day, those that have been so for longest first.
pub fn old_files<'a>(site: &'a Site, open: &dyn Fn(&str) -> String) -> Vec<OldFile<'a>> {
    let pay = site.salaries.iter().map(|it: &Edition| {
        (
            "salaries",
            it.id.as_str(),
            it.title.as_str(),
            it.figures.len(),
            it.good_until,
        )
    });
    let usage = site.usage.iter().map(|it: &Usage| {
        (
            "usage",
            it.id.as_str(),
            it.title.as_str(),
            it.figures.len(),
            it.good_until,
        )
    });
    let is_old = |good_until| !Freshness::on(good_until, site.today()).is_fresh();
    let mut files: Vec<_> = pay.chain(usage).filter(|file| is_old(file.4)).collect();
    files.sort_by_key(|file| (file.4, file.1));
    let drawn = |(folder, id, title, figures, good_until)| {
        let file = format!("{folder}/{id}.toml");
        OldFile {
            title,
            open: open(&file),
            path: Address::FigureFile(str::to_owned(id)).path(),
            figures,
            since: day_short(good_until),
            file,
        }
    };
    files.into_iter().map(drawn).collect()
}
