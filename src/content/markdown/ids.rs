//! Fragments that occur once on a document's page.

use std::collections::HashMap;

use crate::site::{Kind, is_drawn_of_data};

/// The ids given so far, each with the last number that was tried after it.
#[derive(Default)]
pub(super) struct Ids {
    given: HashMap<String, usize>,
    /// The kind whose page the text stands on.
    kind: Option<Kind>,
    /// Sections of the kind's outline that the text has had.
    outlined: Vec<&'static str>,
}

impl Ids {
    /// No ids but those that pages of the kind draw themselves.
    pub(super) fn of(kind: Option<Kind>) -> Self {
        let mut ids = Ids {
            kind,
            ..Ids::default()
        };
        for id in kind.into_iter().flat_map(Kind::reserved_ids) {
            ids.keep(id.to_owned());
        }
        ids
    }

    /// The id of a second-level heading: that of a section of the outline, if the heading begins
    /// one and is the first to do so.
    pub(super) fn section(&mut self, id: &str) -> String {
        match self.kind.and_then(|kind| kind.outlined(id)) {
            Some(section) if !self.outlined.contains(&section.id) => {
                self.outlined.push(section.id);
                section.id.to_owned()
            }
            _ => self.heading(id),
        }
    }

    /// The id of any other heading. One that a page could make of data is told apart by its
    /// beginning, as a number at its end could be part of such an id.
    pub(super) fn heading(&mut self, id: &str) -> String {
        match is_drawn_of_data(id) {
            true => self.unique(&format!("text-{id}")),
            false => self.unique(id),
        }
    }

    /// This id, or with `-2`, `-3` … if it is taken.
    pub(super) fn unique(&mut self, id: &str) -> String {
        let Some(mut number) = self.given.get(id).copied() else {
            self.keep(id.to_owned());
            return id.to_owned();
        };
        let free = loop {
            number += 1;
            let numbered = format!("{id}-{number}");
            if !self.given.contains_key(&numbered) {
                break numbered;
            }
        };
        self.given.insert(id.to_owned(), number);
        self.keep(free.clone());
        free
    }

    /// Takes an id whoever wants it later.
    pub(super) fn keep(&mut self, id: String) {
        self.given.insert(id, 1);
    }
}

#[cfg(test)]
mod tests {
    use super::Ids;
    use crate::site::Kind;

    #[test]
    fn a_repeated_id_gets_a_number() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["a", "a", "a-2", "a", "b"].map(|id| ids.unique(id)).into();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }

    #[test]
    fn what_a_page_draws_is_kept_from_the_text() {
        for (kind, level, wanted, given) in [
            (Kind::Role, 3, "pay", "pay-2"),
            (Kind::Role, 2, "pay", "pay"),
            (Kind::Skill, 2, "four-levels", "levels"),
            (Kind::Skill, 3, "four-levels", "four-levels"),
            (Kind::Skill, 2, "pay", "pay"),
            (Kind::Guide, 2, "sources", "sources-2"),
            (Kind::Guide, 3, "level-senior", "text-level-senior"),
            (Kind::Guide, 2, "source-code", "text-source-code"),
            (Kind::Guide, 2, "levels", "levels"),
        ] {
            let mut ids = Ids::of(Some(kind));
            let id = match level {
                2 => ids.section(wanted),
                _ => ids.heading(wanted),
            };
            assert_eq!(id, given, "{wanted} of a {}", kind.word());
        }
    }

    #[test]
    fn only_the_first_heading_begins_a_section_of_the_outline() {
        let mut ids = Ids::of(Some(Kind::Role));
        let given = [ids.heading("pay"), ids.section("pay"), ids.section("pay")];
        assert_eq!(given, ["pay-2", "pay", "pay-3"]);
    }
}
