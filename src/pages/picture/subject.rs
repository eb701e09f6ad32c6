//! What a picture says of its page.

use crate::site::{Address, Card, Kind, PayRow, RegionId, RoleId, Site};

use crate::pages::passport::age;
use crate::pages::role::is_officials_word;
use crate::pages::words::{counted, list, middle_half, money, per, role_in_text, upper_first};

use super::ladder::Stops;

/// What a picture says.
pub struct Subject {
    /// The kind of page, in a word or two; empty where the title says it.
    pub kind: String,
    pub title: String,
    pub below: Below,
}

/// What stands below the title.
pub enum Below {
    Nothing,
    /// A line of plain words.
    Words(String),
    /// A figure, and its place, source and age.
    Figure {
        amount: String,
        note: String,
    },
    Ladder(Stops),
}

impl Subject {
    /// The subject of the page at an address; nothing if this Site has no such page.
    pub fn of(site: &Site, address: &Address) -> Option<Self> {
        let subject = |kind: &str, title: String, below| {
            Some(Subject {
                kind: kind.to_owned(),
                title,
                below,
            })
        };
        match address {
            Address::Home => subject("", upper_first(&site.config.tagline), Below::Nothing),
            Address::Index(kind) => {
                let below = Below::Words(upper_first(&site.config.tagline));
                subject("", kind.index_title().to_owned(), below)
            }
            Address::Document(kind, id) => document(site, &site.card(*kind, id)?),
            Address::Prose(id) => document(site, &site.card(Kind::Page, id)?),
            Address::Salaries => {
                let editions = counted(site.salaries.len(), "edition", "editions");
                let below = Below::Words(format!("{editions} of named sources, never averaged"));
                subject("", "Pay".to_owned(), below)
            }
            Address::SalaryRole(role) => {
                let title = format!("{} pay", site.roles.get(role.as_str())?.meta.title);
                subject("Pay", title, pay(site, role, None))
            }
            Address::SalaryRegion(role, region) => {
                let title = &site.roles.get(role.as_str())?.meta.title;
                let title = format!("{title} pay in {}", site.region_in_text(region));
                let below = pay(site, role, Some(region));
                subject("Pay", title, below).filter(|_| site.has_pay_page(role, region))
            }
            Address::Move(from, to) => {
                site.move_between(from, to)?;
                let name = |id: &RoleId| site.roles.get(id.as_str()).map(role_in_text);
                let title = format!("From {} to {}", name(from)?, name(to)?);
                subject("Move between roles", title, Below::Nothing)
            }
            Address::Figures => {
                let figures = counted(site.figure_count(), "figure", "figures");
                let below = Below::Words(format!("{figures}, each with its source and age"));
                subject("", "All figures".to_owned(), below)
            }
            Address::FigureFile(id) => subject("Figures", file(site, id)?, Below::Nothing),
            other => {
                let (kind, title) = name_alone(other)?;
                subject(kind, title.to_owned(), Below::Nothing)
            }
        }
    }

    /// The picture in words, for those who do not see it.
    pub fn alt(&self, site: &Site) -> String {
        let kind = match self.kind.as_str() {
            "" => String::new(),
            kind => format!("{kind}: "),
        };
        let below = match &self.below {
            Below::Nothing => String::new(),
            Below::Words(words) => format!(": {}", words.trim_end_matches('.')),
            Below::Figure { amount, note } => format!(". {amount}. {}", note.trim_end_matches('.')),
            Below::Ladder(stops) => format!(". The rungs: {}", list(&stops.names())),
        };
        format!("{kind}{}{below}. {}", self.title, site.config.name)
    }
}

fn document(site: &Site, card: &Card) -> Option<Subject> {
    let below = match card.kind {
        Kind::Role => pay(site, &RoleId::new(card.id), None),
        Kind::CareerPath => {
            let path = site.career_paths.get(card.id)?;
            Below::Ladder(Stops::of(site, path))
        }
        _ => Below::Words(card.summary.to_owned()),
    };
    Some(Subject {
        kind: kind(card.kind).to_owned(),
        title: card.title.to_owned(),
        below,
    })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Role => "Role",
        Kind::Skill => "Skill",
        Kind::CareerPath => "Career path",
        Kind::Guide => "Guide",
        Kind::Learning => "Learning",
        Kind::Industry => "Industry",
        Kind::Job => "Job",
        Kind::Term => "Term",
        Kind::Author => "Author",
        Kind::Page => "The guide",
    }
}

/// The first figure of a role that is still good, in a place or anywhere.
fn pay(site: &Site, role: &RoleId, region: Option<&RegionId>) -> Below {
    let typical = site.typical_region(role);
    let regions = match region {
        Some(region) => vec![region.clone()],
        None => typical.into_iter().chain(site.pay_regions(role)).collect(),
    };
    let mut rows = regions.iter().flat_map(|region| site.pay(role, region));
    let fresh = rows.find_map(|row| figure(site, role, &row));
    fresh.unwrap_or(Below::Nothing)
}

/// A figure with what vouches for it; nothing if it is old, or has no middle.
fn figure(site: &Site, role: &RoleId, row: &PayRow) -> Option<Below> {
    let freshness = row.freshness(site.today());
    if !freshness.is_fresh() {
        return None;
    }
    let (measure, amount) = match middle_half(row) {
        Some(amount) => ("The middle half", amount),
        None => {
            let measure = match row.figure.median {
                Some(_) => "The median",
                None => "The mean",
            };
            let middle = money(row.middle()?, row.currency());
            (measure, format!("{middle} {}", per(row)))
        }
    };
    let who = match &row.figure.occupation {
        Some(occupation) if is_officials_word(row, role) => format!(" of {occupation}"),
        _ => String::new(),
    };
    let place = site.region_in_text(&row.figure.region);
    let source = &row.edition.short;
    Some(Below::Figure {
        amount,
        note: format!("{measure}{who} in {place}. {source}; {}.", age(freshness)),
    })
}

/// The title of a file of figures.
fn file(site: &Site, id: &str) -> Option<String> {
    let pay = site
        .salaries
        .iter()
        .map(|edition| (&edition.id, &edition.title));
    let usage = site.usage.iter().map(|usage| (&usage.id, &usage.title));
    let mut files = pay.chain(usage);
    files
        .find(|(of, _)| *of == id)
        .map(|(_, title)| title.clone())
}

/// Kind and title of a page whose picture shows nothing else; nothing if it is no page.
fn name_alone(address: &Address) -> Option<(&'static str, &'static str)> {
    Some(match address {
        Address::Tool(tool) => ("Tool", tool.label()),
        Address::Changes => ("", "What changed"),
        Address::Coverage => ("", "Coverage"),
        Address::Notes => ("", "My notes"),
        Address::Editors => ("For editors", "What editors can write"),
        Address::EditorsCodes => ("For editors", "What check says"),
        _ => return None,
    })
}
