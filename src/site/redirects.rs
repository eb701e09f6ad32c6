//! Old paths that lead elsewhere, and paths that are gone.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// `redirects.toml`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RedirectsFile {
    /// Old paths that lead elsewhere.
    #[serde(default, rename = "redirect")]
    pub redirects: Vec<Redirect>,
    /// Paths that are gone for good.
    #[serde(default)]
    pub gone: Vec<Gone>,
}

/// An old path.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Redirect {
    /// The old path: `/careers/backend`.
    #[schemars(regex(pattern = "^/"))]
    pub from: String,
    /// The path that now answers: `/roles/backend-developer`.
    #[schemars(regex(pattern = "^/"))]
    pub to: String,
}

/// A path that is gone.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gone {
    #[schemars(regex(pattern = "^/"))]
    pub path: String,
    /// Why, for the reader who follows an old link.
    pub reason: String,
}

/// What became of a path that no page has any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The path that answers now; never itself a redirect.
    Moved(String),
    /// Gone, and why.
    Gone(String),
}

/// All old paths, aliases of documents included, each resolved to its last target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redirects(HashMap<String, Fate>);

impl Redirects {
    pub fn new(fates: HashMap<String, Fate>) -> Self {
        Self(fates)
    }

    /// What became of `path`.
    pub fn fate(&self, path: &str) -> Option<&Fate> {
        self.0.get(path)
    }

    /// All old paths, in no order.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &Fate)> {
        self.0.iter().map(|(path, fate)| (path.as_str(), fate))
    }
}
