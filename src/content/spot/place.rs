//! A place in a table of TOML that may be half written: the field whose name or value stands there.

mod scan;

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use scan::{Scan, State};

/// A place in a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Place {
    pub part: Part,
    /// For a value its path, `/skills/0/level`; for a key and a header that of the table around it.
    pub pointer: String,
    /// The word that stands there, without quotes.
    pub span: Range<usize>,
    /// The quotes that a text needs which is put there.
    pub around: (&'static str, &'static str),
    /// The keys of the table, beside the one that stands there.
    pub present: Vec<String>,
}

/// What is written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Key,
    Value,
    /// The name between the brackets of `[work]`.
    Header,
}

/// The place at `offset` of a file, in the table that is `range` of it.
pub fn place(text: &str, range: Range<usize>, offset: usize) -> Option<Place> {
    let inside = &text[range.clone()];
    let at = offset.checked_sub(range.start)?;
    let mut scan = Scan::new(inside);
    let mut found = None;
    for token in Source::new(inside).lex() {
        if found.is_none() {
            found = scan.touched(&token, at);
        }
        scan.pass(&token);
    }
    let mut place = found??;
    let own = inside.get(place.span.clone());
    let keys = scan.seen.into_iter().filter(|seen| {
        let is_own = seen.span == place.span && own.is_some();
        seen.table == place.pointer && !is_own
    });
    place.present = keys.map(|seen| seen.key).collect();
    place.span = range.start + place.span.start..range.start + place.span.end;
    Some(place)
}

impl Scan<'_> {
    /// What stands at `at`, if this token or the place before it is there. Nothing inside means that
    /// nobody expects anything there.
    fn touched(&self, token: &Token, at: usize) -> Option<Option<Place>> {
        let (start, end) = (token.span().start(), token.span().end());
        match quote(token.kind()) {
            Some(quote) if start <= at && at <= end => {
                return Some(self.string(start..end, quote, at));
            }
            None if token.kind() == TokenKind::Atom && start <= at && at <= end => {
                return Some(self.place(start..end, ("\"", "\"")));
            }
            None if token.kind() == TokenKind::Comment && start < at && at <= end => {
                return Some(None);
            }
            _ => {}
        }
        let is_gap = token.kind() == TokenKind::Whitespace && start < at && at < end;
        (start >= at || is_gap).then(|| self.place(at..at, ("\"", "\"")))
    }

    fn string(&self, span: Range<usize>, quote: &'static str, at: usize) -> Option<Place> {
        let written = &self.text[span.clone()];
        let is_closed = written.len() >= 2 * quote.len() && written.ends_with(quote);
        let start = span.start + quote.len();
        let end = match is_closed {
            true => span.end - quote.len(),
            false => span.end,
        };
        let end = end.max(start);
        let after = if is_closed { "" } else { quote };
        let is_inside = start <= at && at <= end;
        is_inside.then(|| self.place(start..end, ("", after)))?
    }

    fn place(&self, span: Range<usize>, around: (&'static str, &'static str)) -> Option<Place> {
        let (part, pointer) = match self.state {
            State::Key => (Part::Key, self.table()),
            State::Value => (Part::Value, self.value()),
            State::Header => (Part::Header, self.header(self.keys.len(), false)),
            State::AfterKey | State::AfterValue | State::AfterHeader => return None,
        };
        Some(Place {
            part,
            pointer,
            span,
            around,
            present: Vec::new(),
        })
    }
}

/// The quotes of a string.
fn quote(kind: TokenKind) -> Option<&'static str> {
    match kind {
        TokenKind::LiteralString => Some("'"),
        TokenKind::BasicString => Some("\""),
        TokenKind::MlLiteralString => Some("'''"),
        TokenKind::MlBasicString => Some("\"\"\""),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
