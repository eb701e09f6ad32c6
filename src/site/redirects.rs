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

/// All old paths, aliases of documents included, each resolved to its last target. What leads in a
/// circle is none of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Redirects(HashMap<String, Fate>);

impl Redirects {
    /// Resolves what is written, `next`, where an old path may lead to another: `/a` to `/b#x` and
    /// `/b` to `/c` is `/a` to `/c#x`. The time is proportional to the number of paths.
    pub fn new(next: HashMap<String, Fate>) -> Self {
        let mut ends = HashMap::with_capacity(next.len());
        for path in next.keys() {
            resolve(&next, path, &mut ends);
        }
        let fates = ends.into_iter();
        Self(
            fates
                .filter_map(|(path, end)| Some((path.to_owned(), end?)))
                .collect(),
        )
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

/// A path without its fragment and query: `/roles` of `/roles#developers`.
pub fn bare(to: &str) -> &str {
    to.split(['#', '?']).next().unwrap_or(to)
}

/// Finds the ends of `start` and of all paths on its way; nothing is the end of a circle.
fn resolve<'a>(
    next: &'a HashMap<String, Fate>,
    start: &'a str,
    ends: &mut HashMap<&'a str, Option<Fate>>,
) {
    let mut way = Vec::new();
    let mut path = start;
    let mut end = loop {
        if let Some(known) = ends.get(path) {
            break known.clone();
        }
        match next.get(path) {
            // Without an end until the way is over: whoever comes back here walks in a circle.
            Some(Fate::Moved(to)) => {
                ends.insert(path, None);
                way.push((path, &to[bare(to).len()..]));
                path = bare(to);
            }
            Some(gone) => break Some(gone.clone()),
            None => break Some(Fate::Moved(path.to_owned())),
        }
    };
    if way.is_empty() {
        ends.insert(start, end);
        return;
    }
    for (path, place) in way.into_iter().rev() {
        if let Some(Fate::Moved(to)) = &mut end
            && bare(to) == to
        {
            to.push_str(place);
        }
        ends.insert(path, end.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, Redirects};

    #[test]
    fn every_old_path_leads_to_the_end_of_its_way() {
        let moved = |to: &str| Fate::Moved(to.to_owned());
        let gone = Fate::Gone("Over.".to_owned());
        let next = [
            ("/a", moved("/b#x")),
            ("/b", moved("/c#y")),
            ("/c", moved("/page")),
            ("/old", moved("/over#x")),
            ("/over", gone.clone()),
            ("/in", moved("/round")),
            ("/round", moved("/about#z")),
            ("/about", moved("/round")),
            ("/self", moved("/self#x")),
        ];
        let next = next.map(|(path, fate)| (path.to_owned(), fate)).into();
        let redirects = Redirects::new(next);
        for (path, fate) in [
            ("/a", Some(moved("/page#y"))),
            ("/b", Some(moved("/page#y"))),
            ("/c", Some(moved("/page"))),
            ("/old", Some(gone.clone())),
            ("/over", Some(gone)),
            ("/in", None),
            ("/round", None),
            ("/self", None),
            ("/page", None),
        ] {
            assert_eq!(redirects.fate(path).cloned(), fate, "{path}");
        }
    }
}
