//! The pages that a search can find, each with the names that people know it by.

use std::collections::HashMap;

use crate::site::{Address, Card, HitKind, Kind, RegionId, RoleId, Site};

use super::language::region_names;

/// A page that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub address: Address,
    pub kind: HitKind,
    pub title: String,
    /// Other names, which a reader may be shown.
    pub names: Vec<String>,
    /// Names that lead here and are shown to nobody: misspellings, words of a question.
    pub hidden: Vec<String>,
    /// What its matches count, beside those of other pages.
    pub weight: f32,
}

/// All pages that can be found.
pub fn entries(site: &Site) -> Vec<Entry> {
    let links = Links::new(site);
    let addresses = site.addresses().into_iter();
    addresses
        .filter_map(|address| entry(site, &links, address))
        .collect()
}

/// How many documents link to each.
struct Links<'a>(HashMap<(Kind, &'a str), usize>);

impl<'a> Links<'a> {
    fn new(site: &'a Site) -> Self {
        let mut links = HashMap::new();
        for link in site.cards().flat_map(|card| &card.body.links) {
            *links.entry((link.kind, link.id.as_str())).or_default() += 1;
        }
        Links(links)
    }

    /// A little more for what others rely on.
    fn factor(&self, kind: Kind, id: &str) -> f32 {
        let count = self.0.get(&(kind, id)).copied().unwrap_or_default();
        1.0 + 0.03 * (count as f32).ln_1p()
    }
}

fn entry(site: &Site, links: &Links, address: Address) -> Option<Entry> {
    let named = match &address {
        Address::Document(kind, id) => document(site, links, &site.card(*kind, id)?),
        Address::Prose(id) => document(site, links, &site.card(Kind::Page, id)?),
        Address::Index(kind) => overview(kind.index_title(), ""),
        Address::Salaries => overview("Pay", "salaries wages money"),
        Address::Figures => overview("All figures", "statistics numbers data sources"),
        Address::SalaryRole(role) => pay(site, links, role, None)?,
        Address::SalaryRegion(role, region) => pay(site, links, role, Some(region))?,
        Address::Move(from, to) => role_move(site, from, to)?,
        Address::FigureFile(id) => figures(site, id)?,
        Address::Tool(tool) => {
            tool_words(tool.path()).map(|(title, hidden)| overview(title, hidden))?
        }
        _ => return None,
    };
    Some(Entry { address, ..named })
}

/// An entry whose address is still to come.
fn named(kind: HitKind, title: impl Into<String>, weight: f32) -> Entry {
    Entry {
        address: Address::Home,
        kind,
        title: title.into(),
        names: Vec::new(),
        hidden: Vec::new(),
        weight,
    }
}

fn overview(title: &str, hidden: &str) -> Entry {
    Entry {
        hidden: vec![hidden.to_owned()],
        ..named(HitKind::Overview, title, 0.9)
    }
}

/// The title of a tool, and what people ask who need it.
fn tool_words(path: &str) -> Option<(&'static str, &'static str)> {
    Some(match path {
        "/compare" => ("Compare roles", "comparison versus side by side tool"),
        "/skill-check" => ("Skill check", "which role suits me quiz test gap tick"),
        "/plan" => (
            "Learning plan",
            "planner calculator schedule how long hours a week",
        ),
        "/offer" => (
            "Is my offer in range?",
            "compare offer salary percentile fair enough",
        ),
        "/decode" => ("Read a job advert", "decode decoder paste vacancy analyse"),
        _ => return None,
    })
}

fn document(site: &Site, links: &Links, card: &Card) -> Entry {
    let weight = match card.kind {
        Kind::Role => 1.25,
        Kind::Skill => 1.2,
        Kind::Guide => 1.1,
        Kind::CareerPath | Kind::Term => 1.0,
        Kind::Industry => 0.9,
        Kind::Learning | Kind::Page => 0.7,
        Kind::Job | Kind::Author => 0.5,
    };
    let (names, mut hidden) = names(site, card);
    hidden.push(card.id.replace('-', " "));
    Entry {
        names,
        hidden,
        ..named(
            HitKind::Document(card.kind),
            card.title,
            weight * links.factor(card.kind, card.id),
        )
    }
}

/// The other names of a document: those that are shown, and those that are not.
fn names(site: &Site, card: &Card) -> (Vec<String>, Vec<String>) {
    let none = || (Vec::new(), Vec::new());
    let shown = |names: &[String]| (names.to_vec(), Vec::new());
    match card.kind {
        Kind::Role => site.roles.get(card.id).map_or_else(none, |it| {
            (it.also_called.clone(), it.search_titles.clone())
        }),
        Kind::Skill => site
            .skills
            .get(card.id)
            .map_or_else(none, |it| shown(&it.also_called)),
        Kind::Term => site
            .terms
            .get(card.id)
            .map_or_else(none, |it| shown(&it.also_called)),
        Kind::Learning => site.learning.get(card.id).map_or_else(none, |it| {
            let certificate = it.certificate.iter().map(|it| it.name.clone());
            (certificate.collect(), vec![it.provider.clone()])
        }),
        Kind::Guide => site
            .guides
            .get(card.id)
            .map_or_else(none, |it| (Vec::new(), it.search_titles.clone())),
        Kind::CareerPath => site
            .career_paths
            .get(card.id)
            .map_or_else(none, |it| (Vec::new(), it.search_titles.clone())),
        _ => none(),
    }
}

/// What people write who ask about pay.
const PAY_WORDS: &str = "salary salaries pay paid earn earns earning earnings wage wages income money \
    make makes compensation average rate";

fn pay(site: &Site, links: &Links, role: &RoleId, region: Option<&RegionId>) -> Option<Entry> {
    let document = site.roles.get(role.as_str())?;
    let mut title = format!("{} pay", document.meta.title);
    let mut hidden = vec![PAY_WORDS.to_owned()];
    let names = document.also_called.iter().chain(&document.search_titles);
    hidden.extend(names.map(|name| format!("{name} pay")));
    let mut weight = links.factor(Kind::Role, role.as_str());
    if let Some(region) = region {
        title = format!("{title} in {}", site.region_in_text(region));
        hidden.push(region_names(region.as_str()).to_owned());
        weight *= 0.95;
    }
    Some(Entry {
        hidden,
        ..named(HitKind::Pay, title, weight)
    })
}

fn role_move(site: &Site, from: &RoleId, to: &RoleId) -> Option<Entry> {
    let (from, to) = (site.roles.get(from.as_str())?, site.roles.get(to.as_str())?);
    let title = format!("From {} to {}", from.meta.title, to.meta.title);
    let mut hidden = vec!["move switch change career transition".to_owned()];
    for role in [from, to] {
        hidden.extend(role.also_called.iter().cloned());
    }
    Some(Entry {
        hidden,
        ..named(HitKind::Move, title, 0.6)
    })
}

fn figures(site: &Site, id: &str) -> Option<Entry> {
    let usage = site.usage.iter().find(|usage| usage.id == id);
    let title = match usage {
        Some(usage) => &usage.title,
        None => &site.salaries.iter().find(|edition| edition.id == id)?.title,
    };
    Some(named(HitKind::Figures, title, 0.4))
}
