//! What the guide knows of each role and place, what of it is old, and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::{Card, Document, Entry, Filling, Kind, RegionId, Role, RoleId, Site};

/// How well a place or a role is covered by figures of pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Covered {
    /// There is a figure that is still good.
    Fresh,
    /// All figures are past their date.
    Old,
    /// No figure meets the guide's rules.
    Missing,
}

/// The state of a document's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// How many of the sections that an editor writes there are, and how many there should be.
    pub sections: (usize, usize),
    /// The day on which somebody last went through the page.
    pub checked: Option<Date>,
    /// Cited works and data.
    pub sources: usize,
}

impl Site {
    /// The state of a document's page.
    pub fn written(&self, card: &Card) -> Written {
        let wanted = card.kind.outline().iter();
        let wanted: Vec<_> = wanted
            .filter(|section| section.filling == Filling::Text)
            .collect();
        let there = wanted
            .iter()
            .filter(|section| card.body.section(section.id).is_some());
        Written {
            sections: (there.count(), wanted.len()),
            checked: card.meta.reviewed.or(card.updated),
            sources: card.meta.sources.len(),
        }
    }

    /// The countries and the world, which a figure of pay can be about: places that lie within no other.
    pub fn countries(&self) -> impl Iterator<Item = &Entry> {
        self.vocabulary
            .regions
            .iter()
            .filter(|entry| entry.within.is_none())
    }

    /// How each country is covered for a role: those with a figure for any role, in the order of the
    /// vocabulary.
    pub fn pay_coverage(&self, role: &Document<Role>) -> Vec<(&Entry, Covered)> {
        let id = RoleId::new(&role.id);
        let mut best: BTreeMap<&RegionId, Covered> = BTreeMap::new();
        for row in self.pay_of(&id).filter(|row| row.is_plain()) {
            let covered = match row.freshness(self.today()).is_fresh() {
                true => Covered::Fresh,
                false => Covered::Old,
            };
            let known = best.entry(&row.figure.region).or_insert(covered);
            *known = covered.min(*known);
        }
        let counted: BTreeSet<&str> = self
            .pay_rows()
            .filter(|row| row.figure.baseline.is_none())
            .map(|row| row.figure.region.as_str())
            .collect();
        self.countries()
            .filter(|entry| counted.contains(entry.id.as_str()))
            .map(|entry| {
                let region = RegionId::new(&entry.id);
                let covered = best.get(&region).copied().unwrap_or(Covered::Missing);
                (entry, covered)
            })
            .collect()
    }

    /// All documents of a kind with the state of their pages, by title.
    pub fn written_of(&self, kind: Kind) -> Vec<(Card<'_>, Written)> {
        let mut all: Vec<_> = self
            .cards()
            .filter(|card| card.kind == kind)
            .map(|card| (card, self.written(&card)))
            .collect();
        all.sort_by_key(|(card, _)| card.title.to_lowercase());
        all
    }
}
