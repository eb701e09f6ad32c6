//! Words, and what the parser leaves among them: citations, and addresses that are no links.

use std::ops::Range;

use memchr::{memchr2, memmem};

use super::destination::short;
use super::escape;
use super::writer::Writer;
use crate::site::is_id;

/// Longer labels are not searched for their end.
const LONGEST_LABEL: usize = 100;

impl Writer<'_> {
    /// Text as the parser gives it; `range` is where it stands.
    pub(super) fn words(&mut self, words: &str, range: Range<usize>) {
        if let Some(code) = &mut self.open.code {
            code.push(words, range);
            return;
        }
        if self.is_written(&range) {
            return;
        }
        self.seen(&range);
        if let Some(image) = &mut self.open.image {
            image.alt.push_str(words);
            return;
        }
        let text = self.reading.text;
        // Entities and the like are other words than the file's; nothing hides in them.
        if text.get(range.clone()) != Some(words) {
            self.push(words);
            return;
        }
        self.check_money(range.clone());
        self.check_line(&range);
        self.check_bare_addresses(range.clone());
        let mut from = range.start.max(self.reading.written_to);
        let mut at = from;
        while let Some(found) = memchr2(b'[', b'<', &text.as_bytes()[at..range.end]) {
            at += found;
            match text[at..].starts_with('[').then(|| self.citation(at, from)) {
                Some(Some(end)) => {
                    from = end;
                    at = end;
                    self.reading.written_to = end;
                    if end >= range.end {
                        return;
                    }
                    continue;
                }
                _ => self.check_bracket(at),
            }
            at += 1;
        }
        self.push(&text[from..range.end]);
    }

    /// Writes the words from `from` and the citation at `at`; gives its end, or nothing if there
    /// is none.
    fn citation(&mut self, at: usize, from: usize) -> Option<usize> {
        let Some(label) = label(self.reading.text, at) else {
            self.check_open_citation(at);
            return None;
        };
        let end = at + label.len() + "[^]".len();
        match self.sources.iter().position(|source| source == label) {
            Some(source) => {
                self.push(&self.reading.text[from..at]);
                self.cite(source, at..end);
                Some(end)
            }
            None => {
                self.undefined_note(label, at..end);
                None
            }
        }
    }

    /// `[^label` without its bracket stays as it is written.
    fn check_open_citation(&mut self, at: usize) {
        let Some(rest) = self.reading.text[at..].strip_prefix("[^") else {
            return;
        };
        let is_of_id = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let id = &rest[..rest.find(|c| !is_of_id(c)).unwrap_or(rest.len())];
        let is_escaped = self.reading.text[..at].ends_with('\\');
        if is_escaped || !is_id(id) || rest[id.len()..].starts_with(']') {
            return;
        }
        let message = format!("`[^{id}` is not closed");
        let error = self.error("md-footnote", at..at + "[^".len() + id.len(), message);
        let end = at + "[^".len() + id.len();
        let is_source = self.sources.iter().any(|source| source == id);
        let ends = rest[id.len()..].starts_with(char::is_whitespace) || rest.len() == id.len();
        let fix = match is_source && ends {
            true => self.edit(end..end, "]"),
            false => None,
        };
        let error = error.label("a `]` is missing").help(format!("[^{id}]"));
        self.say(error.fix(fix));
    }

    /// Words that are nothing else.
    pub(super) fn push(&mut self, words: &str) {
        escape::text(&mut self.html, words);
        self.outline.text.push_str(words);
    }

    /// Whether the text of a range has been written as part of something else.
    pub(super) fn is_written(&self, range: &Range<usize>) -> bool {
        let is_replaced = self.open.links.last().is_some_and(|link| link.is_replaced);
        is_replaced || range.end <= self.reading.written_to
    }

    /// Notes where the words of the open link stand.
    pub(super) fn seen(&mut self, range: &Range<usize>) {
        if let Some(link) = self.open.links.last_mut() {
            let start = link.words_at.as_ref().map_or(range.start, |at| at.start);
            link.words_at = Some(start..range.end);
        }
    }

    /// Looks for addresses among words.
    fn check_bare_addresses(&mut self, range: Range<usize>) {
        let words = &self.reading.text.as_bytes()[range.clone()];
        for beginning in ["http", "www."] {
            for found in memmem::find_iter(words, beginning) {
                self.check_bare_address(range.start + found);
            }
        }
    }

    /// `https://…` among the words is no link.
    fn check_bare_address(&mut self, at: usize) {
        let rest = &self.reading.text[at..];
        let host = rest.strip_prefix("www.");
        let is_host = host.is_some_and(|host| host.starts_with(char::is_alphanumeric));
        let is_address = rest.starts_with("https://") || rest.starts_with("http://") || is_host;
        let before = self.reading.text[..at].chars().next_back();
        if !is_address
            || at < self.reading.told_to
            || before.is_some_and(|c| c.is_alphanumeric() || is_host && c == '/')
            || !self.open.links.is_empty()
        {
            return;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || c.is_control() || "<>\"|`".contains(c))
            .unwrap_or(rest.len());
        let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*', '_']);
        self.reading.told_to = at + end;
        let message = format!("`{}` is not a link yet", short(address));
        let at = at..at + address.len();
        let warning = self.error("link-bare", at.clone(), message).warning();
        // Nobody knows whether what has no scheme answers to one.
        match is_host {
            true => self.say(warning.help(format!("<https://{address}>"))),
            false => {
                let fix = self.edit(at, format!("<{address}>"));
                self.say(warning.help(format!("<{address}>")).fix(fix));
            }
        }
    }
}

/// The label of `[^label]` at an offset, if the bracket means something.
fn label(text: &str, at: usize) -> Option<&str> {
    let rest = text[at..].strip_prefix("[^")?;
    let escapes = text[..at].bytes().rev().take_while(|b| *b == b'\\').count();
    if escapes % 2 == 1 {
        return None;
    }
    let (end, _) = rest
        .char_indices()
        .take(LONGEST_LABEL)
        .take_while(|(_, c)| !c.is_whitespace() && *c != '[')
        .find(|(_, c)| *c == ']')?;
    (end > 0).then_some(&rest[..end])
}
