//! Links and notes around a place, whole or half written: `<skill:sq`, `[joins](skill:sql#jo`, `[^bl`.

use std::ops::Range;

use super::{Expected, Spot};
use crate::content::layout::Slot;
use crate::content::survey::Namespace;
use crate::site::Kind;

/// The typed link at an offset, if one is there; `range` is the text that may hold it.
pub fn link(text: &str, range: Range<usize>, offset: usize, slot: &Slot) -> Option<Spot> {
    let is_part = |c: char| c.is_alphanumeric() || "-_:#.".contains(c);
    let before = &text[range.start..offset];
    let start = range.start + before.trim_end_matches(is_part).len();
    let after = &text[offset..range.end];
    let end = range.end - after.trim_start_matches(is_part).len();
    let opening = &text[range.start..start];
    let closing = match (opening.ends_with('<'), opening.ends_with("](")) {
        (true, _) => ">",
        (_, true) => ")",
        _ => return None,
    };
    let rest = &text[end..range.end];
    let is_closed = rest.starts_with(closing) || closing == ")" && rest.starts_with(' ');
    let found = Found {
        text,
        word: start..end,
        offset,
        closing: if is_closed { "" } else { closing },
    };
    match text[start..end].strip_prefix('#') {
        Some(_) => found.place_here(slot),
        None => found.typed(),
    }
}

/// What stands between the marks of a link.
struct Found<'a> {
    text: &'a str,
    word: Range<usize>,
    offset: usize,
    /// The mark that is missing at its end.
    closing: &'static str,
}

impl Found<'_> {
    /// `#joins`: a place of the same page.
    fn place_here(&self, slot: &Slot) -> Option<Spot> {
        let Slot::Document(kind, id) = slot else {
            return None;
        };
        let namespace = Namespace::Places(kind.word().to_owned(), id.clone());
        let is_inside = self.offset > self.word.start;
        is_inside.then(|| self.name(self.word.start + 1..self.word.end, namespace))
    }

    fn typed(&self) -> Option<Spot> {
        let word = &self.text[self.word.clone()];
        let Some(colon) = word.find(':').map(|at| self.word.start + at) else {
            return Some(self.kind(self.word.clone(), None));
        };
        let kind = Kind::from_word(&self.text[self.word.start..colon])?.word();
        let rest = &self.text[colon + 1..self.word.end];
        let hash = rest.find('#').map(|at| colon + 1 + at);
        let id = colon + 1..hash.unwrap_or(self.word.end);
        let named = self.text[id.clone()].to_owned();
        let documents = Namespace::Documents(kind.to_owned());
        if self.offset <= colon {
            let target = (!named.is_empty()).then_some((documents, named));
            return Some(self.kind(self.word.start..colon, target));
        }
        match hash {
            Some(hash) if self.offset > hash => {
                let places = Namespace::Places(kind.to_owned(), named);
                Some(self.name(hash + 1..self.word.end, places))
            }
            Some(_) => Some(Spot {
                around: ("", ""),
                ..self.name(id, documents)
            }),
            None => Some(self.name(id, documents)),
        }
    }

    fn kind(&self, span: Range<usize>, target: Option<(Namespace, String)>) -> Spot {
        let is_assigned = self.text[span.end..].starts_with(':');
        Spot {
            span,
            around: ("", if is_assigned { "" } else { ":" }),
            what: Expected::Kind(target),
        }
    }

    fn name(&self, span: Range<usize>, namespace: Namespace) -> Spot {
        Spot {
            span,
            around: ("", self.closing),
            what: Expected::Name(namespace),
        }
    }
}

/// The mention of a source at an offset.
pub fn note(text: &str, range: Range<usize>, offset: usize, file: &str) -> Option<Spot> {
    let is_end = |c: char| c.is_whitespace() || c == ']' || c == '[';
    let before = &text[range.start..offset];
    let start = range.start + before.trim_end_matches(|c| !is_end(c)).len();
    let start = start + usize::from(text[start..offset].starts_with('^'));
    let after = &text[offset..range.end];
    let end = offset + after.find(is_end).unwrap_or(after.len());
    let is_closed = text[end..range.end].starts_with(']');
    text[range.start..start].ends_with("[^").then(|| Spot {
        // What stands behind a mention that is not closed need not belong to it.
        span: start..if is_closed { end } else { offset },
        around: ("", if is_closed { "" } else { "]" }),
        what: Expected::Name(Namespace::Sources(file.to_owned())),
    })
}
