//! `/glossary`.

use askama::Template;

use crate::site::{Address, Document, Kind, Site, Term};

use super::flow;
use super::layout::Layout;
use super::words::counted;

/// All terms from A to Z on one page.
#[derive(Template)]
#[template(path = "glossary.html")]
pub struct GlossaryPage<'a> {
    layout: Layout<'a>,
    letters: Vec<Letter<'a>>,
}

struct Letter<'a> {
    letter: String,
    terms: Vec<TermView<'a>>,
}

struct TermView<'a> {
    id: &'a str,
    title: &'a str,
    also_called: &'a [String],
    definition: &'a str,
    text: String,
    see: Vec<(String, &'a str)>,
    skills: Vec<(String, &'a str)>,
}

impl<'a> GlossaryPage<'a> {
    pub fn new(site: &'a Site) -> Self {
        let mut letters: Vec<Letter> = Vec::new();
        for term in site.terms.by_title() {
            let letter: String = term
                .meta
                .title
                .chars()
                .take(1)
                .flat_map(char::to_uppercase)
                .collect();
            let view = term_view(site, term);
            match letters.last_mut() {
                Some(last) if last.letter == letter => last.terms.push(view),
                _ => letters.push(Letter {
                    letter,
                    terms: vec![view],
                }),
            }
        }
        GlossaryPage {
            layout: Layout::new(
                site,
                &Address::Index(Kind::Term),
                "Glossary of backend engineering, from A to Z",
                format!(
                    "{} of backend work in a sentence each, with an example and the skills they belong to; other pages link here where a word first appears.",
                    counted(site.terms.len(), "term", "terms")
                ),
                "Glossary",
            ),
            letters,
        }
    }
}

fn term_view<'a>(site: &'a Site, term: &'a Document<Term>) -> TermView<'a> {
    let skills = term
        .skills
        .iter()
        .filter_map(|id| site.skills.get(id.as_str()));
    let see = term.see.iter().filter_map(|id| site.terms.get(id.as_str()));
    TermView {
        id: &term.id,
        title: &term.meta.title,
        also_called: &term.also_called,
        definition: &term.meta.summary,
        text: flow::html(site, &term.body.lead, &term.id),
        see: see
            .map(|term| (Kind::Term.path(&term.id), term.meta.title.as_str()))
            .collect(),
        skills: skills
            .map(|skill| (Kind::Skill.path(&skill.id), skill.meta.title.as_str()))
            .collect(),
    }
}
