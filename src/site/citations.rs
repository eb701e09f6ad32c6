//! Who refers to what.

use super::{Body, Card, Kind, Link, Site};

impl Site {
    /// The documents whose text links to this one, in the order of kinds and ids.
    pub fn cited_by(&self, kind: Kind, id: &str) -> Vec<Card<'_>> {
        let target = Link {
            kind,
            id: id.to_owned(),
        };
        self.cards()
            .filter(|card| (card.kind, card.id) != (kind, id))
            .filter(|card| card.body.links.contains(&target))
            .collect()
    }
}

impl Body {
    /// Whether the text links to this document.
    pub fn links_to(&self, kind: Kind, id: &str) -> bool {
        self.links
            .iter()
            .any(|link| link.kind == kind && link.id == id)
    }
}
