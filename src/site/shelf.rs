//! The documents of one kind.

use std::collections::BTreeMap;

use super::Document;

/// The public documents of one kind, by id.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf<K>(BTreeMap<String, Document<K>>);

impl<K> Shelf<K> {
    /// The document with this id.
    pub fn get(&self, id: &str) -> Option<&Document<K>> {
        self.0.get(id)
    }

    /// All documents in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Document<K>> {
        self.0.values()
    }

    /// All documents in the order of their titles, upper and lower case alike.
    pub fn by_title(&self) -> Vec<&Document<K>> {
        let mut documents: Vec<_> = self.iter().collect();
        documents.sort_by_key(|document| document.meta.title.to_lowercase());
        documents
    }

    /// All documents, those published last first.
    pub fn newest(&self) -> Vec<&Document<K>> {
        let mut documents = self.by_title();
        documents.sort_by_key(|document| std::cmp::Reverse(document.meta.published));
        documents
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K> FromIterator<Document<K>> for Shelf<K> {
    fn from_iter<I: IntoIterator<Item = Document<K>>>(documents: I) -> Self {
        Self(
            documents
                .into_iter()
                .map(|document| (document.id.clone(), document))
                .collect(),
        )
    }
}
