//! Fragments that occur once in a document.

use std::collections::HashMap;

/// The ids given so far, each with the last number that was tried after it.
#[derive(Default)]
pub(super) struct Ids {
    given: HashMap<String, usize>,
}

impl Ids {
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

    #[test]
    fn a_repeated_id_gets_a_number() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["a", "a", "a-2", "a", "b"].map(|id| ids.unique(id)).into();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }
}
