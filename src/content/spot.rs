//! What stands at a place of a file, or is being written there: half a line is enough.

mod fields;
mod link;
mod place;

use std::ops::Range;

use serde_json::Value;

use super::Reader;
use super::blocks::block_schemas;
use super::front_matter::{schema_of, split};
use super::guard::guarded;
use super::layout::{Slot, slot};
use super::markdown::{self, HeadingPlace};
use super::schema::{Schema, Schemas};
use super::survey::Namespace;
use super::table::Table;
use crate::site::{Config, Edition, Kind, RedirectsFile, Usage, VocabularyList};
pub use fields::{Field, Shape};
use place::{Part, Place};

/// What stands at a place, and what else could.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// The word that stands there, in bytes of the file; empty where one could be written.
    pub span: Range<usize>,
    /// What must be written before and after a word that is put there: quotes, the end of a link.
    pub around: (&'static str, &'static str),
    pub what: Expected,
}

/// What a word is.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// The name of something.
    Name(Namespace),
    /// The kind of a typed link, and what the link names if it is whole.
    Kind(Option<(Namespace, String)>),
    /// One of these words.
    Word(Vec<String>),
    /// A field of a table that may have these. `is_assigned` if a value follows it.
    Field {
        fields: Vec<Field>,
        is_assigned: bool,
    },
    /// A table that is opened by a header: `[work]`, or `[[source]]` if it is one of a list.
    Header(Vec<Field>),
    /// The name of a block, after its `@`.
    Block(Vec<&'static str>),
}

impl Spot {
    /// What the word names, if it is the name of something.
    pub fn named(&self, text: &str) -> Option<(Namespace, String)> {
        let word = text.get(self.span.clone())?;
        match &self.what {
            Expected::Name(namespace) if !word.is_empty() => {
                Some((namespace.clone(), word.to_owned()))
            }
            Expected::Kind(target) => target.clone(),
            _ => None,
        }
    }
}

impl Reader {
    /// What stands at an offset of a file, whose text may be half written. Nothing where everything
    /// may be written, and in files that the content folder has no place for.
    pub fn spot(&self, file: &str, text: &str, offset: usize) -> Option<Spot> {
        let offset = text.floor_char_boundary(offset);
        let asked = Asked {
            schemas: &self.schemas,
            file,
            slot: slot(file)?,
            text,
            offset,
        };
        guarded(file, || asked.spot()).ok().flatten()
    }
}

/// The headings in the text of a document or a snippet, in their order.
pub fn headings(file: &str, text: &str) -> Vec<HeadingPlace> {
    let found = || {
        let (kind, body) = match slot(file)? {
            Slot::Document(kind, _) => (Some(kind), cut(file, text).1?),
            Slot::Snippet(_) => (None, 0..text.len()),
            _ => return None,
        };
        Some(markdown::headings(text, body, kind))
    };
    guarded(file, found).ok().flatten().unwrap_or_default()
}

/// The front matter and the body of a document. One that is never closed is all front matter.
fn cut(file: &str, text: &str) -> (Range<usize>, Option<Range<usize>>) {
    match split(file, text) {
        Ok(split) => (split.front, Some(split.body)),
        Err(_) if text.starts_with("+++") => {
            let start = text.find('\n').map_or(text.len(), |end| end + 1);
            (start..text.len(), None)
        }
        Err(_) => (0..0, Some(0..text.len())),
    }
}

/// A question about a place.
struct Asked<'a> {
    schemas: &'a Schemas,
    file: &'a str,
    slot: Slot,
    text: &'a str,
    offset: usize,
}

impl Asked<'_> {
    fn spot(&self) -> Option<Spot> {
        let whole = 0..self.text.len();
        let schema = match &self.slot {
            Slot::Document(kind, _) => return self.in_document(*kind),
            Slot::Snippet(_) => return self.in_body(whole),
            Slot::Asset(_) => return None,
            Slot::Config => self.schemas.of::<Config>(),
            Slot::Redirects => self.schemas.of::<RedirectsFile>(),
            Slot::Vocabulary(_) => self.schemas.of::<VocabularyList>(),
            Slot::Salary(_) => self.schemas.of::<Edition>(),
            Slot::Usage(_) => self.schemas.of::<Usage>(),
        };
        self.in_table(&schema, whole, None)
    }

    fn in_document(&self, kind: Kind) -> Option<Spot> {
        let (front, body) = cut(self.file, self.text);
        match body {
            Some(body) if self.offset >= body.start => self.in_body(body),
            _ if front.start <= self.offset && self.offset <= front.end => {
                self.in_table(&schema_of(kind, self.schemas), front, None)
            }
            _ => None,
        }
    }

    fn in_body(&self, range: Range<usize>) -> Option<Spot> {
        let offset = self.offset;
        for fence in markdown::fences(self.text, range.clone()) {
            let info = &self.text[fence.info.clone()];
            let sign = fence.info.start + (info.len() - info.trim_start().len());
            let name = info.trim_start().strip_prefix('@');
            if fence.info.start <= offset && offset <= fence.info.end {
                name?;
                return (offset > sign).then(|| self.block_name(sign + 1..fence.info.end));
            }
            let is_last = fence.inside.end == self.text.len() && offset == self.text.len();
            if fence.inside.contains(&offset) || is_last {
                let name = name?.split_whitespace().next()?;
                let schemas = block_schemas(self.schemas);
                let (name, schema) = schemas.into_iter().find(|(known, _)| *known == name)?;
                return self.in_table(&schema, fence.inside, Some(name));
            }
        }
        link::note(self.text, range.clone(), offset, self.file)
            .or_else(|| link::link(self.text, range, offset, &self.slot))
    }

    fn block_name(&self, span: Range<usize>) -> Spot {
        let names = block_schemas(self.schemas).map(|(name, _)| name);
        Spot {
            span,
            around: ("", ""),
            what: Expected::Block(names.to_vec()),
        }
    }

    /// A place in a table of TOML: front matter, a data file, or the body of a block.
    fn in_table(&self, schema: &Schema, range: Range<usize>, block: Option<&str>) -> Option<Spot> {
        let place = place::place(self.text, range.clone(), self.offset)?;
        let inside = schema.at(&place.pointer);
        let (what, around) = match place.part {
            Part::Key => (self.key(inside, &place), ("", "")),
            Part::Header => (Expected::Header(fields::tables(inside)), ("", "")),
            Part::Value if inside.get("x-markdown").is_some() => {
                return link::link(self.text, place.span, self.offset, &self.slot);
            }
            Part::Value => {
                let name = || self.value(inside, &place.pointer);
                let of_block = block.and_then(|block| self.of_block(block, &place.pointer, range));
                let what = of_block.or_else(name)?;
                let is_bare = inside["type"] == "boolean";
                (what, if is_bare { ("", "") } else { place.around })
            }
        };
        Some(Spot {
            span: place.span,
            around,
            what,
        })
    }

    fn key(&self, schema: &Value, place: &Place) -> Expected {
        if let Some(list) = schema["x-keys"].as_str() {
            return Expected::Name(Namespace::Vocabulary(list.to_owned()));
        }
        let rest = self.text[place.span.end..].trim_start_matches([' ', '\t']);
        Expected::Field {
            fields: fields::fields(schema, &place.present),
            is_assigned: rest.starts_with('='),
        }
    }

    fn value(&self, schema: &Value, pointer: &str) -> Option<Expected> {
        let name = |key: &str| schema[key].as_str().map(str::to_owned);
        let namespace = if let Some(word) = name("x-ref") {
            Namespace::Documents(word)
        } else if let Some(list) = name("x-vocabulary") {
            Namespace::Vocabulary(list)
        } else if schema["x-asset"] == true {
            Namespace::Assets
        } else if let Some(words) = schema["enum"].as_array() {
            let words = words.iter().filter_map(Value::as_str);
            return Some(Expected::Word(words.map(str::to_owned).collect()));
        } else if schema["type"] == "boolean" {
            return Some(Expected::Word(vec!["true".to_owned(), "false".to_owned()]));
        } else {
            self.declared(pointer)?
        };
        Some(Expected::Name(namespace))
    }

    /// What is named by being declared here: a source of a document, an entry of a list.
    fn declared(&self, pointer: &str) -> Option<Namespace> {
        let (list, rest) = pointer.strip_prefix('/')?.split_once('/')?;
        if rest.split_once('/')?.1 != "id" {
            return None;
        }
        match (&self.slot, list) {
            (Slot::Document(..), "source") => Some(Namespace::Sources(self.file.to_owned())),
            (Slot::Vocabulary(list), "entry") => Some(Namespace::Vocabulary(list.clone())),
            (Slot::Usage(usage), "figures") => Some(Namespace::Figures(usage.clone())),
            _ => None,
        }
    }

    /// The names that only blocks know, of which the schema says nothing.
    fn of_block(&self, block: &str, pointer: &str, range: Range<usize>) -> Option<Expected> {
        let namespace = match (block, pointer) {
            ("include", "/snippet") => Namespace::Snippets,
            ("figure", "/figure") => {
                let table = Table::parse(self.text, range);
                Namespace::Figures(table.string("/usage")?.to_owned())
            }
            _ => return None,
        };
        Some(Expected::Name(namespace))
    }
}

#[cfg(test)]
mod tests;
