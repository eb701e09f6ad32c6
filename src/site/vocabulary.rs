//! Controlled lists: levels, regions, skill groups, role families, tags.

use schemars::JsonSchema;
use serde::Deserialize;

use super::id::ID_PATTERN;

/// The lists of `vocabulary/`, one file each.
#[derive(Clone, Debug, PartialEq)]
pub struct Vocabulary {
    /// Levels of a career, lowest first.
    pub levels: Vec<Entry>,
    pub regions: Vec<Entry>,
    pub skill_groups: Vec<Entry>,
    pub role_families: Vec<Entry>,
    pub tags: Vec<Entry>,
}

impl Vocabulary {
    /// The names of the lists, which are the names of the files.
    pub const LISTS: [&'static str; 5] =
        ["levels", "regions", "skill-groups", "role-families", "tags"];

    /// The entries of the list with this name.
    pub fn list(&self, name: &str) -> &[Entry] {
        match name {
            "levels" => &self.levels,
            "regions" => &self.regions,
            "skill-groups" => &self.skill_groups,
            "role-families" => &self.role_families,
            "tags" => &self.tags,
            _ => &[],
        }
    }

    /// The entry `id` of the list `name`.
    pub fn entry(&self, name: &str, id: &str) -> Option<&Entry> {
        self.list(name).iter().find(|entry| entry.id == id)
    }

    /// The words for an entry; the id itself if there is none, which a checked Site does not have.
    pub fn title<'a>(&'a self, name: &str, id: &'a str) -> &'a str {
        self.entry(name, id).map_or(id, |entry| &entry.title)
    }

    /// The place of an entry in its list, which for levels is their order.
    pub fn position(&self, name: &str, id: &str) -> usize {
        let entries = self.list(name);
        entries
            .iter()
            .position(|entry| entry.id == id)
            .unwrap_or(entries.len())
    }
}

/// A file of `vocabulary/`.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct VocabularyList {
    /// The entries, in the order in which they are shown.
    #[serde(rename = "entry")]
    #[schemars(length(min = 1))]
    pub entries: Vec<Entry>,
}

/// An entry of a controlled list.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    #[schemars(regex(pattern = ID_PATTERN))]
    pub id: String,
    /// What a reader sees: `United States`.
    pub title: String,
    /// The words inside a sentence, where they differ: `the United States`.
    pub in_text: Option<String>,
    /// What it means, in a sentence.
    pub summary: Option<String>,
    /// The entry that contains this one: a country of a city.
    pub within: Option<String>,
}

impl Entry {
    /// The words inside a sentence: `the United States`.
    pub fn in_text(&self) -> &str {
        self.in_text.as_deref().unwrap_or(&self.title)
    }
}
