//! The text of a document as HTML: finished parts as they are, blocks drawn from the Site.

use askama::Template;

use crate::site::{Block, Body, Kind, PageSection, Part, Section, Site};

use super::blocks;

/// An entry of the list of sections at the top of a page.
pub struct ContentsEntry {
    pub id: String,
    pub label: String,
}

/// The list of sections of a page whose kind fixes their order. Sections that a text brings beyond
/// them stand where [`Kind::others_before`] says.
pub fn contents(kind: Kind, body: &Body) -> Vec<ContentsEntry> {
    let outline = kind.outline();
    let mut outline_ids = outline.iter().map(|section| section.id);
    let next = outline_ids.position(|id| id == kind.others_before());
    let (fixed, last) = outline.split_at(next.unwrap_or(outline.len()));
    let titled = |section: &'static PageSection| (section.id, section.title);
    let others = others(kind, body).map(|section| (section.id.as_str(), section.title.as_str()));
    let fixed = fixed.iter().map(titled);
    entries(fixed.chain(others).chain(last.iter().map(titled)))
}

/// The list of sections of a page whose text brings its own, before those that the kind fixes.
pub fn own_contents(kind: Kind, body: &Body) -> Vec<ContentsEntry> {
    let own = body.sections.iter();
    let own = own.map(|section| (section.id.as_str(), section.title.as_str()));
    entries(
        own.chain(
            kind.outline()
                .iter()
                .map(|section| (section.id, section.title)),
        ),
    )
}

/// Any list of sections, in the order of the page.
pub fn entries<'a>(sections: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<ContentsEntry> {
    sections
        .map(|(id, label)| ContentsEntry {
            id: id.to_owned(),
            label: label.to_owned(),
        })
        .collect()
}

/// The parts of a text as HTML. `place` makes the names of charts unique on the page.
pub fn html(site: &Site, parts: &[Part], place: &str) -> String {
    let mut html = String::new();
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Html(finished) => html.push_str(finished),
            Part::Block(block) => {
                html.push_str(&blocks::html(site, block, &format!("{place}--{index}")));
            }
        }
    }
    html
}

/// One section of a body as HTML, without its heading; empty if the body has no such section.
pub fn section(site: &Site, body: &Body, id: &str) -> String {
    body.section(id)
        .map_or_else(String::new, |section| html(site, &section.parts, id))
}

/// Whether a section shows a block of its own, so that the page need not draw one.
pub fn has_block(body: &Body, id: &str, test: fn(&Block) -> bool) -> bool {
    let parts = body.section(id).map_or(&[][..], |section| &section.parts);
    parts
        .iter()
        .any(|part| matches!(part, Part::Block(block) if test(block)))
}

/// A section that a page shows whole, with its heading.
#[derive(Template)]
#[template(
    source = r#"<section aria-labelledby="{{ id }}"><h2 id="{{ id }}">{{ title }}</h2>{{ html|safe }}</section>"#,
    ext = "html"
)]
pub struct WholeSection<'a> {
    pub id: &'a str,
    pub title: &'a str,
    html: String,
}

impl<'a> WholeSection<'a> {
    pub fn new(site: &Site, section: &'a Section) -> Self {
        WholeSection {
            id: &section.id,
            title: &section.title,
            html: html(site, &section.parts, &section.id),
        }
    }
}

/// The sections of a body that the page of its kind does not place itself, each whole.
pub fn other_sections<'a>(site: &Site, kind: Kind, body: &'a Body) -> Vec<WholeSection<'a>> {
    others(kind, body)
        .map(|section| WholeSection::new(site, section))
        .collect()
}

fn others(kind: Kind, body: &Body) -> impl Iterator<Item = &Section> {
    let placed = move |id: &str| kind.outline().iter().any(|section| section.id == id);
    let sections = body.sections.iter();
    sections.filter(move |section| !placed(&section.id))
}
