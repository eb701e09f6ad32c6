//! Markdown to HTML in one pass over the events: the only place that knows pulldown-cmark.
//!
//! The words of an editor come out as HTML that needs no filter: no tag is copied from the text, and
//! no address is shown before it is judged. What a text mentions, and what is wrong with it, comes
//! out beside it, at its place in the file.

mod code;
mod destination;
pub(super) mod escape;
mod flow;
mod headings;
mod ids;
mod images;
mod links;
mod literal;
mod money;
mod notes;
mod origin;
mod outline;
mod places;
mod raw_html;
mod tables;
mod telling;
#[cfg(test)]
mod tests;
mod words;
mod writer;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::site::{Body, Phrase, Prose};

use super::highlight::Highlighter;
use super::table::Table;
use super::{Diagnostic, Reference, fields::Place};
pub use flow::callouts;
use origin::Origin;
use outline::squeezed;
pub use places::{HeadingPlace, fences, headings};
pub use tables::table_spans;
use writer::{Reading, Shape, Writer};

/// What a text may mention by name: known before any text is rendered.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Title and summary of each document that can be read, whatever its status, and of each usage
    /// file under the word `usage`: `("skill", "sql")`.
    pub documents: HashMap<(String, String), Name>,
    /// Where the guide is served: `https://guide.example`; empty if `site.toml` does not say.
    pub address: String,
    /// Texts for `@include`, by file name without ending.
    pub snippets: BTreeMap<String, String>,
    /// Whether there may be other snippets, which could not be read.
    pub unread_snippets: bool,
    /// Width and height in pixels of each picture in `assets/`: `ladder.png` is `(640, 480)`.
    pub images: HashMap<String, (u32, u32)>,
    /// Colours code; its grammars are unpacked once for all clones.
    pub highlighter: Highlighter,
}

/// How a document is called in links.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub title: String,
    /// The definition, for terms.
    pub summary: String,
}

impl Name {
    /// How the document with these fields is called.
    pub fn of(table: &Table) -> Self {
        let text = |pointer| table.string(pointer).unwrap_or_default().to_owned();
        Name {
            title: text("/title"),
            summary: text("/summary"),
        }
    }
}

/// A rendered text with all that must be checked elsewhere.
#[derive(Debug, Default)]
pub struct Rendered<T> {
    pub value: T,
    /// What the text mentions, in the order of the file.
    pub references: Vec<Reference>,
    /// Fragments that exist in the text: heading ids, in order.
    pub anchors: Vec<String>,
    /// Where the words of each section's heading stand in the file, in the order of the sections.
    pub titles: Vec<Range<usize>>,
    /// What is wrong with the text, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether code that is never closed has swallowed the rest of the text.
    pub is_cut: bool,
    /// The ids of the sources that the text cites.
    pub cited: HashSet<String>,
}

/// Renders the body of a document: `range` of the file. `sources` are the ids of its `[[source]]`s.
pub fn body(place: Place, range: Range<usize>, sources: &[String]) -> Rendered<Body> {
    let reading = Reading::new(&place.text[range.clone()], Origin::At(range.start), None);
    let mut writer = Writer::new(Shape::Body, place, sources, reading);
    writer.write();
    writer.end_answer();
    writer.end_section(1);
    writer.flush();
    writer.outline.finish_text();
    let notes = writer.finish_notes();
    let outline = std::mem::take(&mut writer.outline);
    let links = std::mem::take(&mut writer.links);
    rendered(
        writer,
        Body {
            lead: outline.lead,
            lead_text: outline.lead_text,
            sections: outline.sections,
            notes,
            words: outline.words,
            links,
        },
    )
}

/// Renders a field of one or more paragraphs. `offset` is where `source` begins in the file.
pub fn prose(place: Place, source: &str, offset: usize) -> Rendered<Option<Prose>> {
    let mut writer = field(Shape::Prose, place, source, offset);
    let prose = Prose {
        html: std::mem::take(&mut writer.html),
        text: squeezed(&writer.outline.text),
    };
    rendered(writer, Some(prose))
}

/// Renders a field of one line; gives nothing if there is more than a line, or less.
pub fn phrase(place: Place, source: &str, offset: usize) -> Rendered<Option<Phrase>> {
    let mut writer = field(Shape::Phrase, place, source, offset);
    if writer.paragraphs == 0 && writer.diagnostics.is_empty() {
        let error = writer.error("md-field", 0..source.len(), "the field holds no words");
        writer.say(error);
    }
    let phrase = (writer.paragraphs == 1).then(|| Phrase {
        html: std::mem::take(&mut writer.html),
        text: squeezed(&writer.outline.text),
    });
    rendered(writer, phrase)
}

fn field<'a>(shape: Shape, place: Place<'a>, source: &'a str, offset: usize) -> Writer<'a> {
    let origin = Origin::of_field(place.text, source, offset);
    let mut writer = Writer::new(shape, place, &[], Reading::new(source, origin, None));
    writer.write();
    writer
}

/// The value with what must be known of it, sorted; a link definition used twice is told of once.
fn rendered<T>(writer: Writer, value: T) -> Rendered<T> {
    let (mut references, mut diagnostics) = (writer.references, writer.diagnostics);
    references.sort_by_key(|reference| (reference.span.start, reference.span.end));
    references.dedup();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.as_ref().map(|at| (at.start, at.end)));
    diagnostics.dedup();
    Rendered {
        value,
        references,
        anchors: writer.anchors,
        titles: writer.titles,
        diagnostics,
        is_cut: writer.is_cut,
        cited: writer.cited,
    }
}
