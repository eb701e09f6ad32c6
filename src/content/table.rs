//! A TOML table that knows where in its file each key and value stands.

mod causes;
mod days;
mod edits;
mod node;
mod syntax;

use std::ops::Range;
use std::sync::OnceLock;

use serde_json::Value;
use toml::de::{DeTable, DeValue};

use super::lines::{content_start, first_line, line_of};
use super::pointer::{parent, steps};
pub use node::{Data, Node};

/// A parsed table. Spans are offsets in the whole file, paths are JSON pointers: `/source/0/url`.
pub struct Table<'a> {
    text: &'a str,
    range: Range<usize>,
    parsed: OnceLock<Parsed>,
}

/// What a parser makes of a text.
struct Parsed {
    root: Node,
    mistakes: Vec<Mistake>,
}

/// Something that is not TOML.
struct Mistake {
    span: Range<usize>,
    message: String,
}

impl<'a> Table<'a> {
    /// Parses `range` of a file. What is not TOML is left out of the table and kept as a mistake.
    pub fn parse(text: &'a str, range: Range<usize>) -> Self {
        let table = Table::unparsed(text, range);
        table.parsed();
        table
    }

    /// The same for a text that has been parsed before: parsed again only when somebody asks.
    pub fn unparsed(text: &'a str, range: Range<usize>) -> Self {
        Table {
            text,
            range,
            parsed: OnceLock::new(),
        }
    }

    fn parsed(&self) -> &Parsed {
        self.parsed
            .get_or_init(|| Parsed::of(self.text, &self.range))
    }

    /// Whether the whole text is TOML.
    pub fn is_whole(&self) -> bool {
        self.parsed().mistakes.is_empty()
    }

    /// Whether a place is on a line with a mistake of syntax, or inside a list that is never closed.
    pub fn is_spoilt(&self, span: &Range<usize>) -> bool {
        self.parsed().mistakes.iter().any(|mistake| {
            let first = line_of(self.text, mistake.span.start);
            // All that stands below a header that cannot be read belongs to nobody knows which table.
            let end = match self.text[first.clone()].starts_with('[') {
                true => self.text[first.end..self.range.end.max(first.end)]
                    .find("\n[")
                    .map_or(self.range.end, |length| first.end + length),
                false => line_of(self.text, mistake.span.end).end,
            };
            span.start <= end && span.end >= first.start
        })
    }

    /// The table as a JSON value; dates become strings.
    pub fn json(&self) -> Value {
        self.parsed().root.get_ref().json()
    }

    /// Where the table stands in the file.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// Where the table begins in the file: what to add to the span of a key to make it one of the file.
    pub fn base(&self) -> usize {
        self.range.start
    }

    /// The node of the table itself.
    pub fn root(&self) -> &Node {
        &self.parsed().root
    }

    /// Whether there is anything at a path.
    pub fn exists(&self, pointer: &str) -> bool {
        self.find(pointer).is_some()
    }

    /// The text at a path: `/title`.
    pub fn string(&self, pointer: &str) -> Option<&str> {
        self.find(pointer)?.1.get_ref().as_str()
    }

    /// The whole number at a path: `/limits/file_bytes`.
    pub fn integer(&self, pointer: &str) -> Option<u64> {
        match self.find(pointer)?.1.get_ref() {
            Data::Integer(digits, radix) => u64::from_str_radix(digits, *radix).ok(),
            _ => None,
        }
    }

    /// Where the value at a path stands; if there is none, where the table begins that lacks it.
    pub fn value(&self, pointer: &str) -> Range<usize> {
        match self.find(pointer) {
            Some((_, node)) => self.span(node),
            None => self.opening(parent(pointer)),
        }
    }

    /// Where the key at a path stands; for an element of a list, where its value begins.
    pub fn key(&self, pointer: &str) -> Range<usize> {
        match self.find(pointer) {
            Some((Some(key), _)) => self.range.start + key.start..self.range.start + key.end,
            Some((None, _)) => self.opening(pointer),
            None => self.opening(parent(pointer)),
        }
    }

    /// Where the table or list at a path begins: its header, its braces, or for the whole table the
    /// line before it.
    pub fn opening(&self, pointer: &str) -> Range<usize> {
        match self.find(pointer) {
            Some((_, node)) if !pointer.is_empty() => {
                let span = self.span(node);
                let line = first_line(self.text, span.clone());
                if line == span {
                    span
                } else {
                    span.start..span.start + 1
                }
            }
            None if !pointer.is_empty() => self.opening(parent(pointer)),
            _ if self.range.start == 0 => 0..0,
            _ => line_of(self.text, self.range.start - 1),
        }
    }

    /// The value at a path as it is written, if it is short enough to quote.
    pub fn excerpt(&self, pointer: &str) -> Option<&'a str> {
        let (_, node) = self.find(pointer)?;
        let text: &'a str = self.text;
        let excerpt = &text[self.span(node)];
        let short = excerpt.chars().count() <= 40 && !excerpt.contains(['\n', '`']);
        (short && !excerpt.is_empty() && !self.has_header(pointer)).then_some(excerpt)
    }

    /// The characters of a text that are more than `limit`, if it is written without escapes.
    pub fn beyond(&self, pointer: &str, limit: usize) -> Option<Range<usize>> {
        let (_, node) = self.find(pointer)?;
        let value = node.get_ref().as_str()?;
        let start = content_start(self.text, self.span(node));
        let written = self.text[start..].starts_with(value) && !value.contains('\n');
        let (excess, _) = value.char_indices().nth(limit)?;
        written.then(|| start + excess..start + value.len())
    }

    /// Whether the table at a path was opened by a header such as `[image]`, so that all keys below
    /// belong to it.
    pub fn has_header(&self, pointer: &str) -> bool {
        let span = match self.find(pointer) {
            Some((_, node)) if !pointer.is_empty() => self.span(node),
            _ => return false,
        };
        self.text[span].starts_with('[')
    }

    /// Where a node stands in the file.
    pub fn span(&self, node: &Node) -> Range<usize> {
        let span = node.span();
        self.range.start + span.start..self.range.start + span.end
    }

    fn find(&self, pointer: &str) -> Option<(Option<Range<usize>>, &Node)> {
        let mut found = (None, &self.parsed().root);
        for step in steps(pointer) {
            found = match found.1.get_ref() {
                Data::Table(entries) => {
                    let (key, value) = entries.get_key_value(step.as_str())?;
                    (Some(key.span()), value)
                }
                Data::Array(items) => (None, items.get(step.parse::<usize>().ok()?)?),
                _ => return None,
            };
        }
        Some(found)
    }
}

impl Parsed {
    fn of(text: &str, range: &Range<usize>) -> Self {
        let (root, errors) = DeTable::parse_recoverable(&text[range.clone()]);
        let span = root.span();
        let root = Node::new(span, Data::of(DeValue::Table(root.into_inner())));
        let mut mistakes: Vec<Mistake> = errors
            .into_iter()
            .map(|error| {
                let span = error.span().unwrap_or(0..0);
                Mistake {
                    span: range.start + span.start..range.start + span.end,
                    message: error.message().to_owned(),
                }
            })
            .collect();
        mistakes.sort_by_key(|mistake| mistake.span.start);
        let mut parsed = Parsed { root, mistakes };
        parsed.keep_causes(text, range.start);
        parsed
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    const TEXT: &str = "+++\ntitle = 'x'\nlist = [1, 2]\n[image]\nalt = 'é'\n+++\n";

    fn table() -> Table<'static> {
        Table::parse(TEXT, 4..TEXT.len() - 4)
    }

    #[test]
    fn paths_lead_to_places_in_the_file() {
        for (pointer, key, value) in [
            ("/title", "title", "'x'"),
            ("/list/1", "2", "2"),
            ("/image", "image", "[image]"),
            ("/image/alt", "alt", "'é'"),
            ("/image/none", "[image]", "[image]"),
            ("/none", "+++", "+++"),
        ] {
            assert_eq!(&TEXT[table().key(pointer)], key, "key of {pointer}");
            assert_eq!(&TEXT[table().value(pointer)], value, "value of {pointer}");
        }
    }

    #[test]
    fn one_mistake_of_syntax_is_one_message() {
        for (text, messages) in [
            ("a = 1\n", vec![]),
            ("a = Backend\n", vec!["`Backend` has no quotes"]),
            ("a = 1 b = 2\n", vec!["`1 b = 2` is more than one value"]),
            ("a = 1\na = 2\n", vec!["`a` stands here twice"]),
            ("a = [\nb = 1\nc = 'x'\n", vec!["this list is never closed"]),
            (
                "a = x\nb = 1\nc = \"d\n",
                vec!["`x` has no quotes", "the text has no closing quote"],
            ),
        ] {
            let table = Table::parse(text, 0..text.len());
            let found: Vec<_> = table.syntax("f").into_iter().map(|d| d.message).collect();
            assert_eq!(found, messages, "{text}");
        }
    }
}
