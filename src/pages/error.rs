//! Pages for failed requests: what happened, and where to go from here.

use askama::Template;
use strsim::damerau_levenshtein;

use crate::site::{Address, Fate, Kind, Site};

use super::layout::{Crumb, Layout};

/// A page for a 4xx or 5xx.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage<'a> {
    layout: Layout<'a>,
    status: u16,
    heading: &'static str,
    text: String,
    near: Vec<(String, &'a str)>,
    places: Vec<(String, &'static str)>,
}

impl<'a> ErrorPage<'a> {
    /// The page for `status`; `path` is what was asked for.
    pub fn new(site: &'a Site, status: u16, path: &str) -> Self {
        let heading = heading(status);
        let text = match (status, site.redirects.fate(path)) {
            (410, Some(Fate::Gone(reason))) => reason.clone(),
            _ => explanation(status).to_owned(),
        };
        let layout = Layout {
            site,
            title: format!("{heading} ({status})"),
            description: format!(
                "{heading}: the request could not be answered with a page of the guide."
            ),
            path: String::new(),
            crumbs: vec![Crumb {
                label: "Home".to_owned(),
                path: Address::Home.path(),
            }],
            here: heading.to_owned(),
            noindex: true,
            is_answer: false,
        };
        ErrorPage {
            layout,
            status,
            heading,
            text,
            near: if matches!(status, 404 | 410) {
                near(site, path)
            } else {
                Vec::new()
            },
            places: [
                Kind::Role,
                Kind::Skill,
                Kind::CareerPath,
                Kind::Guide,
                Kind::Term,
            ]
            .map(|kind| (Address::Index(kind).path(), kind.index_title()))
            .into(),
        }
    }
}

fn heading(status: u16) -> &'static str {
    match status {
        400 => "The request could not be read",
        404 => "There is no such page",
        405 => "This address can only be read",
        408 => "The request took too long",
        410 => "This page is gone",
        413 | 414 | 431 => "The request is too long",
        429 => "Too many requests",
        503 => "The guide is not ready",
        500.. => "The guide failed",
        _ => "The request was refused",
    }
}

fn explanation(status: u16) -> &'static str {
    match status {
        400 => "The address or the request is not in a form that the guide understands.",
        404 => {
            "The address may be mistyped, or the page has never existed. Pages that moved lead to their new address by themselves."
        }
        405 => "Pages of the guide answer GET and HEAD and nothing else.",
        410 => "The page was removed on purpose and will not come back.",
        413 => "Shorten what you send and try again: an advert may have 20,000 bytes.",
        414 | 431 => "Shorten the address and try again.",
        429 => "Wait a moment and try again.",
        503 => "It is starting or stopping. Try again in a few seconds.",
        500.. => "The mistake is ours and has been noted. Try again, or read another page.",
        _ => "The guide does not answer such requests.",
    }
}

/// The pages whose id or title comes closest to the last word of a path: at most five.
fn near<'a>(site: &'a Site, path: &str) -> Vec<(String, &'a str)> {
    let wanted: String = path
        .rsplit('/')
        .find(|word| !word.is_empty())
        .unwrap_or("")
        .chars()
        .take(60)
        .collect();
    let wanted = slug::slugify(wanted);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut scored: Vec<_> = site
        .cards()
        .filter(|card| !matches!(card.kind, Kind::Author | Kind::Job))
        .filter_map(|card| Some((distance(&wanted, card.id)?, card)))
        .collect();
    scored.sort_by_key(|(distance, _)| *distance);
    scored
        .into_iter()
        .take(5)
        .map(|(_, card)| (card.path(), card.title))
        .collect()
}

/// How far an id is from what was wanted: edits, if at most a third of the letters; sharing a whole
/// word counts as a distance of its own, behind any misspelling.
fn distance(wanted: &str, id: &str) -> Option<usize> {
    let allowed = id.len().max(3) / 3;
    if wanted.len().abs_diff(id.len()) <= allowed {
        let edits = damerau_levenshtein(wanted, id);
        if edits <= allowed {
            return Some(edits);
        }
    }
    let shared = wanted
        .split('-')
        .filter(|word| word.len() > 2 && id.split('-').any(|other| other == *word))
        .count();
    (shared > 0).then_some(100 - shared)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_misspelling_is_nearer_than_a_shared_word() {
        assert_eq!(distance("postgres", "postgresql"), Some(2));
        assert_eq!(distance("backend", "backend-developer"), Some(99));
        assert_eq!(distance("xyz", "sql"), None);
        assert!(distance("postgresq", "postgresql") < distance("backend", "backend-developer"));
    }
}
