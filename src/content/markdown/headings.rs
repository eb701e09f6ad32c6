//! Headings: sections at the second level, an outline below it, and answers that are folded.

pub(super) mod order;

use std::ops::Range;

use pulldown_cmark::CowStr;
use slug::slugify;

use crate::site::Heading;

use super::outline::squeezed;
use super::writer::{Shape, Writer};
use order::Written;

/// A heading that is being read.
pub(super) struct OpenHeading {
    level: u8,
    /// The level that is written: 1 to 6.
    written: u8,
    id: Option<String>,
    /// Where its words stand in the text that is being read.
    at: Range<usize>,
    /// Where its words begin in the HTML and in the plain text.
    html: usize,
    text: usize,
}

impl Writer<'_> {
    pub(super) fn start_heading(&mut self, level: u8, id: Option<CowStr>, range: Range<usize>) {
        match self.shape {
            Shape::Body => {}
            Shape::Prose => self.refuse("a heading stands in a field", &range),
            Shape::Phrase => self.refuse_block("a heading", &range),
        }
        let is_at_top = self.open.containers == 0;
        let written = level;
        // The page has the first level for its title; in a quote or a list nothing can be divided.
        let level = if is_at_top {
            level.max(2)
        } else {
            level.max(3)
        };
        if is_at_top && level <= 4 {
            self.end_answer();
        }
        if level == 2 && self.shape == Shape::Body {
            self.flush();
            self.outline.finish_text();
        }
        self.open.heading = Some(OpenHeading {
            level,
            written,
            id: id.map(|id| slugify(&*id)),
            at: self.title_at(range),
            html: self.html.len(),
            text: self.outline.text.len(),
        });
    }

    pub(super) fn end_heading(&mut self) {
        let Some(heading) = self.open.heading.take() else {
            return;
        };
        let inner = self.html.split_off(heading.html);
        let title = squeezed(&self.outline.text[heading.text..]);
        if self.shape != Shape::Body {
            self.html.push_str(&format!("<p>{inner}</p>\n"));
            return self.end_words();
        }
        let is_answer = heading.level == 4 && title == "Answer" && self.open.containers == 0;
        if is_answer {
            self.open.answer = true;
            self.html
                .push_str("<details class=\"answer\"><summary>Answer</summary>\n");
            self.order.is_filled = true;
            return self.outline.take_words(heading.text);
        }
        if self.open.containers == 0 {
            self.order_heading(&Written {
                level: heading.written,
                title: &title,
                at: heading.at.clone(),
            });
        }
        let id = heading.id.unwrap_or_else(|| slugify(&title));
        let id = if id.is_empty() { "section" } else { &id };
        if heading.level == 2 {
            let id = self.ids.section(id);
            self.anchors.push(id.clone());
            self.titles.push(self.reading.origin.span(heading.at));
            self.outline.text.truncate(heading.text);
            return self.outline.section(id, title);
        }
        let id = self.ids.heading(id);
        self.anchors.push(id.clone());
        let level = heading.level;
        self.html
            .push_str(&format!("<h{level} id=\"{id}\">{inner}</h{level}>\n"));
        self.end_words();
        self.outline.heading(Heading { level, id, title });
    }

    /// The words in the first line of a heading, without the marks around them.
    fn title_at(&self, range: Range<usize>) -> Range<usize> {
        let line = self.reading.text[range.clone()].lines().next();
        let line = line.unwrap_or_default();
        let words = line.trim_start_matches('#').trim_start();
        let start = range.start + (line.len() - words.len());
        start..start + words.trim_end_matches('#').trim_end().len()
    }

    /// Ends the answer that is folded, if one is.
    pub(super) fn end_answer(&mut self) {
        if std::mem::take(&mut self.open.answer) {
            self.html.push_str("</details>\n");
        }
    }

    /// The words of the heading above this place, or the title of the document.
    pub(super) fn nearest_title(&self) -> Option<String> {
        if self.shape != Shape::Body {
            return None;
        }
        let section = self.outline.sections.last();
        let below = section.and_then(|section| section.headings.last());
        let heading = below.map(|heading| &heading.title);
        let title = heading.or(section.map(|section| &section.title));
        title.cloned().or_else(|| {
            let (kind, id) = self.own?;
            let name = (kind.word().to_owned(), id.to_owned());
            Some(self.place.names.documents.get(&name)?.title.clone())
        })
    }
}
