//! A document as JSON: its fields, and the sections of its page.

use jiff::civil::Date;
use roxmltree::Node;
use serde::Serialize;
use serde_json::Value;

use crate::pages::markup::{absolute, has_class, heading_level, is_furniture, name, words};
use crate::site::{Address, Card, Change, DataFormat, Kind, RoleId, Site, Source, Status};

use super::markdown::Writer;

/// A document's page as data.
#[derive(Serialize)]
struct Twin<'a> {
    /// The page's address.
    address: String,
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    summary: &'a str,
    status: Status,
    published: Option<Date>,
    updated: Option<Date>,
    reviewed: Option<Date>,
    authors: Vec<Named<'a>>,
    /// The fields of the kind, as in the file; text in them as HTML and as words.
    fields: Value,
    /// What stands before the first section, as Markdown.
    lead: String,
    sections: Vec<Section>,
    sources: &'a [Source],
    changes: &'a [Change],
    /// Where the page leads, each address once, in order.
    links: Vec<String>,
    /// The figures of the page as data.
    data: Vec<String>,
    licence: Named<'a>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    address: String,
}

#[derive(Serialize)]
struct Section {
    id: String,
    heading: String,
    /// The headings inside the section.
    headings: Vec<Heading>,
    /// The text below the heading, as Markdown.
    text: String,
}

#[derive(Serialize)]
struct Heading {
    level: usize,
    id: Option<String>,
    heading: String,
}

/// The JSON of a document whose page has this main part.
pub fn bytes(site: &Site, card: &Card, main: &Node) -> Vec<u8> {
    let path = card.path();
    let config = &site.config;
    let writer = Writer::new(&config.address, &path);
    let authors = card.meta.authors.iter().filter_map(|id| {
        let author = site.authors.get(id.as_str())?;
        Some(Named {
            name: &author.meta.title,
            address: format!("{}{}", config.address, Kind::Author.path(&author.id)),
        })
    });
    let twin = Twin {
        address: format!("{}{path}", config.address),
        kind: card.kind.word(),
        id: card.id,
        title: card.title,
        summary: card.summary,
        status: card.meta.status,
        published: card.meta.published,
        updated: card.meta.updated,
        reviewed: card.meta.reviewed,
        authors: authors.collect(),
        fields: fields(site, card).unwrap_or_default(),
        lead: lead(&writer, main),
        sections: sections(&writer, main),
        sources: &card.meta.sources,
        changes: &card.meta.changes,
        links: links(&writer, main),
        data: data(site, card),
        licence: Named {
            name: &config.licence.name,
            address: config.licence.url.clone(),
        },
    };
    let mut bytes = serde_json::to_vec_pretty(&twin).expect("names are strings");
    bytes.push(b'\n');
    bytes
}

fn fields(site: &Site, card: &Card) -> Option<Value> {
    fn value(fields: &impl Serialize) -> Option<Value> {
        serde_json::to_value(fields).ok()
    }
    let id = card.id;
    match card.kind {
        Kind::Role => value(&site.roles.get(id)?.fields),
        Kind::Skill => value(&site.skills.get(id)?.fields),
        Kind::CareerPath => value(&site.career_paths.get(id)?.fields),
        Kind::Guide => value(&site.guides.get(id)?.fields),
        Kind::Learning => value(&site.learning.get(id)?.fields),
        Kind::Industry => value(&site.industries.get(id)?.fields),
        Kind::Job => value(&site.jobs.get(id)?.fields),
        Kind::Term => value(&site.terms.get(id)?.fields),
        Kind::Author => value(&site.authors.get(id)?.fields),
        Kind::Page => value(&site.pages.get(id)?.fields),
    }
}

/// What stands below the opening and before the first section.
fn lead(writer: &Writer, main: &Node) -> String {
    let text = main.descendants().find(|node| has_class(node, "text"));
    let children = text.iter().flat_map(|text| text.children());
    let before = children.take_while(|child| name(child) != "section");
    let blocks = before
        .filter(Node::is_element)
        .flat_map(|child| block(writer, &child));
    blocks.collect::<Vec<_>>().join("\n\n")
}

fn sections(writer: &Writer, main: &Node) -> Vec<Section> {
    let sections = main.descendants().filter(|node| name(node) == "section");
    let sections = sections.filter_map(|section| {
        let heading = section.children().find(|child| name(child) == "h2")?;
        let below = section.children().filter(Node::is_element);
        let below = below.filter(|child| name(child) != "h2");
        let headings = section.descendants().filter_map(|node| {
            let level = heading_level(&node).filter(|level| *level > 2)?;
            Some(Heading {
                level,
                id: node.attribute("id").map(str::to_owned),
                heading: words(&node),
            })
        });
        let blocks: Vec<String> = below.flat_map(|child| block(writer, &child)).collect();
        Some(Section {
            id: heading.attribute("id").unwrap_or_default().to_owned(),
            heading: words(&heading),
            headings: headings.collect(),
            text: blocks.join("\n\n"),
        })
    });
    sections.collect()
}

fn block(writer: &Writer, node: &Node) -> Vec<String> {
    let mut blocks = Vec::new();
    writer.block(node, &mut blocks);
    blocks
}

fn links(writer: &Writer, main: &Node) -> Vec<String> {
    let mut links = Vec::new();
    for node in main.descendants().filter(|node| name(node) == "a") {
        let is_shown = !node
            .ancestors()
            .any(|above| is_furniture(&above) || matches!(name(&above), "svg" | "sup"));
        let to = node
            .attribute("href")
            .filter(|to| is_shown && !to.starts_with('#'));
        let to = to.map(|to| absolute(writer.guide, writer.page, to).into_owned());
        links.extend(to.filter(|to| !links.contains(to)));
    }
    links
}

fn data(site: &Site, card: &Card) -> Vec<String> {
    let role = RoleId::new(card.id);
    let has_pay = card.kind == Kind::Role && site.pay_of(&role).next().is_some();
    let formats = DataFormat::ALL.into_iter().filter(|_| has_pay);
    let paths = formats.map(|format| Address::SalaryData(role.clone(), format).path());
    paths
        .map(|path| format!("{}{path}", site.config.address))
        .collect()
}
