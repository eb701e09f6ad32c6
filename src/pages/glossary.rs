//! `/glossary` and `/glossary/{id}`.

use askama::Template;

use crate::site::{Address, Document, Kind, Site, Term};

use super::flow::{self, WholeSection};
use super::foot::Foot;
use super::layout::Layout;
use super::opening::Opening;
use super::words::{counted, fitting_title};

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
    path: String,
    title: &'a str,
    definition: &'a str,
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
            let view = TermView {
                id: &term.id,
                path: Kind::Term.path(&term.id),
                title: &term.meta.title,
                definition: &term.meta.summary,
            };
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

/// One term: what it means, an example, and where the guide uses it.
#[derive(Template)]
#[template(path = "term.html")]
pub struct TermPage<'a> {
    layout: Layout<'a>,
    opening: Opening<'a>,
    text: String,
    sections: Vec<WholeSection<'a>>,
    see: Vec<(String, &'a str, &'a str)>,
    skills: Vec<(String, &'a str)>,
    foot: Foot<'a>,
}

impl<'a> TermPage<'a> {
    pub fn new(site: &'a Site, term: &'a Document<Term>) -> Self {
        let title = &term.meta.title;
        let see = term.see.iter().filter_map(|id| site.terms.get(id.as_str()));
        let skills = term.skills.iter();
        let skills = skills.filter_map(|id| site.skills.get(id.as_str()));
        TermPage {
            layout: Layout::new(
                site,
                &Address::Document(Kind::Term, term.id.clone()),
                fitting_title(&[
                    format!("{title}: what it means in backend work"),
                    format!("{title}: what it means"),
                ]),
                &term.meta.summary,
                title,
            ),
            opening: Opening::new(&term.meta)
                .kicker("Term")
                .also_called(&term.also_called),
            text: flow::html(site, &term.body.lead, "lead"),
            sections: flow::other_sections(site, Kind::Term, &term.body),
            see: see
                .map(|term| {
                    let path = Kind::Term.path(&term.id);
                    (path, term.meta.title.as_str(), term.meta.summary.as_str())
                })
                .collect(),
            skills: skills
                .map(|skill| (Kind::Skill.path(&skill.id), skill.meta.title.as_str()))
                .collect(),
            foot: Foot::new(site, Kind::Term, term),
        }
    }
}
