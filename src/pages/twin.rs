//! The twins of a document's page: the same as Markdown and as JSON.
//!
//! Both are made of the page as it is drawn, not of the file: a page shows figures, tables and lists
//! that no file holds, and what is made of the page cannot drift from it.

mod inline;
mod json;
mod markdown;
mod table;

use crate::site::{Address, Card, Kind, Site, TwinFormat};

use super::markup;
use markdown::Writer;

/// The bytes of a twin; nothing if there is no such document.
pub fn twin(site: &Site, kind: Kind, id: &str, format: TwinFormat) -> Option<Vec<u8>> {
    let card = site.card(kind, id)?;
    let page = page(site, &kind.address(id))?;
    let tree = markup::tree(&page);
    Some(match format {
        TwinFormat::Markdown => {
            let path = card.path();
            let writer = Writer::new(&site.config.address, &path);
            let mut text = writer.text(&tree.root_element());
            text.push_str(&signature(site, &card));
            text.into_bytes()
        }
        TwinFormat::Json => json::bytes(site, &card, &tree.root_element()),
    })
}

/// The main part of the page at an address as XML.
pub fn page(site: &Site, address: &Address) -> Option<String> {
    let html = super::html(site, address)?;
    let html = String::from_utf8(html).expect("templates write UTF-8");
    markup::main_of(&html)
}

/// Where a text is from and what may be done with it, for whoever meets it elsewhere.
fn signature(site: &Site, card: &Card) -> String {
    let config = &site.config;
    format!(
        "\n---\n\n{}, {}{}\\\nText under [{}]({}); figures under the licences of their sources.\n",
        config.name,
        config.address,
        card.path(),
        config.licence.name,
        config.licence.url
    )
}
