//! Links: a tag if the destination may be shown, the words alone if not, and a reference either way.

use std::ops::Range;

use pulldown_cmark::LinkType;

use crate::site::{Kind, Link};

use super::super::Target;
use super::destination::{Destination, Wrong, judge};
use super::escape;
use super::writer::Writer;

/// Words that say nothing to those who hear the links of a page one after another.
const EMPTY_WORDS: [&str; 5] = ["here", "click here", "read more", "link", "this"];

/// A link that is being read.
pub(super) struct OpenLink {
    has_tag: bool,
    /// The title of the target has been written in place of the words.
    pub(super) is_replaced: bool,
    /// Where its words stand.
    pub(super) words_at: Option<Range<usize>>,
    /// Where its words begin in the plain text.
    mark: usize,
}

impl Writer<'_> {
    pub(super) fn start_link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        title: &str,
        range: Range<usize>,
    ) {
        let at = self.destination_at(destination, &range);
        let written = destination.to_owned();
        self.open.links.push(OpenLink {
            has_tag: false,
            is_replaced: false,
            words_at: None,
            mark: self.outline.text.len(),
        });
        // The words for a picture hold no links.
        if self.open.image.is_some() {
            return;
        }
        let is_automatic = matches!(link_type, LinkType::Autolink | LinkType::Email);
        let destination = match link_type {
            LinkType::Email => Destination::Mail(format!("mailto:{destination}")),
            _ => {
                let folder = self.own.map(|(kind, _)| kind);
                judge(destination, folder, &self.place.names.address)
            }
        };
        match destination {
            Destination::Web(address) => {
                self.open_tag(&address, " rel=\"external noopener\"", title);
            }
            Destination::Mail(address) | Destination::Page(address) => {
                self.open_tag(&address, "", title);
            }
            Destination::Here(anchor) => self.link_here(anchor, at, title),
            Destination::Document { word, id, anchor } => {
                self.link_document(&word, &id, anchor.as_deref(), title);
                if is_automatic {
                    self.name_document(&word, &id);
                }
                self.refer(
                    at,
                    Target::Document {
                        kind: word,
                        id,
                        anchor,
                    },
                );
            }
            Destination::Wrong(wrong) => {
                let is_written = self.reading.text.get(at.clone()) == Some(&*written);
                self.refuse_link(wrong, at, is_written && !is_automatic);
            }
        }
    }

    pub(super) fn end_link(&mut self) {
        let Some(link) = self.open.links.pop() else {
            return;
        };
        if !link.has_tag {
            return;
        }
        self.html.push_str("</a>");
        let words = self.outline.text[link.mark..].trim();
        let says_nothing = words.len() < 20 && EMPTY_WORDS.contains(&&*words.to_lowercase());
        if let (true, Some(at)) = (says_nothing && !link.is_replaced, link.words_at) {
            let message = format!("`{words}` does not say where the link leads");
            let warning = self.error("link-text", at, message).warning();
            self.say(warning.label("words that make sense without the sentence around them"));
        }
    }

    fn open_tag(&mut self, address: &str, attributes: &str, title: &str) {
        // A link cannot stand in a link, though the parser lets `<https://…>` into one.
        if self.open.links.iter().any(|link| link.has_tag) {
            return;
        }
        self.html.push_str("<a href=\"");
        escape::address(&mut self.html, address);
        self.html.push('"');
        self.html.push_str(attributes);
        if !title.is_empty() {
            self.html.push_str(" title=\"");
            escape::attribute(&mut self.html, title);
            self.html.push('"');
        }
        self.html.push('>');
        if let Some(link) = self.open.links.last_mut() {
            link.has_tag = true;
        }
    }

    fn link_here(&mut self, anchor: String, at: Range<usize>, title: &str) {
        let Some((kind, id)) = self.own else {
            let message = format!("`#{anchor}` leads to no page: this file makes none");
            let error = self.error("link-scheme", at, message);
            return self.say(error.label("a typed link names the document: skill:sql"));
        };
        self.open_tag(&format!("#{anchor}"), "", title);
        let target = Target::Document {
            kind: kind.word().to_owned(),
            id: id.to_owned(),
            anchor: Some(anchor),
        };
        self.refer(at, target);
    }

    /// Opens the tag of a typed link, if there is such a document.
    fn link_document(&mut self, word: &str, id: &str, anchor: Option<&str>, title: &str) {
        let names = self.place.names;
        let name = names.documents.get(&(word.to_owned(), id.to_owned()));
        let (Some(kind), Some(name)) = (Kind::from_word(word), name) else {
            return;
        };
        let path = kind.path(id);
        let href = match anchor {
            Some(anchor) if !path.contains('#') => format!("{path}#{anchor}"),
            _ => path,
        };
        match kind {
            Kind::Term => self.open_tag(&href, " class=\"term\"", &name.summary),
            _ => self.open_tag(&href, "", title),
        }
        let link = Link {
            kind,
            id: id.to_owned(),
        };
        if self.own != Some((kind, id)) && self.linked.insert(link.clone()) {
            self.links.push(link);
        }
    }

    /// Writes the title of a document, or its id if nobody knows it.
    fn name_document(&mut self, word: &str, id: &str) {
        let names = self.place.names;
        let name = names.documents.get(&(word.to_owned(), id.to_owned()));
        self.push(name.map_or(id, |name| &name.title));
        if let Some(link) = self.open.links.last_mut() {
            link.is_replaced = true;
        }
    }

    /// Tells of a destination; what it should be is put in its place if it is written as it is
    /// understood and leads somewhere.
    fn refuse_link(&mut self, wrong: Wrong, at: Range<usize>, is_written: bool) {
        let error = self.error(wrong.code, at.clone(), wrong.message);
        let error = error.label(wrong.label);
        let Some(help) = wrong.help else {
            return self.say(error);
        };
        let help = self.existing(help);
        let id = help.split('#').next().unwrap_or_default().split_once(':');
        let leads = id.is_some_and(|(word, id)| {
            let name = (word.to_owned(), id.to_owned());
            word == "https" || self.place.names.documents.contains_key(&name)
        });
        let fix = match is_written && leads {
            true => self.edit(at, &*help),
            false => None,
        };
        self.say(error.help(help).fix(fix));
    }

    /// A typed link to a document that there is, if it is only of another kind.
    fn existing(&self, link: String) -> String {
        let Some((word, rest)) = link.split_once(':') else {
            return link;
        };
        let id = rest.split('#').next().unwrap_or_default();
        let names = &self.place.names.documents;
        let has = |word: &str| names.contains_key(&(word.to_owned(), id.to_owned()));
        if Kind::from_word(word).is_none() || has(word) {
            return link;
        }
        let other = Kind::ALL.map(Kind::word).into_iter().find(|word| has(word));
        other.map_or_else(|| link.clone(), |word| format!("{word}:{rest}"))
    }

    /// Where a destination is written: in the link, or in the definition that it names.
    pub(super) fn destination_at(&self, destination: &str, range: &Range<usize>) -> Range<usize> {
        let text = self.reading.text;
        if let Some(start) = offset_in(text, destination) {
            return start..start + destination.len();
        }
        // With escapes or entities it is another string; it stands at the end of the link.
        let inside = &text[range.clone()];
        if destination.is_empty() || !inside.ends_with(')') {
            return range.clone();
        }
        match inside.rfind("](") {
            Some(bracket) => range.start + bracket + 2..range.end - 1,
            None => range.clone(),
        }
    }

    /// `[words][name]` without a line `[name]: …` stays as it is written.
    pub(super) fn broken_reference(&mut self, range: Range<usize>) {
        let warning = self
            .error("md-ref-link", range, "the link leads nowhere")
            .warning()
            .label("no line defines this name")
            .help("write `[words](skill:sql)` or `[words](https://…)`; code stands in back-ticks");
        self.say(warning);
    }
}

/// Where a part of a text begins in it, if it is a part and no copy.
pub(super) fn offset_in(text: &str, part: &str) -> Option<usize> {
    let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (!part.is_empty() && offset + part.len() <= text.len()).then_some(offset)
}
