//! What editors can write, as data: made by `content` from the structs that read their files and from
//! the codes of `check`, so that a page about it cannot say anything else than the program does.

use super::{Kind, PageSection};

/// All that editors can write, and all that they can be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handbook {
    /// The fields of every Markdown file.
    pub shared: Vec<FieldEntry>,
    /// The kinds of Markdown files, in the order of [`Kind::ALL`].
    pub kinds: Vec<KindEntry>,
    /// The files beside them.
    pub data: Vec<DataEntry>,
    /// The fenced blocks.
    pub blocks: Vec<BlockEntry>,
    /// What means more in a text than CommonMark says.
    pub forms: Vec<FormEntry>,
    /// The codes of `check`, in the order of the alphabet.
    pub codes: Vec<CodeEntry>,
}

/// A kind of Markdown file.
#[derive(Clone, Debug, PartialEq)]
pub struct KindEntry {
    pub kind: Kind,
    /// What it is, in a sentence or two.
    pub about: String,
    /// The fields that not every kind has, or not like this.
    pub fields: Vec<FieldEntry>,
}

impl KindEntry {
    /// The sections that the text of each document must have.
    pub fn sections(&self) -> impl Iterator<Item = &'static PageSection> {
        let outline = self.kind.outline().iter();
        outline.filter(|section| section.filling == super::Filling::Text)
    }
}

/// A kind of file that holds data.
#[derive(Clone, Debug, PartialEq)]
pub struct DataEntry {
    /// The name of its schema: `salaries`.
    pub name: &'static str,
    /// Where such files are: `salaries/*.toml`.
    pub file: &'static str,
    pub about: String,
    pub fields: Vec<FieldEntry>,
}

/// A fenced block.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockEntry {
    /// `salary` of `@salary`.
    pub name: &'static str,
    pub about: String,
    pub fields: Vec<FieldEntry>,
    /// A whole one, fences included.
    pub example: String,
}

/// A field of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldEntry {
    pub name: String,
    /// What it holds, as a phrase: `a list of ids of roles`.
    pub holds: String,
    pub need: FieldNeed,
    /// The words that it takes, if the list is closed.
    pub words: Vec<String>,
    /// What it means.
    pub help: String,
    /// The fields inside, if it is a table or a list of tables.
    pub fields: Vec<FieldEntry>,
}

/// What happens if a field is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldNeed {
    /// An error.
    Required,
    /// Nothing.
    Optional,
    /// It counts as this.
    Default(String),
}

/// Something to write in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FormEntry {
    /// What is written: `[own words](skill:sql#levels)`.
    pub write: String,
    /// What becomes of it.
    pub means: String,
}

/// A code of `check`.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeEntry {
    /// `fm-value`
    pub code: &'static str,
    /// The words for how bad it can be: `error`.
    pub severities: Vec<&'static str>,
    pub title: String,
    pub cause: String,
    pub bad: String,
    pub good: String,
}
