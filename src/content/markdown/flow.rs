//! Paragraphs, quotes, lists, words: what needs no more than a tag or two.

use std::ops::Range;

use pulldown_cmark::BlockQuoteKind;

use super::destination::short;
use super::escape;
use super::images::OpenParagraph;
use super::raw_html;
use super::writer::{Shape, Writer};
use crate::content::near::{did_you_mean, nearest, only_word};

/// The callouts: how editors write them, and the words a reader sees.
const CALLOUTS: [(&str, &str); 5] = [
    ("NOTE", "Note"),
    ("TIP", "Tip"),
    ("IMPORTANT", "Important"),
    ("WARNING", "Warning"),
    ("CAUTION", "Caution"),
];

/// The words of the callouts: `NOTE`.
pub fn callouts() -> impl Iterator<Item = &'static str> {
    CALLOUTS.iter().map(|(word, _)| *word)
}

/// What is longer is no callout misspelt.
const LONGEST_CALLOUT: usize = 100;

impl Writer<'_> {
    pub(super) fn start_paragraph(&mut self, range: Range<usize>) {
        self.check_lost_table(&range);
        if self.shape == Shape::Phrase && self.open.containers == 0 {
            self.paragraphs += 1;
            if self.paragraphs == 2 {
                self.refuse_block("a second paragraph", &range);
            }
        }
        self.open.paragraph = Some(OpenParagraph {
            start: self.html.len(),
            figure: None,
        });
        if self.shape != Shape::Phrase {
            self.html.push_str("<p>");
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        self.end_words();
        let paragraph = self.open.paragraph.take();
        if self.shape == Shape::Phrase {
            return;
        }
        if let Some(OpenParagraph {
            start,
            figure: Some(figure),
        }) = paragraph
            && figure.end == self.html.len()
        {
            self.html.truncate(start);
            self.html.push_str(&figure.html);
            return;
        }
        self.html.push_str("</p>\n");
    }

    pub(super) fn start_quote(&mut self, kind: Option<BlockQuoteKind>, range: Range<usize>) {
        self.refuse_block("a quote", &range);
        self.open.containers += 1;
        let Some(kind) = kind else {
            self.check_callout(range);
            self.html.push_str("<blockquote>\n");
            return;
        };
        let title = CALLOUTS[kind as usize].1;
        self.html.push_str(&format!(
            "<div class=\"callout {}\" role=\"note\"><p class=\"callout-title\">{title}</p>\n",
            title.to_ascii_lowercase()
        ));
    }

    pub(super) fn end_quote(&mut self, kind: Option<BlockQuoteKind>) {
        self.open.containers -= 1;
        self.html.push_str(match kind {
            Some(_) => "</div>\n",
            None => "</blockquote>\n",
        });
    }

    /// The parser takes a callout that it does not know for a quote.
    fn check_callout(&mut self, range: Range<usize>) {
        let quote = &self.reading.text[range.clone()];
        // A line of a thousand quotes is looked at a thousand times, so never at all of it.
        let start = &quote[..quote.floor_char_boundary(LONGEST_CALLOUT)];
        let line = start.lines().next().unwrap_or_default();
        let inside = line.strip_prefix('>').unwrap_or(line).trim_start();
        let Some((word, after)) = inside
            .strip_prefix("[!")
            .and_then(|rest| rest.split_once(']'))
        else {
            return;
        };
        let start = range.start + (line.len() - inside.len());
        let at = start..start + word.len() + "[!]".len();
        let written = format!("[!{}]", short(word));
        let upper = word.to_uppercase();
        let is_known = CALLOUTS.iter().any(|(name, _)| *name == upper);
        let error = if is_known && !after.trim().is_empty() {
            self.error(
                "md-callout",
                at,
                format!("`{written}` does not stand alone"),
            )
            .label("the words begin on the next line")
            .help(format!("> {written}\n> {}", after.trim()))
        } else {
            let sure = only_word(&upper, CALLOUTS.map(|(name, _)| name));
            let fix = sure.and_then(|sure| self.edit(at.clone(), format!("[!{sure}]")));
            let error = self
                .error("md-callout", at, format!("`{written}` is not a callout"))
                .fix(fix)
                .label("one of: [!NOTE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION]");
            match nearest(&upper, CALLOUTS.map(|(name, _)| name)) {
                Some(near) => error.help(did_you_mean(&format!("[!{near}]"))),
                None => error,
            }
        };
        self.say(error);
    }

    pub(super) fn start_list(&mut self, start: Option<u64>, range: Range<usize>) {
        self.refuse_block("a list", &range);
        match start {
            None => self.html.push_str("<ul>\n"),
            Some(1) => self.html.push_str("<ol>\n"),
            Some(start) => self.html.push_str(&format!("<ol start=\"{start}\">\n")),
        }
    }

    pub(super) fn inline_code(&mut self, code: &str, range: Range<usize>) {
        if self.is_written(&range) {
            return;
        }
        self.seen(&range);
        if let Some(image) = &mut self.open.image {
            image.alt.push_str(code);
            return;
        }
        self.html.push_str("<code>");
        escape::text(&mut self.html, code);
        self.html.push_str("</code>");
        self.outline.text.push_str(code);
    }

    pub(super) fn line_break(&mut self, html: &str) {
        match &mut self.open.image {
            Some(image) => image.alt.push(' '),
            None => {
                self.html.push_str(html);
                self.outline.text.push(' ');
            }
        }
    }

    /// A tag around words; inside the words for a picture there are none.
    pub(super) fn inline_tag(&mut self, tag: &str) {
        if self.open.image.is_none() {
            self.html.push_str(tag);
        }
    }

    /// The words of the next block do not continue those of this one.
    pub(super) fn end_words(&mut self) {
        self.outline.text.push(' ');
    }

    /// HTML is refused: one message for an element, at its first tag.
    pub(super) fn raw_html(&mut self, range: Range<usize>) {
        let html = &self.reading.text[range.clone()];
        let start = range.start + html.find('<').unwrap_or(0);
        let html = &self.reading.text[start..range.end];
        let line = html.lines().next().unwrap_or_default();
        let tag = line.find('>').map_or(line, |end| &line[..=end]);
        let name = raw_html::name(tag);
        if tag.starts_with("</") && self.reading.told_html.contains(&name) {
            return;
        }
        let at = start..start + tag.len();
        let message = format!("`{}` is HTML, which a text may not hold", short(tag));
        let error = self.error("md-html", at, message);
        self.say(error.help(raw_html::instead(&name)));
        self.reading.told_html.insert(name);
    }

    /// Tells of a block in a field that takes one line.
    pub(super) fn refuse_block(&mut self, what: &str, range: &Range<usize>) {
        if self.shape == Shape::Phrase && self.open.containers == 0 {
            self.paragraphs += 2;
            self.refuse(format!("{what} stands in a field of one line"), range);
        }
    }

    /// Tells of something that a field cannot hold.
    pub(super) fn refuse(&mut self, message: impl Into<String>, range: &Range<usize>) {
        let text = self.reading.text[range.clone()].trim_end();
        let line = text.lines().next().unwrap_or_default();
        let at = range.start..range.start + line.len();
        let error = self.error("md-field", at, message);
        let error = match self.shape {
            Shape::Phrase => error.label("one line of words, links and `code`"),
            _ => error.label("paragraphs, lists, tables and code"),
        };
        self.say(error);
    }
}
