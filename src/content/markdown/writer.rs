//! One pass over the events of the parser: HTML grows in one string, marks in it say where what is
//! open began. Nothing here calls itself with the depth of the text.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::site::{Kind, Link, Part};

use super::super::fields::Place;
use super::super::layout::document_of;
use super::super::{Diagnostic, Reference};
use super::code::Code;
use super::headings::OpenHeading;
use super::headings::order::Order;
use super::ids::Ids;
use super::images::{OpenImage, OpenParagraph};
use super::links::OpenLink;
use super::notes::Notes;
use super::origin::Origin;
use super::outline::Outline;
use super::tables::Table;

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// What a text may be.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    /// The whole text of a document.
    Body,
    /// Paragraphs in a field.
    Prose,
    /// One line in a field.
    Phrase,
}

/// Writes a text as HTML and notes everything that must be known of it.
pub(super) struct Writer<'a> {
    pub(super) shape: Shape,
    pub(super) place: Place<'a>,
    /// The document that the file makes.
    pub(super) own: Option<(Kind, &'a str)>,
    pub(super) sources: &'a [String],
    pub(super) reading: Reading<'a>,
    pub(super) html: String,
    pub(super) outline: Outline,
    pub(super) anchors: Vec<String>,
    /// Where the words of each section's heading stand in the file.
    pub(super) titles: Vec<Range<usize>>,
    pub(super) ids: Ids,
    pub(super) notes: Notes,
    /// The ids of the sources that have been cited.
    pub(super) cited: HashSet<String>,
    pub(super) table_labels: HashMap<String, usize>,
    pub(super) links: Vec<Link>,
    pub(super) linked: HashSet<Link>,
    pub(super) references: Vec<Reference>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) open: Open,
    pub(super) order: Order,
    /// Whether a fence that is never closed has swallowed what follows it.
    pub(super) is_cut: bool,
    /// Paragraphs so far; another block counts as two of them, so that only a phrase has one.
    pub(super) paragraphs: usize,
}

/// The text that is being read: the body, or a snippet in its place.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) origin: Origin,
    pub(super) snippet: Option<&'a str>,
    /// Text before this offset has been written already.
    pub(super) written_to: usize,
    /// Addresses before this offset have been told of.
    pub(super) told_to: usize,
    /// Names of HTML elements whose start has been told of.
    pub(super) told_html: HashSet<String>,
}

/// What has begun and not ended.
#[derive(Default)]
pub(super) struct Open {
    /// How many quotes, list items and notes are open around this place.
    pub(super) containers: usize,
    pub(super) paragraph: Option<OpenParagraph>,
    pub(super) heading: Option<OpenHeading>,
    pub(super) links: Vec<OpenLink>,
    pub(super) image: Option<OpenImage>,
    pub(super) code: Option<Code>,
    pub(super) table: Option<Table>,
    pub(super) answer: bool,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str, origin: Origin, snippet: Option<&'a str>) -> Self {
        Reading {
            text,
            origin,
            snippet,
            written_to: 0,
            told_to: 0,
            told_html: HashSet::new(),
        }
    }
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        shape: Shape,
        place: Place<'a>,
        sources: &'a [String],
        reading: Reading<'a>,
    ) -> Self {
        let own = document_of(place.file);
        let mut ids = Ids::of(own.map(|(kind, _)| kind));
        for source in sources {
            ids.keep(format!("source-{source}"));
            ids.keep(format!("cite-{source}"));
        }
        Writer {
            shape,
            own,
            place,
            sources,
            html: String::with_capacity(reading.text.len() * 3 / 2),
            reading,
            outline: Outline::default(),
            anchors: Vec::new(),
            titles: Vec::new(),
            ids,
            notes: Notes::default(),
            cited: HashSet::new(),
            table_labels: HashMap::new(),
            links: Vec::new(),
            linked: HashSet::new(),
            references: Vec::new(),
            diagnostics: Vec::new(),
            open: Open::default(),
            order: Order::default(),
            is_cut: false,
            paragraphs: 0,
        }
    }

    /// Writes all of the text that is being read.
    pub(super) fn write(&mut self) {
        let broken = RefCell::new(Vec::new());
        let note_broken = |link: BrokenLink<'a>| {
            if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
                broken.borrow_mut().push(link.span);
            }
            None
        };
        let parser =
            Parser::new_with_broken_link_callback(self.reading.text, OPTIONS, Some(note_broken));
        for (event, range) in parser.into_offset_iter() {
            self.event(event, range);
        }
        for span in broken.into_inner() {
            self.broken_reference(span);
        }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, range),
            Event::Code(code) => self.inline_code(&code, range),
            Event::InlineHtml(_) => self.raw_html(range),
            Event::FootnoteReference(label) => self.mention(&label, range),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => {
                self.refuse_block("a line across", &range);
                self.html.push_str("<hr>\n");
            }
            Event::TaskListMarker(is_done) => self.html.push_str(match is_done {
                true => "<input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"Done\"> ",
                false => "<input type=\"checkbox\" disabled=\"\" aria-label=\"Done\"> ",
            }),
            // The block has been told of; mathematics is off.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        let divides = matches!(tag, Tag::Heading { .. } | Tag::FootnoteDefinition(_));
        if self.open.containers == 0 && self.open.heading.is_none() && !divides {
            self.order.is_filled = true;
        }
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, id, .. } => self.start_heading(level as u8, id, range),
            Tag::BlockQuote(kind) => self.start_quote(kind, range),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.start_code(None, range),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.start_code(Some(&info), range),
            Tag::HtmlBlock => {
                self.paragraphs += 2;
                self.raw_html(range);
            }
            Tag::List(start) => self.start_list(start, range),
            Tag::Item => {
                self.open.containers += 1;
                self.html.push_str("<li>");
            }
            Tag::FootnoteDefinition(label) => self.start_note(&label, range),
            Tag::Table(columns) => {
                self.refuse_block("a table", &range);
                self.start_table(columns);
            }
            Tag::TableHead => self.start_table_head(),
            Tag::TableRow => self.start_table_row(range),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.inline_tag("<em>"),
            Tag::Strong => self.inline_tag("<strong>"),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(link_type, &dest_url, &title, range),
            Tag::Image {
                dest_url, title, ..
            } => self.start_image(&dest_url, &title, range),
            // The options for the others are off.
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(kind) => self.end_quote(kind),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::List(is_ordered) => {
                self.html
                    .push_str(if is_ordered { "</ol>\n" } else { "</ul>\n" });
            }
            TagEnd::Item => {
                self.open.containers -= 1;
                self.end_words();
                self.html.push_str("</li>\n");
            }
            TagEnd::FootnoteDefinition => self.end_note(),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_table_head(),
            TagEnd::TableRow => self.html.push_str("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.inline_tag("</em>"),
            TagEnd::Strong => self.inline_tag("</strong>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            _ => {}
        }
    }

    /// Ends the HTML so far; what follows is another part.
    pub(super) fn flush(&mut self) {
        let html = std::mem::take(&mut self.html);
        if !html.trim().is_empty() {
            self.outline.push(Part::Html(html));
        }
    }
}
